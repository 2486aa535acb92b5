// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

/// The shapes of SecretsManager that are not structures.
enum SecretsManagerShapes {
    static let apiErrorListType: Shape = Shape(
        "APIErrorListType",
        .list(
            member: ShapeReference(SecretsManager.APIErrorType.shape), length: nil, memberName: nil, isFlattened: false
        ))
    static let addReplicaRegionListType: Shape = Shape(
        "AddReplicaRegionListType",
        .list(
            member: ShapeReference(SecretsManager.ReplicaRegionType.shape), length: 1...Int.max, memberName: nil,
            isFlattened: false
        ))
    static let automaticallyRotateAfterDaysType: Shape = Shape(
        "AutomaticallyRotateAfterDaysType",
        .long(range: 1...1000))
    static let booleanType: Shape = Shape("BooleanType", .boolean)
    static let clientRequestTokenType: Shape = Shape(
        "ClientRequestTokenType",
        .string(length: 32...64, pattern: nil, values: []))
    static let createdDateType: Shape = Shape("CreatedDateType", .timestamp)
    static let crossAccountReplicaListType: Shape = Shape(
        "CrossAccountReplicaListType",
        .list(
            member: ShapeReference(SecretsManager.CrossAccountReplicaEntry.shape), length: 1...100, memberName: nil,
            isFlattened: false
        ))
    static let deletedDateType: Shape = Shape("DeletedDateType", .timestamp)
    static let deletionDateType: Shape = Shape("DeletionDateType", .timestamp)
    static let descriptionType: Shape = Shape("DescriptionType", .string(length: 0...2048, pattern: nil, values: []))
    static let durationType: Shape = Shape("DurationType", .string(length: 2...3, pattern: "[0-9]+h", values: []))
    static let errorCode: Shape = Shape("ErrorCode", .string(length: nil, pattern: nil, values: []))
    static let errorMessage: Shape = Shape("ErrorMessage", .string(length: nil, pattern: nil, values: []))
    static let excludeCharactersType: Shape = Shape(
        "ExcludeCharactersType",
        .string(length: 0...4096, pattern: nil, values: []))
    static let excludeLowercaseType: Shape = Shape("ExcludeLowercaseType", .boolean)
    static let excludeNumbersType: Shape = Shape("ExcludeNumbersType", .boolean)
    static let excludePunctuationType: Shape = Shape("ExcludePunctuationType", .boolean)
    static let excludeUppercaseType: Shape = Shape("ExcludeUppercaseType", .boolean)
    static let externalSecretRotationMetadataItemKeyType: Shape = Shape(
        "ExternalSecretRotationMetadataItemKeyType",
        .string(length: 1...256, pattern: nil, values: []))
    static let externalSecretRotationMetadataItemValueType: Shape = Shape(
        "ExternalSecretRotationMetadataItemValueType",
        .string(length: 1...2048, pattern: nil, values: []))
    static let externalSecretRotationMetadataType: Shape = Shape(
        "ExternalSecretRotationMetadataType",
        .list(
            member: ShapeReference(SecretsManager.ExternalSecretRotationMetadataItem.shape), length: nil,
            memberName: nil, isFlattened: false
        ))
    static let filterNameStringType: Shape = Shape(
        "FilterNameStringType",
        .string(
            length: nil,
            pattern: nil,
            values: ["description", "name", "tag-key", "tag-value", "primary-region", "owning-service", "all"]
        ))
    static let filterValueStringType: Shape = Shape(
        "FilterValueStringType",
        .string(length: 0...512, pattern: #"^\!?[a-zA-Z0-9 :_@\/\+\=\.\-\!]*$"#, values: []))
    static let filterValuesStringList: Shape = Shape(
        "FilterValuesStringList",
        .list(
            member: ShapeReference(SecretsManagerShapes.filterValueStringType), length: 1...10, memberName: nil,
            isFlattened: false
        ))
    static let filtersListType: Shape = Shape(
        "FiltersListType",
        .list(member: ShapeReference(SecretsManager.Filter.shape), length: 0...10, memberName: nil, isFlattened: false))
    static let includeSpaceType: Shape = Shape("IncludeSpaceType", .boolean)
    static let kmsKeyIdListType: Shape = Shape(
        "KmsKeyIdListType",
        .list(
            member: ShapeReference(SecretsManagerShapes.kmsKeyIdType), length: nil, memberName: nil, isFlattened: false
        ))
    static let kmsKeyIdType: Shape = Shape("KmsKeyIdType", .string(length: 0...2048, pattern: nil, values: []))
    static let lastAccessedDateType: Shape = Shape("LastAccessedDateType", .timestamp)
    static let lastChangedDateType: Shape = Shape("LastChangedDateType", .timestamp)
    static let lastRotatedDateType: Shape = Shape("LastRotatedDateType", .timestamp)
    static let maxResultsBatchType: Shape = Shape("MaxResultsBatchType", .integer(range: 1...20))
    static let maxResultsType: Shape = Shape("MaxResultsType", .integer(range: 1...100))
    static let medeaTypeType: Shape = Shape("MedeaTypeType", .string(length: 0...256, pattern: nil, values: []))
    static let nameType: Shape = Shape("NameType", .string(length: 1...512, pattern: nil, values: []))
    static let nextRotationDateType: Shape = Shape("NextRotationDateType", .timestamp)
    static let nextTokenType: Shape = Shape("NextTokenType", .string(length: 1...4096, pattern: nil, values: []))
    static let nonEmptyResourcePolicyType: Shape = Shape(
        "NonEmptyResourcePolicyType",
        .string(length: 1...20_480, pattern: nil, values: []))
    static let owningServiceType: Shape = Shape("OwningServiceType", .string(length: 1...128, pattern: nil, values: []))
    static let passwordLengthType: Shape = Shape("PasswordLengthType", .long(range: 1...4096))
    static let randomPasswordType: Shape = Shape(
        "RandomPasswordType",
        .string(length: 0...4096, pattern: nil, values: []), isSensitive: true)
    static let recoveryWindowInDaysType: Shape = Shape("RecoveryWindowInDaysType", .long(range: nil))
    static let regionType: Shape = Shape(
        "RegionType",
        .string(length: 1...128, pattern: #"^([a-z]+-)+\d+$"#, values: []))
    static let removeReplicaRegionListType: Shape = Shape(
        "RemoveReplicaRegionListType",
        .list(
            member: ShapeReference(SecretsManagerShapes.regionType), length: 1...Int.max, memberName: nil,
            isFlattened: false
        ))
    static let replicaRestrictionType: Shape = Shape(
        "ReplicaRestrictionType",
        .string(
            length: nil,
            pattern: nil,
            values: ["SameOrg", "NoRestriction"]
        ))
    static let replicationStatusListType: Shape = Shape(
        "ReplicationStatusListType",
        .list(
            member: ShapeReference(SecretsManager.ReplicationStatusType.shape), length: nil, memberName: nil,
            isFlattened: false
        ))
    static let requireEachIncludedTypeType: Shape = Shape("RequireEachIncludedTypeType", .boolean)
    static let resourcePolicyNameType: Shape = Shape(
        "ResourcePolicyNameType",
        .string(length: 1...64, pattern: #"[0-9A-Za-z\-\_]+"#, values: []))
    static let resourcePolicySummaryListType: Shape = Shape(
        "ResourcePolicySummaryListType",
        .list(
            member: ShapeReference(SecretsManager.ResourcePolicySummary.shape), length: 0...100, memberName: nil,
            isFlattened: false
        ))
    static let roleARNType: Shape = Shape("RoleARNType", .string(length: 20...2048, pattern: nil, values: []))
    static let rotationEnabledType: Shape = Shape("RotationEnabledType", .boolean)
    static let rotationLambdaARNType: Shape = Shape(
        "RotationLambdaARNType",
        .string(length: 0...2048, pattern: nil, values: []))
    static let rotationTokenType: Shape = Shape(
        "RotationTokenType",
        .string(length: 36...256, pattern: #"^[a-zA-Z0-9\-]+$"#, values: []), isSensitive: true)
    static let scheduleExpressionType: Shape = Shape(
        "ScheduleExpressionType",
        .string(length: 1...256, pattern: #"[0-9A-Za-z\(\)#\?\*\-\/, ]+"#, values: []))
    static let secretARNType: Shape = Shape("SecretARNType", .string(length: 20...2048, pattern: nil, values: []))
    static let secretBinaryType: Shape = Shape("SecretBinaryType", .blob(length: 1...65_536), isSensitive: true)
    static let secretIdListType: Shape = Shape(
        "SecretIdListType",
        .list(
            member: ShapeReference(SecretsManagerShapes.secretIdType), length: 1...20, memberName: nil,
            isFlattened: false
        ))
    static let secretIdType: Shape = Shape("SecretIdType", .string(length: 1...2048, pattern: nil, values: []))
    static let secretListType: Shape = Shape(
        "SecretListType",
        .list(
            member: ShapeReference(SecretsManager.SecretListEntry.shape), length: nil, memberName: nil,
            isFlattened: false
        ))
    static let secretNameType: Shape = Shape("SecretNameType", .string(length: 1...256, pattern: nil, values: []))
    static let secretStringType: Shape = Shape(
        "SecretStringType",
        .string(length: 1...65_536, pattern: nil, values: []), isSensitive: true)
    static let secretValuesType: Shape = Shape(
        "SecretValuesType",
        .list(
            member: ShapeReference(SecretsManager.SecretValueEntry.shape), length: nil, memberName: nil,
            isFlattened: false
        ))
    static let secretVersionIdType: Shape = Shape(
        "SecretVersionIdType",
        .string(length: 32...64, pattern: nil, values: []))
    static let secretVersionStageType: Shape = Shape(
        "SecretVersionStageType",
        .string(length: 1...256, pattern: nil, values: []))
    static let secretVersionStagesType: Shape = Shape(
        "SecretVersionStagesType",
        .list(
            member: ShapeReference(SecretsManagerShapes.secretVersionStageType), length: 1...20, memberName: nil,
            isFlattened: false
        ))
    static let secretVersionsListType: Shape = Shape(
        "SecretVersionsListType",
        .list(
            member: ShapeReference(SecretsManager.SecretVersionsListEntry.shape), length: nil, memberName: nil,
            isFlattened: false
        ))
    static let secretVersionsToStagesMapType: Shape = Shape(
        "SecretVersionsToStagesMapType",
        .map(
            key: ShapeReference(SecretsManagerShapes.secretVersionIdType),
            value: ShapeReference(SecretsManagerShapes.secretVersionStagesType), length: nil
        ))
    static let sortByType: Shape = Shape(
        "SortByType",
        .string(
            length: nil,
            pattern: nil,
            values: ["created-date", "last-accessed-date", "last-changed-date", "name"]
        ))
    static let sortOrderType: Shape = Shape(
        "SortOrderType",
        .string(
            length: nil,
            pattern: nil,
            values: ["asc", "desc"]
        ))
    static let statusMessageType: Shape = Shape(
        "StatusMessageType",
        .string(length: 1...4096, pattern: nil, values: []))
    static let statusType: Shape = Shape(
        "StatusType",
        .string(
            length: nil,
            pattern: nil,
            values: ["InSync", "Failed", "InProgress", "Pending", "Detached"]
        ))
    static let tagKeyListType: Shape = Shape(
        "TagKeyListType",
        .list(
            member: ShapeReference(SecretsManagerShapes.tagKeyType), length: nil, memberName: nil, isFlattened: false
        ))
    static let tagKeyType: Shape = Shape("TagKeyType", .string(length: 1...128, pattern: nil, values: []))
    static let tagListType: Shape = Shape(
        "TagListType",
        .list(member: ShapeReference(SecretsManager.Tag.shape), length: nil, memberName: nil, isFlattened: false))
    static let tagValueType: Shape = Shape("TagValueType", .string(length: 0...256, pattern: nil, values: []))
    static let timestampType: Shape = Shape("TimestampType", .timestamp)
    static let validationErrorsType: Shape = Shape(
        "ValidationErrorsType",
        .list(
            member: ShapeReference(SecretsManager.ValidationErrorsEntry.shape), length: nil, memberName: nil,
            isFlattened: false
        ))
}
