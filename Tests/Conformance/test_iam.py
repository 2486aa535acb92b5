# SPDX-License-Identifier: Apache-2.0
"""IAM through boto3 and the aws CLI: every operation that is answered once as it should go, and refused to a stranger.

The last test holds docs/iam-operations.md against what is answered.
"""

import csv
import json
import re
import uuid

import pytest
from botocore.exceptions import ClientError

from conftest import ACCOUNT, ROOT
from iam_refusals import ADMIN, LINKED, LINKED_ROLE, REFUSALS, SAMPLES, TRUST, document

PAGE = ROOT / "docs/iam-operations.md"
happy = set()


def table(page=PAGE):
    """The operations of the page's tables, and whether each is answered."""
    rows = re.findall(r"^\| (\w+) \| (yes|no) \|", page.read_text(), re.MULTILINE)
    return {name: answered == "yes" for name, answered in rows}


ANSWERED = sorted(name for name, answered in table().items() if answered)


def name(prefix="x"):
    return f"{prefix}-{uuid.uuid4().hex[:12]}"


def members(reply):
    return set(reply) - {"ResponseMetadata"}


def refusal(call, **arguments):
    with pytest.raises(ClientError) as error:
        call(**arguments)
    found = error.value.response
    return found["Error"]["Code"], found["Error"].get("Message", ""), found["ResponseMetadata"]["HTTPStatusCode"]


def note(client):
    """Notes which operations are answered."""
    client.meta.events.register(
        "after-call.iam", lambda http_response, model, **_: http_response.status_code == 200 and happy.add(model.name))
    return client


@pytest.fixture(scope="module")
def iam(server):
    return note(server.client("iam"))


@pytest.fixture
def user(iam):
    return iam.create_user(UserName=name("user"))["User"]["UserName"]


@pytest.fixture
def group(iam):
    return iam.create_group(GroupName=name("group"))["Group"]["GroupName"]


@pytest.fixture
def role(iam):
    return iam.create_role(RoleName=name("role"), AssumeRolePolicyDocument=TRUST)["Role"]["RoleName"]


@pytest.fixture
def policy(iam):
    return iam.create_policy(PolicyName=name("policy"), PolicyDocument=document("s3:*"))["Policy"]["Arn"]


def test_users(iam, policy):
    made = iam.create_user(
        UserName=name("user"), Path="/team/", PermissionsBoundary=policy, Tags=[{"Key": "app", "Value": "bot"}])["User"]
    user = made["UserName"]
    assert members(made) == {
        "Path", "UserName", "UserId", "Arn", "CreateDate", "PermissionsBoundary", "Tags"}
    assert made["Arn"] == f"arn:aws:iam::{ACCOUNT}:user/team/{user}" and made["UserId"].startswith("AIDA")
    assert made["PermissionsBoundary"]["PermissionsBoundaryArn"] == policy
    assert iam.get_user(UserName=user)["User"] == made
    (listed,) = iam.list_users(PathPrefix="/team/")["Users"]
    assert members(listed) == {"Path", "UserName", "UserId", "Arn", "CreateDate"}

    assert members(iam.delete_user_permissions_boundary(UserName=user)) == set()
    assert members(iam.put_user_permissions_boundary(UserName=user, PermissionsBoundary=ADMIN)) == set()
    iam.tag_user(UserName=user, Tags=[{"Key": "APP", "Value": "b2"}, {"Key": "team", "Value": "x"}])
    iam.untag_user(UserName=user, TagKeys=["Team"])
    assert iam.list_user_tags(UserName=user)["Tags"] == [{"Key": "APP", "Value": "b2"}]
    assert members(iam.update_user(UserName=user, NewPath="/", NewUserName=f"{user}2")) == set()
    moved = iam.get_user(UserName=f"{user}2")["User"]
    assert (moved["UserId"], moved["Path"]) == (made["UserId"], "/")
    for listing, member in (
            ("list_mfa_devices", "MFADevices"), ("list_ssh_public_keys", "SSHPublicKeys"),
            ("list_signing_certificates", "Certificates"),
            ("list_service_specific_credentials", "ServiceSpecificCredentials")):
        assert getattr(iam, listing)(UserName=f"{user}2")[member] == []
    for verb in (iam.get_login_profile, iam.delete_login_profile):
        assert refusal(verb, UserName=f"{user}2") == (
            "NoSuchEntity", f"Login Profile for User {user}2 cannot be found.", 404)
    assert members(iam.delete_user(UserName=f"{user}2")) == set()


