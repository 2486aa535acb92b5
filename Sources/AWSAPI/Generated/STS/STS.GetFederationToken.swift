// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension STS {
    public enum GetFederationToken: AWSOperation {
        public typealias Input = STS.GetFederationTokenInput
        public typealias Output = STS.GetFederationTokenOutput
        public static var service: AWSService { STS.service }
        public static let name: String = "GetFederationToken"
        public static let errors: [String: Int] = [
            "MalformedPolicyDocument": 400, "PackedPolicyTooLarge": 400, "RegionDisabledException": 403,
        ]
    }

    public struct GetFederationTokenInput: AWSStructure {
        public var name: String
        public var policy: String?
        public var policyArns: [STS.PolicyDescriptorType]?
        public var durationSeconds: Int?
        public var tags: [STS.Tag]?
        public var minimumSessionTokenSize: Int?

        public init(
            name: String, policy: String? = nil, policyArns: [STS.PolicyDescriptorType]? = nil,
            durationSeconds: Int? = nil, tags: [STS.Tag]? = nil, minimumSessionTokenSize: Int? = nil
        ) {
            self.name = name
            self.policy = policy
            self.policyArns = policyArns
            self.durationSeconds = durationSeconds
            self.tags = tags
            self.minimumSessionTokenSize = minimumSessionTokenSize
        }

        public init(wire: WireObject) throws {
            name = try wire.string("Name")
            policy = try wire.optionalString("Policy")
            policyArns = try wire.optionalStructures("PolicyArns")
            durationSeconds = try wire.optionalInteger("DurationSeconds")
            tags = try wire.optionalStructures("Tags")
            minimumSessionTokenSize = try wire.optionalInteger("MinimumSessionTokenSize")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(6)
            wire.addString("Name", name)
            wire.addString("Policy", policy)
            wire.addStructures("PolicyArns", policyArns)
            wire.addInteger("DurationSeconds", durationSeconds)
            wire.addStructures("Tags", tags)
            wire.addInteger("MinimumSessionTokenSize", minimumSessionTokenSize)
            return wire
        }

        public static let shape: Shape = Shape(
            "GetFederationTokenRequest",
            .structure(members: [
                ShapeMember("Name", ShapeReference(STSShapes.userNameType), isRequired: true),
                ShapeMember("Policy", ShapeReference(STSShapes.sessionPolicyDocumentType)),
                ShapeMember("PolicyArns", ShapeReference(STSShapes.policyDescriptorListType)),
                ShapeMember("DurationSeconds", ShapeReference(STSShapes.durationSecondsType)),
                ShapeMember("Tags", ShapeReference(STSShapes.tagListType)),
                ShapeMember("MinimumSessionTokenSize", ShapeReference(STSShapes.minimumSessionTokenSizeType)),
            ]))
    }

    public struct GetFederationTokenOutput: AWSStructure {
        public var credentials: STS.Credentials?
        public var federatedUser: STS.FederatedUser?
        public var packedPolicySize: Int?
        public var sessionTokenUtilization: Int?
        public var sessionTokenSize: Int?

        public init(
            credentials: STS.Credentials? = nil, federatedUser: STS.FederatedUser? = nil, packedPolicySize: Int? = nil,
            sessionTokenUtilization: Int? = nil, sessionTokenSize: Int? = nil
        ) {
            self.credentials = credentials
            self.federatedUser = federatedUser
            self.packedPolicySize = packedPolicySize
            self.sessionTokenUtilization = sessionTokenUtilization
            self.sessionTokenSize = sessionTokenSize
        }

        public init(wire: WireObject) throws {
            credentials = try wire.optionalStructure("Credentials")
            federatedUser = try wire.optionalStructure("FederatedUser")
            packedPolicySize = try wire.optionalInteger("PackedPolicySize")
            sessionTokenUtilization = try wire.optionalInteger("SessionTokenUtilization")
            sessionTokenSize = try wire.optionalInteger("SessionTokenSize")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(5)
            wire.addStructure("Credentials", credentials)
            wire.addStructure("FederatedUser", federatedUser)
            wire.addInteger("PackedPolicySize", packedPolicySize)
            wire.addInteger("SessionTokenUtilization", sessionTokenUtilization)
            wire.addInteger("SessionTokenSize", sessionTokenSize)
            return wire
        }

        public static let shape: Shape = Shape(
            "GetFederationTokenResponse",
            .structure(members: [
                ShapeMember("Credentials", ShapeReference(STS.Credentials.shape)),
                ShapeMember("FederatedUser", ShapeReference(STS.FederatedUser.shape)),
                ShapeMember("PackedPolicySize", ShapeReference(STSShapes.nonNegativeIntegerType)),
                ShapeMember("SessionTokenUtilization", ShapeReference(STSShapes.sessionTokenUtilizationType)),
                ShapeMember("SessionTokenSize", ShapeReference(STSShapes.sessionTokenSizeType)),
            ]))
    }
}
