// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension STS {
    public enum AssumeRole: AWSOperation {
        public typealias Input = STS.AssumeRoleInput
        public typealias Output = STS.AssumeRoleOutput
        public static var service: AWSService { STS.service }
        public static let name: String = "AssumeRole"
        public static let errors: [String: Int] = [
            "ExpiredTokenException": 400, "MalformedPolicyDocument": 400, "PackedPolicyTooLarge": 400,
            "RegionDisabledException": 403,
        ]
    }

    public struct AssumeRoleInput: AWSStructure {
        public var roleArn: String
        public var roleSessionName: String
        public var policyArns: [STS.PolicyDescriptorType]?
        public var policy: String?
        public var durationSeconds: Int?
        public var tags: [STS.Tag]?
        public var transitiveTagKeys: [String]?
        public var externalId: String?
        public var serialNumber: String?
        public var tokenCode: String?
        public var sourceIdentity: String?
        public var providedContexts: [STS.ProvidedContext]?
        public var minimumSessionTokenSize: Int?

        public init(
            roleArn: String, roleSessionName: String, policyArns: [STS.PolicyDescriptorType]? = nil,
            policy: String? = nil, durationSeconds: Int? = nil, tags: [STS.Tag]? = nil,
            transitiveTagKeys: [String]? = nil, externalId: String? = nil, serialNumber: String? = nil,
            tokenCode: String? = nil, sourceIdentity: String? = nil, providedContexts: [STS.ProvidedContext]? = nil,
            minimumSessionTokenSize: Int? = nil
        ) {
            self.roleArn = roleArn
            self.roleSessionName = roleSessionName
            self.policyArns = policyArns
            self.policy = policy
            self.durationSeconds = durationSeconds
            self.tags = tags
            self.transitiveTagKeys = transitiveTagKeys
            self.externalId = externalId
            self.serialNumber = serialNumber
            self.tokenCode = tokenCode
            self.sourceIdentity = sourceIdentity
            self.providedContexts = providedContexts
            self.minimumSessionTokenSize = minimumSessionTokenSize
        }

        public init(wire: WireObject) throws {
            roleArn = try wire.string("RoleArn")
            roleSessionName = try wire.string("RoleSessionName")
            policyArns = try wire.optionalStructures("PolicyArns")
            policy = try wire.optionalString("Policy")
            durationSeconds = try wire.optionalInteger("DurationSeconds")
            tags = try wire.optionalStructures("Tags")
            transitiveTagKeys = try wire.optionalStrings("TransitiveTagKeys")
            externalId = try wire.optionalString("ExternalId")
            serialNumber = try wire.optionalString("SerialNumber")
            tokenCode = try wire.optionalString("TokenCode")
            sourceIdentity = try wire.optionalString("SourceIdentity")
            providedContexts = try wire.optionalStructures("ProvidedContexts")
            minimumSessionTokenSize = try wire.optionalInteger("MinimumSessionTokenSize")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(13)
            wire.addString("RoleArn", roleArn)
            wire.addString("RoleSessionName", roleSessionName)
            wire.addStructures("PolicyArns", policyArns)
            wire.addString("Policy", policy)
            wire.addInteger("DurationSeconds", durationSeconds)
            wire.addStructures("Tags", tags)
            wire.addStrings("TransitiveTagKeys", transitiveTagKeys)
            wire.addString("ExternalId", externalId)
            wire.addString("SerialNumber", serialNumber)
            wire.addString("TokenCode", tokenCode)
            wire.addString("SourceIdentity", sourceIdentity)
            wire.addStructures("ProvidedContexts", providedContexts)
            wire.addInteger("MinimumSessionTokenSize", minimumSessionTokenSize)
            return wire
        }

        public static let shape: Shape = Shape(
            "AssumeRoleRequest",
            .structure(members: [
                ShapeMember("RoleArn", ShapeReference(STSShapes.arnType), isRequired: true),
                ShapeMember("RoleSessionName", ShapeReference(STSShapes.roleSessionNameType), isRequired: true),
                ShapeMember("PolicyArns", ShapeReference(STSShapes.policyDescriptorListType)),
                ShapeMember("Policy", ShapeReference(STSShapes.unrestrictedSessionPolicyDocumentType)),
                ShapeMember("DurationSeconds", ShapeReference(STSShapes.roleDurationSecondsType)),
                ShapeMember("Tags", ShapeReference(STSShapes.tagListType)),
                ShapeMember("TransitiveTagKeys", ShapeReference(STSShapes.tagKeyListType)),
                ShapeMember("ExternalId", ShapeReference(STSShapes.externalIdType)),
                ShapeMember("SerialNumber", ShapeReference(STSShapes.serialNumberType)),
                ShapeMember("TokenCode", ShapeReference(STSShapes.tokenCodeType)),
                ShapeMember("SourceIdentity", ShapeReference(STSShapes.sourceIdentityType)),
                ShapeMember("ProvidedContexts", ShapeReference(STSShapes.providedContextsListType)),
                ShapeMember("MinimumSessionTokenSize", ShapeReference(STSShapes.minimumSessionTokenSizeType)),
            ]))
    }

    public struct AssumeRoleOutput: AWSStructure {
        public var credentials: STS.Credentials?
        public var assumedRoleUser: STS.AssumedRoleUser?
        public var packedPolicySize: Int?
        public var sourceIdentity: String?
        public var sessionTokenUtilization: Int?
        public var sessionTokenSize: Int?

        public init(
            credentials: STS.Credentials? = nil, assumedRoleUser: STS.AssumedRoleUser? = nil,
            packedPolicySize: Int? = nil, sourceIdentity: String? = nil, sessionTokenUtilization: Int? = nil,
            sessionTokenSize: Int? = nil
        ) {
            self.credentials = credentials
            self.assumedRoleUser = assumedRoleUser
            self.packedPolicySize = packedPolicySize
            self.sourceIdentity = sourceIdentity
            self.sessionTokenUtilization = sessionTokenUtilization
            self.sessionTokenSize = sessionTokenSize
        }

        public init(wire: WireObject) throws {
            credentials = try wire.optionalStructure("Credentials")
            assumedRoleUser = try wire.optionalStructure("AssumedRoleUser")
            packedPolicySize = try wire.optionalInteger("PackedPolicySize")
            sourceIdentity = try wire.optionalString("SourceIdentity")
            sessionTokenUtilization = try wire.optionalInteger("SessionTokenUtilization")
            sessionTokenSize = try wire.optionalInteger("SessionTokenSize")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(6)
            wire.addStructure("Credentials", credentials)
            wire.addStructure("AssumedRoleUser", assumedRoleUser)
            wire.addInteger("PackedPolicySize", packedPolicySize)
            wire.addString("SourceIdentity", sourceIdentity)
            wire.addInteger("SessionTokenUtilization", sessionTokenUtilization)
            wire.addInteger("SessionTokenSize", sessionTokenSize)
            return wire
        }

        public static let shape: Shape = Shape(
            "AssumeRoleResponse",
            .structure(members: [
                ShapeMember("Credentials", ShapeReference(STS.Credentials.shape)),
                ShapeMember("AssumedRoleUser", ShapeReference(STS.AssumedRoleUser.shape)),
                ShapeMember("PackedPolicySize", ShapeReference(STSShapes.nonNegativeIntegerType)),
                ShapeMember("SourceIdentity", ShapeReference(STSShapes.sourceIdentityType)),
                ShapeMember("SessionTokenUtilization", ShapeReference(STSShapes.sessionTokenUtilizationType)),
                ShapeMember("SessionTokenSize", ShapeReference(STSShapes.sessionTokenSizeType)),
            ]))
    }
}