def test_access_keys(server, iam, user):
    made = iam.create_access_key(UserName=user)["AccessKey"]
    key = made["AccessKeyId"]
    assert members(made) == {"UserName", "AccessKeyId", "Status", "SecretAccessKey", "CreateDate"}
    (listed,) = iam.list_access_keys(UserName=user)["AccessKeyMetadata"]
    assert members(listed) == {"UserName", "AccessKeyId", "Status", "CreateDate"}
    used = iam.get_access_key_last_used(AccessKeyId=key)
    assert (used["UserName"], used["AccessKeyLastUsed"]) == (user, {"ServiceName": "N/A", "Region": "N/A"})
    iam.create_access_key(UserName=user)
    assert refusal(iam.create_access_key, UserName=user) == (
        "LimitExceeded", "Cannot exceed quota for AccessKeysPerUser: 2", 409)
    iam.update_access_key(UserName=user, AccessKeyId=key, Status="Inactive")
    theirs = server.client("sts", key=(key, made["SecretAccessKey"]))
    assert refusal(theirs.get_caller_identity)[0] == "InvalidClientTokenId"
    iam.delete_access_key(UserName=user, AccessKeyId=key)
    assert refusal(iam.get_access_key_last_used, AccessKeyId=key)[0] == "AccessDenied"


def test_groups(iam, user):
    made = iam.create_group(GroupName=name("group"), Path="/team/")["Group"]
    group = made["GroupName"]
    assert members(made) == {"Path", "GroupName", "GroupId", "Arn", "CreateDate"} and made["GroupId"].startswith("AGPA")
    assert made in iam.list_groups(PathPrefix="/team/")["Groups"]
    for _ in range(2):
        assert members(iam.add_user_to_group(GroupName=group, UserName=user)) == set()
    shown = iam.get_group(GroupName=group)
    assert (shown["Group"], shown["IsTruncated"]) == (made, False)
    assert [member["UserName"] for member in shown["Users"]] == [user]
    assert iam.list_groups_for_user(UserName=user)["Groups"] == [made]
    iam.update_group(GroupName=group, NewGroupName=f"{group}2")
    assert iam.get_group(GroupName=f"{group}2")["Group"]["GroupId"] == made["GroupId"]
    for _ in range(2):
        assert members(iam.remove_user_from_group(GroupName=f"{group}2", UserName=user)) == set()
    assert members(iam.delete_group(GroupName=f"{group}2")) == set()


def test_roles(iam, policy):
    made = iam.create_role(
        RoleName=name("role"), Path="/team/", AssumeRolePolicyDocument=TRUST, Description="one",
        MaxSessionDuration=7200, PermissionsBoundary=policy, Tags=[{"Key": "app", "Value": "bot"}])["Role"]
    role = made["RoleName"]
    core = {"Path", "RoleName", "RoleId", "Arn", "CreateDate", "AssumeRolePolicyDocument"}
    assert members(made) == core | {"PermissionsBoundary", "Tags"}
    shown = iam.get_role(RoleName=role)["Role"]
    assert members(shown) == core | {
        "Description", "MaxSessionDuration", "PermissionsBoundary", "Tags", "RoleLastUsed"}
    assert (shown["Description"], shown["MaxSessionDuration"], shown["RoleLastUsed"]) == ("one", 7200, {})
    assert shown["AssumeRolePolicyDocument"] == json.loads(TRUST)
    (listed,) = [entry for entry in iam.list_roles(PathPrefix="/team/")["Roles"] if entry["RoleName"] == role]
    assert members(listed) == core | {"Description", "MaxSessionDuration"}

    iam.update_role(RoleName=role)
    assert iam.get_role(RoleName=role)["Role"]["MaxSessionDuration"] == 7200
    iam.update_role(RoleName=role, MaxSessionDuration=3600)
    described = iam.update_role_description(RoleName=role, Description="two")["Role"]
    assert members(described) == core | {"Description", "PermissionsBoundary", "Tags"}
    iam.update_assume_role_policy(RoleName=role, PolicyDocument=TRUST)
    iam.tag_role(RoleName=role, Tags=[{"Key": "team", "Value": "x"}])
    iam.untag_role(RoleName=role, TagKeys=["app"])
    assert iam.list_role_tags(RoleName=role)["Tags"] == [{"Key": "team", "Value": "x"}]
    iam.put_role_permissions_boundary(RoleName=role, PermissionsBoundary=ADMIN)
    iam.delete_role_permissions_boundary(RoleName=role)
    assert members(iam.delete_role(RoleName=role)) == set()


def test_service_linked_roles(iam):
    made = iam.create_service_linked_role(AWSServiceName=LINKED)["Role"]
    assert made["Arn"] == f"arn:aws:iam::{ACCOUNT}:role/aws-service-role/{LINKED}/{LINKED_ROLE}"
    assert refusal(iam.delete_role, RoleName=LINKED_ROLE) == (
        "UnmodifiableEntity",
        f"Cannot perform the operation on the protected role '{LINKED_ROLE}' - this role is only modifiable by AWS",
        400)
    assert refusal(iam.create_service_linked_role, AWSServiceName=LINKED, CustomSuffix="x") == (
        "InvalidInput", f"Custom suffix is not allowed for {LINKED}", 400)
    task = iam.delete_service_linked_role(RoleName=LINKED_ROLE)["DeletionTaskId"]
    assert task.startswith(f"task/aws-service-role/{LINKED}/{LINKED_ROLE}/")
    assert iam.get_service_linked_role_deletion_status(DeletionTaskId=task)["Status"] == "SUCCEEDED"


