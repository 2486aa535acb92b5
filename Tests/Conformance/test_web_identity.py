# SPDX-License-Identifier: Apache-2.0
"""Workloads that sign in with their platform's token, as Kubernetes and GitHub Actions have it, and no stored key."""

import json
import os
import re
import subprocess
import sys
import time
import uuid

import botocore.httpsession
import pytest
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from botocore.exceptions import ClientError

from conftest import ACCOUNT, COFFER, OWNER, REGION, Server
from oidc import Issuer, SigningKey, keys


@pytest.fixture(scope="module")
def issuer(tmp_path_factory):
    issuer = Issuer(tmp_path_factory.mktemp("issuer"))
    yield issuer
    issuer.close()


@pytest.fixture(scope="module")
def trusting(issuer):
    """A server that trusts the issuer's authority."""
    process = subprocess.Popen(
        [str(COFFER), "serve", "--ephemeral", "--listen", "127.0.0.1:0", "--account-id", ACCOUNT, "--region", REGION],
        env={**os.environ, "COFFER_OWNER_ACCESS_KEY_ID": OWNER[0], "COFFER_OWNER_SECRET_ACCESS_KEY": OWNER[1],
             "SSL_CERT_FILE": str(issuer.authority)},
        stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
    endpoint = next(found[0] for line in process.stderr if (found := re.search(r"http://127\.0\.0\.1:\d+", line)))
    yield Server(process, endpoint)
    process.terminate()
    assert process.wait(20) == 0


class Workload:
    """A provider, a role that trusts its main branch, and a secret that the role may read."""

    def __init__(self, server, issuer, algorithm="RS256"):
        self.server, self.issuer, self.path = server, issuer, f"/{uuid.uuid4().hex}"
        self.key = SigningKey("one", algorithm)
        issuer.published[self.path] = [self.key]
        self.host = f"{issuer.host}{self.path}"
        iam, secrets = server.client("iam"), server.client("secretsmanager")
        self.provider = iam.create_open_id_connect_provider(
            Url=f"https://{self.host}", ClientIDList=["sts.amazonaws.com"])["OpenIDConnectProviderArn"]
        self.secret = secrets.create_secret(Name=f"app/{self.path[1:]}", SecretString="sk-example-not-a-key")["ARN"]
        self.name = f"ci-{self.path[1:13]}"
        self.role = iam.create_role(RoleName=self.name, AssumeRolePolicyDocument=self.trust())["Role"]["Arn"]
        allowed = {"Effect": "Allow", "Action": "secretsmanager:GetSecretValue", "Resource": self.secret}
        iam.put_role_policy(
            RoleName=self.name, PolicyName="read",
            PolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": [allowed]}))

    def trust(self, *more):
        return json.dumps({"Version": "2012-10-17", "Statement": [{
            "Effect": "Allow", "Principal": {"Federated": self.provider},
            "Action": ["sts:AssumeRoleWithWebIdentity", *more],
            "Condition": {"StringEquals": {f"{self.host}:aud": "sts.amazonaws.com"},
                          "StringLike": {f"{self.host}:sub": "repo:coffer/app:*"}}}]})

    def token(self, key=None, **claims):
        return (key or self.key).token(**self.issuer.claims(self.path, **claims))

    def assume(self, token, **more):
        sts = self.server.client("sts", key=("", ""))
        return sts.assume_role_with_web_identity(
            **{"RoleArn": self.role, "RoleSessionName": "job", "WebIdentityToken": token, **more})

    def refusal(self, token, **more):
        with pytest.raises(ClientError) as error:
            self.assume(token, **more)
        found = error.value.response["Error"]
        return found["Code"], found["Message"]


@pytest.fixture(params=["RS256", "ES256"])
def workload(trusting, issuer, request):
    return Workload(trusting, issuer, request.param)


@pytest.fixture
def one(trusting, issuer):
    return Workload(trusting, issuer)


def environment(workload, file):
    return {
        "PATH": os.environ["PATH"], "HOME": "/nonexistent", "AWS_ENDPOINT_URL": workload.server.endpoint,
        "AWS_REGION": REGION, "AWS_DEFAULT_REGION": REGION, "AWS_ROLE_ARN": workload.role, "AWS_ROLE_SESSION_NAME": "pod",
        "AWS_WEB_IDENTITY_TOKEN_FILE": str(file), "AWS_PAGER": "", "AWS_EC2_METADATA_DISABLED": "true",
    }


def test_boto3_reads_a_secret_with_a_token_file_alone(workload, tmp_path):
    (tmp_path / "token").write_text(workload.token())
    program = f"""import boto3
print(boto3.client("secretsmanager").get_secret_value(SecretId="{workload.secret}")["SecretString"])
print(boto3.client("sts").get_caller_identity()["Arn"])
"""
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment(workload, tmp_path / "token"), capture_output=True, text=True,
        timeout=60)
    assert done.stdout.split() == [
        "sk-example-not-a-key", f"arn:aws:sts::{ACCOUNT}:assumed-role/{workload.name}/pod"], done.stderr
    assert [path for path in workload.issuer.asked if path.startswith(workload.path)] == [
        f"{workload.path}/.well-known/openid-configuration", f"{workload.path}/jwks"]


def test_the_cli_reads_a_secret_with_a_token_file_alone(one, tmp_path):
    (tmp_path / "token").write_text(one.token())
    aws = os.path.join(os.path.dirname(sys.executable), "aws")
    done = subprocess.run(
        [aws, "secretsmanager", "get-secret-value", "--secret-id", one.secret, "--query", "SecretString"],
        env=environment(one, tmp_path / "token"), capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == '"sk-example-not-a-key"', done.stderr


def test_what_the_answer_says(one):
    answer = one.assume(one.token(), DurationSeconds=900)
    assert answer["Provider"] == one.provider
    assert (answer["Audience"], answer["SubjectFromWebIdentityToken"]) == (
        "sts.amazonaws.com", "repo:coffer/app:ref:refs/heads/main")
    assert answer["AssumedRoleUser"]["Arn"] == f"arn:aws:sts::{ACCOUNT}:assumed-role/{one.name}/job"
    assert "PackedPolicySize" not in answer
    assert 850 < answer["Credentials"]["Expiration"].timestamp() - time.time() <= 900
    several = one.assume(one.token(aud=["other", "sts.amazonaws.com"]))
    assert several["Audience"] == "sts.amazonaws.com"


def test_tokens_that_prove_nothing(one):
    now = int(time.time())
    invalid = "InvalidIdentityToken"
    lacking = (
        invalid, "Couldn't retrieve verification key from your identity provider,  please reference "
        "AssumeRoleWithWebIdentity documentation for requirements")
    token = one.token()
    head, body, signature = token.split(".")
    assert one.refusal(one.token(aud="other")) == (invalid, "Incorrect token audience")
    expired = one.refusal(one.token(exp=now - 10))
    assert expired[0] == "ExpiredTokenException"
    assert re.fullmatch(
        rf"Token expired: current date/time \d+ must be before the expiration date/time {now - 10}", expired[1])
    assert one.refusal(one.token(iat=now - 90_000))[0] == "ExpiredTokenException"
    assert one.refusal(one.token(iat=now + 3600))[0] == invalid
    assert one.refusal(one.token(nbf=now + 3600))[0] == invalid
    for claim in ("sub", "aud", "exp", "iat"):
        claims = one.issuer.claims(one.path)
        del claims[claim]
        assert one.refusal(one.key.token(**claims)) == (invalid, f"Missing a required claim: {claim}")
    assert one.refusal(one.token(iss="https://127.0.0.1/none")) == (
        invalid, "No OpenIDConnect provider found in your account for https://127.0.0.1/none")
    assert one.refusal(SigningKey("one").token(**one.issuer.claims(one.path))) == lacking
    assert one.refusal(f"{head}.{one.token(sub='repo:coffer/app:x').split('.')[1]}.{signature}") == lacking
    for text in ("abcd", f"{head}.{body}", f"{head}.{body}.", f"{head}.{body}.{signature}="):
        assert one.refusal(text)[0] == invalid
    assert one.refusal(one.token(sub="repo:stranger/app:ref")) == (
        "AccessDenied", "Not authorized to perform sts:AssumeRoleWithWebIdentity")
    assert one.refusal(token, RoleArn=one.role + "x") == (
        "AccessDenied", "Not authorized to perform sts:AssumeRoleWithWebIdentity")
    assert one.refusal(token, DurationSeconds=7200) == (
        "ValidationError", "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.")
    # Whether the account has a policy is told to nobody whom the role doesn't trust.
    gone = [{"arn": f"arn:aws:iam::{ACCOUNT}:policy/none"}]
    assert one.refusal(one.token(sub="repo:stranger/app:ref"), PolicyArns=gone)[0] == "AccessDenied"
    assert one.refusal(token, PolicyArns=gone)[0] == "MalformedPolicyDocument"


def test_a_rotated_key_does_not_count_before_it_is_published(one):
    one.assume(one.token())
    newer = SigningKey("two", "ES256")
    assert one.refusal(one.token(newer))[0] == "InvalidIdentityToken"
    one.issuer.published[one.path] = [newer]
    # What is known of the issuer holds for half a minute, so that no stranger's tokens make the server fetch.
    asked = len(one.issuer.asked)
    assert one.refusal(one.token(newer))[0] == "InvalidIdentityToken"
    assert len(one.issuer.asked) == asked


def test_source_identity_and_tags_come_from_the_token(one):
    token = one.token(**{
        "https://aws.amazon.com/source_identity": "ann",
        "https://aws.amazon.com/tags": {"principal_tags": {"team": ["red"]}, "transitive_tag_keys": ["team"]}})
    assert one.refusal(token) == ("AccessDenied", "Not authorized to perform sts:TagSession")
    one.server.client("iam").update_assume_role_policy(
        RoleName=one.name, PolicyDocument=one.trust("sts:TagSession", "sts:SetSourceIdentity"))
    answer = one.assume(token)
    assert answer["SourceIdentity"] == "ann" and answer["PackedPolicySize"] > 0


def call_coffer(server, operation, key=OWNER, **arguments):
    request = AWSRequest("POST", server.endpoint + "/", data=json.dumps(arguments), headers={
        "Content-Type": "application/x-amz-json-1.1", "X-Amz-Target": f"Coffer.{operation}"})
    SigV4Auth(Credentials(*key), "coffer", REGION).add_auth(request)
    http = botocore.httpsession.URLLib3Session()
    reply = http.send(request.prepare())
    return reply.status_code, json.loads(reply.content or b"{}")


def test_keys_given_by_hand_are_the_ones_that_count(one):
    assert one.assume(one.token())
    mine, asked = SigningKey("mine"), len(one.issuer.asked)
    assert call_coffer(one.server, "PutIdentityProviderKeys", ProviderArn=one.provider, KeySet=keys(mine)) == (200, {})
    assert one.assume(one.token(mine))
    assert one.refusal(one.token())[0] == "InvalidIdentityToken"
    later = SigningKey("later", "ES256")
    call_coffer(one.server, "PutIdentityProviderKeys", ProviderArn=one.provider, KeySet=keys(mine, later))
    assert one.assume(one.token(later)) and one.assume(one.token(mine))
    call_coffer(one.server, "PutIdentityProviderKeys", ProviderArn=one.provider, KeySet=keys(later))
    assert one.refusal(one.token(mine))[0] == "InvalidIdentityToken"
    assert len(one.issuer.asked) == asked
    assert call_coffer(one.server, "PutIdentityProviderKeys", ProviderArn=one.provider) == (200, {})
    assert one.assume(one.token())
    for wrong in ("", "{}", '{"keys":[]}', '{"keys":[{"kty":"oct","k":"AAAA"}]}'):
        status, _ = call_coffer(one.server, "PutIdentityProviderKeys", ProviderArn=one.provider, KeySet=wrong)
        assert status == 400
    assert one.assume(one.token())


def test_without_the_provider_or_the_role_there_is_nothing(one):
    session = one.assume(one.token())["Credentials"]
    key = (session["AccessKeyId"], session["SecretAccessKey"])
    secrets = one.server.client("secretsmanager", key=key, token=session["SessionToken"])
    assert secrets.get_secret_value(SecretId=one.secret)["SecretString"]
    iam = one.server.client("iam")
    iam.delete_open_id_connect_provider(OpenIDConnectProviderArn=one.provider)
    assert one.refusal(one.token())[0] == "InvalidIdentityToken"
    # As on AWS, what was given out lasts as long as its role.
    assert secrets.get_secret_value(SecretId=one.secret)["SecretString"]
    iam.delete_role_policy(RoleName=one.name, PolicyName="read")
    iam.delete_role(RoleName=one.name)
    with pytest.raises(ClientError) as error:
        secrets.get_secret_value(SecretId=one.secret)
    assert error.value.response["Error"]["Code"] == "UnrecognizedClientException"


def test_a_server_that_does_not_know_the_authority_believes_nothing(server, issuer):
    stranger = Workload(server, issuer)
    assert stranger.refusal(stranger.token())[0] == "InvalidIdentityToken"
    # An owner who has seen the keys says so.
    assert call_coffer(server, "PutIdentityProviderKeys", ProviderArn=stranger.provider, KeySet=keys(stranger.key))[0] == 200
    assert stranger.assume(stranger.token())
