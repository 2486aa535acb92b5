# SPDX-License-Identifier: Apache-2.0
"""Several accounts in one vault: apart from each other, but for what policies on both sides let through."""

import json
import os
import subprocess
import uuid

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError

from conftest import COFFER, REGION
from test_sts import allow, code, document, of, refusal

FIRST, SECOND = "111122223333", "444455556666"
DENIED = {"AccessDenied", "AccessDeniedException"}


class Account:
    """An account by its owner's key."""

    def __init__(self, number, endpoint, credentials):
        self.number, self.endpoint = number, endpoint
        self.credentials = credentials

    def client(self, service, region=REGION, credentials=None):
        found = credentials or self.credentials
        return boto3.client(
            service, endpoint_url=self.endpoint, region_name=region, aws_access_key_id=found["AccessKeyId"],
            aws_secret_access_key=found["SecretAccessKey"], aws_session_token=found.get("SessionToken"),
            config=Config(retries={"max_attempts": 1}))

    def arn(self, resource):
        return f"arn:aws:iam::{self.number}:{resource}"

    def user(self, *statements):
        """A user with these rights: the ARN and a key."""
        iam, name = self.client("iam"), f"user-{uuid.uuid4().hex[:12]}"
        arn = iam.create_user(UserName=name)["User"]["Arn"]
        if statements:
            iam.put_user_policy(UserName=name, PolicyName="p", PolicyDocument=document(*statements))
        return arn, iam.create_access_key(UserName=name)["AccessKey"]


