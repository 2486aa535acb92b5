# SPDX-License-Identifier: Apache-2.0
"""STS through boto3 and the aws CLI: who is given which credentials, what they are worth, and when they end."""

import datetime
import json
import time
import uuid

import pytest
from botocore.exceptions import ClientError

from conftest import ACCOUNT, OWNER

ROOT_ARN = f"arn:aws:iam::{ACCOUNT}:root"


def name(prefix):
    return f"{prefix}-{uuid.uuid4().hex[:12]}"


def document(*statements):
    return json.dumps({"Version": "2012-10-17", "Statement": list(statements)})


def allow(*actions, **more):
    return {"Effect": "Allow", "Action": list(actions), "Resource": "*", **more}


def trust(*principals, actions=("sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"), **condition):
    named = {"AWS": list(principals) or [ACCOUNT]}
    statement = {"Effect": "Allow", "Principal": named, "Action": list(actions)}
    return document({**statement, **({"Condition": condition} if condition else {})})


def refusal(call, **arguments):
    with pytest.raises(ClientError) as error:
        call(**arguments)
    found = error.value.response
    return found["Error"]["Code"], found["Error"]["Message"], found["ResponseMetadata"]["HTTPStatusCode"]


def code(call, **arguments):
    return refusal(call, **arguments)[0]


class Somebody:
    """Who calls with a key or a session."""

    def __init__(self, server, credentials):
        self.server = server
        self.key = (credentials["AccessKeyId"], credentials["SecretAccessKey"])
        self.token = credentials.get("SessionToken")

    def client(self, service, **options):
        return self.server.client(service, key=self.key, token=self.token, validates=False, **options)

    @property
    def sts(self):
        return self.client("sts")

    @property
    def arn(self):
        return self.sts.get_caller_identity()["Arn"]

    def may_list_keys(self):
        try:
            self.client("kms").list_keys()
            return True
        except ClientError as error:
            assert error.response["Error"]["Code"] == "AccessDeniedException"
            return False

    def assume(self, role, **more):
        return Somebody(self.server, self.sts.assume_role(RoleArn=role, RoleSessionName="work", **more)["Credentials"])


@pytest.fixture(scope="module")
def iam(server):
    return server.client("iam")


@pytest.fixture(scope="module")
def owner(server):
    return Somebody(server, {"AccessKeyId": OWNER[0], "SecretAccessKey": OWNER[1]})


@pytest.fixture
def user(server, iam):
    def make(*statements):
        who = name("user")
        iam.create_user(UserName=who)
        if statements:
            iam.put_user_policy(UserName=who, PolicyName="p", PolicyDocument=document(*statements))
        return Somebody(server, iam.create_access_key(UserName=who)["AccessKey"])

    return make


@pytest.fixture
def role(iam):
    def make(trusted=None, *statements, **more):
        made = iam.create_role(RoleName=name("role"), AssumeRolePolicyDocument=trusted or trust(), **more)["Role"]
        if statements:
            iam.put_role_policy(RoleName=made["RoleName"], PolicyName="p", PolicyDocument=document(*statements))
        return made["Arn"]

    return make


def of(arn):
    return arn.rsplit("/", 1)[1]


def test_everybody_is_told_who_they_are(server, owner, user, role, iam):
    assert owner.sts.get_caller_identity()["Arn"] == ROOT_ARN
    root = owner.sts.get_caller_identity()
    assert (root["UserId"], root["Account"]) == (ACCOUNT, ACCOUNT)
    nobody = user()
    found = nobody.sts.get_caller_identity()
    who = of(found["Arn"])
    assert found["Arn"] == f"arn:aws:iam::{ACCOUNT}:user/{who}"
    assert found["UserId"] == iam.get_user(UserName=who)["User"]["UserId"]
    trusted = role(trust(found["Arn"]), Path="/team/")
    session = nobody.assume(trusted)
    assumed = session.sts.get_caller_identity()
    assert assumed["Arn"] == f"arn:aws:sts::{ACCOUNT}:assumed-role/{of(trusted)}/work"
    assert assumed["UserId"] == f"{iam.get_role(RoleName=of(trusted))['Role']['RoleId']}:work"
    denied = user(allow("sts:GetFederationToken"), {"Effect": "Deny", "Action": "sts:GetCallerIdentity", "Resource": "*"})
    assert denied.arn == f"arn:aws:iam::{ACCOUNT}:user/{of(denied.arn)}", "it is never denied"
    federated = Somebody(server, denied.sts.get_federation_token(Name="bob")["Credentials"])
    told = federated.sts.get_caller_identity()
    assert (told["Arn"], told["UserId"]) == (f"arn:aws:sts::{ACCOUNT}:federated-user/bob", f"{ACCOUNT}:bob")
    own = Somebody(server, nobody.sts.get_session_token()["Credentials"])
    assert own.sts.get_caller_identity() | {"ResponseMetadata": 0} == found | {"ResponseMetadata": 0}


