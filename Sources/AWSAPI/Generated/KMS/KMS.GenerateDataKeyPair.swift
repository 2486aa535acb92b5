// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension KMS {
    public enum GenerateDataKeyPair: AWSOperation {
        public typealias Input = KMS.GenerateDataKeyPairInput
        public typealias Output = KMS.GenerateDataKeyPairOutput
        public static var service: AWSService { KMS.service }
        public static let name: String = "GenerateDataKeyPair"
        public static let errors: [String: Int] = [
            "DependencyTimeoutException": 500, "DisabledException": 400, "DryRunOperationException": 400,
            "InvalidGrantTokenException": 400, "InvalidKeyUsageException": 400, "KMSInternalException": 500,
            "KMSInvalidStateException": 400, "KeyUnavailableException": 500, "NotFoundException": 400,
            "UnsupportedOperationException": 400,
        ]
    }

    public struct GenerateDataKeyPairInput: AWSStructure {
        public var encryptionContext: [String: String]?
        public var keyId: String
        public var keyPairSpec: String
        public var grantTokens: [String]?
        public var recipient: KMS.RecipientInfo?
        public var dryRun: Bool?

        public init(
            keyId: String, keyPairSpec: String, encryptionContext: [String: String]? = nil,
            grantTokens: [String]? = nil, recipient: KMS.RecipientInfo? = nil, dryRun: Bool? = nil
        ) {
            self.encryptionContext = encryptionContext
            self.keyId = keyId
            self.keyPairSpec = keyPairSpec
            self.grantTokens = grantTokens
            self.recipient = recipient
            self.dryRun = dryRun
        }

        public init(wire: WireObject) throws {
            encryptionContext = try wire.optionalStringMap("EncryptionContext")
            keyId = try wire.string("KeyId")
            keyPairSpec = try wire.string("KeyPairSpec")
            grantTokens = try wire.optionalStrings("GrantTokens")
            recipient = try wire.optionalStructure("Recipient")
            dryRun = try wire.optionalBoolean("DryRun")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(6)
            wire.addStringMap("EncryptionContext", encryptionContext)
            wire.addString("KeyId", keyId)
            wire.addString("KeyPairSpec", keyPairSpec)
            wire.addStrings("GrantTokens", grantTokens)
            wire.addStructure("Recipient", recipient)
            wire.addBoolean("DryRun", dryRun)
            return wire
        }

        public static let shape: Shape = Shape(
            "GenerateDataKeyPairRequest",
            .structure(members: [
                ShapeMember("EncryptionContext", ShapeReference(KMSShapes.encryptionContextType)),
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType), isRequired: true),
                ShapeMember("KeyPairSpec", ShapeReference(KMSShapes.dataKeyPairSpec), isRequired: true),
                ShapeMember("GrantTokens", ShapeReference(KMSShapes.grantTokenList)),
                ShapeMember("Recipient", ShapeReference(KMS.RecipientInfo.shape)),
                ShapeMember("DryRun", ShapeReference(KMSShapes.nullableBooleanType)),
            ]))
    }

    public struct GenerateDataKeyPairOutput: AWSStructure {
        public var privateKeyCiphertextBlob: [UInt8]?
        public var privateKeyPlaintext: SharedSecret?
        public var publicKey: [UInt8]?
        public var keyId: String?
        public var keyPairSpec: String?
        public var ciphertextForRecipient: [UInt8]?
        public var keyMaterialId: String?

        public init(
            privateKeyCiphertextBlob: [UInt8]? = nil, privateKeyPlaintext: SharedSecret? = nil,
            publicKey: [UInt8]? = nil, keyId: String? = nil, keyPairSpec: String? = nil,
            ciphertextForRecipient: [UInt8]? = nil, keyMaterialId: String? = nil
        ) {
            self.privateKeyCiphertextBlob = privateKeyCiphertextBlob
            self.privateKeyPlaintext = privateKeyPlaintext
            self.publicKey = publicKey
            self.keyId = keyId
            self.keyPairSpec = keyPairSpec
            self.ciphertextForRecipient = ciphertextForRecipient
            self.keyMaterialId = keyMaterialId
        }

        public init(wire: WireObject) throws {
            privateKeyCiphertextBlob = try wire.optionalBlob("PrivateKeyCiphertextBlob")
            privateKeyPlaintext = try wire.optionalSecret("PrivateKeyPlaintext")
            publicKey = try wire.optionalBlob("PublicKey")
            keyId = try wire.optionalString("KeyId")
            keyPairSpec = try wire.optionalString("KeyPairSpec")
            ciphertextForRecipient = try wire.optionalBlob("CiphertextForRecipient")
            keyMaterialId = try wire.optionalString("KeyMaterialId")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(7)
            wire.addBlob("PrivateKeyCiphertextBlob", privateKeyCiphertextBlob)
            wire.addSecret("PrivateKeyPlaintext", privateKeyPlaintext)
            wire.addBlob("PublicKey", publicKey)
            wire.addString("KeyId", keyId)
            wire.addString("KeyPairSpec", keyPairSpec)
            wire.addBlob("CiphertextForRecipient", ciphertextForRecipient)
            wire.addString("KeyMaterialId", keyMaterialId)
            return wire
        }

        public static let shape: Shape = Shape(
            "GenerateDataKeyPairResponse",
            .structure(members: [
                ShapeMember("PrivateKeyCiphertextBlob", ShapeReference(KMSShapes.ciphertextType)),
                ShapeMember("PrivateKeyPlaintext", ShapeReference(KMSShapes.plaintextType)),
                ShapeMember("PublicKey", ShapeReference(KMSShapes.publicKeyType)),
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType)),
                ShapeMember("KeyPairSpec", ShapeReference(KMSShapes.dataKeyPairSpec)),
                ShapeMember("CiphertextForRecipient", ShapeReference(KMSShapes.ciphertextType)),
                ShapeMember("KeyMaterialId", ShapeReference(KMSShapes.backingKeyIdType)),
            ]))
    }
}
