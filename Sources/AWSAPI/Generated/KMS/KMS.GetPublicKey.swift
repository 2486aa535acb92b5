// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension KMS {
    public enum GetPublicKey: AWSOperation {
        public typealias Input = KMS.GetPublicKeyInput
        public typealias Output = KMS.GetPublicKeyOutput
        public static var service: AWSService { KMS.service }
        public static let name: String = "GetPublicKey"
        public static let errors: [String: Int] = [
            "DependencyTimeoutException": 500, "DisabledException": 400, "InvalidArnException": 400,
            "InvalidGrantTokenException": 400, "InvalidKeyUsageException": 400, "KMSInternalException": 500,
            "KMSInvalidStateException": 400, "KeyUnavailableException": 500, "NotFoundException": 400,
            "UnsupportedOperationException": 400,
        ]
    }

    public struct GetPublicKeyInput: AWSStructure {
        public var keyId: String
        public var grantTokens: [String]?

        public init(keyId: String, grantTokens: [String]? = nil) {
            self.keyId = keyId
            self.grantTokens = grantTokens
        }

        public init(wire: WireObject) throws {
            keyId = try wire.string("KeyId")
            grantTokens = try wire.optionalStrings("GrantTokens")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("KeyId", keyId)
            wire.addStrings("GrantTokens", grantTokens)
            return wire
        }

        public static let shape: Shape = Shape(
            "GetPublicKeyRequest",
            .structure(members: [
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType), isRequired: true),
                ShapeMember("GrantTokens", ShapeReference(KMSShapes.grantTokenList)),
            ]))
    }

    public struct GetPublicKeyOutput: AWSStructure {
        public var keyId: String?
        public var publicKey: [UInt8]?
        public var customerMasterKeySpec: String?
        public var keySpec: String?
        public var keyUsage: String?
        public var encryptionAlgorithms: [String]?
        public var signingAlgorithms: [String]?
        public var keyAgreementAlgorithms: [String]?
        public var encapsulationAlgorithms: [String]?

        public init(
            keyId: String? = nil, publicKey: [UInt8]? = nil, customerMasterKeySpec: String? = nil,
            keySpec: String? = nil, keyUsage: String? = nil, encryptionAlgorithms: [String]? = nil,
            signingAlgorithms: [String]? = nil, keyAgreementAlgorithms: [String]? = nil,
            encapsulationAlgorithms: [String]? = nil
        ) {
            self.keyId = keyId
            self.publicKey = publicKey
            self.customerMasterKeySpec = customerMasterKeySpec
            self.keySpec = keySpec
            self.keyUsage = keyUsage
            self.encryptionAlgorithms = encryptionAlgorithms
            self.signingAlgorithms = signingAlgorithms
            self.keyAgreementAlgorithms = keyAgreementAlgorithms
            self.encapsulationAlgorithms = encapsulationAlgorithms
        }

        public init(wire: WireObject) throws {
            keyId = try wire.optionalString("KeyId")
            publicKey = try wire.optionalBlob("PublicKey")
            customerMasterKeySpec = try wire.optionalString("CustomerMasterKeySpec")
            keySpec = try wire.optionalString("KeySpec")
            keyUsage = try wire.optionalString("KeyUsage")
            encryptionAlgorithms = try wire.optionalStrings("EncryptionAlgorithms")
            signingAlgorithms = try wire.optionalStrings("SigningAlgorithms")
            keyAgreementAlgorithms = try wire.optionalStrings("KeyAgreementAlgorithms")
            encapsulationAlgorithms = try wire.optionalStrings("EncapsulationAlgorithms")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(9)
            wire.addString("KeyId", keyId)
            wire.addBlob("PublicKey", publicKey)
            wire.addString("CustomerMasterKeySpec", customerMasterKeySpec)
            wire.addString("KeySpec", keySpec)
            wire.addString("KeyUsage", keyUsage)
            wire.addStrings("EncryptionAlgorithms", encryptionAlgorithms)
            wire.addStrings("SigningAlgorithms", signingAlgorithms)
            wire.addStrings("KeyAgreementAlgorithms", keyAgreementAlgorithms)
            wire.addStrings("EncapsulationAlgorithms", encapsulationAlgorithms)
            return wire
        }

        public static let shape: Shape = Shape(
            "GetPublicKeyResponse",
            .structure(members: [
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType)),
                ShapeMember("PublicKey", ShapeReference(KMSShapes.publicKeyType)),
                ShapeMember("CustomerMasterKeySpec", ShapeReference(KMSShapes.customerMasterKeySpec)),
                ShapeMember("KeySpec", ShapeReference(KMSShapes.keySpec)),
                ShapeMember("KeyUsage", ShapeReference(KMSShapes.keyUsageType)),
                ShapeMember("EncryptionAlgorithms", ShapeReference(KMSShapes.encryptionAlgorithmSpecList)),
                ShapeMember("SigningAlgorithms", ShapeReference(KMSShapes.signingAlgorithmSpecList)),
                ShapeMember("KeyAgreementAlgorithms", ShapeReference(KMSShapes.keyAgreementAlgorithmSpecList)),
                ShapeMember("EncapsulationAlgorithms", ShapeReference(KMSShapes.encapsulationAlgorithmSpecList)),
            ]))
    }
}
