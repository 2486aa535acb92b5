// SPDX-License-Identifier: Apache-2.0
public import CofferPipeline

/// The operations of IAM and STS that this room answers.
public enum IdentityOperations {
    public static func all(_ vault: Vault) -> [RegisteredOperation] {
        [
            RegisteredOperation(CreateUserHandler(vault: vault)), RegisteredOperation(GetUserHandler(vault: vault)),
            RegisteredOperation(ListUsersHandler(vault: vault)), RegisteredOperation(DeleteUserHandler(vault: vault)),
            RegisteredOperation(CreateAccessKeyHandler(vault: vault)),
            RegisteredOperation(DeleteAccessKeyHandler(vault: vault)),
            RegisteredOperation(ListAccessKeysHandler(vault: vault)),
            RegisteredOperation(UpdateAccessKeyHandler(vault: vault)),
            RegisteredOperation(PutUserPolicyHandler(vault: vault)),
            RegisteredOperation(GetUserPolicyHandler(vault: vault)),
            RegisteredOperation(DeleteUserPolicyHandler(vault: vault)),
            RegisteredOperation(ListUserPoliciesHandler(vault: vault)),
            RegisteredOperation(CreateRoleHandler(vault: vault)), RegisteredOperation(GetRoleHandler(vault: vault)),
            RegisteredOperation(ListRolesHandler(vault: vault)), RegisteredOperation(DeleteRoleHandler(vault: vault)),
            RegisteredOperation(UpdateAssumeRolePolicyHandler(vault: vault)),
            RegisteredOperation(PutRolePolicyHandler(vault: vault)),
            RegisteredOperation(GetRolePolicyHandler(vault: vault)),
            RegisteredOperation(DeleteRolePolicyHandler(vault: vault)),
            RegisteredOperation(ListRolePoliciesHandler(vault: vault)),
            RegisteredOperation(TagRoleHandler(vault: vault)), RegisteredOperation(UntagRoleHandler(vault: vault)),
            RegisteredOperation(ListRoleTagsHandler(vault: vault)),
            RegisteredOperation(TagUserHandler(vault: vault)), RegisteredOperation(UntagUserHandler(vault: vault)),
            RegisteredOperation(ListUserTagsHandler(vault: vault)),
            RegisteredOperation(ListAttachedRolePoliciesHandler(vault: vault)),
            RegisteredOperation(ListAttachedUserPoliciesHandler(vault: vault)),
            RegisteredOperation(ListGroupsForUserHandler(vault: vault)),
            RegisteredOperation(ListInstanceProfilesForRoleHandler(vault: vault)),
            RegisteredOperation(GetCallerIdentityHandler(vault: vault)),
            RegisteredOperation(AssumeRoleHandler(vault: vault)),
            RegisteredOperation(GetSessionTokenHandler(vault: vault)),
            RegisteredOperation(GetFederationTokenHandler(vault: vault)),
            RegisteredOperation(AssumeRoleWithWebIdentityHandler(vault: vault)),
            RegisteredOperation(GetAccessKeyInfoHandler(vault: vault)),
            RegisteredOperation(DecodeAuthorizationMessageHandler(vault: vault)),
        ]
    }
}