def test_assuming_a_role(owner, user, role):
    may = allow("sts:AssumeRole")
    trusted = role(trust(), allow("kms:ListKeys"))
    ann, stranger = user(may), user()
    answer = ann.sts.assume_role(RoleArn=trusted, RoleSessionName="first")
    assert answer["AssumedRoleUser"]["Arn"] == f"arn:aws:sts::{ACCOUNT}:assumed-role/{of(trusted)}/first"
    assert answer["Credentials"]["AccessKeyId"].startswith("ASIA")
    assert not {"PackedPolicySize", "SourceIdentity"} & set(answer)
    left = answer["Credentials"]["Expiration"] - datetime.datetime.now(datetime.timezone.utc)
    assert 3500 < left.total_seconds() <= 3600
    assert ann.assume(trusted).may_list_keys() and not ann.may_list_keys()
    gone = trusted + "x"
    for role_arn in (trusted, gone):
        assert refusal(stranger.sts.assume_role, RoleArn=role_arn, RoleSessionName="work") == (
            "AccessDenied", f"User: {stranger.arn} is not authorized to perform: sts:AssumeRole on resource: {role_arn}"
            + (" because no identity-based policy allows the sts:AssumeRole action" if role_arn == trusted else
               " because no role trust policy allows the sts:AssumeRole action"), 403)
    for wrong in ("nothing-valid-in-here", "arn:a:a::aaaaaaaaaa:"):
        assert refusal(ann.sts.assume_role, RoleArn=wrong, RoleSessionName="work")[:2] == (
            "ValidationError", f"{wrong} is invalid")
    assert refusal(ann.sts.assume_role, RoleArn=trusted, RoleSessionName="Session1:2")[1] == (
        "1 validation error detected: Value 'Session1:2' at 'roleSessionName' failed to satisfy constraint: "
        r"Member must satisfy regular expression pattern: [\w+=,.@-]*")


def test_how_long_a_session_lasts(user, role):
    ann = user(allow("sts:AssumeRole"))
    short, long = role(trust(), allow("sts:AssumeRole")), role(trust(), MaxSessionDuration=43200)
    exceeds = "The requested DurationSeconds exceeds the MaxSessionDuration set for this role."
    assert refusal(ann.sts.assume_role, RoleArn=short, RoleSessionName="work", DurationSeconds=3601)[:2] == (
        "ValidationError", exceeds)
    for seconds in (899, 43201):
        assert code(ann.sts.assume_role, RoleArn=long, RoleSessionName="work", DurationSeconds=seconds) == "ValidationError"
    for seconds in (900, 43200):
        made = ann.sts.assume_role(RoleArn=long, RoleSessionName="work", DurationSeconds=seconds)["Credentials"]
        assert seconds - 60 < made["Expiration"].timestamp() - time.time() <= seconds
    chained = ann.assume(short)
    assert refusal(chained.sts.assume_role, RoleArn=long, RoleSessionName="work", DurationSeconds=3601)[:2] == (
        "ValidationError",
        "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.")
    assert chained.assume(long).arn == f"arn:aws:sts::{ACCOUNT}:assumed-role/{of(long)}/work"
    own = Somebody(ann.server, ann.sts.get_session_token()["Credentials"])
    assert code(own.sts.assume_role, RoleArn=long, RoleSessionName="work", DurationSeconds=3601) == "ValidationError"