@pytest.mark.parametrize("kind", ["user", "group", "role"])
def test_policies_of_users_groups_and_roles(iam, kind, policy, request):
    holder = {f"{kind.title()}Name": request.getfixturevalue(kind)}

    def call(verb, noun, **arguments):
        return getattr(iam, f"{verb}_{noun}")(**holder, **arguments)

    text = (
        '{"Version": "2012-10-17",\n'
        ' "Statement": {"Effect": "Allow", "Action": "s3:Get*", "Resource": "arn:aws:s3:::a%3Ab"}}')
    assert members(call("put", f"{kind}_policy", PolicyName="one", PolicyDocument=text)) == set()
    shown = call("get", f"{kind}_policy", PolicyName="one")
    assert (shown["PolicyName"], shown["PolicyDocument"]) == ("one", json.loads(text))
    assert call("list", f"{kind}_policies")["PolicyNames"] == ["one"]
    call("delete", f"{kind}_policy", PolicyName="one")
    for verb in ("get", "delete"):
        assert refusal(lambda: call(verb, f"{kind}_policy", PolicyName="one")) == (
            "NoSuchEntity", f"The {kind} policy with name one cannot be found.", 404)

    for arn in (policy, policy, ADMIN):
        assert members(call("attach", f"{kind}_policy", PolicyArn=arn)) == set()
    listed = call("list_attached", f"{kind}_policies")
    assert (listed["AttachedPolicies"], listed["IsTruncated"]) == (
        [{"PolicyName": "AdministratorAccess", "PolicyArn": ADMIN},
         {"PolicyName": policy.split("/")[-1], "PolicyArn": policy}], False)
    assert call("list_attached", f"{kind}_policies", PathPrefix="/x/")["AttachedPolicies"] == []
    entities = iam.list_entities_for_policy(PolicyArn=policy)
    assert [len(entities[f"Policy{each}s"]) for each in ("User", "Group", "Role")] == [
        int(each == kind) for each in ("user", "group", "role")]
    call("detach", f"{kind}_policy", PolicyArn=policy)
    assert refusal(lambda: call("detach", f"{kind}_policy", PolicyArn=policy)) == (
        "NoSuchEntity", "Policy ARN was not found.", 404)
    missing = f"arn:aws:iam::{ACCOUNT}:policy/nobody"
    assert refusal(lambda: call("attach", f"{kind}_policy", PolicyArn=missing)) == (
        "NoSuchEntity", "Policy ARN does not exist or is not attachable.", 404)
    assert refusal(lambda: call("attach", f"{kind}_policy", PolicyArn="longpolicynamebutnoarn")) == (
        "ValidationError", "ARN longpolicynamebutnoarn is not valid.", 400)


def test_managed_policies(iam):
    made = iam.create_policy(
        PolicyName=name("policy"), Path="/team/", PolicyDocument=document("s3:*"), Description="one",
        Tags=[{"Key": "a", "Value": "1"}, {"Key": "A", "Value": "2"}])["Policy"]
    arn = made["Arn"]
    core = {
        "PolicyName", "PolicyId", "Arn", "Path", "DefaultVersionId", "AttachmentCount", "PermissionsBoundaryUsageCount",
        "IsAttachable", "CreateDate", "UpdateDate"}
    assert members(made) == core | {"Tags"} and made["PolicyId"].startswith("ANPA")
    shown = iam.get_policy(PolicyArn=arn)["Policy"]
    assert members(shown) == core | {"Tags", "Description"}
    (listed,) = iam.list_policies(Scope="Local", PathPrefix="/team/")["Policies"]
    assert members(listed) == core

    version = iam.create_policy_version(PolicyArn=arn, PolicyDocument=document("kms:*"))["PolicyVersion"]
    assert (members(version), version["IsDefaultVersion"]) == ({"VersionId", "IsDefaultVersion", "CreateDate"}, False)
    iam.set_default_policy_version(PolicyArn=arn, VersionId="v2")
    versions = iam.list_policy_versions(PolicyArn=arn)["Versions"]
    assert [(entry["VersionId"], entry["IsDefaultVersion"]) for entry in versions] == [("v2", True), ("v1", False)]
    text = iam.get_policy_version(PolicyArn=arn, VersionId="v2")["PolicyVersion"]["Document"]
    assert text == json.loads(document("kms:*"))
    assert refusal(iam.delete_policy, PolicyArn=arn)[:2] == (
        "DeleteConflict",
        "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. "
        "The default version is deleted with the policy.")
    assert refusal(iam.delete_policy_version, PolicyArn=arn, VersionId="v2")[:2] == (
        "DeleteConflict", "Cannot delete the default version of a policy.")
    iam.delete_policy_version(PolicyArn=arn, VersionId="v1")
    assert refusal(iam.get_policy_version, PolicyArn=arn, VersionId="v1") == (
        "NoSuchEntity", "Policy ARN version v1 does not exist or is not attachable.", 404)
    iam.tag_policy(PolicyArn=arn, Tags=[{"Key": "b", "Value": "3"}])
    iam.untag_policy(PolicyArn=arn, TagKeys=["a"])
    assert iam.list_policy_tags(PolicyArn=arn)["Tags"] == [{"Key": "A", "Value": "2"}, {"Key": "b", "Value": "3"}]
    iam.delete_policy(PolicyArn=arn)
    assert refusal(iam.get_policy, PolicyArn=arn) == ("NoSuchEntity", "Policy ARN was not found.", 404)


