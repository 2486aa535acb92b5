// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension KMS {
    public enum GenerateDataKeyWithoutPlaintext: AWSOperation {
        public typealias Input = KMS.GenerateDataKeyWithoutPlaintextInput
        public typealias Output = KMS.GenerateDataKeyWithoutPlaintextOutput
        public static var service: AWSService { KMS.service }
        public static let name: String = "GenerateDataKeyWithoutPlaintext"
        public static let errors: [String: Int] = [
            "DependencyTimeoutException": 500, "DisabledException": 400, "DryRunOperationException": 400,
            "InvalidGrantTokenException": 400, "InvalidKeyUsageException": 400, "KMSInternalException": 500,
            "KMSInvalidStateException": 400, "KeyUnavailableException": 500, "NotFoundException": 400,
        ]
    }

    public struct GenerateDataKeyWithoutPlaintextInput: AWSStructure {
        public var keyId: String
        public var encryptionContext: [String: String]?
        public var keySpec: String?
        public var numberOfBytes: Int?
        public var grantTokens: [String]?
        public var dryRun: Bool?

        public init(
            keyId: String, encryptionContext: [String: String]? = nil, keySpec: String? = nil,
            numberOfBytes: Int? = nil, grantTokens: [String]? = nil, dryRun: Bool? = nil
        ) {
            self.keyId = keyId
            self.encryptionContext = encryptionContext
            self.keySpec = keySpec
            self.numberOfBytes = numberOfBytes
            self.grantTokens = grantTokens
            self.dryRun = dryRun
        }

        public init(wire: WireObject) throws {
            keyId = try wire.string("KeyId")
            encryptionContext = try wire.optionalStringMap("EncryptionContext")
            keySpec = try wire.optionalString("KeySpec")
            numberOfBytes = try wire.optionalInteger("NumberOfBytes")
            grantTokens = try wire.optionalStrings("GrantTokens")
            dryRun = try wire.optionalBoolean("DryRun")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(6)
            wire.addString("KeyId", keyId)
            wire.addStringMap("EncryptionContext", encryptionContext)
            wire.addString("KeySpec", keySpec)
            wire.addInteger("NumberOfBytes", numberOfBytes)
            wire.addStrings("GrantTokens", grantTokens)
            wire.addBoolean("DryRun", dryRun)
            return wire
        }

        public static let shape: Shape = Shape(
            "GenerateDataKeyWithoutPlaintextRequest",
            .structure(members: [
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType), isRequired: true),
                ShapeMember("EncryptionContext", ShapeReference(KMSShapes.encryptionContextType)),
                ShapeMember("KeySpec", ShapeReference(KMSShapes.dataKeySpec)),
                ShapeMember("NumberOfBytes", ShapeReference(KMSShapes.numberOfBytesType)),
                ShapeMember("GrantTokens", ShapeReference(KMSShapes.grantTokenList)),
                ShapeMember("DryRun", ShapeReference(KMSShapes.nullableBooleanType)),
            ]))
    }

    public struct GenerateDataKeyWithoutPlaintextOutput: AWSStructure {
        public var ciphertextBlob: [UInt8]?
        public var keyId: String?
        public var keyMaterialId: String?

        public init(ciphertextBlob: [UInt8]? = nil, keyId: String? = nil, keyMaterialId: String? = nil) {
            self.ciphertextBlob = ciphertextBlob
            self.keyId = keyId
            self.keyMaterialId = keyMaterialId
        }

        public init(wire: WireObject) throws {
            ciphertextBlob = try wire.optionalBlob("CiphertextBlob")
            keyId = try wire.optionalString("KeyId")
            keyMaterialId = try wire.optionalString("KeyMaterialId")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addBlob("CiphertextBlob", ciphertextBlob)
            wire.addString("KeyId", keyId)
            wire.addString("KeyMaterialId", keyMaterialId)
            return wire
        }

        public static let shape: Shape = Shape(
            "GenerateDataKeyWithoutPlaintextResponse",
            .structure(members: [
                ShapeMember("CiphertextBlob", ShapeReference(KMSShapes.ciphertextType)),
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType)),
                ShapeMember("KeyMaterialId", ShapeReference(KMSShapes.backingKeyIdType)),
            ]))
    }
}
