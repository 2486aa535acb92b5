# SPDX-License-Identifier: Apache-2.0
"""boto3 and the aws CLI, unmodified, with real signatures."""

import base64
import json
import urllib.error
import urllib.request
import uuid

import pytest
from botocore.exceptions import ClientError

from conftest import ACCOUNT, OWNER, REGION


def code(error):
    return error.value.response["Error"]["Code"]


def test_the_cli_encrypts_and_decrypts(server, key, tmp_path):
    (tmp_path / "plaintext").write_bytes(b"sk-example-not-a-key")
    sealed = server.aws(
        "kms", "encrypt", "--key-id", key, "--plaintext", f"fileb://{tmp_path}/plaintext", "--encryption-context",
        "app=bot")
    assert sealed.returncode == 0, sealed.stderr
    (tmp_path / "blob").write_bytes(base64.b64decode(json.loads(sealed.stdout)["CiphertextBlob"]))
    opened = server.aws(
        "kms", "decrypt", "--ciphertext-blob", f"fileb://{tmp_path}/blob", "--encryption-context", "app=bot")
    assert opened.returncode == 0, opened.stderr
    assert base64.b64decode(json.loads(opened.stdout)["Plaintext"]) == b"sk-example-not-a-key"


def test_the_cli_reads_a_secret(server, secrets):
    name = f"openai/{uuid.uuid4()}"
    secrets.create_secret(Name=name, SecretString="sk-example-not-a-key")
    shown = server.aws("secretsmanager", "get-secret-value", "--secret-id", name)
    assert shown.returncode == 0, shown.stderr
    assert json.loads(shown.stdout)["SecretString"] == "sk-example-not-a-key"


def test_a_wrong_secret_key_is_refused(server):
    refused = server.aws("kms", "list-keys", key=(OWNER[0], "wrong"))
    assert refused.returncode != 0
    assert "InvalidSignatureException" in refused.stderr


def test_an_unknown_access_key_is_refused(server):
    with pytest.raises(ClientError) as error:
        server.client("kms", key=("AKIAEXAMPLENOBODY000", "x")).list_keys()
    assert code(error) == "UnrecognizedClientException"


def test_ciphertext_opens_under_its_context_alone(kms, key):
    blob = kms.encrypt(KeyId=key, Plaintext=b"x", EncryptionContext={"app": "bot"})["CiphertextBlob"]
    for context in ({}, {"app": "Bot"}, {"app": "bot", "more": "1"}):
        with pytest.raises(ClientError) as error:
            kms.decrypt(CiphertextBlob=blob, EncryptionContext=context)
        assert code(error) == "InvalidCiphertextException"
    assert kms.decrypt(CiphertextBlob=blob, EncryptionContext={"app": "bot"})["Plaintext"] == b"x"


def test_old_ciphertext_opens_after_rotation(kms, key):
    before = kms.encrypt(KeyId=key, Plaintext=b"old")["CiphertextBlob"]
    kms.rotate_key_on_demand(KeyId=key)
    assert kms.decrypt(CiphertextBlob=before)["Plaintext"] == b"old"


def test_data_keys_open_again(kms, key):
    made = kms.generate_data_key(KeyId=key, KeySpec="AES_256")
    assert len(made["Plaintext"]) == 32
    assert kms.decrypt(CiphertextBlob=made["CiphertextBlob"])["Plaintext"] == made["Plaintext"]


def test_a_disabled_key_does_nothing(kms, key):
    kms.disable_key(KeyId=key)
    with pytest.raises(ClientError) as error:
        kms.encrypt(KeyId=key, Plaintext=b"x")
    assert code(error) == "DisabledException"
    kms.enable_key(KeyId=key)
    kms.encrypt(KeyId=key, Plaintext=b"x")


def test_aliases_are_listed_and_moved(kms, key):
    name = f"alias/{uuid.uuid4()}"
    kms.create_alias(AliasName=name, TargetKeyId=key)
    assert kms.describe_key(KeyId=name)["KeyMetadata"]["Arn"] == key
    assert name in [alias["AliasName"] for page in kms.get_paginator("list_aliases").paginate() for alias in page["Aliases"]]
    kms.delete_alias(AliasName=name)
    with pytest.raises(ClientError) as error:
        kms.describe_key(KeyId=name)
    assert code(error) == "NotFoundException"


def test_a_region_does_not_see_another(server, key):
    elsewhere = server.client("kms", region="us-west-2")
    with pytest.raises(ClientError):
        elsewhere.describe_key(KeyId=key.split("/")[1])


def test_versions_of_a_secret(secrets):
    name = f"anthropic/{uuid.uuid4()}"
    first = secrets.create_secret(Name=name, SecretString="one")["VersionId"]
    second = secrets.put_secret_value(SecretId=name, SecretString="two", VersionStages=["AWSPENDING"])["VersionId"]
    assert secrets.get_secret_value(SecretId=name)["SecretString"] == "one"
    secrets.update_secret_version_stage(
        SecretId=name, VersionStage="AWSCURRENT", MoveToVersionId=second, RemoveFromVersionId=first)
    assert secrets.get_secret_value(SecretId=name)["SecretString"] == "two"
    assert secrets.get_secret_value(SecretId=name, VersionStage="AWSPREVIOUS")["SecretString"] == "one"


