// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension KMS {
    public enum ReplicateKey: AWSOperation {
        public typealias Input = KMS.ReplicateKeyInput
        public typealias Output = KMS.ReplicateKeyOutput
        public static var service: AWSService { KMS.service }
        public static let name: String = "ReplicateKey"
        public static let errors: [String: Int] = [
            "AlreadyExistsException": 400, "DisabledException": 400, "InvalidArnException": 400,
            "KMSInternalException": 500, "KMSInvalidStateException": 400, "LimitExceededException": 400,
            "MalformedPolicyDocumentException": 400, "NotFoundException": 400, "TagException": 400,
            "UnsupportedOperationException": 400,
        ]
    }

    public struct ReplicateKeyInput: AWSStructure {
        public var keyId: String
        public var replicaRegion: String
        public var policy: String?
        public var bypassPolicyLockoutSafetyCheck: Bool?
        public var description: String?
        public var tags: [KMS.Tag]?

        public init(
            keyId: String, replicaRegion: String, policy: String? = nil, bypassPolicyLockoutSafetyCheck: Bool? = nil,
            description: String? = nil, tags: [KMS.Tag]? = nil
        ) {
            self.keyId = keyId
            self.replicaRegion = replicaRegion
            self.policy = policy
            self.bypassPolicyLockoutSafetyCheck = bypassPolicyLockoutSafetyCheck
            self.description = description
            self.tags = tags
        }

        public init(wire: WireObject) throws {
            keyId = try wire.string("KeyId")
            replicaRegion = try wire.string("ReplicaRegion")
            policy = try wire.optionalString("Policy")
            bypassPolicyLockoutSafetyCheck = try wire.optionalBoolean("BypassPolicyLockoutSafetyCheck")
            description = try wire.optionalString("Description")
            tags = try wire.optionalStructures("Tags")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(6)
            wire.addString("KeyId", keyId)
            wire.addString("ReplicaRegion", replicaRegion)
            wire.addString("Policy", policy)
            wire.addBoolean("BypassPolicyLockoutSafetyCheck", bypassPolicyLockoutSafetyCheck)
            wire.addString("Description", description)
            wire.addStructures("Tags", tags)
            return wire
        }

        public static let shape: Shape = Shape(
            "ReplicateKeyRequest",
            .structure(members: [
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType), isRequired: true),
                ShapeMember("ReplicaRegion", ShapeReference(KMSShapes.regionType), isRequired: true),
                ShapeMember("Policy", ShapeReference(KMSShapes.policyType)),
                ShapeMember("BypassPolicyLockoutSafetyCheck", ShapeReference(KMSShapes.booleanType)),
                ShapeMember("Description", ShapeReference(KMSShapes.descriptionType)),
                ShapeMember("Tags", ShapeReference(KMSShapes.tagList)),
            ]))
    }

    public struct ReplicateKeyOutput: AWSStructure {
        public var replicaKeyMetadata: KMS.KeyMetadata?
        public var replicaPolicy: String?
        public var replicaTags: [KMS.Tag]?

        public init(
            replicaKeyMetadata: KMS.KeyMetadata? = nil, replicaPolicy: String? = nil, replicaTags: [KMS.Tag]? = nil
        ) {
            self.replicaKeyMetadata = replicaKeyMetadata
            self.replicaPolicy = replicaPolicy
            self.replicaTags = replicaTags
        }

        public init(wire: WireObject) throws {
            replicaKeyMetadata = try wire.optionalStructure("ReplicaKeyMetadata")
            replicaPolicy = try wire.optionalString("ReplicaPolicy")
            replicaTags = try wire.optionalStructures("ReplicaTags")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addStructure("ReplicaKeyMetadata", replicaKeyMetadata)
            wire.addString("ReplicaPolicy", replicaPolicy)
            wire.addStructures("ReplicaTags", replicaTags)
            return wire
        }

        public static let shape: Shape = Shape(
            "ReplicateKeyResponse",
            .structure(members: [
                ShapeMember("ReplicaKeyMetadata", ShapeReference(KMS.KeyMetadata.shape)),
                ShapeMember("ReplicaPolicy", ShapeReference(KMSShapes.policyType)),
                ShapeMember("ReplicaTags", ShapeReference(KMSShapes.tagList)),
            ]))
    }
}
