// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

/// The shapes of IAM that are not structures.
enum IAMShapes {
    static let permissionsBoundaryAttachmentType: Shape = Shape(
        "PermissionsBoundaryAttachmentType",
        .string(
            length: nil,
            pattern: nil,
            values: ["PermissionsBoundaryPolicy"]
        ))
    static let accessKeyIdType: Shape = Shape(
        "accessKeyIdType",
        .string(length: 16...128, pattern: #"[\w]+"#, values: []))
    static let accessKeyMetadataListType: Shape = Shape(
        "accessKeyMetadataListType",
        .list(member: ShapeReference(IAM.AccessKeyMetadata.shape), length: nil, memberName: nil, isFlattened: false))
    static let accessKeySecretType: Shape = Shape(
        "accessKeySecretType",
        .string(length: nil, pattern: nil, values: []), isSensitive: true)
    static let arnType: Shape = Shape("arnType", .string(length: 20...2048, pattern: nil, values: []))
    static let attachedPoliciesListType: Shape = Shape(
        "attachedPoliciesListType",
        .list(member: ShapeReference(IAM.AttachedPolicy.shape), length: nil, memberName: nil, isFlattened: false))
    static let booleanType: Shape = Shape("booleanType", .boolean)
    static let dateType: Shape = Shape("dateType", .timestamp)
    static let existingUserNameType: Shape = Shape(
        "existingUserNameType",
        .string(length: 1...128, pattern: #"[\w+=,.@-]+"#, values: []))
    static let groupListType: Shape = Shape(
        "groupListType",
        .list(member: ShapeReference(IAM.Group.shape), length: nil, memberName: nil, isFlattened: false))
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
    static let pathPrefixType: Shape = Shape(
        "pathPrefixType",
        .string(length: 1...512, pattern: #"\u002F[\u0021-\u007F]*"#, values: []))
    static let pathType: Shape = Shape(
        "pathType",
        .string(length: 1...512, pattern: #"(\u002F)|(\u002F[\u0021-\u007E]+\u002F)"#, values: []))
    static let policyDocumentType: Shape = Shape(
        "policyDocumentType",
        .string(length: 1...131_072, pattern: #"[\u0009\u000A\u000D\u0020-\u00FF]+"#, values: []))
    static let policyNameListType: Shape = Shape(
        "policyNameListType",
        .list(member: ShapeReference(IAMShapes.policyNameType), length: nil, memberName: nil, isFlattened: false))
    static let policyNameType: Shape = Shape(
        "policyNameType",
        .string(length: 1...128, pattern: #"[\w+=,.@-]+"#, values: []))
    static let policyPathType: Shape = Shape(
        "policyPathType",
        .string(length: 1...512, pattern: #"((/[A-Za-z0-9\.,\+@=_-]+)*)/"#, values: []))
    static let responseMarkerType: Shape = Shape("responseMarkerType", .string(length: nil, pattern: nil, values: []))
    static let roleDescriptionType: Shape = Shape(
        "roleDescriptionType",
        .string(length: 0...1000, pattern: #"[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*"#, values: []))
    static let roleListType: Shape = Shape(
        "roleListType",
        .list(member: ShapeReference(IAM.Role.shape), length: nil, memberName: nil, isFlattened: false))
    static let roleMaxSessionDurationType: Shape = Shape("roleMaxSessionDurationType", .integer(range: 3600...43_200))
    static let roleNameType: Shape = Shape(
        "roleNameType",
        .string(length: 1...64, pattern: #"[\w+=,.@-]+"#, values: []))
    static let statusType: Shape = Shape(
        "statusType",
        .string(
            length: nil,
            pattern: nil,
            values: ["Active", "Inactive", "Expired"]
        ))
    static let stringType: Shape = Shape("stringType", .string(length: nil, pattern: nil, values: []))
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
    static let userListType: Shape = Shape(
        "userListType",
        .list(member: ShapeReference(IAM.User.shape), length: nil, memberName: nil, isFlattened: false))
    static let userNameType: Shape = Shape(
        "userNameType",
        .string(length: 1...64, pattern: #"[\w+=,.@-]+"#, values: []))
}