def test_deleting_and_restoring_a_secret(secrets):
    name = f"stability/{uuid.uuid4()}"
    secrets.create_secret(Name=name, SecretString="one")
    secrets.delete_secret(SecretId=name)
    with pytest.raises(ClientError) as error:
        secrets.get_secret_value(SecretId=name)
    assert code(error) == "InvalidRequestException"
    secrets.restore_secret(SecretId=name)
    assert secrets.get_secret_value(SecretId=name)["SecretString"] == "one"


def test_a_user_may_do_what_its_policy_says_and_no_more(server, key):
    iam = server.client("iam")
    name = f"bot-{uuid.uuid4()}"
    iam.create_user(UserName=name)
    made = iam.create_access_key(UserName=name)["AccessKey"]
    mine = server.client("kms", key=(made["AccessKeyId"], made["SecretAccessKey"]))
    assert server.client("sts", key=(made["AccessKeyId"], made["SecretAccessKey"])).get_caller_identity()["Arn"] == (
        f"arn:aws:iam::{ACCOUNT}:user/{name}")
    with pytest.raises(ClientError) as error:
        mine.encrypt(KeyId=key, Plaintext=b"x")
    assert code(error) == "AccessDeniedException"
    policy = {
        "Version": "2012-10-17",
        "Statement": [
            {
                "Effect": "Allow", "Action": "kms:Encrypt", "Resource": key,
                "Condition": {"StringEquals": {"kms:EncryptionContext:app": "bot"}},
            }
        ],
    }
    iam.put_user_policy(UserName=name, PolicyName="p", PolicyDocument=json.dumps(policy))
    mine.encrypt(KeyId=key, Plaintext=b"x", EncryptionContext={"app": "bot"})
    with pytest.raises(ClientError) as error:
        mine.encrypt(KeyId=key, Plaintext=b"x", EncryptionContext={"app": "other"})
    assert code(error) == "AccessDeniedException"
    iam.delete_access_key(UserName=name, AccessKeyId=made["AccessKeyId"])
    with pytest.raises(ClientError) as error:
        mine.encrypt(KeyId=key, Plaintext=b"x", EncryptionContext={"app": "bot"})
    assert code(error) == "UnrecognizedClientException"


def test_an_assumed_role_is_in_the_trail(server, key):
    iam, sts, trail = server.client("iam"), server.client("sts"), server.client("cloudtrail")
    name = f"app-{uuid.uuid4()}"
    trust = {
        "Version": "2012-10-17",
        "Statement": [{"Effect": "Allow", "Principal": {"AWS": ACCOUNT}, "Action": "sts:AssumeRole"}],
    }
    arn = iam.create_role(RoleName=name, AssumeRolePolicyDocument=json.dumps(trust))["Role"]["Arn"]
    allowed = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "kms:*", "Resource": "*"}]}
    iam.put_role_policy(RoleName=name, PolicyName="p", PolicyDocument=json.dumps(allowed))
    session = sts.assume_role(RoleArn=arn, RoleSessionName="run")["Credentials"]
    mine = server.client(
        "kms", key=(session["AccessKeyId"], session["SecretAccessKey"]), token=session["SessionToken"])
    blob = mine.encrypt(KeyId=key, Plaintext=b"x", EncryptionContext={"app": "bot"})["CiphertextBlob"]
    mine.decrypt(CiphertextBlob=blob, EncryptionContext={"app": "bot"})
    events = trail.lookup_events(LookupAttributes=[{"AttributeKey": "EventName", "AttributeValue": "Decrypt"}])["Events"]
    record = json.loads(events[0]["CloudTrailEvent"])
    assert record["userIdentity"]["arn"] == f"arn:aws:sts::{ACCOUNT}:assumed-role/{name}/run"
    assert record["requestParameters"]["encryptionContext"] == {"app": "bot"}
    assert base64.b64encode(blob).decode() not in events[0]["CloudTrailEvent"]


def post(server, body, **headers):
    request = urllib.request.Request(server.endpoint + "/", data=body, headers=headers)
    try:
        return urllib.request.urlopen(request, timeout=30).status
    except urllib.error.HTTPError as error:
        return error.code


def test_bad_requests_get_an_answer_and_the_server_stays_up(server, kms):
    target = {"X-Amz-Target": "TrentService.Encrypt", "Content-Type": "application/x-amz-json-1.1"}
    assert post(server, b"{}", **target) == 400
    assert post(server, b"[" * 1000, **target) == 400
    assert post(server, b"x", **{**target, "Content-Type": "text/plain"}) in (400, 404, 415)
    assert post(server, b"{}", **{**target, "X-Amz-Target": "TrentService.NoSuchThing"}) == 400
    assert post(server, b"nothing") in (400, 404)
    try:
        assert post(server, b"x" * 100_000_000, **target) == 413
    except (urllib.error.URLError, ConnectionError):
        pass  # The connection was closed before all of it was sent: an answer too.
    kms.list_keys()
    with urllib.request.urlopen(server.endpoint + "/health", timeout=30) as reply:
        assert reply.status == 200
    with urllib.request.urlopen(server.endpoint + "/metrics", timeout=30) as reply:
        assert b"coffer_requests_total" in reply.read()
