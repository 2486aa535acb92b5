// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension KMS {
    public enum Sign: AWSOperation {
        public typealias Input = KMS.SignInput
        public typealias Output = KMS.SignOutput
        public static var service: AWSService { KMS.service }
        public static let name: String = "Sign"
        public static let errors: [String: Int] = [
            "DependencyTimeoutException": 500, "DisabledException": 400, "DryRunOperationException": 400,
            "InvalidGrantTokenException": 400, "InvalidKeyUsageException": 400, "KMSInternalException": 500,
            "KMSInvalidStateException": 400, "KeyUnavailableException": 500, "NotFoundException": 400,
        ]
    }

    public struct SignInput: AWSStructure {
        public var keyId: String
        public var message: SharedSecret
        public var messageType: String?
        public var grantTokens: [String]?
        public var signingAlgorithm: String
        public var dryRun: Bool?

        public init(
            keyId: String, message: SharedSecret, signingAlgorithm: String, messageType: String? = nil,
            grantTokens: [String]? = nil, dryRun: Bool? = nil
        ) {
            self.keyId = keyId
            self.message = message
            self.messageType = messageType
            self.grantTokens = grantTokens
            self.signingAlgorithm = signingAlgorithm
            self.dryRun = dryRun
        }

        public init(wire: WireObject) throws {
            keyId = try wire.string("KeyId")
            message = try wire.secret("Message")
            messageType = try wire.optionalString("MessageType")
            grantTokens = try wire.optionalStrings("GrantTokens")
            signingAlgorithm = try wire.string("SigningAlgorithm")
            dryRun = try wire.optionalBoolean("DryRun")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(6)
            wire.addString("KeyId", keyId)
            wire.addSecret("Message", message)
            wire.addString("MessageType", messageType)
            wire.addStrings("GrantTokens", grantTokens)
            wire.addString("SigningAlgorithm", signingAlgorithm)
            wire.addBoolean("DryRun", dryRun)
            return wire
        }

        public static let shape: Shape = Shape(
            "SignRequest",
            .structure(members: [
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType), isRequired: true),
                ShapeMember("Message", ShapeReference(KMSShapes.plaintextType), isRequired: true),
                ShapeMember("MessageType", ShapeReference(KMSShapes.messageType)),
                ShapeMember("GrantTokens", ShapeReference(KMSShapes.grantTokenList)),
                ShapeMember("SigningAlgorithm", ShapeReference(KMSShapes.signingAlgorithmSpec), isRequired: true),
                ShapeMember("DryRun", ShapeReference(KMSShapes.nullableBooleanType)),
            ]))
    }

    public struct SignOutput: AWSStructure {
        public var keyId: String?
        public var signature: [UInt8]?
        public var signingAlgorithm: String?

        public init(keyId: String? = nil, signature: [UInt8]? = nil, signingAlgorithm: String? = nil) {
            self.keyId = keyId
            self.signature = signature
            self.signingAlgorithm = signingAlgorithm
        }

        public init(wire: WireObject) throws {
            keyId = try wire.optionalString("KeyId")
            signature = try wire.optionalBlob("Signature")
            signingAlgorithm = try wire.optionalString("SigningAlgorithm")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addString("KeyId", keyId)
            wire.addBlob("Signature", signature)
            wire.addString("SigningAlgorithm", signingAlgorithm)
            return wire
        }

        public static let shape: Shape = Shape(
            "SignResponse",
            .structure(members: [
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType)),
                ShapeMember("Signature", ShapeReference(KMSShapes.ciphertextType)),
                ShapeMember("SigningAlgorithm", ShapeReference(KMSShapes.signingAlgorithmSpec)),
            ]))
    }
}