def test_instance_profiles(iam, role):
    made = iam.create_instance_profile(InstanceProfileName=name("profile"))["InstanceProfile"]
    profile = made["InstanceProfileName"]
    core = {"Path", "InstanceProfileName", "InstanceProfileId", "Arn", "CreateDate", "Roles"}
    assert members(made) == core and made["InstanceProfileId"].startswith("AIPA")
    iam.add_role_to_instance_profile(InstanceProfileName=profile, RoleName=role)
    shown = iam.get_instance_profile(InstanceProfileName=profile)["InstanceProfile"]
    assert (members(shown), shown["Tags"]) == (core | {"Tags"}, [])
    assert members(shown["Roles"][0]) == {
        "Path", "RoleName", "RoleId", "Arn", "CreateDate", "AssumeRolePolicyDocument"}
    (listed,) = iam.list_instance_profiles_for_role(RoleName=role)["InstanceProfiles"]
    assert members(listed) == core and listed in iam.list_instance_profiles()["InstanceProfiles"]
    assert refusal(iam.add_role_to_instance_profile, InstanceProfileName=profile, RoleName=role) == (
        "LimitExceeded", "Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1", 409)
    iam.tag_instance_profile(InstanceProfileName=profile, Tags=[{"Key": "a", "Value": "1"}])
    assert iam.list_instance_profile_tags(InstanceProfileName=profile)["Tags"] == [{"Key": "a", "Value": "1"}]
    iam.untag_instance_profile(InstanceProfileName=profile, TagKeys=["a"])
    iam.remove_role_from_instance_profile(InstanceProfileName=profile, RoleName=role)
    assert refusal(iam.remove_role_from_instance_profile, InstanceProfileName=profile, RoleName=role) == (
        "NoSuchEntity", f"Role {role} in Instance Profile {profile} cannot be found.", 404)
    iam.delete_instance_profile(InstanceProfileName=profile)


def test_openid_connect_providers(iam):
    host = f"{uuid.uuid4().hex}.example.com/oidc"
    thumbprint = "a" * 40
    made = iam.create_open_id_connect_provider(
        Url=f"https://{host}", ClientIDList=["one"], ThumbprintList=[thumbprint], Tags=[{"Key": "a", "Value": "1"}])
    arn = made["OpenIDConnectProviderArn"]
    assert arn == f"arn:aws:iam::{ACCOUNT}:oidc-provider/{host}"
    for _ in range(2):
        iam.add_client_id_to_open_id_connect_provider(OpenIDConnectProviderArn=arn, ClientID="two")
        iam.remove_client_id_from_open_id_connect_provider(OpenIDConnectProviderArn=arn, ClientID="one")
    iam.update_open_id_connect_provider_thumbprint(OpenIDConnectProviderArn=arn, ThumbprintList=["b" * 40])
    iam.tag_open_id_connect_provider(OpenIDConnectProviderArn=arn, Tags=[{"Key": "b", "Value": "2"}])
    iam.untag_open_id_connect_provider(OpenIDConnectProviderArn=arn, TagKeys=["a"])
    assert iam.list_open_id_connect_provider_tags(OpenIDConnectProviderArn=arn)["Tags"] == [{"Key": "b", "Value": "2"}]
    shown = iam.get_open_id_connect_provider(OpenIDConnectProviderArn=arn)
    assert (shown["Url"], shown["ClientIDList"], shown["ThumbprintList"]) == (host, ["two"], ["b" * 40])
    assert {"Arn": arn} in iam.list_open_id_connect_providers()["OpenIDConnectProviderList"]
    assert refusal(iam.create_open_id_connect_provider, Url=f"https://{host}") == (
        "EntityAlreadyExists", f"Provider with url https://{host} already exists.", 409)
    assert refusal(iam.create_open_id_connect_provider, Url="http://example.com") == (
        "ValidationError", "Invalid Open ID Connect Provider URL", 400)
    iam.delete_open_id_connect_provider(OpenIDConnectProviderArn=arn)
    assert refusal(iam.get_open_id_connect_provider, OpenIDConnectProviderArn=arn) == (
        "NoSuchEntity", f"OpenIDConnect Provider not found for arn {arn}", 404)
    assert refusal(iam.delete_open_id_connect_provider, OpenIDConnectProviderArn=arn) == (
        "NoSuchEntity", "OpenId connect Provider ARN cannot be found.", 404)