def test_session_policies_bound_and_never_widen(user, role, iam):
    ann = user(allow("sts:AssumeRole"))
    trusted = role(trust(), allow("kms:ListKeys", "kms:ListAliases"))

    def session(**more):
        made = ann.assume(trusted, **more)
        aliases = ann.server.client("kms", key=made.key, token=made.token)
        try:
            aliases.list_aliases()
            may = True
        except ClientError:
            may = False
        return made.may_list_keys(), may

    assert session() == (True, True)
    assert session(Policy=document(allow("kms:ListKeys"))) == (True, False)
    assert session(Policy=document(allow("s3:*"))) == (False, False)
    assert session(Policy=document(allow("*"), {**allow("kms:ListKeys"), "Effect": "Deny"})) == (False, True)
    made = iam.create_policy(PolicyName=name("p"), PolicyDocument=document(allow("kms:ListAliases")))["Policy"]["Arn"]
    assert session(PolicyArns=[{"arn": made}]) == (False, True)
    assert session(PolicyArns=[{"arn": made}], Policy=document(allow("kms:ListKeys"))) == (True, True)
    assert session(PolicyArns=[{"arn": "arn:aws:iam::aws:policy/AdministratorAccess"}]) == (True, True)
    answer = ann.sts.assume_role(RoleArn=trusted, RoleSessionName="work", Policy=document(allow("kms:*")))
    assert answer["PackedPolicySize"] > 0
    more = dict(RoleArn=trusted, RoleSessionName="work")
    assert code(ann.sts.assume_role, Policy="{}", **more) == "MalformedPolicyDocument"
    assert code(ann.sts.assume_role, PolicyArns=[{"arn": made + "x"}], **more) == "MalformedPolicyDocument"
    assert code(ann.sts.assume_role, Policy=document(allow("kms:" + "x" * 2100)), **more) == "PackedPolicyTooLarge"
    # Who may not assume the role learns nothing of its account's policies.
    assert code(user().sts.assume_role, PolicyArns=[{"arn": made + "x"}], **more) == "AccessDenied"


def test_a_session_ends_with_a_managed_policy_of_its_own_changed(user, role, iam):
    made = iam.create_policy(PolicyName=name("p"), PolicyDocument=document(allow("kms:ListKeys")))["Policy"]["Arn"]
    session = user(allow("sts:AssumeRole")).assume(role(trust(), allow("kms:*")), PolicyArns=[{"arn": made}])
    assert session.may_list_keys()
    iam.create_policy_version(PolicyArn=made, PolicyDocument=document(allow("s3:*")), SetAsDefault=True)
    assert not session.may_list_keys()


def test_an_external_id_is_asked_for(user, role):
    ann = user(allow("sts:AssumeRole"))
    guarded = role(trust(StringEquals={"sts:ExternalId": "4711"}))
    assert ann.assume(guarded, ExternalId="4711").arn
    for more in ({}, {"ExternalId": "4712"}):
        assert code(ann.sts.assume_role, RoleArn=guarded, RoleSessionName="work", **more) == "AccessDenied"


def test_tags_of_a_session_and_those_that_go_on(user, role):
    ann = user(allow("sts:AssumeRole", "sts:TagSession"))
    by_tag = allow("kms:ListKeys", Condition={"StringEquals": {"aws:PrincipalTag/team": "red"}})
    first = role(trust(), by_tag, allow("sts:AssumeRole", "sts:TagSession"), Tags=[{"Key": "team", "Value": "blue"}])
    second = role(trust(), by_tag)
    red = [{"Key": "team", "Value": "red"}]
    assert not ann.assume(first).may_list_keys(), "the role's own tag"
    plain, handed = ann.assume(first, Tags=red), ann.assume(first, Tags=red, TransitiveTagKeys=["team"])
    assert plain.may_list_keys() and handed.may_list_keys()
    assert not plain.assume(second).may_list_keys()
    assert handed.assume(second).may_list_keys()

    def wrong(caller, target, **more):
        return refusal(caller.sts.assume_role, RoleArn=target, RoleSessionName="work", **more)[:2]

    invalid = "InvalidParameterValue"
    assert wrong(ann, first, Tags=[*red, {"Key": "Team", "Value": "x"}]) == (
        invalid, "Duplicate tag keys found. Please note that Tag keys are case insensitive.")
    assert wrong(ann, first, Tags=red, TransitiveTagKeys=["app"]) == (
        invalid, "The specified transitive tag key must be included in the requested tags.")
    assert wrong(handed, second, Tags=[{"Key": "TEAM", "Value": "x"}]) == (
        invalid, "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key "
        "from the calling session.")
    untagging = role(trust(actions=("sts:AssumeRole",)))
    assert wrong(ann, untagging, Tags=red)[1].startswith(
        f"User: {ann.arn} is not authorized to perform: sts:TagSession on resource: {untagging}")
    asked = role(trust(StringEquals={"aws:RequestTag/team": "red"}, **{"ForAllValues:StringEquals": {"aws:TagKeys": ["team"]}}))
    assert ann.assume(asked, Tags=red).arn
    assert wrong(ann, asked, Tags=[{"Key": "team", "Value": "blue"}])[0] == "AccessDenied"


