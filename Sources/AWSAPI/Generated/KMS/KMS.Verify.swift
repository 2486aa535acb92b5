// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension KMS {
    public enum Verify: AWSOperation {
        public typealias Input = KMS.VerifyInput
        public typealias Output = KMS.VerifyOutput
        public static var service: AWSService { KMS.service }
        public static let name: String = "Verify"
        public static let errors: [String: Int] = [
            "DependencyTimeoutException": 500, "DisabledException": 400, "DryRunOperationException": 400,
            "InvalidGrantTokenException": 400, "InvalidKeyUsageException": 400, "KMSInternalException": 500,
            "KMSInvalidSignatureException": 400, "KMSInvalidStateException": 400, "KeyUnavailableException": 500,
            "NotFoundException": 400,
        ]
    }

    public struct VerifyInput: AWSStructure {
        public var keyId: String
        public var message: SharedSecret
        public var messageType: String?
        public var signature: [UInt8]
        public var signingAlgorithm: String
        public var grantTokens: [String]?
        public var dryRun: Bool?

        public init(
            keyId: String, message: SharedSecret, signature: [UInt8], signingAlgorithm: String,
            messageType: String? = nil, grantTokens: [String]? = nil, dryRun: Bool? = nil
        ) {
            self.keyId = keyId
            self.message = message
            self.messageType = messageType
            self.signature = signature
            self.signingAlgorithm = signingAlgorithm
            self.grantTokens = grantTokens
            self.dryRun = dryRun
        }

        public init(wire: WireObject) throws {
            keyId = try wire.string("KeyId")
            message = try wire.secret("Message")
            messageType = try wire.optionalString("MessageType")
            signature = try wire.blob("Signature")
            signingAlgorithm = try wire.string("SigningAlgorithm")
            grantTokens = try wire.optionalStrings("GrantTokens")
            dryRun = try wire.optionalBoolean("DryRun")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(7)
            wire.addString("KeyId", keyId)
            wire.addSecret("Message", message)
            wire.addString("MessageType", messageType)
            wire.addBlob("Signature", signature)
            wire.addString("SigningAlgorithm", signingAlgorithm)
            wire.addStrings("GrantTokens", grantTokens)
            wire.addBoolean("DryRun", dryRun)
            return wire
        }

        public static let shape: Shape = Shape(
            "VerifyRequest",
            .structure(members: [
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType), isRequired: true),
                ShapeMember("Message", ShapeReference(KMSShapes.plaintextType), isRequired: true),
                ShapeMember("MessageType", ShapeReference(KMSShapes.messageType)),
                ShapeMember("Signature", ShapeReference(KMSShapes.ciphertextType), isRequired: true),
                ShapeMember("SigningAlgorithm", ShapeReference(KMSShapes.signingAlgorithmSpec), isRequired: true),
                ShapeMember("GrantTokens", ShapeReference(KMSShapes.grantTokenList)),
                ShapeMember("DryRun", ShapeReference(KMSShapes.nullableBooleanType)),
            ]))
    }

    public struct VerifyOutput: AWSStructure {
        public var keyId: String?
        public var signatureValid: Bool?
        public var signingAlgorithm: String?

        public init(keyId: String? = nil, signatureValid: Bool? = nil, signingAlgorithm: String? = nil) {
            self.keyId = keyId
            self.signatureValid = signatureValid
            self.signingAlgorithm = signingAlgorithm
        }

        public init(wire: WireObject) throws {
            keyId = try wire.optionalString("KeyId")
            signatureValid = try wire.optionalBoolean("SignatureValid")
            signingAlgorithm = try wire.optionalString("SigningAlgorithm")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addString("KeyId", keyId)
            wire.addBoolean("SignatureValid", signatureValid)
            wire.addString("SigningAlgorithm", signingAlgorithm)
            return wire
        }

        public static let shape: Shape = Shape(
            "VerifyResponse",
            .structure(members: [
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType)),
                ShapeMember("SignatureValid", ShapeReference(KMSShapes.booleanType)),
                ShapeMember("SigningAlgorithm", ShapeReference(KMSShapes.signingAlgorithmSpec)),
            ]))
    }
}
