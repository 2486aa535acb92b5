// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

/// The shapes of STS that are not structures.
enum STSShapes {
    static let audience: Shape = Shape("Audience", .string(length: nil, pattern: nil, values: []))
    static let issuer: Shape = Shape("Issuer", .string(length: nil, pattern: nil, values: []))
    static let nameQualifier: Shape = Shape("NameQualifier", .string(length: nil, pattern: nil, values: []))
    static let providedContextsListType: Shape = Shape(
        "ProvidedContextsListType",
        .list(member: ShapeReference(STS.ProvidedContext.shape), length: 1...5, memberName: nil, isFlattened: false))
    static let rootDurationSecondsType: Shape = Shape("RootDurationSecondsType", .integer(range: 0...900))
    static let samlAssertionType: Shape = Shape(
        "SAMLAssertionType",
        .string(length: 4...100_000, pattern: nil, values: []), isSensitive: true)
    static let subject: Shape = Shape("Subject", .string(length: nil, pattern: nil, values: []))
    static let subjectType: Shape = Shape("SubjectType", .string(length: nil, pattern: nil, values: []))
    static let targetPrincipalType: Shape = Shape(
        "TargetPrincipalType",
        .string(length: 12...2048, pattern: nil, values: []))
    static let accessKeyIdType: Shape = Shape(
        "accessKeyIdType",
        .string(length: 16...128, pattern: #"[\w]*"#, values: []))
    static let accessKeySecretType: Shape = Shape(
        "accessKeySecretType",
        .string(length: nil, pattern: nil, values: []), isSensitive: true)
    static let accountType: Shape = Shape("accountType", .string(length: nil, pattern: nil, values: []))
    static let arnType: Shape = Shape(
        "arnType",
        .string(
            length: 20...2048,
            pattern: #"[\u0009\u000A\u000D\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFFFD\u10000-\u10FFFF]+"#, values: []
        ))
    static let assumedRoleIdType: Shape = Shape(
        "assumedRoleIdType",
        .string(length: 2...193, pattern: #"[\w+=,.@:-]*"#, values: []))
    static let clientTokenType: Shape = Shape(
        "clientTokenType",
        .string(length: 4...20_000, pattern: nil, values: []), isSensitive: true)
    static let contextAssertionType: Shape = Shape(
        "contextAssertionType",
        .string(length: 4...2048, pattern: nil, values: []))
    static let dateType: Shape = Shape("dateType", .timestamp)
    static let decodedMessageType: Shape = Shape("decodedMessageType", .string(length: nil, pattern: nil, values: []))
    static let durationSecondsType: Shape = Shape("durationSecondsType", .integer(range: 900...129_600))
    static let encodedMessageType: Shape = Shape(
        "encodedMessageType",
        .string(length: 1...10_240, pattern: nil, values: []))
    static let externalIdType: Shape = Shape(
        "externalIdType",
        .string(length: 2...1224, pattern: #"[\w+=,.@:\/-]*"#, values: []))
    static let federatedIdType: Shape = Shape(
        "federatedIdType",
        .string(length: 2...193, pattern: #"[\w+=,.@\:-]*"#, values: []))
    static let jwtAlgorithmType: Shape = Shape("jwtAlgorithmType", .string(length: 5...5, pattern: nil, values: []))
    static let minimumSessionTokenSizeType: Shape = Shape("minimumSessionTokenSizeType", .integer(range: 0...4096))
    static let nonNegativeIntegerType: Shape = Shape("nonNegativeIntegerType", .integer(range: 0...Int64.max))
    static let policyDescriptorListType: Shape = Shape(
        "policyDescriptorListType",
        .list(member: ShapeReference(STS.PolicyDescriptorType.shape), length: nil, memberName: nil, isFlattened: false))
    static let roleDurationSecondsType: Shape = Shape("roleDurationSecondsType", .integer(range: 900...43_200))
    static let roleSessionNameType: Shape = Shape(
        "roleSessionNameType",
        .string(length: 2...64, pattern: #"[\w+=,.@-]*"#, values: []))
    static let serialNumberType: Shape = Shape(
        "serialNumberType",
        .string(length: 9...256, pattern: #"[\w+=/:,.@-]*"#, values: []))
    static let sessionPolicyDocumentType: Shape = Shape(
        "sessionPolicyDocumentType",
        .string(length: 1...2048, pattern: #"[\u0009\u000A\u000D\u0020-\u00FF]+"#, values: []))
    static let sessionTokenSizeType: Shape = Shape("sessionTokenSizeType", .integer(range: 0...Int64.max))
    static let sessionTokenUtilizationType: Shape = Shape("sessionTokenUtilizationType", .integer(range: 0...Int64.max))
    static let sourceIdentityType: Shape = Shape(
        "sourceIdentityType",
        .string(length: 2...64, pattern: #"[\w+=,.@-]*"#, values: []))
    static let tagKeyListType: Shape = Shape(
        "tagKeyListType",
        .list(member: ShapeReference(STSShapes.tagKeyType), length: 0...50, memberName: nil, isFlattened: false))
    static let tagKeyType: Shape = Shape(
        "tagKeyType",
        .string(length: 1...128, pattern: #"[\p{L}\p{Z}\p{N}_.:/=+\-@]+"#, values: []))
    static let tagListType: Shape = Shape(
        "tagListType",
        .list(member: ShapeReference(STS.Tag.shape), length: 0...50, memberName: nil, isFlattened: false))
    static let tagValueType: Shape = Shape(
        "tagValueType",
        .string(length: 0...256, pattern: #"[\p{L}\p{Z}\p{N}_.:/=+\-@]*"#, values: []))
    static let tokenCodeType: Shape = Shape("tokenCodeType", .string(length: 6...6, pattern: #"[\d]*"#, values: []))
    static let tokenType: Shape = Shape("tokenType", .string(length: nil, pattern: nil, values: []))
    static let tradeInTokenType: Shape = Shape(
        "tradeInTokenType",
        .string(length: nil, pattern: nil, values: []), isSensitive: true)
    static let unrestrictedSessionPolicyDocumentType: Shape = Shape(
        "unrestrictedSessionPolicyDocumentType",
        .string(length: 1...Int.max, pattern: #"[\u0009\u000A\u000D\u0020-\u00FF]+"#, values: []))
    static let urlType: Shape = Shape("urlType", .string(length: 4...2048, pattern: nil, values: []))
    static let userIdType: Shape = Shape("userIdType", .string(length: nil, pattern: nil, values: []))
    static let userNameType: Shape = Shape(
        "userNameType",
        .string(length: 2...32, pattern: #"[\w+=,.@-]*"#, values: []))
    static let webIdentitySubjectType: Shape = Shape(
        "webIdentitySubjectType",
        .string(length: 6...255, pattern: nil, values: []))
    static let webIdentityTokenAudienceListType: Shape = Shape(
        "webIdentityTokenAudienceListType",
        .list(
            member: ShapeReference(STSShapes.webIdentityTokenAudienceStringType), length: 1...10, memberName: nil,
            isFlattened: false
        ))
    static let webIdentityTokenAudienceStringType: Shape = Shape(
        "webIdentityTokenAudienceStringType",
        .string(length: 1...1000, pattern: nil, values: []))
    static let webIdentityTokenDurationSecondsType: Shape = Shape(
        "webIdentityTokenDurationSecondsType",
        .integer(range: 60...3600))
    static let webIdentityTokenType: Shape = Shape(
        "webIdentityTokenType",
        .string(length: nil, pattern: nil, values: []), isSensitive: true)
}
