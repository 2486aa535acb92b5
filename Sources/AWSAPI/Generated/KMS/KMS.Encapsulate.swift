// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension KMS {
    public enum Encapsulate: AWSOperation {
        public typealias Input = KMS.EncapsulateInput
        public typealias Output = KMS.EncapsulateOutput
        public static var service: AWSService { KMS.service }
        public static let name: String = "Encapsulate"
        public static let errors: [String: Int] = [
            "DependencyTimeoutException": 500, "DisabledException": 400, "DryRunOperationException": 400,
            "InvalidGrantTokenException": 400, "InvalidKeyUsageException": 400, "KMSInternalException": 500,
            "KMSInvalidStateException": 400, "KeyUnavailableException": 500, "NotFoundException": 400,
        ]
    }

    public struct EncapsulateInput: AWSStructure {
        public var keyId: String
        public var encapsulationAlgorithm: String
        public var grantTokens: [String]?
        public var dryRun: Bool?

        public init(keyId: String, encapsulationAlgorithm: String, grantTokens: [String]? = nil, dryRun: Bool? = nil) {
            self.keyId = keyId
            self.encapsulationAlgorithm = encapsulationAlgorithm
            self.grantTokens = grantTokens
            self.dryRun = dryRun
        }

        public init(wire: WireObject) throws {
            keyId = try wire.string("KeyId")
            encapsulationAlgorithm = try wire.string("EncapsulationAlgorithm")
            grantTokens = try wire.optionalStrings("GrantTokens")
            dryRun = try wire.optionalBoolean("DryRun")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(4)
            wire.addString("KeyId", keyId)
            wire.addString("EncapsulationAlgorithm", encapsulationAlgorithm)
            wire.addStrings("GrantTokens", grantTokens)
            wire.addBoolean("DryRun", dryRun)
            return wire
        }

        public static let shape: Shape = Shape(
            "EncapsulateRequest",
            .structure(members: [
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType), isRequired: true),
                ShapeMember(
                    "EncapsulationAlgorithm", ShapeReference(KMSShapes.encapsulationAlgorithmSpec), isRequired: true
                ),
                ShapeMember("GrantTokens", ShapeReference(KMSShapes.grantTokenList)),
                ShapeMember("DryRun", ShapeReference(KMSShapes.nullableBooleanType)),
            ]))
    }

    public struct EncapsulateOutput: AWSStructure {
        public var keyId: String?
        public var sharedSecret: SharedSecret?
        public var sharedSecretCiphertextBlob: [UInt8]?
        public var encapsulationAlgorithm: String?

        public init(
            keyId: String? = nil, sharedSecret: SharedSecret? = nil, sharedSecretCiphertextBlob: [UInt8]? = nil,
            encapsulationAlgorithm: String? = nil
        ) {
            self.keyId = keyId
            self.sharedSecret = sharedSecret
            self.sharedSecretCiphertextBlob = sharedSecretCiphertextBlob
            self.encapsulationAlgorithm = encapsulationAlgorithm
        }

        public init(wire: WireObject) throws {
            keyId = try wire.optionalString("KeyId")
            sharedSecret = try wire.optionalSecret("SharedSecret")
            sharedSecretCiphertextBlob = try wire.optionalBlob("SharedSecretCiphertextBlob")
            encapsulationAlgorithm = try wire.optionalString("EncapsulationAlgorithm")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(4)
            wire.addString("KeyId", keyId)
            wire.addSecret("SharedSecret", sharedSecret)
            wire.addBlob("SharedSecretCiphertextBlob", sharedSecretCiphertextBlob)
            wire.addString("EncapsulationAlgorithm", encapsulationAlgorithm)
            return wire
        }

        public static let shape: Shape = Shape(
            "EncapsulateResponse",
            .structure(members: [
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType)),
                ShapeMember("SharedSecret", ShapeReference(KMSShapes.plaintextType)),
                ShapeMember("SharedSecretCiphertextBlob", ShapeReference(KMSShapes.ciphertextType)),
                ShapeMember("EncapsulationAlgorithm", ShapeReference(KMSShapes.encapsulationAlgorithmSpec)),
            ]))
    }
}
