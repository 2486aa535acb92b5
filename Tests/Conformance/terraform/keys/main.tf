# SPDX-License-Identifier: Apache-2.0
# What test_terraform.py applies, changes and destroys: keys, and all that hangs on them.

terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

variable "account" {}
variable "description" {}
variable "material" {
  sensitive = true
}

provider "aws" {
  region                  = "eu-central-1"
  skip_metadata_api_check = true
}

provider "aws" {
  alias                   = "elsewhere"
  region                  = "us-west-2"
  skip_metadata_api_check = true
}

data "aws_caller_identity" "owner" {}

resource "aws_kms_key" "primary" {
  description             = var.description
  multi_region            = true
  enable_key_rotation     = true
  rotation_period_in_days = 180
  deletion_window_in_days = 7
}

resource "aws_kms_replica_key" "elsewhere" {
  provider                = aws.elsewhere
  description             = "the replica"
  primary_key_arn         = aws_kms_key.primary.arn
  deletion_window_in_days = 7
}

resource "aws_kms_key" "signing" {
  customer_master_key_spec = "ECC_NIST_P256"
  key_usage                = "SIGN_VERIFY"
  deletion_window_in_days  = 7
  tags                     = { app = "bot" }
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Owner"
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::${data.aws_caller_identity.owner.account_id}:root" }
      Action    = "kms:*"
      Resource  = "*"
    }]
  })
}

resource "aws_kms_external_key" "ours" {
  description             = "brought along"
  key_material_base64     = var.material
  enabled                 = true
  deletion_window_in_days = 7
}

resource "aws_kms_alias" "bot" {
  name          = "alias/terraform/bot"
  target_key_id = aws_kms_key.primary.key_id
}

resource "aws_iam_role" "bot" {
  name = "terraform-bot"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = var.account } }]
  })
}

resource "aws_kms_grant" "bot" {
  name              = "bot"
  key_id            = aws_kms_key.primary.key_id
  grantee_principal = aws_iam_role.bot.arn
  operations        = ["Encrypt", "Decrypt", "GenerateDataKey"]
  constraints {
    encryption_context_equals = { app = "bot" }
  }
}

resource "aws_kms_ciphertext" "note" {
  key_id    = aws_kms_alias.bot.target_key_arn
  plaintext = "a note"
  context   = { app = "bot" }
}

data "aws_kms_secrets" "note" {
  secret {
    name    = "note"
    payload = aws_kms_ciphertext.note.ciphertext_blob
    context = { app = "bot" }
  }
}

data "aws_kms_public_key" "signing" {
  key_id = aws_kms_key.signing.arn
}

output "account" {
  value = data.aws_caller_identity.owner.account_id
}
output "primary" {
  value = aws_kms_key.primary.arn
}
output "replica" {
  value = aws_kms_replica_key.elsewhere.arn
}
output "signing" {
  value = aws_kms_key.signing.arn
}
output "external" {
  value = aws_kms_external_key.ours.arn
}
output "external_state" {
  value = aws_kms_external_key.ours.key_state
}
output "grant" {
  value = aws_kms_grant.bot.grant_id
}
output "note" {
  value     = data.aws_kms_secrets.note.plaintext["note"]
  sensitive = true
}
output "public_key" {
  value = data.aws_kms_public_key.signing.public_key_pem
}