def test_the_account(iam, user, policy):
    iam.create_account_alias(AccountAlias="coffer-test")
    assert iam.list_account_aliases()["AccountAliases"] == ["coffer-test"]
    iam.delete_account_alias(AccountAlias="coffer-test")
    assert iam.list_account_aliases()["AccountAliases"] == []

    iam.update_account_password_policy(MaxPasswordAge=60, RequireNumbers=True)
    rules = iam.get_account_password_policy()["PasswordPolicy"]
    assert rules == {
        "MinimumPasswordLength": 6, "RequireSymbols": False, "RequireNumbers": True,
        "RequireUppercaseCharacters": False, "RequireLowercaseCharacters": False, "AllowUsersToChangePassword": False,
        "ExpirePasswords": True, "MaxPasswordAge": 60}
    iam.delete_account_password_policy()
    assert refusal(iam.delete_account_password_policy) == (
        "NoSuchEntity", "The account policy with name PasswordPolicy cannot be found.", 404)

    summary = iam.get_account_summary()["SummaryMap"]
    assert len(summary) == 34 and summary["Users"] >= 1 and summary["UsersQuota"] == 5000
    iam.attach_user_policy(UserName=user, PolicyArn=policy)
    pages = iam.get_paginator("get_account_authorization_details").paginate(PaginationConfig={"PageSize": 1})
    found = pages.build_full_result()
    entry = next(entry for entry in found["UserDetailList"] if entry["UserName"] == user)
    assert (entry["GroupList"], entry["Tags"]) == ([], []) and "UserPolicyList" not in entry
    assert [attached["PolicyArn"] for attached in entry["AttachedManagedPolicies"]] == [policy]
    assert policy in [entry["Arn"] for entry in found["Policies"]]
    for listing, member in (
            ("list_virtual_mfa_devices", "VirtualMFADevices"), ("list_saml_providers", "SAMLProviderList"),
            ("list_server_certificates", "ServerCertificateMetadataList")):
        assert getattr(iam, listing)()[member] == []


def test_the_credential_report(iam, user):
    assert refusal(iam.get_credential_report)[::2] == ("ReportNotPresent", 410)
    assert iam.generate_credential_report()["State"] == "STARTED"
    assert iam.generate_credential_report()["State"] == "COMPLETE"
    report = iam.get_credential_report()
    rows = {row["user"]: row for row in csv.DictReader(report["Content"].decode().splitlines())}
    assert report["ReportFormat"] == "text/csv" and len(rows["<root_account>"]) == 22
    assert rows[user]["password_enabled"] == "false" and rows[user]["access_key_1_active"] == "false"
    assert rows[user]["arn"] == f"arn:aws:iam::{ACCOUNT}:user/{user}"


@pytest.mark.parametrize("number", range(len(REFUSALS)))
def test_a_refusal_has_the_code_and_the_words_of_aws(iam, number):
    method, arguments, code, message = REFUSALS[number]
    found = refusal(getattr(iam, method), **arguments)
    assert found[0] == code and (message is ... or found[1] == message)
    assert found[2] == {"NoSuchEntity": 404}.get(code, 400)


