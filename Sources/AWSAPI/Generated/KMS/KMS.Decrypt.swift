// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension KMS {
    public enum Decrypt: AWSOperation {
        public typealias Input = KMS.DecryptInput
        public typealias Output = KMS.DecryptOutput
        public static var service: AWSService { KMS.service }
        public static let name: String = "Decrypt"
        public static let errors: [String: Int] = [
            "DependencyTimeoutException": 500, "DisabledException": 400, "DryRunOperationException": 400,
            "IncorrectKeyException": 400, "InvalidCiphertextException": 400, "InvalidGrantTokenException": 400,
            "InvalidKeyUsageException": 400, "KMSInternalException": 500, "KMSInvalidStateException": 400,
            "KeyUnavailableException": 500, "NotFoundException": 400,
        ]
    }

    public struct DecryptInput: AWSStructure {
        public var ciphertextBlob: [UInt8]?
        public var encryptionContext: [String: String]?
        public var grantTokens: [String]?
        public var keyId: String?
        public var encryptionAlgorithm: String?
        public var recipient: KMS.RecipientInfo?
        public var dryRun: Bool?
        public var dryRunModifiers: [String]?

        public init(
            ciphertextBlob: [UInt8]? = nil, encryptionContext: [String: String]? = nil, grantTokens: [String]? = nil,
            keyId: String? = nil, encryptionAlgorithm: String? = nil, recipient: KMS.RecipientInfo? = nil,
            dryRun: Bool? = nil, dryRunModifiers: [String]? = nil
        ) {
            self.ciphertextBlob = ciphertextBlob
            self.encryptionContext = encryptionContext
            self.grantTokens = grantTokens
            self.keyId = keyId
            self.encryptionAlgorithm = encryptionAlgorithm
            self.recipient = recipient
            self.dryRun = dryRun
            self.dryRunModifiers = dryRunModifiers
        }

        public init(wire: WireObject) throws {
            ciphertextBlob = try wire.optionalBlob("CiphertextBlob")
            encryptionContext = try wire.optionalStringMap("EncryptionContext")
            grantTokens = try wire.optionalStrings("GrantTokens")
            keyId = try wire.optionalString("KeyId")
            encryptionAlgorithm = try wire.optionalString("EncryptionAlgorithm")
            recipient = try wire.optionalStructure("Recipient")
            dryRun = try wire.optionalBoolean("DryRun")
            dryRunModifiers = try wire.optionalStrings("DryRunModifiers")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(8)
            wire.addBlob("CiphertextBlob", ciphertextBlob)
            wire.addStringMap("EncryptionContext", encryptionContext)
            wire.addStrings("GrantTokens", grantTokens)
            wire.addString("KeyId", keyId)
            wire.addString("EncryptionAlgorithm", encryptionAlgorithm)
            wire.addStructure("Recipient", recipient)
            wire.addBoolean("DryRun", dryRun)
            wire.addStrings("DryRunModifiers", dryRunModifiers)
            return wire
        }

        public static let shape: Shape = Shape(
            "DecryptRequest",
            .structure(members: [
                ShapeMember("CiphertextBlob", ShapeReference(KMSShapes.ciphertextType)),
                ShapeMember("EncryptionContext", ShapeReference(KMSShapes.encryptionContextType)),
                ShapeMember("GrantTokens", ShapeReference(KMSShapes.grantTokenList)),
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType)),
                ShapeMember("EncryptionAlgorithm", ShapeReference(KMSShapes.encryptionAlgorithmSpec)),
                ShapeMember("Recipient", ShapeReference(KMS.RecipientInfo.shape)),
                ShapeMember("DryRun", ShapeReference(KMSShapes.nullableBooleanType)),
                ShapeMember("DryRunModifiers", ShapeReference(KMSShapes.dryRunModifierList)),
            ]))
    }

    public struct DecryptOutput: AWSStructure {
        public var keyId: String?
        public var plaintext: SharedSecret?
        public var encryptionAlgorithm: String?
        public var ciphertextForRecipient: [UInt8]?
        public var keyMaterialId: String?

        public init(
            keyId: String? = nil, plaintext: SharedSecret? = nil, encryptionAlgorithm: String? = nil,
            ciphertextForRecipient: [UInt8]? = nil, keyMaterialId: String? = nil
        ) {
            self.keyId = keyId
            self.plaintext = plaintext
            self.encryptionAlgorithm = encryptionAlgorithm
            self.ciphertextForRecipient = ciphertextForRecipient
            self.keyMaterialId = keyMaterialId
        }

        public init(wire: WireObject) throws {
            keyId = try wire.optionalString("KeyId")
            plaintext = try wire.optionalSecret("Plaintext")
            encryptionAlgorithm = try wire.optionalString("EncryptionAlgorithm")
            ciphertextForRecipient = try wire.optionalBlob("CiphertextForRecipient")
            keyMaterialId = try wire.optionalString("KeyMaterialId")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(5)
            wire.addString("KeyId", keyId)
            wire.addSecret("Plaintext", plaintext)
            wire.addString("EncryptionAlgorithm", encryptionAlgorithm)
            wire.addBlob("CiphertextForRecipient", ciphertextForRecipient)
            wire.addString("KeyMaterialId", keyMaterialId)
            return wire
        }

        public static let shape: Shape = Shape(
            "DecryptResponse",
            .structure(members: [
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType)),
                ShapeMember("Plaintext", ShapeReference(KMSShapes.plaintextType)),
                ShapeMember("EncryptionAlgorithm", ShapeReference(KMSShapes.encryptionAlgorithmSpec)),
                ShapeMember("CiphertextForRecipient", ShapeReference(KMSShapes.ciphertextType)),
                ShapeMember("KeyMaterialId", ShapeReference(KMSShapes.backingKeyIdType)),
            ]))
    }
}
