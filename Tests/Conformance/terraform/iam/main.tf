# SPDX-License-Identifier: Apache-2.0
# What test_terraform.py applies, changes and destroys: users, groups, roles, policies, and what hangs on them.

terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

variable "account" {}
variable "name" {
  default = "terraform-bob"
}

provider "aws" {
  region                  = "eu-central-1"
  skip_metadata_api_check = true
}

data "aws_iam_policy_document" "read" {
  statement {
    actions   = ["secretsmanager:GetSecretValue"]
    resources = ["*"]
    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/team"
      values   = ["x"]
    }
  }
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "AWS"
      identifiers = [aws_iam_user.bob.arn, "arn:aws:iam::${var.account}:root"]
    }
  }
}

data "aws_iam_policy" "administrator" {
  name = "AdministratorAccess"
}

resource "aws_iam_policy" "read" {
  name        = "terraform-read"
  path        = "/terraform/"
  description = "reads secrets of its team"
  policy      = data.aws_iam_policy_document.read.json
  tags        = { team = "x" }
}

resource "aws_iam_policy" "boundary" {
  name   = "terraform-boundary"
  policy = data.aws_iam_policy_document.read.json
}

resource "aws_iam_user" "bob" {
  name                 = var.name
  path                 = "/terraform/"
  permissions_boundary = aws_iam_policy.boundary.arn
  force_destroy        = true
  tags                 = { team = "x" }
}

resource "aws_iam_access_key" "bob" {
  user = aws_iam_user.bob.name
}

resource "aws_iam_user_policy" "bob" {
  name   = "inline"
  user   = aws_iam_user.bob.name
  policy = data.aws_iam_policy_document.read.json
}

resource "aws_iam_user_policy_attachment" "bob" {
  user       = aws_iam_user.bob.name
  policy_arn = aws_iam_policy.read.arn
}

resource "aws_iam_group" "team" {
  name = "terraform-team"
  path = "/terraform/"
}

resource "aws_iam_group_membership" "team" {
  name  = "team"
  group = aws_iam_group.team.name
  users = [aws_iam_user.bob.name]
}

resource "aws_iam_user_group_membership" "bob" {
  user       = aws_iam_user.bob.name
  groups     = [aws_iam_group.team.name]
  depends_on = [aws_iam_group_membership.team]
}

resource "aws_iam_group_policy" "team" {
  group  = aws_iam_group.team.name
  policy = data.aws_iam_policy_document.read.json
}

resource "aws_iam_group_policy_attachment" "team" {
  group      = aws_iam_group.team.name
  policy_arn = aws_iam_policy.read.arn
}

resource "aws_iam_role" "bot" {
  name                 = "terraform-iam-bot"
  description          = "for machines"
  assume_role_policy   = data.aws_iam_policy_document.trust.json
  max_session_duration = 7200
  permissions_boundary = aws_iam_policy.boundary.arn
  tags                 = { team = "x" }
}

resource "aws_iam_role_policy" "bot" {
  role   = aws_iam_role.bot.id
  policy = data.aws_iam_policy_document.read.json
}

resource "aws_iam_role_policy_attachment" "bot" {
  role       = aws_iam_role.bot.name
  policy_arn = data.aws_iam_policy.administrator.arn
}

resource "aws_iam_instance_profile" "bot" {
  name = "terraform-bot"
  role = aws_iam_role.bot.name
  tags = { team = "x" }
}

resource "aws_iam_service_linked_role" "keys" {
  aws_service_name = "cks.kms.amazonaws.com"
}

resource "aws_iam_openid_connect_provider" "ci" {
  url             = "https://token.actions.example.com"
  client_id_list  = ["sts.amazonaws.com"]
  thumbprint_list = ["cf23df2207d99a74fbe169e3eba035e633b65d94"]
  tags            = { team = "x" }
}

resource "aws_iam_account_alias" "home" {
  account_alias = "terraform-home"
}

resource "aws_iam_account_password_policy" "strict" {
  minimum_password_length        = 20
  require_symbols                = true
  require_numbers                = true
  require_uppercase_characters   = true
  require_lowercase_characters   = true
  allow_users_to_change_password = true
  max_password_age               = 90
  password_reuse_prevention      = 5
}

data "aws_iam_user" "bob" {
  user_name = aws_iam_user.bob.name
}

data "aws_iam_role" "bot" {
  name = aws_iam_role.bot.name
}

data "aws_iam_group" "team" {
  group_name = aws_iam_group_membership.team.group
}

output "boundary" {
  value = data.aws_iam_user.bob.permissions_boundary
}
output "members" {
  value = data.aws_iam_group.team.users[*].user_name
}
output "role" {
  value = data.aws_iam_role.bot.arn
}
output "provider" {
  value = aws_iam_openid_connect_provider.ci.arn
}