def test_one_by_one_the_pages_hold_the_same(iam, user, group, role, policy):
    for number in range(3):
        each = f"{number}-{uuid.uuid4().hex[:8]}"
        iam.add_user_to_group(GroupName=iam.create_group(GroupName=each)["Group"]["GroupName"], UserName=user)
        iam.add_user_to_group(GroupName=group, UserName=iam.create_user(UserName=each)["User"]["UserName"])
        attached = iam.create_policy(PolicyName=each, PolicyDocument=document("s3:*"))["Policy"]["Arn"]
        for kind, holder in (("user", user), ("group", group), ("role", role)):
            arguments = {f"{kind.title()}Name": holder}
            getattr(iam, f"put_{kind}_policy")(**arguments, PolicyName=each, PolicyDocument=document("s3:*"))
            getattr(iam, f"attach_{kind}_policy")(**arguments, PolicyArn=attached)
        iam.attach_user_policy(UserName=each, PolicyArn=policy)
        iam.create_policy_version(PolicyArn=policy, PolicyDocument=document("kms:*"))
        iam.create_instance_profile(InstanceProfileName=each)
        iam.add_role_to_instance_profile(InstanceProfileName=each, RoleName=role)
        iam.tag_user(UserName=user, Tags=[{"Key": each, "Value": ""}])
        iam.tag_role(RoleName=role, Tags=[{"Key": each, "Value": ""}])
    iam.create_access_key(UserName=user)
    iam.create_access_key(UserName=user)
    pages = {
        "get_group": dict(GroupName=group), "list_access_keys": dict(UserName=user), "list_groups": {},
        "list_attached_group_policies": dict(GroupName=group), "list_attached_role_policies": dict(RoleName=role),
        "list_attached_user_policies": dict(UserName=user), "list_group_policies": dict(GroupName=group),
        "list_groups_for_user": dict(UserName=user), "list_instance_profiles": {},
        "list_instance_profiles_for_role": dict(RoleName=role), "list_policies": {},
        "list_policy_versions": dict(PolicyArn=policy), "list_role_policies": dict(RoleName=role), "list_roles": {},
        "list_role_tags": dict(RoleName=role), "list_user_policies": dict(UserName=user),
        "list_user_tags": dict(UserName=user), "list_users": {}, "list_entities_for_policy": dict(PolicyArn=policy),
    }
    for method, arguments in pages.items():
        paginator = iam.get_paginator(method)
        for key in paginator.result_keys:
            member = key.expression
            singly = paginator.paginate(**arguments, PaginationConfig={"PageSize": 1})
            found = [item for page in singly for item in page.get(member, [])]
            whole = [item for page in paginator.paginate(**arguments) for item in page.get(member, [])]
            assert found == whole, method
            assert len(whole) >= 2 or member in ("PolicyGroups", "PolicyRoles"), method
    assert refusal(iam.list_users, Marker="x y")[0] == "ValidationError"


def test_the_cli(server, tmp_path):
    def aws(*arguments):
        done = server.aws("iam", *arguments)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout) if done.stdout.strip() else None

    user, group, policy = name("user"), name("group"), name("policy")
    (tmp_path / "policy.json").write_text(document("kms:*"))
    aws("create-user", "--user-name", user, "--tags", "Key=app,Value=bot")
    aws("create-group", "--group-name", group)
    made = aws("create-policy", "--policy-name", policy, "--policy-document", f"file://{tmp_path}/policy.json")
    arn = made["Policy"]["Arn"]
    aws("attach-group-policy", "--group-name", group, "--policy-arn", arn)
    aws("add-user-to-group", "--group-name", group, "--user-name", user)
    assert aws("get-group", "--group-name", group)["Users"][0]["UserName"] == user
    assert aws("list-attached-group-policies", "--group-name", group)["AttachedPolicies"] == [
        {"PolicyName": policy, "PolicyArn": arn}]
    shown = aws("get-policy-version", "--policy-arn", arn, "--version-id", "v1")
    assert shown["PolicyVersion"]["Document"] == json.loads(document("kms:*"))
    refused = server.aws("iam", "delete-group", "--group-name", group)
    assert "(DeleteConflict)" in refused.stderr
    assert "Cannot delete entity, must remove users from group first." in refused.stderr


# As AWS's documentation has it, with the places of its statements.
MANAGED = """{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:Get*",
      "Resource": "*"
    }
  ]
}"""


def place(line, column):
    return {"Line": line, "Column": column}


def test_a_custom_policy_is_simulated(iam):
    policy = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"dynamodb:*","Resource":"*","Condition":' \
        '{"DateGreaterThan":{"aws:CurrentTime":"2018-08-16T12:00:00Z"}}}}'
    entry = {"ContextKeyName": "aws:CurrentTime", "ContextKeyValues": ["2019-04-25T11:00:00Z"], "ContextKeyType": "date"}
    found = iam.simulate_custom_policy(
        PolicyInputList=[policy], ActionNames=["dynamodb:CreateBackup"], ContextEntries=[entry])
    assert found["IsTruncated"] is False
    assert found["EvaluationResults"] == [{
        "EvalActionName": "dynamodb:CreateBackup", "EvalResourceName": "*", "EvalDecision": "allowed",
        "MatchedStatements": [{
            "SourcePolicyId": "PolicyInputList.1", "SourcePolicyType": "IAM Policy", "StartPosition": place(1, 38),
            "EndPosition": place(1, 167)}],
        "MissingContextValues": []}]
    (lacking,) = iam.simulate_custom_policy(PolicyInputList=[policy], ActionNames=["dynamodb:CreateBackup"])[
        "EvaluationResults"]
    assert (lacking["EvalDecision"], lacking["MatchedStatements"], lacking["MissingContextValues"]) == (
        "implicitDeny", [], ["aws:CurrentTime"])
    bucket = "arn:aws:s3:::b"
    (given,) = iam.simulate_custom_policy(
        PolicyInputList=[MANAGED], ActionNames=["s3:GetObject"], ResourceArns=[bucket])["EvaluationResults"]
    assert members(given) == {
        "EvalActionName", "EvalResourceName", "EvalDecision", "MatchedStatements", "MissingContextValues",
        "EvalDecisionDetails", "ResourceSpecificResults"}
    assert (given["EvalResourceName"], given["EvalDecisionDetails"]) == (bucket, {})
    (specific,) = given["ResourceSpecificResults"]
    assert (specific["EvalResourceName"], specific["EvalResourceDecision"]) == (bucket, "allowed")
    assert specific["MatchedStatements"] == given["MatchedStatements"]
    assert given["MatchedStatements"][0]["StartPosition"] == place(3, 17)
    (denied,) = iam.simulate_custom_policy(
        PolicyInputList=[MANAGED, document("s3:GetObject", effect="Deny")], ActionNames=["s3:GetObject"])[
        "EvaluationResults"]
    assert denied["EvalDecision"] == "explicitDeny"
    assert [match["SourcePolicyId"] for match in denied["MatchedStatements"]] == ["PolicyInputList.2"]