@pytest.fixture(scope="module")
def accounts(tmp_path_factory):
    environment = {**os.environ, "COFFER_HOME": str(tmp_path_factory.mktemp("accounts") / "vault")}

    def run(*arguments):
        done = subprocess.run([str(COFFER), *arguments], env=environment, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr
        return done.stdout

    run("init", "--seal", "key-file", "--account-id", FIRST, "--region", REGION)
    run("account", "add", "client-a", "--number", SECOND)
    process = subprocess.Popen(
        [str(COFFER), "serve", "--listen", "127.0.0.1:0"], env=environment, stderr=subprocess.PIPE, text=True)
    assert "ready on http://127.0.0.1:" in process.stderr.readline()
    made = []
    for number, arguments in ((FIRST, ()), (SECOND, ("--account", "client-a"))):
        found = json.loads(run("credentials", "--format", "json", *arguments))
        made.append(Account(number, found["EndpointUrl"], found))
    yield made
    process.terminate()
    assert process.wait(20) == 0


@pytest.fixture
def first(accounts):
    return accounts[0]


@pytest.fixture
def second(accounts):
    return accounts[1]


def test_each_owner_is_of_its_account(first, second):
    for account in (first, second):
        told = account.client("sts").get_caller_identity()
        assert (told["Account"], told["Arn"]) == (account.number, account.arn("root"))
        assert account.client("sts").get_access_key_info(
            AccessKeyId=account.credentials["AccessKeyId"])["Account"] == account.number


def test_nothing_of_one_account_is_seen_from_the_other(first, second):
    name = f"mine-{uuid.uuid4().hex[:12]}"
    key = first.client("kms").create_key(Description=name)["KeyMetadata"]["Arn"]
    first.client("kms").create_alias(AliasName=f"alias/{name}", TargetKeyId=key)
    secret = first.client("secretsmanager").create_secret(Name=name, SecretString="x")["ARN"]
    iam = first.client("iam")
    iam.create_user(UserName=name)
    iam.create_group(GroupName=name)
    iam.create_role(RoleName=name, AssumeRolePolicyDocument=document(
        {"Effect": "Allow", "Principal": {"AWS": FIRST}, "Action": "sts:AssumeRole"}))
    policy = iam.create_policy(PolicyName=name, PolicyDocument=document(allow("s3:*")))["Policy"]["Arn"]
    iam.create_open_id_connect_provider(Url=f"https://{name}.example.com")
    kms, secrets, other = second.client("kms"), second.client("secretsmanager"), second.client("iam")
    seen = [
        kms.list_keys(), kms.list_aliases(), secrets.list_secrets(), other.list_users(), other.list_groups(),
        other.list_roles(), other.list_policies(Scope="Local"), other.list_open_id_connect_providers(),
        other.get_account_authorization_details(), second.client("cloudtrail").lookup_events(),
    ]
    for found in seen:
        assert FIRST not in str(found["ResponseMetadata"].get("RequestId"))
        assert name not in str(found) and key.rsplit("/")[1] not in str(found)
    # Names are each account's own.
    other.create_user(UserName=name)
    assert other.get_user(UserName=name)["User"]["Arn"] == second.arn(f"user/{name}")
    assert secrets.create_secret(Name=name, SecretString="y")["ARN"].split(":")[4] == SECOND
    # Not even the other's owner may do anything with what an ARN names.
    key_id = key.rsplit("/", 1)[1]
    for call, arguments in (
            (kms.describe_key, dict(KeyId=key)), (kms.encrypt, dict(KeyId=key, Plaintext=b"x")),
            (kms.schedule_key_deletion, dict(KeyId=key)), (kms.get_key_policy, dict(KeyId=key)),
            (secrets.get_secret_value, dict(SecretId=secret)), (secrets.describe_secret, dict(SecretId=secret)),
            (secrets.delete_secret, dict(SecretId=secret)),
            (second.client("sts").assume_role, dict(RoleArn=first.arn(f"role/{name}"), RoleSessionName="work"))):
        assert code(call, **arguments) in DENIED | {"ResourceNotFoundException", "NotFoundException"}, call
    assert code(kms.describe_key, KeyId=key_id) == "NotFoundException"
    # What is not there is refused in the same words as what is there.
    for call, arguments, real in ((kms.describe_key, "KeyId", key), (secrets.get_secret_value, "SecretId", secret)):
        gone = real[:-2] + ("00" if not real.endswith("00") else "11")
        assert refusal(call, **{arguments: gone})[0::2] == refusal(call, **{arguments: real})[0::2]
        assert refusal(call, **{arguments: gone})[1].replace(gone, "") == refusal(
            call, **{arguments: real})[1].replace(real, "")
    for call, arguments in (
            (other.attach_user_policy, dict(UserName=name, PolicyArn=policy)), (other.get_policy, dict(PolicyArn=policy)),
            (other.simulate_principal_policy, dict(PolicySourceArn=first.arn(f"user/{name}"), ActionNames=["s3:Get"]))):
        assert code(call, **arguments) in DENIED | {"NoSuchEntity", "InvalidInput"}, call


def test_the_log_of_an_account_is_its_own(first, second):
    name = f"logged-{uuid.uuid4().hex[:12]}"
    first.client("iam").create_user(UserName=name)
    found = {}
    for account in (first, second):
        # A global service's events lie in one Region.
        events = account.client("cloudtrail", region="us-east-1").lookup_events(
            LookupAttributes=[{"AttributeKey": "EventName", "AttributeValue": "CreateUser"}])["Events"]
        found[account.number] = name in str(events)
        assert all(json.loads(event["CloudTrailEvent"])["recipientAccountId"] == account.number for event in events)
    assert found == {FIRST: True, SECOND: False}


def test_a_key_is_lent_by_its_policy_and_the_users_own(first, second):
    may, key_user = second.user(allow("kms:Encrypt", "kms:Decrypt"))
    may_not, other_user = second.user()
    kms = first.client("kms")
    key = kms.create_key(Policy=document(
        allow("kms:*", Principal={"AWS": first.arn("root")}),
        allow("kms:Encrypt", "kms:Decrypt", Principal={"AWS": second.arn("root")})))["KeyMetadata"]["Arn"]
    theirs = second.client("kms", credentials=key_user)
    blob = theirs.encrypt(KeyId=key, Plaintext=b"lent")["CiphertextBlob"]
    assert kms.decrypt(CiphertextBlob=blob, KeyId=key)["Plaintext"] == b"lent"
    assert theirs.decrypt(CiphertextBlob=blob, KeyId=key)["Plaintext"] == b"lent"
    assert code(second.client("kms", credentials=other_user).encrypt, KeyId=key, Plaintext=b"x") in DENIED
    assert code(theirs.describe_key, KeyId=key) in DENIED
    kms.put_key_policy(KeyId=key, PolicyName="default", Policy=document(
        allow("kms:*", Principal={"AWS": first.arn("root")}), allow("kms:Decrypt", Principal={"AWS": may_not})))
    assert code(theirs.decrypt, CiphertextBlob=blob, KeyId=key) in DENIED
    assert code(second.client("kms", credentials=other_user).decrypt, CiphertextBlob=blob, KeyId=key) in DENIED, (
        "the key policy names the user, but the user's own account doesn't let it")


def test_a_secret_is_lent_with_its_key(first, second):
    arn, credentials = second.user(allow("secretsmanager:GetSecretValue", "kms:Decrypt"))
    key = first.client("kms").create_key(Policy=document(
        allow("kms:*", Principal={"AWS": first.arn("root")}), allow("kms:Decrypt", Principal={"AWS": arn})))
    secrets = first.client("secretsmanager")
    secret = secrets.create_secret(
        Name=f"lent/{uuid.uuid4()}", SecretString="x", KmsKeyId=key["KeyMetadata"]["Arn"])["ARN"]
    theirs = second.client("secretsmanager", credentials=credentials)
    assert code(theirs.get_secret_value, SecretId=secret) in DENIED
    secrets.put_resource_policy(
        SecretId=secret, ResourcePolicy=document(allow("secretsmanager:GetSecretValue", Principal={"AWS": arn})))
    assert theirs.get_secret_value(SecretId=secret)["SecretString"] == "x"
    first.client("kms").put_key_policy(
        KeyId=key["KeyMetadata"]["Arn"], PolicyName="default",
        Policy=document(allow("kms:*", Principal={"AWS": first.arn("root")})))
    assert code(theirs.get_secret_value, SecretId=secret) in DENIED


def test_a_role_is_lent_by_its_trust_and_the_users_own(first, second):
    arn, credentials = second.user(allow("sts:AssumeRole"))
    _, stranger = second.user()
    name = f"lent-{uuid.uuid4().hex[:12]}"
    iam = first.client("iam")
    role = iam.create_role(RoleName=name, AssumeRolePolicyDocument=document(
        {"Effect": "Allow", "Principal": {"AWS": second.arn("root")}, "Action": "sts:AssumeRole"}))["Role"]["Arn"]
    iam.put_role_policy(RoleName=name, PolicyName="p", PolicyDocument=document(allow("kms:ListKeys")))
    sts = second.client("sts", credentials=credentials)
    session = sts.assume_role(RoleArn=role, RoleSessionName="work")["Credentials"]
    told = second.client("sts", credentials=session).get_caller_identity()
    assert (told["Account"], told["Arn"]) == (FIRST, f"arn:aws:sts::{FIRST}:assumed-role/{name}/work")
    keys = second.client("kms", credentials=session).list_keys()["Keys"]
    assert keys == first.client("kms").list_keys()["Keys"], "the session acts in the role's account"
    assert code(
        second.client("sts", credentials=stranger).assume_role, RoleArn=role, RoleSessionName="work") == "AccessDenied"
    assert code(second.client("sts").assume_role, RoleArn=role, RoleSessionName="work") == "AccessDenied"
    second.client("iam").delete_user_policy(UserName=of(arn), PolicyName="p")
    assert code(sts.assume_role, RoleArn=role, RoleSessionName="work") == "AccessDenied"


def test_a_key_is_lent_by_a_grant(first, second):
    arn, credentials = second.user(allow("kms:Encrypt", "kms:Decrypt"))
    kms, theirs = first.client("kms"), second.client("kms", credentials=credentials)
    key = kms.create_key()["KeyMetadata"]["Arn"]
    assert code(theirs.encrypt, KeyId=key, Plaintext=b"x") in DENIED
    grant = kms.create_grant(KeyId=key, GranteePrincipal=arn, Operations=["Encrypt"])["GrantId"]
    assert theirs.encrypt(KeyId=key, Plaintext=b"x")["CiphertextBlob"]
    assert code(theirs.decrypt, KeyId=key, CiphertextBlob=kms.encrypt(KeyId=key, Plaintext=b"x")["CiphertextBlob"]) in DENIED
    kms.revoke_grant(KeyId=key, GrantId=grant)
    assert code(theirs.encrypt, KeyId=key, Plaintext=b"x") in DENIED


def test_each_partition_has_a_directory_of_its_own(first):
    name = f"apart-{uuid.uuid4().hex[:12]}"
    for region, partition in (("us-east-1", "aws"), ("cn-north-1", "aws-cn"), ("us-gov-west-1", "aws-us-gov")):
        iam = first.client("iam", region=region)
        made = iam.create_user(UserName=name)["User"]
        assert made["Arn"] == f"arn:{partition}:iam::{FIRST}:user/{name}"
        assert [user["Arn"] for user in iam.list_users()["Users"] if user["UserName"] == name] == [made["Arn"]]
        iam.attach_user_policy(UserName=name, PolicyArn=f"arn:{partition}:iam::aws:policy/AdministratorAccess")
        wrong = "aws" if partition != "aws" else "aws-cn"
        assert code(iam.attach_user_policy, UserName=name, PolicyArn=f"arn:{wrong}:iam::aws:policy/ReadOnlyAccess") in (
            "NoSuchEntity", "InvalidInput", "ValidationError")
        key = iam.create_access_key(UserName=name)["AccessKey"]
        told = first.client("sts", region=region, credentials=key).get_caller_identity()
        assert told["Arn"] == made["Arn"]
        assert first.client("kms", region=region).create_key()["KeyMetadata"]["Arn"].startswith(
            f"arn:{partition}:kms:{region}:{FIRST}:key/")
        secret = first.client("secretsmanager", region=region).create_secret(Name=name, SecretString="x")["ARN"]
        assert secret.startswith(f"arn:{partition}:secretsmanager:{region}:{FIRST}:secret:{name}-")
        elsewhere = "us-east-1" if partition != "aws" else "cn-north-1"
        stranger = first.client("kms", region=elsewhere, credentials=key)
        with pytest.raises(ClientError) as error:
            stranger.list_keys()
        assert error.value.response["Error"]["Code"] == "UnrecognizedClientException"
