// SPDX-License-Identifier: Apache-2.0
public import CofferPipeline

/// The operations of IAM and STS that this room answers.
public enum IdentityOperations {
    public static func all(_ vault: Vault) -> [RegisteredOperation] {
        users(vault) + groups(vault) + roles(vault) + policies(vault) + instanceProfiles(vault) + providers(vault)
            + account(vault) + simulation(vault) + tokens(vault)
    }

    private static func users(_ vault: Vault) -> [RegisteredOperation] {
        [
            RegisteredOperation(AttachUserPolicyHandler(vault: vault)),
            RegisteredOperation(CreateAccessKeyHandler(vault: vault)),
            RegisteredOperation(CreateUserHandler(vault: vault)),
            RegisteredOperation(DeleteAccessKeyHandler(vault: vault)),
            RegisteredOperation(DeleteLoginProfileHandler(vault: vault)),
            RegisteredOperation(DeleteUserHandler(vault: vault)),
            RegisteredOperation(DeleteUserPermissionsBoundaryHandler(vault: vault)),
            RegisteredOperation(DeleteUserPolicyHandler(vault: vault)),
            RegisteredOperation(DetachUserPolicyHandler(vault: vault)),
            RegisteredOperation(GetAccessKeyLastUsedHandler(vault: vault)),
            RegisteredOperation(GetLoginProfileHandler(vault: vault)),
            RegisteredOperation(GetUserHandler(vault: vault)),
            RegisteredOperation(GetUserPolicyHandler(vault: vault)),
            RegisteredOperation(ListAccessKeysHandler(vault: vault)),
            RegisteredOperation(ListAttachedUserPoliciesHandler(vault: vault)),
            RegisteredOperation(ListMFADevicesHandler(vault: vault)),
            RegisteredOperation(ListSSHPublicKeysHandler(vault: vault)),
            RegisteredOperation(ListServiceSpecificCredentialsHandler(vault: vault)),
            RegisteredOperation(ListSigningCertificatesHandler(vault: vault)),
            RegisteredOperation(ListUserPoliciesHandler(vault: vault)),
            RegisteredOperation(ListUserTagsHandler(vault: vault)),
            RegisteredOperation(ListUsersHandler(vault: vault)),
            RegisteredOperation(PutUserPermissionsBoundaryHandler(vault: vault)),
            RegisteredOperation(PutUserPolicyHandler(vault: vault)),
            RegisteredOperation(TagUserHandler(vault: vault)),
            RegisteredOperation(UntagUserHandler(vault: vault)),
            RegisteredOperation(UpdateAccessKeyHandler(vault: vault)),
            RegisteredOperation(UpdateUserHandler(vault: vault)),
        ]
    }

    private static func groups(_ vault: Vault) -> [RegisteredOperation] {
        [
            RegisteredOperation(AddUserToGroupHandler(vault: vault)),
            RegisteredOperation(AttachGroupPolicyHandler(vault: vault)),
            RegisteredOperation(CreateGroupHandler(vault: vault)),
            RegisteredOperation(DeleteGroupHandler(vault: vault)),
            RegisteredOperation(DeleteGroupPolicyHandler(vault: vault)),
            RegisteredOperation(DetachGroupPolicyHandler(vault: vault)),
            RegisteredOperation(GetGroupHandler(vault: vault)),
            RegisteredOperation(GetGroupPolicyHandler(vault: vault)),
            RegisteredOperation(ListAttachedGroupPoliciesHandler(vault: vault)),
            RegisteredOperation(ListGroupPoliciesHandler(vault: vault)),
            RegisteredOperation(ListGroupsHandler(vault: vault)),
            RegisteredOperation(ListGroupsForUserHandler(vault: vault)),
            RegisteredOperation(PutGroupPolicyHandler(vault: vault)),
            RegisteredOperation(RemoveUserFromGroupHandler(vault: vault)),
            RegisteredOperation(UpdateGroupHandler(vault: vault)),
        ]
    }

    private static func roles(_ vault: Vault) -> [RegisteredOperation] {
        [
            RegisteredOperation(AttachRolePolicyHandler(vault: vault)),
            RegisteredOperation(CreateRoleHandler(vault: vault)),
            RegisteredOperation(CreateServiceLinkedRoleHandler(vault: vault)),
            RegisteredOperation(DeleteRoleHandler(vault: vault)),
            RegisteredOperation(DeleteRolePermissionsBoundaryHandler(vault: vault)),
            RegisteredOperation(DeleteRolePolicyHandler(vault: vault)),
            RegisteredOperation(DeleteServiceLinkedRoleHandler(vault: vault)),
            RegisteredOperation(DetachRolePolicyHandler(vault: vault)),
            RegisteredOperation(GetRoleHandler(vault: vault)),
            RegisteredOperation(GetRolePolicyHandler(vault: vault)),
            RegisteredOperation(GetServiceLinkedRoleDeletionStatusHandler(vault: vault)),
            RegisteredOperation(ListAttachedRolePoliciesHandler(vault: vault)),
            RegisteredOperation(ListRolePoliciesHandler(vault: vault)),
            RegisteredOperation(ListRoleTagsHandler(vault: vault)),
            RegisteredOperation(ListRolesHandler(vault: vault)),
            RegisteredOperation(PutRolePermissionsBoundaryHandler(vault: vault)),
            RegisteredOperation(PutRolePolicyHandler(vault: vault)),
            RegisteredOperation(TagRoleHandler(vault: vault)),
            RegisteredOperation(UntagRoleHandler(vault: vault)),
            RegisteredOperation(UpdateAssumeRolePolicyHandler(vault: vault)),
            RegisteredOperation(UpdateRoleHandler(vault: vault)),
            RegisteredOperation(UpdateRoleDescriptionHandler(vault: vault)),
        ]
    }

