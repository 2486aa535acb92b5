// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension KMS {
    public enum ReEncrypt: AWSOperation {
        public typealias Input = KMS.ReEncryptInput
        public typealias Output = KMS.ReEncryptOutput
        public static var service: AWSService { KMS.service }
        public static let name: String = "ReEncrypt"
        public static let errors: [String: Int] = [
            "DependencyTimeoutException": 500, "DisabledException": 400, "DryRunOperationException": 400,
            "IncorrectKeyException": 400, "InvalidCiphertextException": 400, "InvalidGrantTokenException": 400,
            "InvalidKeyUsageException": 400, "KMSInternalException": 500, "KMSInvalidStateException": 400,
            "KeyUnavailableException": 500, "NotFoundException": 400,
        ]
    }

    public struct ReEncryptInput: AWSStructure {
        public var ciphertextBlob: [UInt8]?
        public var sourceEncryptionContext: [String: String]?
        public var sourceKeyId: String?
        public var destinationKeyId: String
        public var destinationEncryptionContext: [String: String]?
        public var sourceEncryptionAlgorithm: String?
        public var destinationEncryptionAlgorithm: String?
        public var grantTokens: [String]?
        public var dryRun: Bool?
        public var dryRunModifiers: [String]?

        public init(
            destinationKeyId: String, ciphertextBlob: [UInt8]? = nil, sourceEncryptionContext: [String: String]? = nil,
            sourceKeyId: String? = nil, destinationEncryptionContext: [String: String]? = nil,
            sourceEncryptionAlgorithm: String? = nil, destinationEncryptionAlgorithm: String? = nil,
            grantTokens: [String]? = nil, dryRun: Bool? = nil, dryRunModifiers: [String]? = nil
        ) {
            self.ciphertextBlob = ciphertextBlob
            self.sourceEncryptionContext = sourceEncryptionContext
            self.sourceKeyId = sourceKeyId
            self.destinationKeyId = destinationKeyId
            self.destinationEncryptionContext = destinationEncryptionContext
            self.sourceEncryptionAlgorithm = sourceEncryptionAlgorithm
            self.destinationEncryptionAlgorithm = destinationEncryptionAlgorithm
            self.grantTokens = grantTokens
            self.dryRun = dryRun
            self.dryRunModifiers = dryRunModifiers
        }

        public init(wire: WireObject) throws {
            ciphertextBlob = try wire.optionalBlob("CiphertextBlob")
            sourceEncryptionContext = try wire.optionalStringMap("SourceEncryptionContext")
            sourceKeyId = try wire.optionalString("SourceKeyId")
            destinationKeyId = try wire.string("DestinationKeyId")
            destinationEncryptionContext = try wire.optionalStringMap("DestinationEncryptionContext")
            sourceEncryptionAlgorithm = try wire.optionalString("SourceEncryptionAlgorithm")
            destinationEncryptionAlgorithm = try wire.optionalString("DestinationEncryptionAlgorithm")
            grantTokens = try wire.optionalStrings("GrantTokens")
            dryRun = try wire.optionalBoolean("DryRun")
            dryRunModifiers = try wire.optionalStrings("DryRunModifiers")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(10)
            wire.addBlob("CiphertextBlob", ciphertextBlob)
            wire.addStringMap("SourceEncryptionContext", sourceEncryptionContext)
            wire.addString("SourceKeyId", sourceKeyId)
            wire.addString("DestinationKeyId", destinationKeyId)
            wire.addStringMap("DestinationEncryptionContext", destinationEncryptionContext)
            wire.addString("SourceEncryptionAlgorithm", sourceEncryptionAlgorithm)
            wire.addString("DestinationEncryptionAlgorithm", destinationEncryptionAlgorithm)
            wire.addStrings("GrantTokens", grantTokens)
            wire.addBoolean("DryRun", dryRun)
            wire.addStrings("DryRunModifiers", dryRunModifiers)
            return wire
        }

        public static let shape: Shape = Shape(
            "ReEncryptRequest",
            .structure(members: [
                ShapeMember("CiphertextBlob", ShapeReference(KMSShapes.ciphertextType)),
                ShapeMember("SourceEncryptionContext", ShapeReference(KMSShapes.encryptionContextType)),
                ShapeMember("SourceKeyId", ShapeReference(KMSShapes.keyIdType)),
                ShapeMember("DestinationKeyId", ShapeReference(KMSShapes.keyIdType), isRequired: true),
                ShapeMember("DestinationEncryptionContext", ShapeReference(KMSShapes.encryptionContextType)),
                ShapeMember("SourceEncryptionAlgorithm", ShapeReference(KMSShapes.encryptionAlgorithmSpec)),
                ShapeMember("DestinationEncryptionAlgorithm", ShapeReference(KMSShapes.encryptionAlgorithmSpec)),
                ShapeMember("GrantTokens", ShapeReference(KMSShapes.grantTokenList)),
                ShapeMember("DryRun", ShapeReference(KMSShapes.nullableBooleanType)),
                ShapeMember("DryRunModifiers", ShapeReference(KMSShapes.dryRunModifierList)),
            ]))
    }

    public struct ReEncryptOutput: AWSStructure {
        public var ciphertextBlob: [UInt8]?
        public var sourceKeyId: String?
        public var keyId: String?
        public var sourceEncryptionAlgorithm: String?
        public var destinationEncryptionAlgorithm: String?
        public var sourceKeyMaterialId: String?
        public var destinationKeyMaterialId: String?

        public init(
            ciphertextBlob: [UInt8]? = nil, sourceKeyId: String? = nil, keyId: String? = nil,
            sourceEncryptionAlgorithm: String? = nil, destinationEncryptionAlgorithm: String? = nil,
            sourceKeyMaterialId: String? = nil, destinationKeyMaterialId: String? = nil
        ) {
            self.ciphertextBlob = ciphertextBlob
            self.sourceKeyId = sourceKeyId
            self.keyId = keyId
            self.sourceEncryptionAlgorithm = sourceEncryptionAlgorithm
            self.destinationEncryptionAlgorithm = destinationEncryptionAlgorithm
            self.sourceKeyMaterialId = sourceKeyMaterialId
            self.destinationKeyMaterialId = destinationKeyMaterialId
        }

        public init(wire: WireObject) throws {
            ciphertextBlob = try wire.optionalBlob("CiphertextBlob")
            sourceKeyId = try wire.optionalString("SourceKeyId")
            keyId = try wire.optionalString("KeyId")
            sourceEncryptionAlgorithm = try wire.optionalString("SourceEncryptionAlgorithm")
            destinationEncryptionAlgorithm = try wire.optionalString("DestinationEncryptionAlgorithm")
            sourceKeyMaterialId = try wire.optionalString("SourceKeyMaterialId")
            destinationKeyMaterialId = try wire.optionalString("DestinationKeyMaterialId")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(7)
            wire.addBlob("CiphertextBlob", ciphertextBlob)
            wire.addString("SourceKeyId", sourceKeyId)
            wire.addString("KeyId", keyId)
            wire.addString("SourceEncryptionAlgorithm", sourceEncryptionAlgorithm)
            wire.addString("DestinationEncryptionAlgorithm", destinationEncryptionAlgorithm)
            wire.addString("SourceKeyMaterialId", sourceKeyMaterialId)
            wire.addString("DestinationKeyMaterialId", destinationKeyMaterialId)
            return wire
        }

        public static let shape: Shape = Shape(
            "ReEncryptResponse",
            .structure(members: [
                ShapeMember("CiphertextBlob", ShapeReference(KMSShapes.ciphertextType)),
                ShapeMember("SourceKeyId", ShapeReference(KMSShapes.keyIdType)),
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType)),
                ShapeMember("SourceEncryptionAlgorithm", ShapeReference(KMSShapes.encryptionAlgorithmSpec)),
                ShapeMember("DestinationEncryptionAlgorithm", ShapeReference(KMSShapes.encryptionAlgorithmSpec)),
                ShapeMember("SourceKeyMaterialId", ShapeReference(KMSShapes.backingKeyIdType)),
                ShapeMember("DestinationKeyMaterialId", ShapeReference(KMSShapes.backingKeyIdType)),
            ]))
    }
}
