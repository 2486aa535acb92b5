# SPDX-License-Identifier: Apache-2.0
"""Terraform (or OpenTofu) with its AWS provider, where both are there: nothing is downloaded.

COFFER_TERRAFORM_PLUGINS names the folder that the provider is in, laid out as a filesystem mirror. Without it, the
places are tried where Terraform and distributions keep one.
"""

import base64
import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from botocore.exceptions import ClientError

from conftest import ACCOUNT

CONFIGURATIONS = Path(__file__).parent / "terraform"


def mirror():
    """A folder with the provider's files for this machine."""
    named = os.environ.get("COFFER_TERRAFORM_PLUGINS")
    usual = [Path.home() / ".terraform.d/plugins", Path("/usr/local/share/terraform/plugins"),
             Path("/usr/share/terraform/plugins"), *Path("/opt").glob("*")]
    for folder in [Path(named)] if named else usual:
        if any(folder.glob("*/hashicorp/aws")):
            return folder
    return None


class Terraform:
    def __init__(self, program, folder, environment):
        self.program, self.folder, self.environment = program, folder, environment

    def __call__(self, *arguments):
        done = subprocess.run(
            [self.program, *arguments, "-no-color"], cwd=self.folder, env=self.environment, capture_output=True,
            text=True, timeout=180)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


@pytest.fixture
def terraform(server, tmp_path):
    """Makes a Terraform of one of the configurations."""
    program, plugins = shutil.which("terraform") or shutil.which("tofu"), mirror()
    if program is None or plugins is None:
        pytest.skip("no terraform here, or no AWS provider for it")

    def of(configuration, **variables):
        shutil.copy(CONFIGURATIONS / configuration / "main.tf", tmp_path)
        environment = {
            **server.environment(), "HOME": str(tmp_path), "TF_CLI_CONFIG_FILE": os.devnull,
            "CHECKPOINT_DISABLE": "1", "TF_VAR_account": ACCOUNT,
            **{f"TF_VAR_{name}": value for name, value in variables.items()},
        }
        terraform = Terraform(program, tmp_path, environment)
        terraform("init", f"-plugin-dir={plugins}")
        return terraform

    return of


def state(kms, key):
    return kms.describe_key(KeyId=key)["KeyMetadata"]["KeyState"]


def test_keys_are_made_changed_and_scheduled_for_deletion(server, kms, terraform):
    terraform = terraform(
        "keys", description="the first", material=base64.b64encode(os.urandom(32)).decode())
    made = terraform("apply", "-auto-approve")
    assert "8 added, 0 changed, 0 destroyed" in made
    outputs = {name: output["value"] for name, output in json.loads(terraform("output", "-json")).items()}
    assert (outputs["account"], outputs["note"], outputs["external_state"]) == (ACCOUNT, "a note", "Enabled")
    assert outputs["public_key"].startswith("-----BEGIN PUBLIC KEY-----")
    primary, replica = outputs["primary"], outputs["replica"]
    assert kms.get_key_rotation_status(KeyId=primary)["RotationPeriodInDays"] == 180
    (grant,) = kms.list_grants(KeyId=primary)["Grants"]
    assert (grant["GrantId"], grant["Constraints"]) == (outputs["grant"], {"EncryptionContextEquals": {"app": "bot"}})
    assert kms.describe_key(KeyId="alias/terraform/bot")["KeyMetadata"]["Arn"] == primary
    there = server.client("kms", region="us-west-2")
    regions = there.describe_key(KeyId=replica)["KeyMetadata"]["MultiRegionConfiguration"]
    assert (regions["MultiRegionKeyType"], regions["PrimaryKey"]["Arn"]) == ("REPLICA", primary)

    # What it reads back is what it wrote: nothing but the description changes.
    terraform.environment["TF_VAR_description"] = "the second"
    assert "0 added, 1 changed, 0 destroyed" in terraform("apply", "-auto-approve")
    assert kms.describe_key(KeyId=primary)["KeyMetadata"]["Description"] == "the second"

    assert "8 destroyed" in terraform("destroy", "-auto-approve")
    assert [state(kms, outputs[name]) for name in ("signing", "external")] == ["PendingDeletion", "PendingDeletion"]
    assert (state(kms, primary), state(there, replica)) == ("PendingReplicaDeletion", "PendingDeletion")
    assert kms.list_grants(KeyId=primary)["Grants"] == []
    with pytest.raises(ClientError) as error:
        kms.describe_key(KeyId="alias/terraform/bot")
    assert error.value.response["Error"]["Code"] == "NotFoundException"


def test_identities_are_made_renamed_and_deleted(server, terraform):
    terraform, iam = terraform("iam"), server.client("iam")
    assert "19 added, 0 changed, 0 destroyed" in terraform("apply", "-auto-approve")
    outputs = {name: output["value"] for name, output in json.loads(terraform("output", "-json")).items()}
    assert outputs == {
        "boundary": f"arn:aws:iam::{ACCOUNT}:policy/terraform-boundary", "members": ["terraform-bob"],
        "role": f"arn:aws:iam::{ACCOUNT}:role/terraform-iam-bot",
        "provider": f"arn:aws:iam::{ACCOUNT}:oidc-provider/token.actions.example.com",
    }
    # What it reads back is what it wrote.
    assert "No changes." in terraform("plan", "-detailed-exitcode")
    before = iam.get_user(UserName="terraform-bob")["User"]["UserId"]
    terraform.environment["TF_VAR_name"] = "terraform-rob"
    terraform("apply", "-auto-approve")
    assert iam.get_user(UserName="terraform-rob")["User"]["UserId"] == before
    assert "No changes." in terraform("plan", "-detailed-exitcode")
    assert "19 destroyed" in terraform("destroy", "-auto-approve")
    for listing, member in (("list_users", "Users"), ("list_groups", "Groups"), ("list_policies", "Policies")):
        assert getattr(iam, listing)(PathPrefix="/terraform/")[member] == []
