// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension KMS {
    public enum GenerateMac: AWSOperation {
        public typealias Input = KMS.GenerateMacInput
        public typealias Output = KMS.GenerateMacOutput
        public static var service: AWSService { KMS.service }
        public static let name: String = "GenerateMac"
        public static let errors: [String: Int] = [
            "DisabledException": 400, "DryRunOperationException": 400, "InvalidGrantTokenException": 400,
            "InvalidKeyUsageException": 400, "KMSInternalException": 500, "KMSInvalidStateException": 400,
            "KeyUnavailableException": 500, "NotFoundException": 400,
        ]
    }

    public struct GenerateMacInput: AWSStructure {
        public var message: SharedSecret
        public var keyId: String
        public var macAlgorithm: String
        public var grantTokens: [String]?
        public var dryRun: Bool?

        public init(
            message: SharedSecret, keyId: String, macAlgorithm: String, grantTokens: [String]? = nil,
            dryRun: Bool? = nil
        ) {
            self.message = message
            self.keyId = keyId
            self.macAlgorithm = macAlgorithm
            self.grantTokens = grantTokens
            self.dryRun = dryRun
        }

        public init(wire: WireObject) throws {
            message = try wire.secret("Message")
            keyId = try wire.string("KeyId")
            macAlgorithm = try wire.string("MacAlgorithm")
            grantTokens = try wire.optionalStrings("GrantTokens")
            dryRun = try wire.optionalBoolean("DryRun")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(5)
            wire.addSecret("Message", message)
            wire.addString("KeyId", keyId)
            wire.addString("MacAlgorithm", macAlgorithm)
            wire.addStrings("GrantTokens", grantTokens)
            wire.addBoolean("DryRun", dryRun)
            return wire
        }

        public static let shape: Shape = Shape(
            "GenerateMacRequest",
            .structure(members: [
                ShapeMember("Message", ShapeReference(KMSShapes.plaintextType), isRequired: true),
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType), isRequired: true),
                ShapeMember("MacAlgorithm", ShapeReference(KMSShapes.macAlgorithmSpec), isRequired: true),
                ShapeMember("GrantTokens", ShapeReference(KMSShapes.grantTokenList)),
                ShapeMember("DryRun", ShapeReference(KMSShapes.nullableBooleanType)),
            ]))
    }

    public struct GenerateMacOutput: AWSStructure {
        public var mac: [UInt8]?
        public var macAlgorithm: String?
        public var keyId: String?

        public init(mac: [UInt8]? = nil, macAlgorithm: String? = nil, keyId: String? = nil) {
            self.mac = mac
            self.macAlgorithm = macAlgorithm
            self.keyId = keyId
        }

        public init(wire: WireObject) throws {
            mac = try wire.optionalBlob("Mac")
            macAlgorithm = try wire.optionalString("MacAlgorithm")
            keyId = try wire.optionalString("KeyId")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addBlob("Mac", mac)
            wire.addString("MacAlgorithm", macAlgorithm)
            wire.addString("KeyId", keyId)
            return wire
        }

        public static let shape: Shape = Shape(
            "GenerateMacResponse",
            .structure(members: [
                ShapeMember("Mac", ShapeReference(KMSShapes.ciphertextType)),
                ShapeMember("MacAlgorithm", ShapeReference(KMSShapes.macAlgorithmSpec)),
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType)),
            ]))
    }
}