def test_a_user_is_simulated_with_groups_and_boundary(iam, user, group):
    boundary = iam.create_policy(PolicyName=name("boundary"), PolicyDocument=document("s3:*", "kms:*"))["Policy"]["Arn"]
    managed = iam.create_policy(PolicyName=name("managed"), PolicyDocument=document("kms:Encrypt"))["Policy"]["Arn"]
    iam.put_user_policy(UserName=user, PolicyName="mine", PolicyDocument=document("s3:GetObject", "iam:GetUser"))
    iam.put_group_policy(GroupName=group, PolicyName="ours", PolicyDocument=document("s3:PutObject"))
    iam.attach_group_policy(GroupName=group, PolicyArn=managed)
    iam.add_user_to_group(GroupName=group, UserName=user)
    iam.put_user_permissions_boundary(UserName=user, PermissionsBoundary=boundary)
    arn = iam.get_user(UserName=user)["User"]["Arn"]

    def simulated(source, *actions, **more):
        results = iam.simulate_principal_policy(PolicySourceArn=source, ActionNames=list(actions), **more)
        return {
            found["EvalActionName"]: (
                found["EvalDecision"],
                [(match["SourcePolicyId"], match["SourcePolicyType"]) for match in found["MatchedStatements"]],
                found.get("PermissionsBoundaryDecisionDetail", {}).get("AllowedByPermissionsBoundary"))
            for found in results["EvaluationResults"]}

    bound = (boundary.rsplit("/", 1)[1], "Permissions Boundary Policy")
    inline = (f"user_{user}_mine", "IAM Policy")
    assert simulated(arn, "s3:GetObject", "iam:GetUser", "s3:PutObject", "kms:Encrypt", "kms:Decrypt") == {
        "s3:GetObject": ("allowed", [inline, bound], True),
        "iam:GetUser": ("implicitDeny", [], False),
        "s3:PutObject": ("allowed", [(f"group_{group}_ours", "IAM Policy"), bound], True),
        "kms:Encrypt": ("allowed", [(managed.rsplit("/", 1)[1], "IAM Policy"), bound], True),
        "kms:Decrypt": ("implicitDeny", [], True),
    }
    assert simulated(arn, "iam:GetUser", PermissionsBoundaryPolicyInputList=[document("iam:*")]) == {
        "iam:GetUser": ("allowed", [
            inline, ("PermissionsBoundaryPolicyInputList.1", "Permissions Boundary Policy")], True)}
    assert simulated(arn, "kms:Decrypt", PolicyInputList=[document("kms:Decrypt")])["kms:Decrypt"][:2] == (
        "allowed", [("PolicyInputList.1", "IAM Policy"), bound])
    denying = [document("s3:*", effect="Deny")]
    assert simulated(arn, "s3:GetObject", PermissionsBoundaryPolicyInputList=denying) == {
        "s3:GetObject": ("explicitDeny", [
            inline, ("PermissionsBoundaryPolicyInputList.1", "Permissions Boundary Policy")], False)}
    whole = iam.get_group(GroupName=group)["Group"]["Arn"]
    assert simulated(whole, "s3:PutObject", "s3:GetObject") == {
        "s3:PutObject": ("allowed", [(f"group_{group}_ours", "IAM Policy")], None),
        "s3:GetObject": ("implicitDeny", [], None)}


