# SPDX-License-Identifier: Apache-2.0
"""The aws command, as AWS's documentation has people type it."""

import base64
import datetime
import json
import os
import subprocess
import sys
import uuid
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding
from cryptography.hazmat.primitives.serialization import load_der_public_key

from conftest import ACCOUNT, OWNER, REGION

AWS = Path(sys.executable).parent / "aws"


@pytest.fixture
def cli(server, tmp_path):
    """Runs `aws kms …` in a folder of its own, and returns what it printed."""

    def run(*arguments, key=OWNER, expect=0):
        done = subprocess.run(
            [str(AWS), "kms", *arguments], env=server.environment(key), cwd=tmp_path, capture_output=True, timeout=60)
        assert done.returncode == expect, done.stderr.decode()
        return done.stderr.decode() if expect else done.stdout.decode()

    return run


@pytest.fixture
def kms_json(cli):
    return lambda *arguments, **more: json.loads(cli(*arguments, "--output", "json", **more))


def days_until(timestamp):
    return round((timestamp - datetime.datetime.now().timestamp()) / 86400)


def test_signing_a_file(cli, kms_json, tmp_path):
    made = kms_json(
        "create-key", "--key-spec", "ECC_NIST_P521", "--key-usage", "SIGN_VERIFY", "--description", "Signs files")
    key = made["KeyMetadata"]["KeyId"]
    assert made["KeyMetadata"]["SigningAlgorithms"] == ["ECDSA_SHA_512"]
    (tmp_path / "originalString").write_bytes(b"hello\n")
    signature = cli(
        "sign", "--key-id", key, "--message", "fileb://originalString", "--message-type", "RAW", "--signing-algorithm",
        "ECDSA_SHA_512", "--output", "text", "--query", "Signature")
    (tmp_path / "ExampleSignature").write_bytes(base64.b64decode(signature))
    verify = ("verify", "--key-id", key, "--message", "fileb://originalString", "--message-type", "RAW",
              "--signature", "fileb://ExampleSignature", "--signing-algorithm", "ECDSA_SHA_512")
    assert kms_json(*verify)["SignatureValid"] is True
    public = load_der_public_key(base64.b64decode(kms_json("get-public-key", "--key-id", key)["PublicKey"]))
    public.verify((tmp_path / "ExampleSignature").read_bytes(), b"hello\n", ec.ECDSA(hashes.SHA512()))

    (tmp_path / "originalString").write_bytes(b"hallo\n")
    told = cli(*verify, expect=255)
    assert "An error occurred (KMSInvalidSignatureException) when calling the Verify operation" in told


def test_encrypting_a_file_for_another_key(cli, kms_json, key, tmp_path):
    alias = f"alias/{uuid.uuid4()}"
    cli("create-alias", "--alias-name", alias, "--target-key-id", key)
    (tmp_path / "ExamplePlaintextFile").write_bytes(b"sk-example-not-a-key")
    sealed = cli(
        "encrypt", "--key-id", alias, "--plaintext", "fileb://ExamplePlaintextFile", "--encryption-context",
        "app=bot,stage=test", "--output", "text", "--query", "CiphertextBlob")
    (tmp_path / "ExampleEncryptedFile").write_bytes(base64.b64decode(sealed))
    other = kms_json("create-key", "--tags", "TagKey=app,TagValue=bot")["KeyMetadata"]["KeyId"]
    assert kms_json("list-resource-tags", "--key-id", other)["Tags"] == [{"TagKey": "app", "TagValue": "bot"}]
    sealed = cli(
        "re-encrypt", "--ciphertext-blob", "fileb://ExampleEncryptedFile", "--source-encryption-context",
        "app=bot,stage=test", "--destination-key-id", other, "--query", "CiphertextBlob", "--output", "text")
    (tmp_path / "ExampleReEncryptedFile").write_bytes(base64.b64decode(sealed))
    opened = cli(
        "decrypt", "--ciphertext-blob", "fileb://ExampleReEncryptedFile", "--key-id", other, "--output", "text",
        "--query", "Plaintext")
    assert base64.b64decode(opened) == b"sk-example-not-a-key"
    told = cli("decrypt", "--ciphertext-blob", "fileb://ExampleReEncryptedFile", "--key-id", alias, expect=255)
    assert "(IncorrectKeyException) when calling the Decrypt operation" in told
    assert "The key ID in the request does not identify a CMK that can perform this operation." in told


