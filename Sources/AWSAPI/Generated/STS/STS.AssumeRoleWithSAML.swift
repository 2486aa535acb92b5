// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension STS {
    public enum AssumeRoleWithSAML: AWSOperation {
        public typealias Input = STS.AssumeRoleWithSAMLInput
        public typealias Output = STS.AssumeRoleWithSAMLOutput
        public static var service: AWSService { STS.service }
        public static let name: String = "AssumeRoleWithSAML"
        public static let errors: [String: Int] = [
            "ExpiredTokenException": 400, "IDPRejectedClaim": 403, "InvalidIdentityToken": 400,
            "MalformedPolicyDocument": 400, "PackedPolicyTooLarge": 400, "RegionDisabledException": 403,
        ]
    }

    public struct AssumeRoleWithSAMLInput: AWSStructure {
        public var roleArn: String
        public var principalArn: String
        public var samlAssertion: SharedSecret
        public var policyArns: [STS.PolicyDescriptorType]?
        public var policy: String?
        public var durationSeconds: Int?
        public var minimumSessionTokenSize: Int?

        public init(
            roleArn: String, principalArn: String, samlAssertion: SharedSecret,
            policyArns: [STS.PolicyDescriptorType]? = nil, policy: String? = nil, durationSeconds: Int? = nil,
            minimumSessionTokenSize: Int? = nil
        ) {
            self.roleArn = roleArn
            self.principalArn = principalArn
            self.samlAssertion = samlAssertion
            self.policyArns = policyArns
            self.policy = policy
            self.durationSeconds = durationSeconds
            self.minimumSessionTokenSize = minimumSessionTokenSize
        }

        public init(wire: WireObject) throws {
            roleArn = try wire.string("RoleArn")
            principalArn = try wire.string("PrincipalArn")
            samlAssertion = try wire.secret("SAMLAssertion")
            policyArns = try wire.optionalStructures("PolicyArns")
            policy = try wire.optionalString("Policy")
            durationSeconds = try wire.optionalInteger("DurationSeconds")
            minimumSessionTokenSize = try wire.optionalInteger("MinimumSessionTokenSize")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(7)
            wire.addString("RoleArn", roleArn)
            wire.addString("PrincipalArn", principalArn)
            wire.addSecret("SAMLAssertion", samlAssertion)
            wire.addStructures("PolicyArns", policyArns)
            wire.addString("Policy", policy)
            wire.addInteger("DurationSeconds", durationSeconds)
            wire.addInteger("MinimumSessionTokenSize", minimumSessionTokenSize)
            return wire
        }

        public static let shape: Shape = Shape(
            "AssumeRoleWithSAMLRequest",
            .structure(members: [
                ShapeMember("RoleArn", ShapeReference(STSShapes.arnType), isRequired: true),
                ShapeMember("PrincipalArn", ShapeReference(STSShapes.arnType), isRequired: true),
                ShapeMember("SAMLAssertion", ShapeReference(STSShapes.samlAssertionType), isRequired: true),
                ShapeMember("PolicyArns", ShapeReference(STSShapes.policyDescriptorListType)),
                ShapeMember("Policy", ShapeReference(STSShapes.sessionPolicyDocumentType)),
                ShapeMember("DurationSeconds", ShapeReference(STSShapes.roleDurationSecondsType)),
                ShapeMember("MinimumSessionTokenSize", ShapeReference(STSShapes.minimumSessionTokenSizeType)),
            ]))
    }

    public struct AssumeRoleWithSAMLOutput: AWSStructure {
        public var credentials: STS.Credentials?
        public var assumedRoleUser: STS.AssumedRoleUser?
        public var packedPolicySize: Int?
        public var subject: String?
        public var subjectType: String?
        public var issuer: String?
        public var audience: String?
        public var nameQualifier: String?
        public var sourceIdentity: String?
        public var sessionTokenUtilization: Int?
        public var sessionTokenSize: Int?

        public init(
            credentials: STS.Credentials? = nil, assumedRoleUser: STS.AssumedRoleUser? = nil,
            packedPolicySize: Int? = nil, subject: String? = nil, subjectType: String? = nil, issuer: String? = nil,
            audience: String? = nil, nameQualifier: String? = nil, sourceIdentity: String? = nil,
            sessionTokenUtilization: Int? = nil, sessionTokenSize: Int? = nil
        ) {
            self.credentials = credentials
            self.assumedRoleUser = assumedRoleUser
            self.packedPolicySize = packedPolicySize
            self.subject = subject
            self.subjectType = subjectType
            self.issuer = issuer
            self.audience = audience
            self.nameQualifier = nameQualifier
            self.sourceIdentity = sourceIdentity
            self.sessionTokenUtilization = sessionTokenUtilization
            self.sessionTokenSize = sessionTokenSize
        }

        public init(wire: WireObject) throws {
            credentials = try wire.optionalStructure("Credentials")
            assumedRoleUser = try wire.optionalStructure("AssumedRoleUser")
            packedPolicySize = try wire.optionalInteger("PackedPolicySize")
            subject = try wire.optionalString("Subject")
            subjectType = try wire.optionalString("SubjectType")
            issuer = try wire.optionalString("Issuer")
            audience = try wire.optionalString("Audience")
            nameQualifier = try wire.optionalString("NameQualifier")
            sourceIdentity = try wire.optionalString("SourceIdentity")
            sessionTokenUtilization = try wire.optionalInteger("SessionTokenUtilization")
            sessionTokenSize = try wire.optionalInteger("SessionTokenSize")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(11)
            wire.addStructure("Credentials", credentials)
            wire.addStructure("AssumedRoleUser", assumedRoleUser)
            wire.addInteger("PackedPolicySize", packedPolicySize)
            wire.addString("Subject", subject)
            wire.addString("SubjectType", subjectType)
            wire.addString("Issuer", issuer)
            wire.addString("Audience", audience)
            wire.addString("NameQualifier", nameQualifier)
            wire.addString("SourceIdentity", sourceIdentity)
            wire.addInteger("SessionTokenUtilization", sessionTokenUtilization)
            wire.addInteger("SessionTokenSize", sessionTokenSize)
            return wire
        }

        public static let shape: Shape = Shape(
            "AssumeRoleWithSAMLResponse",
            .structure(members: [
                ShapeMember("Credentials", ShapeReference(STS.Credentials.shape)),
                ShapeMember("AssumedRoleUser", ShapeReference(STS.AssumedRoleUser.shape)),
                ShapeMember("PackedPolicySize", ShapeReference(STSShapes.nonNegativeIntegerType)),
                ShapeMember("Subject", ShapeReference(STSShapes.subject)),
                ShapeMember("SubjectType", ShapeReference(STSShapes.subjectType)),
                ShapeMember("Issuer", ShapeReference(STSShapes.issuer)),
                ShapeMember("Audience", ShapeReference(STSShapes.audience)),
                ShapeMember("NameQualifier", ShapeReference(STSShapes.nameQualifier)),
                ShapeMember("SourceIdentity", ShapeReference(STSShapes.sourceIdentityType)),
                ShapeMember("SessionTokenUtilization", ShapeReference(STSShapes.sessionTokenUtilizationType)),
                ShapeMember("SessionTokenSize", ShapeReference(STSShapes.sessionTokenSizeType)),
            ]))
    }
}