def test_a_source_identity_is_set_once(user, role):
    ann = user(allow("sts:AssumeRole", "sts:SetSourceIdentity"))
    first, second = role(trust(), allow("sts:AssumeRole", "sts:SetSourceIdentity")), role()
    answer = ann.sts.assume_role(RoleArn=first, RoleSessionName="work", SourceIdentity="ann")
    assert answer["SourceIdentity"] == "ann"
    session = Somebody(ann.server, answer["Credentials"])
    chained = session.sts.assume_role(RoleArn=second, RoleSessionName="work")
    assert chained["SourceIdentity"] == "ann"
    assert code(session.sts.assume_role, RoleArn=second, RoleSessionName="work", SourceIdentity="bob") == "AccessDenied"
    unset = role(trust(actions=("sts:AssumeRole",)))
    assert "sts:SetSourceIdentity" in refusal(session.sts.assume_role, RoleArn=unset, RoleSessionName="work")[1]


def test_session_tokens(owner, user, role):
    ann = user(allow("kms:ListKeys", "iam:*", "sts:AssumeRole", "sts:GetFederationToken"))
    session = Somebody(ann.server, ann.sts.get_session_token(DurationSeconds=900)["Credentials"])
    assert session.may_list_keys()
    assert session.assume(role()).arn
    assert code(session.client("iam").list_users) == "InvalidClientTokenId"
    for call in (session.sts.get_session_token, lambda: session.sts.get_federation_token(Name="bob")):
        assert refusal(call)[1].endswith("with session credentials")
    for seconds in (899, 129601):
        assert code(ann.sts.get_session_token, DurationSeconds=seconds) == "ValidationError"
    whole = ann.sts.get_session_token()["Credentials"]["Expiration"].timestamp() - time.time()
    assert 43000 < whole <= 43200
    root = owner.sts.get_session_token(DurationSeconds=129600)["Credentials"]["Expiration"].timestamp() - time.time()
    assert root <= 3600
    assert user().sts.get_session_token()["Credentials"], "it needs no permission"


def test_federation_tokens(user):
    ann = user(allow("kms:ListKeys", "kms:ListAliases", "sts:*", "iam:*"))
    bare = ann.sts.get_federation_token(Name="bob")
    assert bare["FederatedUser"] == {
        "FederatedUserId": f"{ACCOUNT}:bob", "Arn": f"arn:aws:sts::{ACCOUNT}:federated-user/bob"}
    assert bare["PackedPolicySize"] == 0
    assert not Somebody(ann.server, bare["Credentials"]).may_list_keys(), "without a policy it may do nothing"
    bounded = Somebody(ann.server, ann.sts.get_federation_token(
        Name="bob", Policy=document(allow("kms:ListKeys", "iam:*", "sts:*", "secretsmanager:*")))["Credentials"])
    assert bounded.may_list_keys()
    assert code(bounded.client("secretsmanager").list_secrets) == "AccessDeniedException", "its user may not either"
    assert code(bounded.client("iam").list_users) == "InvalidClientTokenId"
    assert code(bounded.sts.get_federation_token, Name="eve") == "AccessDenied"
    assert code(bounded.sts.get_session_token) == "AccessDenied"
    assert code(ann.sts.get_federation_token, Name="b") == "ValidationError"
    assert code(user().sts.get_federation_token, Name="bob") == "AccessDenied"


def test_access_keys_tell_their_account(owner, user, role):
    ann = user(allow("sts:GetAccessKeyInfo", "sts:AssumeRole"))
    for key in (ann.key[0], ann.assume(role()).key[0], OWNER[0]):
        assert ann.sts.get_access_key_info(AccessKeyId=key)["Account"] == ACCOUNT
    assert code(ann.sts.get_access_key_info, AccessKeyId="short") == "ValidationError"
    assert code(user().sts.get_access_key_info, AccessKeyId=ann.key[0]) == "AccessDenied"


