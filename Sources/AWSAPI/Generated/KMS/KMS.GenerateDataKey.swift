// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension KMS {
    public enum GenerateDataKey: AWSOperation {
        public typealias Input = KMS.GenerateDataKeyInput
        public typealias Output = KMS.GenerateDataKeyOutput
        public static var service: AWSService { KMS.service }
        public static let name: String = "GenerateDataKey"
        public static let errors: [String: Int] = [
            "DependencyTimeoutException": 500, "DisabledException": 400, "DryRunOperationException": 400,
            "InvalidGrantTokenException": 400, "InvalidKeyUsageException": 400, "KMSInternalException": 500,
            "KMSInvalidStateException": 400, "KeyUnavailableException": 500, "NotFoundException": 400,
        ]
    }

    public struct GenerateDataKeyInput: AWSStructure {
        public var keyId: String
        public var encryptionContext: [String: String]?
        public var numberOfBytes: Int?
        public var keySpec: String?
        public var grantTokens: [String]?
        public var recipient: KMS.RecipientInfo?
        public var dryRun: Bool?

        public init(
            keyId: String, encryptionContext: [String: String]? = nil, numberOfBytes: Int? = nil,
            keySpec: String? = nil, grantTokens: [String]? = nil, recipient: KMS.RecipientInfo? = nil,
            dryRun: Bool? = nil
        ) {
            self.keyId = keyId
            self.encryptionContext = encryptionContext
            self.numberOfBytes = numberOfBytes
            self.keySpec = keySpec
            self.grantTokens = grantTokens
            self.recipient = recipient
            self.dryRun = dryRun
        }

        public init(wire: WireObject) throws {
            keyId = try wire.string("KeyId")
            encryptionContext = try wire.optionalStringMap("EncryptionContext")
            numberOfBytes = try wire.optionalInteger("NumberOfBytes")
            keySpec = try wire.optionalString("KeySpec")
            grantTokens = try wire.optionalStrings("GrantTokens")
            recipient = try wire.optionalStructure("Recipient")
            dryRun = try wire.optionalBoolean("DryRun")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(7)
            wire.addString("KeyId", keyId)
            wire.addStringMap("EncryptionContext", encryptionContext)
            wire.addInteger("NumberOfBytes", numberOfBytes)
            wire.addString("KeySpec", keySpec)
            wire.addStrings("GrantTokens", grantTokens)
            wire.addStructure("Recipient", recipient)
            wire.addBoolean("DryRun", dryRun)
            return wire
        }

        public static let shape: Shape = Shape(
            "GenerateDataKeyRequest",
            .structure(members: [
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType), isRequired: true),
                ShapeMember("EncryptionContext", ShapeReference(KMSShapes.encryptionContextType)),
                ShapeMember("NumberOfBytes", ShapeReference(KMSShapes.numberOfBytesType)),
                ShapeMember("KeySpec", ShapeReference(KMSShapes.dataKeySpec)),
                ShapeMember("GrantTokens", ShapeReference(KMSShapes.grantTokenList)),
                ShapeMember("Recipient", ShapeReference(KMS.RecipientInfo.shape)),
                ShapeMember("DryRun", ShapeReference(KMSShapes.nullableBooleanType)),
            ]))
    }

    public struct GenerateDataKeyOutput: AWSStructure {
        public var ciphertextBlob: [UInt8]?
        public var plaintext: SharedSecret?
        public var keyId: String?
        public var ciphertextForRecipient: [UInt8]?
        public var keyMaterialId: String?

        public init(
            ciphertextBlob: [UInt8]? = nil, plaintext: SharedSecret? = nil, keyId: String? = nil,
            ciphertextForRecipient: [UInt8]? = nil, keyMaterialId: String? = nil
        ) {
            self.ciphertextBlob = ciphertextBlob
            self.plaintext = plaintext
            self.keyId = keyId
            self.ciphertextForRecipient = ciphertextForRecipient
            self.keyMaterialId = keyMaterialId
        }

        public init(wire: WireObject) throws {
            ciphertextBlob = try wire.optionalBlob("CiphertextBlob")
            plaintext = try wire.optionalSecret("Plaintext")
            keyId = try wire.optionalString("KeyId")
            ciphertextForRecipient = try wire.optionalBlob("CiphertextForRecipient")
            keyMaterialId = try wire.optionalString("KeyMaterialId")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(5)
            wire.addBlob("CiphertextBlob", ciphertextBlob)
            wire.addSecret("Plaintext", plaintext)
            wire.addString("KeyId", keyId)
            wire.addBlob("CiphertextForRecipient", ciphertextForRecipient)
            wire.addString("KeyMaterialId", keyMaterialId)
            return wire
        }

        public static let shape: Shape = Shape(
            "GenerateDataKeyResponse",
            .structure(members: [
                ShapeMember("CiphertextBlob", ShapeReference(KMSShapes.ciphertextType)),
                ShapeMember("Plaintext", ShapeReference(KMSShapes.plaintextType)),
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType)),
                ShapeMember("CiphertextForRecipient", ShapeReference(KMSShapes.ciphertextType)),
                ShapeMember("KeyMaterialId", ShapeReference(KMSShapes.backingKeyIdType)),
            ]))
    }
}
