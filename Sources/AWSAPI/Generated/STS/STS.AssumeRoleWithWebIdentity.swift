// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension STS {
    public enum AssumeRoleWithWebIdentity: AWSOperation {
        public typealias Input = STS.AssumeRoleWithWebIdentityInput
        public typealias Output = STS.AssumeRoleWithWebIdentityOutput
        public static var service: AWSService { STS.service }
        public static let name: String = "AssumeRoleWithWebIdentity"
        public static let errors: [String: Int] = [
            "ExpiredTokenException": 400, "IDPCommunicationError": 400, "IDPRejectedClaim": 403,
            "InvalidIdentityToken": 400, "MalformedPolicyDocument": 400, "PackedPolicyTooLarge": 400,
            "RegionDisabledException": 403,
        ]
    }

    public struct AssumeRoleWithWebIdentityInput: AWSStructure {
        public var roleArn: String
        public var roleSessionName: String
        public var webIdentityToken: SharedSecret
        public var providerId: String?
        public var policyArns: [STS.PolicyDescriptorType]?
        public var policy: String?
        public var durationSeconds: Int?
        public var minimumSessionTokenSize: Int?

        public init(
            roleArn: String, roleSessionName: String, webIdentityToken: SharedSecret, providerId: String? = nil,
            policyArns: [STS.PolicyDescriptorType]? = nil, policy: String? = nil, durationSeconds: Int? = nil,
            minimumSessionTokenSize: Int? = nil
        ) {
            self.roleArn = roleArn
            self.roleSessionName = roleSessionName
            self.webIdentityToken = webIdentityToken
            self.providerId = providerId
            self.policyArns = policyArns
            self.policy = policy
            self.durationSeconds = durationSeconds
            self.minimumSessionTokenSize = minimumSessionTokenSize
        }

        public init(wire: WireObject) throws {
            roleArn = try wire.string("RoleArn")
            roleSessionName = try wire.string("RoleSessionName")
            webIdentityToken = try wire.secret("WebIdentityToken")
            providerId = try wire.optionalString("ProviderId")
            policyArns = try wire.optionalStructures("PolicyArns")
            policy = try wire.optionalString("Policy")
            durationSeconds = try wire.optionalInteger("DurationSeconds")
            minimumSessionTokenSize = try wire.optionalInteger("MinimumSessionTokenSize")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(8)
            wire.addString("RoleArn", roleArn)
            wire.addString("RoleSessionName", roleSessionName)
            wire.addSecret("WebIdentityToken", webIdentityToken)
            wire.addString("ProviderId", providerId)
            wire.addStructures("PolicyArns", policyArns)
            wire.addString("Policy", policy)
            wire.addInteger("DurationSeconds", durationSeconds)
            wire.addInteger("MinimumSessionTokenSize", minimumSessionTokenSize)
            return wire
        }

        public static let shape: Shape = Shape(
            "AssumeRoleWithWebIdentityRequest",
            .structure(members: [
                ShapeMember("RoleArn", ShapeReference(STSShapes.arnType), isRequired: true),
                ShapeMember("RoleSessionName", ShapeReference(STSShapes.roleSessionNameType), isRequired: true),
                ShapeMember("WebIdentityToken", ShapeReference(STSShapes.clientTokenType), isRequired: true),
                ShapeMember("ProviderId", ShapeReference(STSShapes.urlType)),
                ShapeMember("PolicyArns", ShapeReference(STSShapes.policyDescriptorListType)),
                ShapeMember("Policy", ShapeReference(STSShapes.sessionPolicyDocumentType)),
                ShapeMember("DurationSeconds", ShapeReference(STSShapes.roleDurationSecondsType)),
                ShapeMember("MinimumSessionTokenSize", ShapeReference(STSShapes.minimumSessionTokenSizeType)),
            ]))
    }

    public struct AssumeRoleWithWebIdentityOutput: AWSStructure {
        public var credentials: STS.Credentials?
        public var subjectFromWebIdentityToken: String?
        public var assumedRoleUser: STS.AssumedRoleUser?
        public var packedPolicySize: Int?
        public var provider: String?
        public var audience: String?
        public var sourceIdentity: String?
        public var sessionTokenUtilization: Int?
        public var sessionTokenSize: Int?

        public init(
            credentials: STS.Credentials? = nil, subjectFromWebIdentityToken: String? = nil,
            assumedRoleUser: STS.AssumedRoleUser? = nil, packedPolicySize: Int? = nil, provider: String? = nil,
            audience: String? = nil, sourceIdentity: String? = nil, sessionTokenUtilization: Int? = nil,
            sessionTokenSize: Int? = nil
        ) {
            self.credentials = credentials
            self.subjectFromWebIdentityToken = subjectFromWebIdentityToken
            self.assumedRoleUser = assumedRoleUser
            self.packedPolicySize = packedPolicySize
            self.provider = provider
            self.audience = audience
            self.sourceIdentity = sourceIdentity
            self.sessionTokenUtilization = sessionTokenUtilization
            self.sessionTokenSize = sessionTokenSize
        }

        public init(wire: WireObject) throws {
            credentials = try wire.optionalStructure("Credentials")
            subjectFromWebIdentityToken = try wire.optionalString("SubjectFromWebIdentityToken")
            assumedRoleUser = try wire.optionalStructure("AssumedRoleUser")
            packedPolicySize = try wire.optionalInteger("PackedPolicySize")
            provider = try wire.optionalString("Provider")
            audience = try wire.optionalString("Audience")
            sourceIdentity = try wire.optionalString("SourceIdentity")
            sessionTokenUtilization = try wire.optionalInteger("SessionTokenUtilization")
            sessionTokenSize = try wire.optionalInteger("SessionTokenSize")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(9)
            wire.addStructure("Credentials", credentials)
            wire.addString("SubjectFromWebIdentityToken", subjectFromWebIdentityToken)
            wire.addStructure("AssumedRoleUser", assumedRoleUser)
            wire.addInteger("PackedPolicySize", packedPolicySize)
            wire.addString("Provider", provider)
            wire.addString("Audience", audience)
            wire.addString("SourceIdentity", sourceIdentity)
            wire.addInteger("SessionTokenUtilization", sessionTokenUtilization)
            wire.addInteger("SessionTokenSize", sessionTokenSize)
            return wire
        }

        public static let shape: Shape = Shape(
            "AssumeRoleWithWebIdentityResponse",
            .structure(members: [
                ShapeMember("Credentials", ShapeReference(STS.Credentials.shape)),
                ShapeMember("SubjectFromWebIdentityToken", ShapeReference(STSShapes.webIdentitySubjectType)),
                ShapeMember("AssumedRoleUser", ShapeReference(STS.AssumedRoleUser.shape)),
                ShapeMember("PackedPolicySize", ShapeReference(STSShapes.nonNegativeIntegerType)),
                ShapeMember("Provider", ShapeReference(STSShapes.issuer)),
                ShapeMember("Audience", ShapeReference(STSShapes.audience)),
                ShapeMember("SourceIdentity", ShapeReference(STSShapes.sourceIdentityType)),
                ShapeMember("SessionTokenUtilization", ShapeReference(STSShapes.sessionTokenUtilizationType)),
                ShapeMember("SessionTokenSize", ShapeReference(STSShapes.sessionTokenSizeType)),
            ]))
    }
}