def test_a_grant_lets_another_user_in_until_it_is_revoked(server, cli, kms_json, key, tmp_path):
    iam, name = server.client("iam"), f"keyUser-{uuid.uuid4()}"
    user = iam.create_user(UserName=name)["User"]["Arn"]
    access_key = iam.create_access_key(UserName=name)["AccessKey"]
    theirs = (access_key["AccessKeyId"], access_key["SecretAccessKey"])
    (tmp_path / "plaintext").write_bytes(b"x")
    encrypt = ("encrypt", "--key-id", key, "--plaintext", "fileb://plaintext", "--encryption-context", "Department=IT")
    told = cli(*encrypt, key=theirs, expect=255)
    assert (f"User: {user} is not authorized to perform: kms:Encrypt on resource: {key} because no identity-based "
            "policy allows the kms:Encrypt action") in told

    made = kms_json(
        "create-grant", "--key-id", key, "--grantee-principal", user, "--operations", "Decrypt", "Encrypt",
        "--constraints", '{"EncryptionContextSubset": {"Department": "IT"}}', "--name", "a-grant")
    kms_json(*encrypt, "--grant-tokens", made["GrantToken"], key=theirs)
    kms_json(*encrypt, key=theirs)
    cli(*encrypt[:-1], "Department=HR", key=theirs, expect=255)
    (listed,) = kms_json("list-grants", "--key-id", key, "--grantee-principal", user)["Grants"]
    assert (listed["GrantId"], listed["IssuingAccount"]) == (made["GrantId"], f"arn:aws:iam::{ACCOUNT}:root")
    cli("revoke-grant", "--key-id", key, "--grant-id", made["GrantId"])
    cli(*encrypt, key=theirs, expect=255)


def test_bringing_key_material(cli, kms_json, tmp_path):
    made = kms_json("create-key", "--origin", "EXTERNAL", "--description", "Ours")["KeyMetadata"]
    assert (made["KeyState"], made["Enabled"]) == ("PendingImport", False)
    key = made["KeyId"]
    parameters = kms_json(
        "get-parameters-for-import", "--key-id", key, "--wrapping-algorithm", "RSAES_OAEP_SHA_256",
        "--wrapping-key-spec", "RSA_3072")
    (tmp_path / "ImportToken.bin").write_bytes(base64.b64decode(parameters["ImportToken"]))
    wrapping_key = load_der_public_key(base64.b64decode(parameters["PublicKey"]))
    oaep = padding.OAEP(mgf=padding.MGF1(hashes.SHA256()), algorithm=hashes.SHA256(), label=None)
    (tmp_path / "EncryptedKeyMaterial.bin").write_bytes(wrapping_key.encrypt(os.urandom(32), oaep))
    until = (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=30)).strftime("%Y-%m-%dT%H:%M:%SZ")
    imported = kms_json(
        "import-key-material", "--key-id", key, "--encrypted-key-material", "fileb://EncryptedKeyMaterial.bin",
        "--import-token", "fileb://ImportToken.bin", "--expiration-model", "KEY_MATERIAL_EXPIRES", "--valid-to", until)
    now = kms_json("describe-key", "--key-id", key)["KeyMetadata"]
    assert (now["KeyState"], now["CurrentKeyMaterialId"]) == ("Enabled", imported["KeyMaterialId"])
    assert now["ValidTo"] == datetime.datetime.fromisoformat(until).timestamp()
    cli("delete-imported-key-material", "--key-id", key)
    told = cli("generate-data-key", "--key-id", key, "--key-spec", "AES_256", expect=255)
    assert "(KMSInvalidStateException) when calling the GenerateDataKey operation" in told
    assert f"{made['Arn']} is pending import." in told


