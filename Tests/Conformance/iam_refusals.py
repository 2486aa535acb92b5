# SPDX-License-Identifier: Apache-2.0
"""Calls of IAM that are refused, with the codes and words of AWS, and parameters for those that nobody may make."""

import json
import uuid

from conftest import ACCOUNT

ADMIN = "arn:aws:iam::aws:policy/AdministratorAccess"
LINKED = "mrk.kms.amazonaws.com"
LINKED_ROLE = "AWSServiceRoleForKeyManagementServiceMultiRegionKeys"
TRUST = json.dumps({
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Principal": {"AWS": ACCOUNT}, "Action": "sts:AssumeRole"}],
})


def document(*actions, effect="Allow"):
    return json.dumps(
        {"Version": "2012-10-17", "Statement": [{"Effect": effect, "Action": list(actions), "Resource": "*"}]})


NOBODY = f"arn:aws:iam::{ACCOUNT}:policy/nobody"
REFUSALS = [
    ("create_user", dict(UserName="a b"), "ValidationError",
     "1 validation error detected: Value at 'userName' failed to satisfy constraint: "
     r"Member must satisfy regular expression pattern: [\w+=,.@-]+"),
    ("create_role", dict(RoleName="x", AssumeRolePolicyDocument="no JSON"), "MalformedPolicyDocument",
     "This policy contains invalid Json"),
    ("create_user", dict(UserName="x", PermissionsBoundary=NOBODY), "NoSuchEntity",
     "Scope ARN: ARN does not exist or is not attachable."),
    ("create_user", dict(UserName="x", PermissionsBoundary=f"arn:aws:iam::{ACCOUNT}:not_a_policy/invalid"),
     "InvalidInput", f"ARN arn:aws:iam::{ACCOUNT}:not_a_policy/invalid is not valid."),
    ("create_user", dict(UserName="x", Tags=[{"Key": "a", "Value": ""}, {"Key": "A", "Value": ""}]), "InvalidInput",
     "Duplicate tag keys found. Please note that Tag keys are case insensitive."),
    ("create_policy", dict(PolicyName="x", PolicyDocument=document("s3:*"),
                           Tags=[{"Key": "a", "Value": ""}, {"Key": "a", "Value": ""}]),
     "InvalidInput", "Duplicate tag keys found."),
    ("create_policy", dict(PolicyName="x", PolicyDocument="{}"), "MalformedPolicyDocument", ...),
    ("create_policy", dict(PolicyName="x", PolicyDocument="no JSON"), "MalformedPolicyDocument", ...),
    ("get_user", dict(UserName="nobody"), "NoSuchEntity", "The user with name nobody cannot be found."),
    ("get_role", dict(RoleName="nobody"), "NoSuchEntity", "The role with name nobody cannot be found."),
    ("get_group", dict(GroupName="nobody"), "NoSuchEntity", "The group with name nobody cannot be found."),
    ("get_instance_profile", dict(InstanceProfileName="nobody"), "NoSuchEntity",
     "Instance Profile nobody cannot be found."),
    ("remove_user_from_group", dict(UserName="nobody", GroupName="none"), "NoSuchEntity",
     "The user with name nobody cannot be found."),
    ("list_entities_for_policy", dict(PolicyArn=NOBODY), "NoSuchEntity",
     "Policy ARN does not exist or is not attachable."),
    ("list_policy_versions", dict(PolicyArn=NOBODY), "NoSuchEntity", "Policy ARN does not exist or is not attachable."),
    ("set_default_policy_version", dict(PolicyArn=NOBODY, VersionId="v9"), "NoSuchEntity",
     "Policy ARN version v9 does not exist or is not attachable."),
    ("delete_policy", dict(PolicyArn=NOBODY), "NoSuchEntity", "Policy ARN was not found."),
    ("delete_account_alias", dict(AccountAlias="nobody"), "NoSuchEntity",
     "The account alias nobody cannot be found."),
    ("simulate_principal_policy", dict(PolicySourceArn=f"arn:aws:iam::{ACCOUNT}:user/nobody", ActionNames=["s3:Get"]),
     "NoSuchEntity", "Unable to retrieve specified IAM entity."),
    ("simulate_principal_policy", dict(PolicySourceArn=f"arn:aws:iam::{ACCOUNT}:policy/x", ActionNames=["s3:Get"]),
     "NoSuchEntity", "Unable to retrieve specified IAM entity."),
    ("get_context_keys_for_principal_policy", dict(PolicySourceArn=f"arn:aws:iam::{ACCOUNT}:role/nobody"),
     "NoSuchEntity", "Unable to retrieve specified IAM entity."),
    ("simulate_custom_policy", dict(PolicyInputList=["{}"], ActionNames=["s3:Get"]), "InvalidInput", ...),
    ("simulate_custom_policy", dict(PolicyInputList=[document("s3:*")], ActionNames=["s3:*"]), "InvalidInput", ...),
    ("get_context_keys_for_custom_policy", dict(PolicyInputList=["no JSON"]), "InvalidInput", ...),
    ("create_access_key", dict(), "ValidationError", "Must specify userName when calling with non-User credentials"),
    ("create_role", dict(RoleName="x", AssumeRolePolicyDocument=TRUST.replace(
        f'"{ACCOUNT}"', f'"arn:aws:iam::{ACCOUNT}:role/nobody"')), "MalformedPolicyDocument",
     f'Invalid principal in policy: "AWS":"arn:aws:iam::{ACCOUNT}:role/nobody"'),
]

# What an operation's parameters may be where it is to be refused for want of permission.
SAMPLES = {
    "ActionNames": ["s3:GetObject"], "PolicyInputList": [document("s3:*")],
    "PolicySourceArn": f"arn:aws:iam::{ACCOUNT}:user/nobody",
    "AWSServiceName": LINKED, "AccessKeyId": "AKIA" + "A" * 16, "AccountAlias": "nobody", "ClientID": "x",
    "DeletionTaskId": f"task/aws-service-role/{LINKED}/{LINKED_ROLE}/{uuid.uuid4()}", "Status": "Active",
    "OpenIDConnectProviderArn": f"arn:aws:iam::{ACCOUNT}:oidc-provider/example.com", "PermissionsBoundary": ADMIN,
    "PolicyArn": NOBODY, "PolicyDocument": document("s3:*"), "AssumeRolePolicyDocument": TRUST, "VersionId": "v1",
    "TagKeys": ["a"], "Tags": [{"Key": "a", "Value": ""}], "ThumbprintList": ["a" * 40], "Url": "https://example.com",
}