def test_a_refusal_is_explained_to_those_who_may_know(owner, user):
    eve = user(allow("kms:ListKeys"), {"Sid": "No", "Effect": "Deny", "Action": "kms:ListKeys", "Resource": "*"})
    with pytest.raises(ClientError) as error:
        eve.client("kms").list_keys()
    sealed = error.value.response["ResponseMetadata"]["HTTPHeaders"]["x-coffer-authorization-message"]
    told = json.loads(owner.sts.decode_authorization_message(EncodedMessage=sealed)["DecodedMessage"])
    assert (told["allowed"], told["explicitDeny"]) == (False, True)
    assert told["matchedStatements"]["items"][0]["statementId"] == "No"
    assert told["context"]["principal"]["arn"] == eve.arn and told["context"]["action"] == "kms:ListKeys"
    assert code(eve.sts.decode_authorization_message, EncodedMessage=sealed) == "AccessDenied"
    for wrong in ("x", sealed[:-4], sealed[4:], sealed.swapcase()):
        assert refusal(owner.sts.decode_authorization_message, EncodedMessage=wrong) == (
            "InvalidAuthorizationMessageException", "Message is not valid", 400)


def test_older_sessions_are_revoked(user, role, iam):
    ann = user(allow("sts:AssumeRole"))
    trusted = role(trust(), allow("kms:ListKeys"))
    session = ann.assume(trusted)
    assert session.may_list_keys()

    def revoke(moment):
        deny = {"Effect": "Deny", "Action": ["*"], "Resource": ["*"],
                "Condition": {"DateLessThan": {"aws:TokenIssueTime": moment.strftime("%Y-%m-%dT%H:%M:%S.000Z")}}}
        iam.put_role_policy(RoleName=of(trusted), PolicyName="AWSRevokeOlderSessions", PolicyDocument=document(deny))

    now = datetime.datetime.now(datetime.timezone.utc)
    revoke(now + datetime.timedelta(seconds=2))
    assert not session.may_list_keys()
    revoke(now - datetime.timedelta(hours=1))
    assert session.may_list_keys() and ann.assume(trusted).may_list_keys()


def test_sessions_end_with_whom_they_are_of(user, role, iam):
    ann = user(allow("sts:*", "kms:ListKeys"))
    trusted = role(trust(), allow("kms:ListKeys"))
    session = ann.assume(trusted)
    own = Somebody(ann.server, ann.sts.get_session_token()["Credentials"])
    federated = Somebody(
        ann.server, ann.sts.get_federation_token(Name="bob", Policy=document(allow("kms:*")))["Credentials"])
    assert session.may_list_keys() and own.may_list_keys() and federated.may_list_keys()
    who, what = of(ann.arn), of(trusted)

    def end_user():
        iam.delete_user_policy(UserName=who, PolicyName="p")
        iam.delete_access_key(UserName=who, AccessKeyId=ann.key[0])
        iam.delete_user(UserName=who)

    def end_role():
        iam.delete_role_policy(RoleName=what, PolicyName="p")
        iam.delete_role(RoleName=what)

    end_user()
    for gone in (ann, own, federated):
        assert code(gone.client("kms").list_keys) == "UnrecognizedClientException"
    assert session.may_list_keys(), "a role's session doesn't hang on who asked for it"
    end_role()
    assert code(session.client("kms").list_keys) == "UnrecognizedClientException"
    # Others of the same name are others.
    iam.create_user(UserName=who)
    iam.put_user_policy(UserName=who, PolicyName="p", PolicyDocument=document(allow("*")))
    iam.create_role(RoleName=what, AssumeRolePolicyDocument=trust())
    iam.put_role_policy(RoleName=what, PolicyName="p", PolicyDocument=document(allow("*")))
    for gone in (own, federated, session):
        assert code(gone.client("kms").list_keys) == "UnrecognizedClientException"


def test_a_session_is_worth_nothing_in_pieces(user, role):
    session, other = (user(allow("sts:AssumeRole")).assume(role(trust(), allow("kms:ListKeys"))) for _ in range(2))
    for key, token in (
            (session.key, None), (session.key, other.token), ((other.key[0], session.key[1]), session.token),
            (session.key, session.token[:-4]), (session.key, session.token + "AAAA")):
        kms = session.server.client("kms", key=key, token=token)
        assert code(kms.list_keys) in ("UnrecognizedClientException", "InvalidSignatureException")


def test_the_cli_assumes_a_role(server, user, role):
    ann = user(allow("sts:AssumeRole"))
    trusted = role(trust(), allow("kms:ListKeys"))
    done = server.aws(
        "sts", "assume-role", "--role-arn", trusted, "--role-session-name", "cli", "--duration-seconds", "900", key=ann.key)
    assert done.returncode == 0, done.stderr
    assert Somebody(server, json.loads(done.stdout)["Credentials"]).may_list_keys()
    told = server.aws("sts", "get-caller-identity", key=ann.key)
    assert json.loads(told.stdout)["Arn"] == ann.arn
