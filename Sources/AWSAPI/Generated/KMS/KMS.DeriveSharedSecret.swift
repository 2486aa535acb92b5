// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension KMS {
    public enum DeriveSharedSecret: AWSOperation {
        public typealias Input = KMS.DeriveSharedSecretInput
        public typealias Output = KMS.DeriveSharedSecretOutput
        public static var service: AWSService { KMS.service }
        public static let name: String = "DeriveSharedSecret"
        public static let errors: [String: Int] = [
            "DependencyTimeoutException": 500, "DisabledException": 400, "DryRunOperationException": 400,
            "InvalidGrantTokenException": 400, "InvalidKeyUsageException": 400, "KMSInternalException": 500,
            "KMSInvalidStateException": 400, "KeyUnavailableException": 500, "NotFoundException": 400,
        ]
    }

    public struct DeriveSharedSecretInput: AWSStructure {
        public var keyId: String
        public var keyAgreementAlgorithm: String
        public var publicKey: [UInt8]
        public var grantTokens: [String]?
        public var dryRun: Bool?
        public var recipient: KMS.RecipientInfo?

        public init(
            keyId: String, keyAgreementAlgorithm: String, publicKey: [UInt8], grantTokens: [String]? = nil,
            dryRun: Bool? = nil, recipient: KMS.RecipientInfo? = nil
        ) {
            self.keyId = keyId
            self.keyAgreementAlgorithm = keyAgreementAlgorithm
            self.publicKey = publicKey
            self.grantTokens = grantTokens
            self.dryRun = dryRun
            self.recipient = recipient
        }

        public init(wire: WireObject) throws {
            keyId = try wire.string("KeyId")
            keyAgreementAlgorithm = try wire.string("KeyAgreementAlgorithm")
            publicKey = try wire.blob("PublicKey")
            grantTokens = try wire.optionalStrings("GrantTokens")
            dryRun = try wire.optionalBoolean("DryRun")
            recipient = try wire.optionalStructure("Recipient")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(6)
            wire.addString("KeyId", keyId)
            wire.addString("KeyAgreementAlgorithm", keyAgreementAlgorithm)
            wire.addBlob("PublicKey", publicKey)
            wire.addStrings("GrantTokens", grantTokens)
            wire.addBoolean("DryRun", dryRun)
            wire.addStructure("Recipient", recipient)
            return wire
        }

        public static let shape: Shape = Shape(
            "DeriveSharedSecretRequest",
            .structure(members: [
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType), isRequired: true),
                ShapeMember(
                    "KeyAgreementAlgorithm", ShapeReference(KMSShapes.keyAgreementAlgorithmSpec), isRequired: true
                ),
                ShapeMember("PublicKey", ShapeReference(KMSShapes.publicKeyType), isRequired: true),
                ShapeMember("GrantTokens", ShapeReference(KMSShapes.grantTokenList)),
                ShapeMember("DryRun", ShapeReference(KMSShapes.nullableBooleanType)),
                ShapeMember("Recipient", ShapeReference(KMS.RecipientInfo.shape)),
            ]))
    }

    public struct DeriveSharedSecretOutput: AWSStructure {
        public var keyId: String?
        public var sharedSecret: SharedSecret?
        public var ciphertextForRecipient: [UInt8]?
        public var keyAgreementAlgorithm: String?
        public var keyOrigin: String?

        public init(
            keyId: String? = nil, sharedSecret: SharedSecret? = nil, ciphertextForRecipient: [UInt8]? = nil,
            keyAgreementAlgorithm: String? = nil, keyOrigin: String? = nil
        ) {
            self.keyId = keyId
            self.sharedSecret = sharedSecret
            self.ciphertextForRecipient = ciphertextForRecipient
            self.keyAgreementAlgorithm = keyAgreementAlgorithm
            self.keyOrigin = keyOrigin
        }

        public init(wire: WireObject) throws {
            keyId = try wire.optionalString("KeyId")
            sharedSecret = try wire.optionalSecret("SharedSecret")
            ciphertextForRecipient = try wire.optionalBlob("CiphertextForRecipient")
            keyAgreementAlgorithm = try wire.optionalString("KeyAgreementAlgorithm")
            keyOrigin = try wire.optionalString("KeyOrigin")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(5)
            wire.addString("KeyId", keyId)
            wire.addSecret("SharedSecret", sharedSecret)
            wire.addBlob("CiphertextForRecipient", ciphertextForRecipient)
            wire.addString("KeyAgreementAlgorithm", keyAgreementAlgorithm)
            wire.addString("KeyOrigin", keyOrigin)
            return wire
        }

        public static let shape: Shape = Shape(
            "DeriveSharedSecretResponse",
            .structure(members: [
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType)),
                ShapeMember("SharedSecret", ShapeReference(KMSShapes.plaintextType)),
                ShapeMember("CiphertextForRecipient", ShapeReference(KMSShapes.ciphertextType)),
                ShapeMember("KeyAgreementAlgorithm", ShapeReference(KMSShapes.keyAgreementAlgorithmSpec)),
                ShapeMember("KeyOrigin", ShapeReference(KMSShapes.originType)),
            ]))
    }
}