def test_a_key_in_two_regions(cli, kms_json, tmp_path):
    primary = kms_json("create-key", "--multi-region")["KeyMetadata"]
    assert primary["KeyId"].startswith("mrk-")
    replicated = kms_json("replicate-key", "--key-id", primary["KeyId"], "--replica-region", "us-west-2")
    replica = replicated["ReplicaKeyMetadata"]
    assert replica["Arn"] == primary["Arn"].replace(REGION, "us-west-2")
    there = kms_json("describe-key", "--key-id", primary["KeyId"], "--region", "us-west-2")["KeyMetadata"]
    assert (there["MultiRegionConfiguration"]["MultiRegionKeyType"], there["KeyState"]) == ("REPLICA", "Enabled")
    made = kms_json("generate-data-key", "--key-id", primary["KeyId"], "--number-of-bytes", "64")
    (tmp_path / "blob").write_bytes(base64.b64decode(made["CiphertextBlob"]))
    opened = kms_json("decrypt", "--ciphertext-blob", "fileb://blob", "--region", "us-west-2")
    assert (opened["Plaintext"], opened["KeyId"]) == (made["Plaintext"], replica["Arn"])


def test_rotation_and_deletion(cli, kms_json, key):
    cli("enable-key-rotation", "--key-id", key, "--rotation-period-in-days", "180")
    status = kms_json("get-key-rotation-status", "--key-id", key)
    assert (status["RotationPeriodInDays"], days_until(status["NextRotationDate"])) == (180, 180)
    for _ in range(3):
        cli("rotate-key-on-demand", "--key-id", key)
    # The command asks for page after page.
    rotations = kms_json("list-key-rotations", "--key-id", key, "--page-size", "2")["Rotations"]
    assert [entry["KeyMaterialState"] for entry in rotations] == ["NON_CURRENT", "NON_CURRENT", "CURRENT"]
    ended = kms_json("schedule-key-deletion", "--key-id", key, "--pending-window-in-days", "7")
    assert (ended["KeyState"], days_until(ended["DeletionDate"])) == ("PendingDeletion", 7)


def test_a_mac(cli, kms_json, tmp_path):
    key = kms_json("create-key", "--key-spec", "HMAC_512", "--key-usage", "GENERATE_VERIFY_MAC")["KeyMetadata"]["KeyId"]
    (tmp_path / "message").write_bytes(b"Hello World")
    mac = kms_json(
        "generate-mac", "--key-id", key, "--message", "fileb://message", "--mac-algorithm", "HMAC_SHA_512")["Mac"]
    (tmp_path / "mac").write_bytes(base64.b64decode(mac))
    assert kms_json(
        "verify-mac", "--key-id", key, "--message", "fileb://message", "--mac-algorithm", "HMAC_SHA_512", "--mac",
        "fileb://mac")["MacValid"] is True


def test_a_policy_from_a_file(cli, kms_json, key, tmp_path):
    policy = {
        "Version": "2012-10-17",
        "Statement": [
            {"Sid": "Owner", "Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{ACCOUNT}:root"}, "Action": "kms:*",
             "Resource": "*"},
        ],
    }
    (tmp_path / "policy.json").write_text(json.dumps(policy))
    cli("put-key-policy", "--key-id", key, "--policy-name", "default", "--policy", "file://policy.json")
    stored = cli("get-key-policy", "--key-id", key, "--policy-name", "default", "--query", "Policy", "--output", "text")
    assert json.loads(stored) == policy
    (tmp_path / "policy.json").write_text("{")
    told = cli("put-key-policy", "--key-id", key, "--policy", "file://policy.json", expect=255)
    assert "(MalformedPolicyDocumentException) when calling the PutKeyPolicy operation" in told
