// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension KMS {
    public enum Encrypt: AWSOperation {
        public typealias Input = KMS.EncryptInput
        public typealias Output = KMS.EncryptOutput
        public static var service: AWSService { KMS.service }
        public static let name: String = "Encrypt"
        public static let errors: [String: Int] = [
            "DependencyTimeoutException": 500, "DisabledException": 400, "DryRunOperationException": 400,
            "InvalidGrantTokenException": 400, "InvalidKeyUsageException": 400, "KMSInternalException": 500,
            "KMSInvalidStateException": 400, "KeyUnavailableException": 500, "NotFoundException": 400,
        ]
    }

    public struct EncryptInput: AWSStructure {
        public var keyId: String
        public var plaintext: SharedSecret
        public var encryptionContext: [String: String]?
        public var grantTokens: [String]?
        public var encryptionAlgorithm: String?
        public var dryRun: Bool?

        public init(
            keyId: String, plaintext: SharedSecret, encryptionContext: [String: String]? = nil,
            grantTokens: [String]? = nil, encryptionAlgorithm: String? = nil, dryRun: Bool? = nil
        ) {
            self.keyId = keyId
            self.plaintext = plaintext
            self.encryptionContext = encryptionContext
            self.grantTokens = grantTokens
            self.encryptionAlgorithm = encryptionAlgorithm
            self.dryRun = dryRun
        }

        public init(wire: WireObject) throws {
            keyId = try wire.string("KeyId")
            plaintext = try wire.secret("Plaintext")
            encryptionContext = try wire.optionalStringMap("EncryptionContext")
            grantTokens = try wire.optionalStrings("GrantTokens")
            encryptionAlgorithm = try wire.optionalString("EncryptionAlgorithm")
            dryRun = try wire.optionalBoolean("DryRun")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(6)
            wire.addString("KeyId", keyId)
            wire.addSecret("Plaintext", plaintext)
            wire.addStringMap("EncryptionContext", encryptionContext)
            wire.addStrings("GrantTokens", grantTokens)
            wire.addString("EncryptionAlgorithm", encryptionAlgorithm)
            wire.addBoolean("DryRun", dryRun)
            return wire
        }

        public static let shape: Shape = Shape(
            "EncryptRequest",
            .structure(members: [
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType), isRequired: true),
                ShapeMember("Plaintext", ShapeReference(KMSShapes.plaintextType), isRequired: true),
                ShapeMember("EncryptionContext", ShapeReference(KMSShapes.encryptionContextType)),
                ShapeMember("GrantTokens", ShapeReference(KMSShapes.grantTokenList)),
                ShapeMember("EncryptionAlgorithm", ShapeReference(KMSShapes.encryptionAlgorithmSpec)),
                ShapeMember("DryRun", ShapeReference(KMSShapes.nullableBooleanType)),
            ]))
    }

    public struct EncryptOutput: AWSStructure {
        public var ciphertextBlob: [UInt8]?
        public var keyId: String?
        public var encryptionAlgorithm: String?

        public init(ciphertextBlob: [UInt8]? = nil, keyId: String? = nil, encryptionAlgorithm: String? = nil) {
            self.ciphertextBlob = ciphertextBlob
            self.keyId = keyId
            self.encryptionAlgorithm = encryptionAlgorithm
        }

        public init(wire: WireObject) throws {
            ciphertextBlob = try wire.optionalBlob("CiphertextBlob")
            keyId = try wire.optionalString("KeyId")
            encryptionAlgorithm = try wire.optionalString("EncryptionAlgorithm")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addBlob("CiphertextBlob", ciphertextBlob)
            wire.addString("KeyId", keyId)
            wire.addString("EncryptionAlgorithm", encryptionAlgorithm)
            return wire
        }

        public static let shape: Shape = Shape(
            "EncryptResponse",
            .structure(members: [
                ShapeMember("CiphertextBlob", ShapeReference(KMSShapes.ciphertextType)),
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType)),
                ShapeMember("EncryptionAlgorithm", ShapeReference(KMSShapes.encryptionAlgorithmSpec)),
            ]))
    }
}
