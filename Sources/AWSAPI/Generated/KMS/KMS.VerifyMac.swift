// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension KMS {
    public enum VerifyMac: AWSOperation {
        public typealias Input = KMS.VerifyMacInput
        public typealias Output = KMS.VerifyMacOutput
        public static var service: AWSService { KMS.service }
        public static let name: String = "VerifyMac"
        public static let errors: [String: Int] = [
            "DisabledException": 400, "DryRunOperationException": 400, "InvalidGrantTokenException": 400,
            "InvalidKeyUsageException": 400, "KMSInternalException": 500, "KMSInvalidMacException": 400,
            "KMSInvalidStateException": 400, "KeyUnavailableException": 500, "NotFoundException": 400,
        ]
    }

    public struct VerifyMacInput: AWSStructure {
        public var message: SharedSecret
        public var keyId: String
        public var macAlgorithm: String
        public var mac: [UInt8]
        public var grantTokens: [String]?
        public var dryRun: Bool?

        public init(
            message: SharedSecret, keyId: String, macAlgorithm: String, mac: [UInt8], grantTokens: [String]? = nil,
            dryRun: Bool? = nil
        ) {
            self.message = message
            self.keyId = keyId
            self.macAlgorithm = macAlgorithm
            self.mac = mac
            self.grantTokens = grantTokens
            self.dryRun = dryRun
        }

        public init(wire: WireObject) throws {
            message = try wire.secret("Message")
            keyId = try wire.string("KeyId")
            macAlgorithm = try wire.string("MacAlgorithm")
            mac = try wire.blob("Mac")
            grantTokens = try wire.optionalStrings("GrantTokens")
            dryRun = try wire.optionalBoolean("DryRun")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(6)
            wire.addSecret("Message", message)
            wire.addString("KeyId", keyId)
            wire.addString("MacAlgorithm", macAlgorithm)
            wire.addBlob("Mac", mac)
            wire.addStrings("GrantTokens", grantTokens)
            wire.addBoolean("DryRun", dryRun)
            return wire
        }

        public static let shape: Shape = Shape(
            "VerifyMacRequest",
            .structure(members: [
                ShapeMember("Message", ShapeReference(KMSShapes.plaintextType), isRequired: true),
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType), isRequired: true),
                ShapeMember("MacAlgorithm", ShapeReference(KMSShapes.macAlgorithmSpec), isRequired: true),
                ShapeMember("Mac", ShapeReference(KMSShapes.ciphertextType), isRequired: true),
                ShapeMember("GrantTokens", ShapeReference(KMSShapes.grantTokenList)),
                ShapeMember("DryRun", ShapeReference(KMSShapes.nullableBooleanType)),
            ]))
    }

    public struct VerifyMacOutput: AWSStructure {
        public var keyId: String?
        public var macValid: Bool?
        public var macAlgorithm: String?

        public init(keyId: String? = nil, macValid: Bool? = nil, macAlgorithm: String? = nil) {
            self.keyId = keyId
            self.macValid = macValid
            self.macAlgorithm = macAlgorithm
        }

        public init(wire: WireObject) throws {
            keyId = try wire.optionalString("KeyId")
            macValid = try wire.optionalBoolean("MacValid")
            macAlgorithm = try wire.optionalString("MacAlgorithm")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addString("KeyId", keyId)
            wire.addBoolean("MacValid", macValid)
            wire.addString("MacAlgorithm", macAlgorithm)
            return wire
        }

        public static let shape: Shape = Shape(
            "VerifyMacResponse",
            .structure(members: [
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType)),
                ShapeMember("MacValid", ShapeReference(KMSShapes.booleanType)),
                ShapeMember("MacAlgorithm", ShapeReference(KMSShapes.macAlgorithmSpec)),
            ]))
    }
}