def test_a_role_is_simulated_in_pages(iam, role):
    iam.put_role_policy(RoleName=role, PolicyName="own", PolicyDocument=document("s3:*"))
    arn = iam.get_role(RoleName=role)["Role"]["Arn"]
    pages = iam.get_paginator("simulate_principal_policy").paginate(
        PolicySourceArn=arn, ActionNames=[f"s3:Get{number}" for number in range(25)], PaginationConfig={"PageSize": 10})
    sizes = [len(page["EvaluationResults"]) for page in pages]
    assert sizes == [10, 10, 5]
    (result,) = iam.simulate_principal_policy(PolicySourceArn=arn, ActionNames=["s3:Get"])["EvaluationResults"]
    assert result["MatchedStatements"][0]["SourcePolicyId"] == f"role_{role}_own"


def test_policies_tell_the_keys_that_they_read(iam, user):
    reads = json.dumps({"Version": "2012-10-17", "Statement": [{
        "Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::home/${aws:username}/*",
        "Condition": {"DateLessThan": {"aws:CurrentTime": "2030-01-01T00:00:00Z"},
                      "StringEquals": {"AWS:Username": "x", "s3:prefix": ["${aws:PrincipalTag/team}"]}}}]})
    wanted = ["aws:username", "aws:CurrentTime", "s3:prefix", "aws:PrincipalTag/team"]
    found = iam.get_context_keys_for_custom_policy(PolicyInputList=[reads])["ContextKeyNames"]
    assert sorted(map(str.lower, found)) == sorted(map(str.lower, wanted))
    iam.put_user_policy(UserName=user, PolicyName="p", PolicyDocument=reads)
    arn = iam.get_user(UserName=user)["User"]["Arn"]
    more = json.dumps({"Version": "2012-10-17", "Statement": [{
        "Effect": "Allow", "Action": "*", "Resource": "*", "Condition": {"Bool": {"aws:SecureTransport": "true"}}}]})
    all = iam.get_context_keys_for_principal_policy(PolicySourceArn=arn, PolicyInputList=[more])["ContextKeyNames"]
    assert all == [*found, "aws:SecureTransport"]


def test_the_log_tells_what_was_done_and_no_secret(server, iam, user):
    made = iam.create_access_key(UserName=user)["AccessKey"]
    # A global service's events lie in one Region.
    trail = server.client("cloudtrail", region="us-east-1")
    found = trail.lookup_events(
        LookupAttributes=[{"AttributeKey": "EventName", "AttributeValue": "CreateAccessKey"}])["Events"]
    assert made["SecretAccessKey"] not in str(found)
    event = json.loads(found[0]["CloudTrailEvent"])
    assert event["requestParameters"] == {"userName": user}
    iam.attach_user_policy(UserName=user, PolicyArn=ADMIN)
    (event, *_) = trail.lookup_events(
        LookupAttributes=[{"AttributeKey": "EventName", "AttributeValue": "AttachUserPolicy"}])["Events"]
    assert json.loads(event["CloudTrailEvent"])["requestParameters"] == {"userName": user, "policyArn": ADMIN}


@pytest.fixture(scope="module")
def stranger(server):
    """A user who may do nothing."""
    iam, who = server.client("iam"), name("stranger")
    iam.create_user(UserName=who)
    made = iam.create_access_key(UserName=who)["AccessKey"]
    key = (made["AccessKeyId"], made["SecretAccessKey"])

    def client(service, **options):
        client = server.client(service, key=key, **options)
        return client, {operation: method for method, operation in client.meta.method_to_api_mapping.items()}

    return client


def test_a_user_without_permissions_may_do_nothing(stranger):
    client, methods = stranger("iam")
    model = client.meta.service_model
    allowed = {}
    for operation in ANSWERED:
        if operation not in model.operation_names:
            continue
        shape = model.operation_model(operation).input_shape
        arguments = {member: SAMPLES.get(member, "nobody") for member in (shape.required_members if shape else [])}
        try:
            getattr(client, methods[operation])(**arguments)
            allowed[operation] = None
        except ClientError as error:
            if error.response["Error"]["Code"] != "AccessDenied":
                allowed[operation] = error.response["Error"]
    assert allowed == {}


def test_the_page_says_what_is_answered(stranger):
    """An operation without a handler is InvalidAction, whatever its parameters and whoever asks.

    Two of STS are sent without a signature, which is the first thing that is missed where nothing answers them.
    """
    nothing = {"InvalidAction", "MissingAuthenticationToken"}
    rows, found = table(), {}
    for service in ("iam", "sts"):
        client, _ = stranger(service, validates=False)
        for operation in client.meta.service_model.operation_names:
            try:
                client._make_api_call(operation, {})
                found[operation] = True
            except ClientError as error:
                found[operation] = error.response["Error"]["Code"] not in nothing
    assert len(found) == 191
    assert rows == found


def test_every_operation_was_answered(request, iam):
    if request.config.getoption("keyword") or any("::" in argument for argument in request.config.args):
        pytest.skip("only some of these tests ran")
    without = {"GetLoginProfile", "DeleteLoginProfile"}
    assert happy == {each for each in ANSWERED if each in iam.meta.service_model.operation_names} - without
