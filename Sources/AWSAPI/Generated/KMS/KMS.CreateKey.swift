// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension KMS {
    public enum CreateKey: AWSOperation {
        public typealias Input = KMS.CreateKeyInput
        public typealias Output = KMS.CreateKeyOutput
        public static var service: AWSService { KMS.service }
        public static let name: String = "CreateKey"
        public static let errors: [String: Int] = [
            "CloudHsmClusterInvalidConfigurationException": 400, "CustomKeyStoreInvalidStateException": 400,
            "CustomKeyStoreNotFoundException": 400, "DependencyTimeoutException": 500, "InvalidArnException": 400,
            "KMSInternalException": 500, "LimitExceededException": 400, "MalformedPolicyDocumentException": 400,
            "TagException": 400, "UnsupportedOperationException": 400, "XksKeyAlreadyInUseException": 400,
            "XksKeyInvalidConfigurationException": 400, "XksKeyNotFoundException": 400,
        ]
    }

    public struct CreateKeyInput: AWSStructure {
        public var policy: String?
        public var description: String?
        public var keyUsage: String?
        public var customerMasterKeySpec: String?
        public var keySpec: String?
        public var origin: String?
        public var customKeyStoreId: String?
        public var bypassPolicyLockoutSafetyCheck: Bool?
        public var tags: [KMS.Tag]?
        public var multiRegion: Bool?
        public var xksKeyId: String?

        public init(
            policy: String? = nil, description: String? = nil, keyUsage: String? = nil,
            customerMasterKeySpec: String? = nil, keySpec: String? = nil, origin: String? = nil,
            customKeyStoreId: String? = nil, bypassPolicyLockoutSafetyCheck: Bool? = nil, tags: [KMS.Tag]? = nil,
            multiRegion: Bool? = nil, xksKeyId: String? = nil
        ) {
            self.policy = policy
            self.description = description
            self.keyUsage = keyUsage
            self.customerMasterKeySpec = customerMasterKeySpec
            self.keySpec = keySpec
            self.origin = origin
            self.customKeyStoreId = customKeyStoreId
            self.bypassPolicyLockoutSafetyCheck = bypassPolicyLockoutSafetyCheck
            self.tags = tags
            self.multiRegion = multiRegion
            self.xksKeyId = xksKeyId
        }

        public init(wire: WireObject) throws {
            policy = try wire.optionalString("Policy")
            description = try wire.optionalString("Description")
            keyUsage = try wire.optionalString("KeyUsage")
            customerMasterKeySpec = try wire.optionalString("CustomerMasterKeySpec")
            keySpec = try wire.optionalString("KeySpec")
            origin = try wire.optionalString("Origin")
            customKeyStoreId = try wire.optionalString("CustomKeyStoreId")
            bypassPolicyLockoutSafetyCheck = try wire.optionalBoolean("BypassPolicyLockoutSafetyCheck")
            tags = try wire.optionalStructures("Tags")
            multiRegion = try wire.optionalBoolean("MultiRegion")
            xksKeyId = try wire.optionalString("XksKeyId")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(11)
            wire.addString("Policy", policy)
            wire.addString("Description", description)
            wire.addString("KeyUsage", keyUsage)
            wire.addString("CustomerMasterKeySpec", customerMasterKeySpec)
            wire.addString("KeySpec", keySpec)
            wire.addString("Origin", origin)
            wire.addString("CustomKeyStoreId", customKeyStoreId)
            wire.addBoolean("BypassPolicyLockoutSafetyCheck", bypassPolicyLockoutSafetyCheck)
            wire.addStructures("Tags", tags)
            wire.addBoolean("MultiRegion", multiRegion)
            wire.addString("XksKeyId", xksKeyId)
            return wire
        }

        public static let shape: Shape = Shape(
            "CreateKeyRequest",
            .structure(members: [
                ShapeMember("Policy", ShapeReference(KMSShapes.policyType)),
                ShapeMember("Description", ShapeReference(KMSShapes.descriptionType)),
                ShapeMember("KeyUsage", ShapeReference(KMSShapes.keyUsageType)),
                ShapeMember("CustomerMasterKeySpec", ShapeReference(KMSShapes.customerMasterKeySpec)),
                ShapeMember("KeySpec", ShapeReference(KMSShapes.keySpec)),
                ShapeMember("Origin", ShapeReference(KMSShapes.originType)),
                ShapeMember("CustomKeyStoreId", ShapeReference(KMSShapes.customKeyStoreIdType)),
                ShapeMember("BypassPolicyLockoutSafetyCheck", ShapeReference(KMSShapes.booleanType)),
                ShapeMember("Tags", ShapeReference(KMSShapes.tagList)),
                ShapeMember("MultiRegion", ShapeReference(KMSShapes.nullableBooleanType)),
                ShapeMember("XksKeyId", ShapeReference(KMSShapes.xksKeyIdType)),
            ]))
    }

    public struct CreateKeyOutput: AWSStructure {
        public var keyMetadata: KMS.KeyMetadata?

        public init(keyMetadata: KMS.KeyMetadata? = nil) {
            self.keyMetadata = keyMetadata
        }

        public init(wire: WireObject) throws {
            keyMetadata = try wire.optionalStructure("KeyMetadata")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addStructure("KeyMetadata", keyMetadata)
            return wire
        }

        public static let shape: Shape = Shape(
            "CreateKeyResponse",
            .structure(members: [
                ShapeMember("KeyMetadata", ShapeReference(KMS.KeyMetadata.shape)),
            ]))
    }
}
