// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

/// The shapes of IAM that are not structures.
enum IAMShapes {
    static let actionNameListType: Shape = Shape(
        "ActionNameListType",
        .list(member: ShapeReference(IAMShapes.actionNameType), length: nil, memberName: nil, isFlattened: false))
    static let actionNameType: Shape = Shape("ActionNameType", .string(length: 3...128, pattern: nil, values: []))
    static let arnListType: Shape = Shape(
        "ArnListType",
        .list(member: ShapeReference(IAMShapes.arnType), length: nil, memberName: nil, isFlattened: false))
    static let attachmentName: Shape = Shape(
        "AttachmentName",
        .string(length: 1...128, pattern: #"[\w+=,.@-]+"#, values: []))
    static let attachmentType: Shape = Shape(
        "AttachmentType",
        .string(
            length: nil,
            pattern: nil,
            values: ["user", "group", "role"]
        ))
    static let bootstrapDatum: Shape = Shape("BootstrapDatum", .blob(length: nil), isSensitive: true)
    static let columnNumber: Shape = Shape("ColumnNumber", .integer(range: nil))
    static let contextEntryListType: Shape = Shape(
        "ContextEntryListType",
        .list(member: ShapeReference(IAM.ContextEntry.shape), length: nil, memberName: nil, isFlattened: false))
    static let contextKeyNameType: Shape = Shape(
        "ContextKeyNameType",
        .string(length: 5...256, pattern: nil, values: []))
    static let contextKeyNamesResultListType: Shape = Shape(
        "ContextKeyNamesResultListType",
        .list(member: ShapeReference(IAMShapes.contextKeyNameType), length: nil, memberName: nil, isFlattened: false))
    static let contextKeyTypeEnum: Shape = Shape(
        "ContextKeyTypeEnum",
        .string(
            length: nil,
            pattern: nil,
            values: [
                "string", "stringList", "numeric", "numericList", "boolean", "booleanList", "ip", "ipList", "binary",
                "binaryList", "date", "dateList",
            ]
        ))
    static let contextKeyValueListType: Shape = Shape(
        "ContextKeyValueListType",
        .list(member: ShapeReference(IAMShapes.contextKeyValueType), length: nil, memberName: nil, isFlattened: false))
    static let contextKeyValueType: Shape = Shape("ContextKeyValueType", .string(length: nil, pattern: nil, values: []))
    static let deletionTaskIdType: Shape = Shape(
        "DeletionTaskIdType",
        .string(length: 1...1000, pattern: nil, values: []))
    static let deletionTaskStatusType: Shape = Shape(
        "DeletionTaskStatusType",
        .string(
            length: nil,
            pattern: nil,
            values: ["SUCCEEDED", "IN_PROGRESS", "FAILED", "NOT_STARTED"]
        ))
    static let entityType: Shape = Shape(
        "EntityType",
        .string(
            length: nil,
            pattern: nil,
            values: ["User", "Role", "Group", "LocalManagedPolicy", "AWSManagedPolicy"]
        ))
    static let evalDecisionDetailsType: Shape = Shape(
        "EvalDecisionDetailsType",
        .map(
            key: ShapeReference(IAMShapes.evalDecisionSourceType),
            value: ShapeReference(IAMShapes.policyEvaluationDecisionType), length: nil
        ))
    static let evalDecisionSourceType: Shape = Shape(
        "EvalDecisionSourceType",
        .string(length: 3...256, pattern: nil, values: []))
    static let evaluationResultsListType: Shape = Shape(
        "EvaluationResultsListType",
        .list(member: ShapeReference(IAM.EvaluationResult.shape), length: nil, memberName: nil, isFlattened: false))
    static let lineNumber: Shape = Shape("LineNumber", .integer(range: nil))
    static let managedPolicyDetailListType: Shape = Shape(
        "ManagedPolicyDetailListType",
        .list(member: ShapeReference(IAM.ManagedPolicyDetail.shape), length: nil, memberName: nil, isFlattened: false))
    static let openIDConnectProviderListType: Shape = Shape(
        "OpenIDConnectProviderListType",
        .list(
            member: ShapeReference(IAM.OpenIDConnectProviderListEntry.shape), length: nil, memberName: nil,
            isFlattened: false
        ))
    static let openIDConnectProviderUrlType: Shape = Shape(
        "OpenIDConnectProviderUrlType",
        .string(length: 1...255, pattern: nil, values: []))
    static let organizationPolicyListType: Shape = Shape(
        "OrganizationPolicyListType",
        .list(
            member: ShapeReference(IAM.OrderedOrganizationPolicyType.shape), length: 0...7, memberName: nil,
            isFlattened: false
        ))
    static let permissionsBoundaryAttachmentType: Shape = Shape(
        "PermissionsBoundaryAttachmentType",
        .string(
            length: nil,
            pattern: nil,
            values: ["PermissionsBoundaryPolicy"]
        ))
    static let policyEvaluationDecisionType: Shape = Shape(
        "PolicyEvaluationDecisionType",
        .string(
            length: nil,
            pattern: nil,
            values: ["allowed", "explicitDeny", "implicitDeny"]
        ))
    static let policyExclusionsListType: Shape = Shape(
        "PolicyExclusionsListType",
        .list(member: ShapeReference(IAM.PolicyIdentifier.shape), length: 0...256, memberName: nil, isFlattened: false))
    static let policyGroupListType: Shape = Shape(
        "PolicyGroupListType",
        .list(member: ShapeReference(IAM.PolicyGroup.shape), length: nil, memberName: nil, isFlattened: false))
    static let policyIdentifierPolicyType: Shape = Shape(
        "PolicyIdentifierPolicyType",
        .string(
            length: nil,
            pattern: nil,
            values: ["inline", "aws-managed", "user-managed", "permission-boundary", "scp", "rcp"]
        ))
    static let policyIdentifierType: Shape = Shape(
        "PolicyIdentifierType",
        .string(length: nil, pattern: nil, values: []))
    static let policyRoleListType: Shape = Shape(
        "PolicyRoleListType",
        .list(member: ShapeReference(IAM.PolicyRole.shape), length: nil, memberName: nil, isFlattened: false))
    static let policySourceType: Shape = Shape(
        "PolicySourceType",
        .string(
            length: nil,
            pattern: nil,
            values: ["user", "group", "role", "aws-managed", "user-managed", "resource", "none"]
        ))
    static let policyUsageType: Shape = Shape(
        "PolicyUsageType",
        .string(
            length: nil,
            pattern: nil,
            values: ["PermissionsPolicy", "PermissionsBoundary"]
        ))
    static let policyUserListType: Shape = Shape(
        "PolicyUserListType",
        .list(member: ShapeReference(IAM.PolicyUser.shape), length: nil, memberName: nil, isFlattened: false))
    static let reasonType: Shape = Shape("ReasonType", .string(length: 0...1000, pattern: nil, values: []))
    static let regionNameType: Shape = Shape("RegionNameType", .string(length: 1...100, pattern: nil, values: []))
    static let reportContentType: Shape = Shape("ReportContentType", .blob(length: nil))
    static let reportFormatType: Shape = Shape(
        "ReportFormatType",
        .string(
            length: nil,
            pattern: nil,
            values: ["text/csv"]
        ))
    static let reportStateDescriptionType: Shape = Shape(
        "ReportStateDescriptionType",
        .string(length: nil, pattern: nil, values: []))
    static let reportStateType: Shape = Shape(
        "ReportStateType",
        .string(
            length: nil,
            pattern: nil,
            values: ["STARTED", "INPROGRESS", "COMPLETE"]
        ))
    static let resourceHandlingOptionType: Shape = Shape(
        "ResourceHandlingOptionType",
        .string(length: 1...64, pattern: nil, values: []))
    static let resourceNameListType: Shape = Shape(
        "ResourceNameListType",
        .list(member: ShapeReference(IAMShapes.resourceNameType), length: nil, memberName: nil, isFlattened: false))
    static let resourceNameType: Shape = Shape("ResourceNameType", .string(length: 1...2048, pattern: nil, values: []))
    static let resourceSpecificResultListType: Shape = Shape(
        "ResourceSpecificResultListType",
        .list(
            member: ShapeReference(IAM.ResourceSpecificResult.shape), length: nil, memberName: nil, isFlattened: false
        ))
    static let roleUsageListType: Shape = Shape(
        "RoleUsageListType",
        .list(member: ShapeReference(IAM.RoleUsageType.shape), length: nil, memberName: nil, isFlattened: false))
    static let samlProviderListType: Shape = Shape(
        "SAMLProviderListType",
        .list(
            member: ShapeReference(IAM.SAMLProviderListEntry.shape), length: nil, memberName: nil, isFlattened: false
        ))
    static let sshPublicKeyListType: Shape = Shape(
        "SSHPublicKeyListType",
        .list(member: ShapeReference(IAM.SSHPublicKeyMetadata.shape), length: nil, memberName: nil, isFlattened: false))
    static let serviceSpecificCredentialsListType: Shape = Shape(
        "ServiceSpecificCredentialsListType",
        .list(
            member: ShapeReference(IAM.ServiceSpecificCredentialMetadata.shape), length: nil, memberName: nil,
            isFlattened: false
        ))
    static let simulationPolicyListType: Shape = Shape(
        "SimulationPolicyListType",
        .list(member: ShapeReference(IAMShapes.policyDocumentType), length: nil, memberName: nil, isFlattened: false))
    static let statementListType: Shape = Shape(
        "StatementListType",
        .list(member: ShapeReference(IAM.Statement.shape), length: nil, memberName: nil, isFlattened: false))
    static let accessKeyIdType: Shape = Shape(
        "accessKeyIdType",
        .string(length: 16...128, pattern: #"[\w]+"#, values: []))
    static let accessKeyMetadataListType: Shape = Shape(
        "accessKeyMetadataListType",
        .list(member: ShapeReference(IAM.AccessKeyMetadata.shape), length: nil, memberName: nil, isFlattened: false))
    static let accessKeySecretType: Shape = Shape(
        "accessKeySecretType",
        .string(length: nil, pattern: nil, values: []), isSensitive: true)
    static let accountAliasListType: Shape = Shape(
        "accountAliasListType",
        .list(member: ShapeReference(IAMShapes.accountAliasType), length: nil, memberName: nil, isFlattened: false))
    static let accountAliasType: Shape = Shape(
        "accountAliasType",
        .string(length: 3...63, pattern: "^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$", values: []))
    static let allUsers: Shape = Shape("allUsers", .boolean)
    static let arnType: Shape = Shape("arnType", .string(length: 20...2048, pattern: nil, values: []))
    static let assignmentStatusType: Shape = Shape(
        "assignmentStatusType",
        .string(
            length: nil,
            pattern: nil,
            values: ["Assigned", "Unassigned", "Any"]
        ))
    static let attachedPoliciesListType: Shape = Shape(
        "attachedPoliciesListType",
        .list(member: ShapeReference(IAM.AttachedPolicy.shape), length: nil, memberName: nil, isFlattened: false))
    static let attachmentCountType: Shape = Shape("attachmentCountType", .integer(range: nil))
    static let booleanObjectType: Shape = Shape("booleanObjectType", .boolean)
    static let booleanType: Shape = Shape("booleanType", .boolean)
    static let certificateBodyType: Shape = Shape(
        "certificateBodyType",
        .string(length: 1...16_384, pattern: #"[\u0009\u000A\u000D\u0020-\u00FF]+"#, values: []))
    static let certificateIdType: Shape = Shape(
        "certificateIdType",
        .string(length: 24...128, pattern: #"[\w]+"#, values: []))
    static let certificateListType: Shape = Shape(
        "certificateListType",
        .list(member: ShapeReference(IAM.SigningCertificate.shape), length: nil, memberName: nil, isFlattened: false))
    static let clientIDListType: Shape = Shape(
        "clientIDListType",
        .list(member: ShapeReference(IAMShapes.clientIDType), length: nil, memberName: nil, isFlattened: false))
    static let clientIDType: Shape = Shape("clientIDType", .string(length: 1...255, pattern: nil, values: []))
    static let customSuffixType: Shape = Shape(
        "customSuffixType",
        .string(length: 1...64, pattern: #"[\w+=,.@-]+"#, values: []))
    static let dateType: Shape = Shape("dateType", .timestamp)
    static let entityListType: Shape = Shape(
        "entityListType",
        .list(member: ShapeReference(IAMShapes.entityType), length: nil, memberName: nil, isFlattened: false))
    static let existingUserNameType: Shape = Shape(
        "existingUserNameType",
        .string(length: 1...128, pattern: #"[\w+=,.@-]+"#, values: []))
    static let groupDetailListType: Shape = Shape(
        "groupDetailListType",
        .list(member: ShapeReference(IAM.GroupDetail.shape), length: nil, memberName: nil, isFlattened: false))
    static let groupListType: Shape = Shape(
        "groupListType",
        .list(member: ShapeReference(IAM.Group.shape), length: nil, memberName: nil, isFlattened: false))
    static let groupNameListType: Shape = Shape(
        "groupNameListType",
        .list(member: ShapeReference(IAMShapes.groupNameType), length: nil, memberName: nil, isFlattened: false))
    static let groupNameType: Shape = Shape(
        "groupNameType",
        .string(length: 1...128, pattern: #"[\w+=,.@-]+"#, values: []))
    static let idType: Shape = Shape("idType", .string(length: 16...128, pattern: #"[\w]+"#, values: []))
    static let instanceProfileListType: Shape = Shape(
        "instanceProfileListType",
        .list(member: ShapeReference(IAM.InstanceProfile.shape), length: nil, memberName: nil, isFlattened: false))
    static let instanceProfileNameType: Shape = Shape(
        "instanceProfileNameType",
        .string(length: 1...128, pattern: #"[\w+=,.@-]+"#, values: []))
    static let integerType: Shape = Shape("integerType", .integer(range: nil))
    static let markerType: Shape = Shape(
        "markerType",
        .string(length: 1...320, pattern: #"[\u0020-\u00FF]+"#, values: []))
    static let maxItemsType: Shape = Shape("maxItemsType", .integer(range: 1...1000))
    static let maxPasswordAgeType: Shape = Shape("maxPasswordAgeType", .integer(range: 1...1095))
    static let mfaDeviceListType: Shape = Shape(
        "mfaDeviceListType",
        .list(member: ShapeReference(IAM.MFADevice.shape), length: nil, memberName: nil, isFlattened: false))
    static let minimumPasswordLengthType: Shape = Shape("minimumPasswordLengthType", .integer(range: 6...128))
    static let passwordReusePreventionType: Shape = Shape("passwordReusePreventionType", .integer(range: 1...24))
    static let pathPrefixType: Shape = Shape(
        "pathPrefixType",
        .string(length: 1...512, pattern: #"\u002F[\u0021-\u007F]*"#, values: []))
    static let pathType: Shape = Shape(
        "pathType",
        .string(length: 1...512, pattern: #"(\u002F)|(\u002F[\u0021-\u007E]+\u002F)"#, values: []))
    static let policyDescriptionType: Shape = Shape(
        "policyDescriptionType",
        .string(length: 0...1000, pattern: nil, values: []))
    static let policyDetailListType: Shape = Shape(
        "policyDetailListType",
        .list(member: ShapeReference(IAM.PolicyDetail.shape), length: nil, memberName: nil, isFlattened: false))
    static let policyDocumentType: Shape = Shape(
        "policyDocumentType",
        .string(length: 1...131_072, pattern: #"[\u0009\u000A\u000D\u0020-\u00FF]+"#, values: []))
    static let policyDocumentVersionListType: Shape = Shape(
        "policyDocumentVersionListType",
        .list(member: ShapeReference(IAM.PolicyVersion.shape), length: nil, memberName: nil, isFlattened: false))
    static let policyListType: Shape = Shape(
        "policyListType",
        .list(member: ShapeReference(IAM.Policy.shape), length: nil, memberName: nil, isFlattened: false))
    static let policyNameListType: Shape = Shape(
        "policyNameListType",
        .list(member: ShapeReference(IAMShapes.policyNameType), length: nil, memberName: nil, isFlattened: false))
    static let policyNameType: Shape = Shape(
        "policyNameType",
        .string(length: 1...128, pattern: #"[\w+=,.@-]+"#, values: []))
    static let policyPathType: Shape = Shape(
        "policyPathType",
        .string(length: 1...512, pattern: #"((/[A-Za-z0-9\.,\+@=_-]+)*)/"#, values: []))
    static let policyScopeType: Shape = Shape(
        "policyScopeType",
        .string(
            length: nil,
            pattern: nil,
            values: ["All", "AWS", "Local"]
        ))
    static let policyVersionIdType: Shape = Shape(
        "policyVersionIdType",
        .string(length: nil, pattern: #"v[1-9][0-9]*(\.[A-Za-z0-9-]*)?"#, values: []))
    static let publicKeyIdType: Shape = Shape(
        "publicKeyIdType",
        .string(length: 20...128, pattern: #"[\w]+"#, values: []))
    static let responseMarkerType: Shape = Shape("responseMarkerType", .string(length: nil, pattern: nil, values: []))
    static let roleDescriptionType: Shape = Shape(
        "roleDescriptionType",
        .string(length: 0...1000, pattern: #"[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*"#, values: []))
    static let roleDetailListType: Shape = Shape(
        "roleDetailListType",
        .list(member: ShapeReference(IAM.RoleDetail.shape), length: nil, memberName: nil, isFlattened: false))
    static let roleListType: Shape = Shape(
        "roleListType",
        .list(member: ShapeReference(IAM.Role.shape), length: nil, memberName: nil, isFlattened: false))
    static let roleMaxSessionDurationType: Shape = Shape("roleMaxSessionDurationType", .integer(range: 3600...43_200))
    static let roleNameType: Shape = Shape(
        "roleNameType",
        .string(length: 1...64, pattern: #"[\w+=,.@-]+"#, values: []))
    static let serialNumberType: Shape = Shape(
        "serialNumberType",
        .string(length: 9...256, pattern: #"[\w+=/:,.@-]+"#, values: []))
    static let serverCertificateMetadataListType: Shape = Shape(
        "serverCertificateMetadataListType",
        .list(
            member: ShapeReference(IAM.ServerCertificateMetadata.shape), length: nil, memberName: nil,
            isFlattened: false
        ))
    static let serverCertificateNameType: Shape = Shape(
        "serverCertificateNameType",
        .string(length: 1...128, pattern: #"[\w+=,.@-]+"#, values: []))
    static let serviceCredentialAlias: Shape = Shape(
        "serviceCredentialAlias",
        .string(length: 0...200, pattern: #"[\w+=,.@-]+"#, values: []))
    static let serviceName: Shape = Shape("serviceName", .string(length: nil, pattern: nil, values: []))
    static let serviceSpecificCredentialId: Shape = Shape(
        "serviceSpecificCredentialId",
        .string(length: 20...128, pattern: #"[\w]+"#, values: []))
    static let serviceUserName: Shape = Shape(
        "serviceUserName",
        .string(length: 0...200, pattern: #"[\w+=,.@-]*"#, values: []))
    static let statusType: Shape = Shape(
        "statusType",
        .string(
            length: nil,
            pattern: nil,
            values: ["Active", "Inactive", "Expired"]
        ))
    static let stringType: Shape = Shape("stringType", .string(length: nil, pattern: nil, values: []))
    static let summaryKeyType: Shape = Shape(
        "summaryKeyType",
        .string(
            length: nil,
            pattern: nil,
            values: [
                "Users", "UsersQuota", "Groups", "GroupsQuota", "ServerCertificates", "ServerCertificatesQuota",
                "UserPolicySizeQuota", "GroupPolicySizeQuota", "GroupsPerUserQuota", "SigningCertificatesPerUserQuota",
                "AccessKeysPerUserQuota", "MFADevices", "MFADevicesInUse", "AccountMFAEnabled",
                "AccountAccessKeysPresent", "AccountPasswordPresent", "AccountSigningCertificatesPresent",
                "AttachedPoliciesPerGroupQuota", "AttachedPoliciesPerRoleQuota", "AttachedPoliciesPerUserQuota",
                "Policies", "PoliciesQuota", "PolicySizeQuota", "PolicyVersionsInUse", "PolicyVersionsInUseQuota",
                "VersionsPerPolicyQuota", "GlobalEndpointTokenVersion", "AssumeRolePolicySizeQuota", "InstanceProfiles",
                "InstanceProfilesQuota", "Providers", "RolePolicySizeQuota", "Roles", "RolesQuota",
            ]
        ))
    static let summaryMapType: Shape = Shape(
        "summaryMapType",
        .map(
            key: ShapeReference(IAMShapes.summaryKeyType), value: ShapeReference(IAMShapes.summaryValueType),
            length: nil
        ))
    static let summaryValueType: Shape = Shape("summaryValueType", .integer(range: nil))
    static let tagKeyListType: Shape = Shape(
        "tagKeyListType",
        .list(member: ShapeReference(IAMShapes.tagKeyType), length: 0...50, memberName: nil, isFlattened: false))
    static let tagKeyType: Shape = Shape(
        "tagKeyType",
        .string(length: 1...128, pattern: #"[\p{L}\p{Z}\p{N}_.:/=+\-@]+"#, values: []))
    static let tagListType: Shape = Shape(
        "tagListType",
        .list(member: ShapeReference(IAM.Tag.shape), length: 0...50, memberName: nil, isFlattened: false))
    static let tagValueType: Shape = Shape(
        "tagValueType",
        .string(length: 0...256, pattern: #"[\p{L}\p{Z}\p{N}_.:/=+\-@]*"#, values: []))
    static let thumbprintListType: Shape = Shape(
        "thumbprintListType",
        .list(member: ShapeReference(IAMShapes.thumbprintType), length: nil, memberName: nil, isFlattened: false))
    static let thumbprintType: Shape = Shape("thumbprintType", .string(length: 40...40, pattern: nil, values: []))
    static let userDetailListType: Shape = Shape(
        "userDetailListType",
        .list(member: ShapeReference(IAM.UserDetail.shape), length: nil, memberName: nil, isFlattened: false))
    static let userListType: Shape = Shape(
        "userListType",
        .list(member: ShapeReference(IAM.User.shape), length: nil, memberName: nil, isFlattened: false))
    static let userNameType: Shape = Shape(
        "userNameType",
        .string(length: 1...64, pattern: #"[\w+=,.@-]+"#, values: []))
    static let virtualMFADeviceListType: Shape = Shape(
        "virtualMFADeviceListType",
        .list(member: ShapeReference(IAM.VirtualMFADevice.shape), length: nil, memberName: nil, isFlattened: false))
}
