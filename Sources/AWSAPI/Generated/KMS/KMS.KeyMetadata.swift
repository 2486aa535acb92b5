// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension KMS {
    public struct KeyMetadata: AWSStructure {
        public var awsAccountId: String?
        public var keyId: String
        public var arn: String?
        public var creationDate: Timestamp?
        public var enabled: Bool?
        public var description: String?
        public var keyUsage: String?
        public var keyState: String?
        public var deletionDate: Timestamp?
        public var validTo: Timestamp?
        public var origin: String?
        public var customKeyStoreId: String?
        public var cloudHsmClusterId: String?
        public var expirationModel: String?
        public var keyManager: String?
        public var customerMasterKeySpec: String?
        public var keySpec: String?
        public var encryptionAlgorithms: [String]?
        public var signingAlgorithms: [String]?
        public var keyAgreementAlgorithms: [String]?
        public var encapsulationAlgorithms: [String]?
        public var multiRegion: Bool?
        public var multiRegionConfiguration: KMS.MultiRegionConfiguration?
        public var pendingDeletionWindowInDays: Int?
        public var macAlgorithms: [String]?
        public var xksKeyConfiguration: KMS.XksKeyConfigurationType?
        public var currentKeyMaterialId: String?

        public init(
            keyId: String, awsAccountId: String? = nil, arn: String? = nil, creationDate: Timestamp? = nil,
            enabled: Bool? = nil, description: String? = nil, keyUsage: String? = nil, keyState: String? = nil,
            deletionDate: Timestamp? = nil, validTo: Timestamp? = nil, origin: String? = nil,
            customKeyStoreId: String? = nil, cloudHsmClusterId: String? = nil, expirationModel: String? = nil,
            keyManager: String? = nil, customerMasterKeySpec: String? = nil, keySpec: String? = nil,
            encryptionAlgorithms: [String]? = nil, signingAlgorithms: [String]? = nil,
            keyAgreementAlgorithms: [String]? = nil, encapsulationAlgorithms: [String]? = nil, multiRegion: Bool? = nil,
            multiRegionConfiguration: KMS.MultiRegionConfiguration? = nil, pendingDeletionWindowInDays: Int? = nil,
            macAlgorithms: [String]? = nil, xksKeyConfiguration: KMS.XksKeyConfigurationType? = nil,
            currentKeyMaterialId: String? = nil
        ) {
            self.awsAccountId = awsAccountId
            self.keyId = keyId
            self.arn = arn
            self.creationDate = creationDate
            self.enabled = enabled
            self.description = description
            self.keyUsage = keyUsage
            self.keyState = keyState
            self.deletionDate = deletionDate
            self.validTo = validTo
            self.origin = origin
            self.customKeyStoreId = customKeyStoreId
            self.cloudHsmClusterId = cloudHsmClusterId
            self.expirationModel = expirationModel
            self.keyManager = keyManager
            self.customerMasterKeySpec = customerMasterKeySpec
            self.keySpec = keySpec
            self.encryptionAlgorithms = encryptionAlgorithms
            self.signingAlgorithms = signingAlgorithms
            self.keyAgreementAlgorithms = keyAgreementAlgorithms
            self.encapsulationAlgorithms = encapsulationAlgorithms
            self.multiRegion = multiRegion
            self.multiRegionConfiguration = multiRegionConfiguration
            self.pendingDeletionWindowInDays = pendingDeletionWindowInDays
            self.macAlgorithms = macAlgorithms
            self.xksKeyConfiguration = xksKeyConfiguration
            self.currentKeyMaterialId = currentKeyMaterialId
        }

        public init(wire: WireObject) throws {
            awsAccountId = try wire.optionalString("AWSAccountId")
            keyId = try wire.string("KeyId")
            arn = try wire.optionalString("Arn")
            creationDate = try wire.optionalTimestamp("CreationDate")
            enabled = try wire.optionalBoolean("Enabled")
            description = try wire.optionalString("Description")
            keyUsage = try wire.optionalString("KeyUsage")
            keyState = try wire.optionalString("KeyState")
            deletionDate = try wire.optionalTimestamp("DeletionDate")
            validTo = try wire.optionalTimestamp("ValidTo")
            origin = try wire.optionalString("Origin")
            customKeyStoreId = try wire.optionalString("CustomKeyStoreId")
            cloudHsmClusterId = try wire.optionalString("CloudHsmClusterId")
            expirationModel = try wire.optionalString("ExpirationModel")
            keyManager = try wire.optionalString("KeyManager")
            customerMasterKeySpec = try wire.optionalString("CustomerMasterKeySpec")
            keySpec = try wire.optionalString("KeySpec")
            encryptionAlgorithms = try wire.optionalStrings("EncryptionAlgorithms")
            signingAlgorithms = try wire.optionalStrings("SigningAlgorithms")
            keyAgreementAlgorithms = try wire.optionalStrings("KeyAgreementAlgorithms")
            encapsulationAlgorithms = try wire.optionalStrings("EncapsulationAlgorithms")
            multiRegion = try wire.optionalBoolean("MultiRegion")
            multiRegionConfiguration = try wire.optionalStructure("MultiRegionConfiguration")
            pendingDeletionWindowInDays = try wire.optionalInteger("PendingDeletionWindowInDays")
            macAlgorithms = try wire.optionalStrings("MacAlgorithms")
            xksKeyConfiguration = try wire.optionalStructure("XksKeyConfiguration")
            currentKeyMaterialId = try wire.optionalString("CurrentKeyMaterialId")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(27)
            wire.addString("AWSAccountId", awsAccountId)
            wire.addString("KeyId", keyId)
            wire.addString("Arn", arn)
            wire.addTimestamp("CreationDate", creationDate)
            wire.addBoolean("Enabled", enabled)
            wire.addString("Description", description)
            wire.addString("KeyUsage", keyUsage)
            wire.addString("KeyState", keyState)
            wire.addTimestamp("DeletionDate", deletionDate)
            wire.addTimestamp("ValidTo", validTo)
            wire.addString("Origin", origin)
            wire.addString("CustomKeyStoreId", customKeyStoreId)
            wire.addString("CloudHsmClusterId", cloudHsmClusterId)
            wire.addString("ExpirationModel", expirationModel)
            wire.addString("KeyManager", keyManager)
            wire.addString("CustomerMasterKeySpec", customerMasterKeySpec)
            wire.addString("KeySpec", keySpec)
            wire.addStrings("EncryptionAlgorithms", encryptionAlgorithms)
            wire.addStrings("SigningAlgorithms", signingAlgorithms)
            wire.addStrings("KeyAgreementAlgorithms", keyAgreementAlgorithms)
            wire.addStrings("EncapsulationAlgorithms", encapsulationAlgorithms)
            wire.addBoolean("MultiRegion", multiRegion)
            wire.addStructure("MultiRegionConfiguration", multiRegionConfiguration)
            wire.addInteger("PendingDeletionWindowInDays", pendingDeletionWindowInDays)
            wire.addStrings("MacAlgorithms", macAlgorithms)
            wire.addStructure("XksKeyConfiguration", xksKeyConfiguration)
            wire.addString("CurrentKeyMaterialId", currentKeyMaterialId)
            return wire
        }

        public static let shape: Shape = Shape(
            "KeyMetadata",
            .structure(members: [
                ShapeMember("AWSAccountId", ShapeReference(KMSShapes.awsAccountIdType)),
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType), isRequired: true),
                ShapeMember("Arn", ShapeReference(KMSShapes.arnType)),
                ShapeMember("CreationDate", ShapeReference(KMSShapes.dateType)),
                ShapeMember("Enabled", ShapeReference(KMSShapes.booleanType)),
                ShapeMember("Description", ShapeReference(KMSShapes.descriptionType)),
                ShapeMember("KeyUsage", ShapeReference(KMSShapes.keyUsageType)),
                ShapeMember("KeyState", ShapeReference(KMSShapes.keyState)),
                ShapeMember("DeletionDate", ShapeReference(KMSShapes.dateType)),
                ShapeMember("ValidTo", ShapeReference(KMSShapes.dateType)),
                ShapeMember("Origin", ShapeReference(KMSShapes.originType)),
                ShapeMember("CustomKeyStoreId", ShapeReference(KMSShapes.customKeyStoreIdType)),
                ShapeMember("CloudHsmClusterId", ShapeReference(KMSShapes.cloudHsmClusterIdType)),
                ShapeMember("ExpirationModel", ShapeReference(KMSShapes.expirationModelType)),
                ShapeMember("KeyManager", ShapeReference(KMSShapes.keyManagerType)),
                ShapeMember("CustomerMasterKeySpec", ShapeReference(KMSShapes.customerMasterKeySpec)),
                ShapeMember("KeySpec", ShapeReference(KMSShapes.keySpec)),
                ShapeMember("EncryptionAlgorithms", ShapeReference(KMSShapes.encryptionAlgorithmSpecList)),
                ShapeMember("SigningAlgorithms", ShapeReference(KMSShapes.signingAlgorithmSpecList)),
                ShapeMember("KeyAgreementAlgorithms", ShapeReference(KMSShapes.keyAgreementAlgorithmSpecList)),
                ShapeMember("EncapsulationAlgorithms", ShapeReference(KMSShapes.encapsulationAlgorithmSpecList)),
                ShapeMember("MultiRegion", ShapeReference(KMSShapes.nullableBooleanType)),
                ShapeMember("MultiRegionConfiguration", ShapeReference(KMS.MultiRegionConfiguration.shape)),
                ShapeMember("PendingDeletionWindowInDays", ShapeReference(KMSShapes.pendingWindowInDaysType)),
                ShapeMember("MacAlgorithms", ShapeReference(KMSShapes.macAlgorithmSpecList)),
                ShapeMember("XksKeyConfiguration", ShapeReference(KMS.XksKeyConfigurationType.shape)),
                ShapeMember("CurrentKeyMaterialId", ShapeReference(KMSShapes.backingKeyIdType)),
            ]))
    }
}