    private static func policies(_ vault: Vault) -> [RegisteredOperation] {
        [
            RegisteredOperation(CreatePolicyHandler(vault: vault)),
            RegisteredOperation(CreatePolicyVersionHandler(vault: vault)),
            RegisteredOperation(DeletePolicyHandler(vault: vault)),
            RegisteredOperation(DeletePolicyVersionHandler(vault: vault)),
            RegisteredOperation(GetPolicyHandler(vault: vault)),
            RegisteredOperation(GetPolicyVersionHandler(vault: vault)),
            RegisteredOperation(ListEntitiesForPolicyHandler(vault: vault)),
            RegisteredOperation(ListPoliciesHandler(vault: vault)),
            RegisteredOperation(ListPolicyTagsHandler(vault: vault)),
            RegisteredOperation(ListPolicyVersionsHandler(vault: vault)),
            RegisteredOperation(SetDefaultPolicyVersionHandler(vault: vault)),
            RegisteredOperation(TagPolicyHandler(vault: vault)),
            RegisteredOperation(UntagPolicyHandler(vault: vault)),
        ]
    }

    private static func instanceProfiles(_ vault: Vault) -> [RegisteredOperation] {
        [
            RegisteredOperation(AddRoleToInstanceProfileHandler(vault: vault)),
            RegisteredOperation(CreateInstanceProfileHandler(vault: vault)),
            RegisteredOperation(DeleteInstanceProfileHandler(vault: vault)),
            RegisteredOperation(GetInstanceProfileHandler(vault: vault)),
            RegisteredOperation(ListInstanceProfileTagsHandler(vault: vault)),
            RegisteredOperation(ListInstanceProfilesHandler(vault: vault)),
            RegisteredOperation(ListInstanceProfilesForRoleHandler(vault: vault)),
            RegisteredOperation(RemoveRoleFromInstanceProfileHandler(vault: vault)),
            RegisteredOperation(TagInstanceProfileHandler(vault: vault)),
            RegisteredOperation(UntagInstanceProfileHandler(vault: vault)),
        ]
    }

    private static func providers(_ vault: Vault) -> [RegisteredOperation] {
        [
            RegisteredOperation(AddClientIDToOpenIDConnectProviderHandler(vault: vault)),
            RegisteredOperation(CreateOpenIDConnectProviderHandler(vault: vault)),
            RegisteredOperation(DeleteOpenIDConnectProviderHandler(vault: vault)),
            RegisteredOperation(GetOpenIDConnectProviderHandler(vault: vault)),
            RegisteredOperation(ListOpenIDConnectProviderTagsHandler(vault: vault)),
            RegisteredOperation(ListOpenIDConnectProvidersHandler(vault: vault)),
            RegisteredOperation(RemoveClientIDFromOpenIDConnectProviderHandler(vault: vault)),
            RegisteredOperation(TagOpenIDConnectProviderHandler(vault: vault)),
            RegisteredOperation(UntagOpenIDConnectProviderHandler(vault: vault)),
            RegisteredOperation(UpdateOpenIDConnectProviderThumbprintHandler(vault: vault)),
        ]
    }

    private static func account(_ vault: Vault) -> [RegisteredOperation] {
        [
            RegisteredOperation(CreateAccountAliasHandler(vault: vault)),
            RegisteredOperation(DeleteAccountAliasHandler(vault: vault)),
            RegisteredOperation(DeleteAccountPasswordPolicyHandler(vault: vault)),
            RegisteredOperation(GenerateCredentialReportHandler(vault: vault)),
            RegisteredOperation(GetAccountAuthorizationDetailsHandler(vault: vault)),
            RegisteredOperation(GetAccountPasswordPolicyHandler(vault: vault)),
            RegisteredOperation(GetAccountSummaryHandler(vault: vault)),
            RegisteredOperation(GetCredentialReportHandler(vault: vault)),
            RegisteredOperation(ListAccountAliasesHandler(vault: vault)),
            RegisteredOperation(ListSAMLProvidersHandler(vault: vault)),
            RegisteredOperation(ListServerCertificatesHandler(vault: vault)),
            RegisteredOperation(ListVirtualMFADevicesHandler(vault: vault)),
            RegisteredOperation(UpdateAccountPasswordPolicyHandler(vault: vault)),
        ]
    }

    private static func simulation(_ vault: Vault) -> [RegisteredOperation] {
        [
            RegisteredOperation(GetContextKeysForCustomPolicyHandler(vault: vault)),
            RegisteredOperation(GetContextKeysForPrincipalPolicyHandler(vault: vault)),
            RegisteredOperation(SimulateCustomPolicyHandler(vault: vault)),
            RegisteredOperation(SimulatePrincipalPolicyHandler(vault: vault)),
        ]
    }

    private static func tokens(_ vault: Vault) -> [RegisteredOperation] {
        [
            RegisteredOperation(AssumeRoleHandler(vault: vault)),
            RegisteredOperation(GetCallerIdentityHandler(vault: vault)),
            RegisteredOperation(GetSessionTokenHandler(vault: vault)),
            RegisteredOperation(GetFederationTokenHandler(vault: vault)),
            RegisteredOperation(AssumeRoleWithWebIdentityHandler(vault: vault)),
            RegisteredOperation(GetAccessKeyInfoHandler(vault: vault)),
            RegisteredOperation(DecodeAuthorizationMessageHandler(vault: vault)),
        ]
    }
}
