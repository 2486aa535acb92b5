// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension KMS {
    public enum GenerateDataKeyPairWithoutPlaintext: AWSOperation {
        public typealias Input = KMS.GenerateDataKeyPairWithoutPlaintextInput
        public typealias Output = KMS.GenerateDataKeyPairWithoutPlaintextOutput
        public static var service: AWSService { KMS.service }
        public static let name: String = "GenerateDataKeyPairWithoutPlaintext"
        public static let errors: [String: Int] = [
            "DependencyTimeoutException": 500, "DisabledException": 400, "DryRunOperationException": 400,
            "InvalidGrantTokenException": 400, "InvalidKeyUsageException": 400, "KMSInternalException": 500,
            "KMSInvalidStateException": 400, "KeyUnavailableException": 500, "NotFoundException": 400,
            "UnsupportedOperationException": 400,
        ]
    }

    public struct GenerateDataKeyPairWithoutPlaintextInput: AWSStructure {
        public var encryptionContext: [String: String]?
        public var keyId: String
        public var keyPairSpec: String
        public var grantTokens: [String]?
        public var dryRun: Bool?

        public init(
            keyId: String, keyPairSpec: String, encryptionContext: [String: String]? = nil,
            grantTokens: [String]? = nil, dryRun: Bool? = nil
        ) {
            self.encryptionContext = encryptionContext
            self.keyId = keyId
            self.keyPairSpec = keyPairSpec
            self.grantTokens = grantTokens
            self.dryRun = dryRun
        }

        public init(wire: WireObject) throws {
            encryptionContext = try wire.optionalStringMap("EncryptionContext")
            keyId = try wire.string("KeyId")
            keyPairSpec = try wire.string("KeyPairSpec")
            grantTokens = try wire.optionalStrings("GrantTokens")
            dryRun = try wire.optionalBoolean("DryRun")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(5)
            wire.addStringMap("EncryptionContext", encryptionContext)
            wire.addString("KeyId", keyId)
            wire.addString("KeyPairSpec", keyPairSpec)
            wire.addStrings("GrantTokens", grantTokens)
            wire.addBoolean("DryRun", dryRun)
            return wire
        }

        public static let shape: Shape = Shape(
            "GenerateDataKeyPairWithoutPlaintextRequest",
            .structure(members: [
                ShapeMember("EncryptionContext", ShapeReference(KMSShapes.encryptionContextType)),
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType), isRequired: true),
                ShapeMember("KeyPairSpec", ShapeReference(KMSShapes.dataKeyPairSpec), isRequired: true),
                ShapeMember("GrantTokens", ShapeReference(KMSShapes.grantTokenList)),
                ShapeMember("DryRun", ShapeReference(KMSShapes.nullableBooleanType)),
            ]))
    }

    public struct GenerateDataKeyPairWithoutPlaintextOutput: AWSStructure {
        public var privateKeyCiphertextBlob: [UInt8]?
        public var publicKey: [UInt8]?
        public var keyId: String?
        public var keyPairSpec: String?
        public var keyMaterialId: String?

        public init(
            privateKeyCiphertextBlob: [UInt8]? = nil, publicKey: [UInt8]? = nil, keyId: String? = nil,
            keyPairSpec: String? = nil, keyMaterialId: String? = nil
        ) {
            self.privateKeyCiphertextBlob = privateKeyCiphertextBlob
            self.publicKey = publicKey
            self.keyId = keyId
            self.keyPairSpec = keyPairSpec
            self.keyMaterialId = keyMaterialId
        }

        public init(wire: WireObject) throws {
            privateKeyCiphertextBlob = try wire.optionalBlob("PrivateKeyCiphertextBlob")
            publicKey = try wire.optionalBlob("PublicKey")
            keyId = try wire.optionalString("KeyId")
            keyPairSpec = try wire.optionalString("KeyPairSpec")
            keyMaterialId = try wire.optionalString("KeyMaterialId")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(5)
            wire.addBlob("PrivateKeyCiphertextBlob", privateKeyCiphertextBlob)
            wire.addBlob("PublicKey", publicKey)
            wire.addString("KeyId", keyId)
            wire.addString("KeyPairSpec", keyPairSpec)
            wire.addString("KeyMaterialId", keyMaterialId)
            return wire
        }

        public static let shape: Shape = Shape(
            "GenerateDataKeyPairWithoutPlaintextResponse",
            .structure(members: [
                ShapeMember("PrivateKeyCiphertextBlob", ShapeReference(KMSShapes.ciphertextType)),
                ShapeMember("PublicKey", ShapeReference(KMSShapes.publicKeyType)),
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType)),
                ShapeMember("KeyPairSpec", ShapeReference(KMSShapes.dataKeyPairSpec)),
                ShapeMember("KeyMaterialId", ShapeReference(KMSShapes.backingKeyIdType)),
            ]))
    }
}
