// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension KMS {
    public enum GetParametersForImport: AWSOperation {
        public typealias Input = KMS.GetParametersForImportInput
        public typealias Output = KMS.GetParametersForImportOutput
        public static var service: AWSService { KMS.service }
        public static let name: String = "GetParametersForImport"
        public static let errors: [String: Int] = [
            "DependencyTimeoutException": 500, "InvalidArnException": 400, "KMSInternalException": 500,
            "KMSInvalidStateException": 400, "NotFoundException": 400, "UnsupportedOperationException": 400,
        ]
    }

    public struct GetParametersForImportInput: AWSStructure {
        public var keyId: String
        public var wrappingAlgorithm: String
        public var wrappingKeySpec: String

        public init(keyId: String, wrappingAlgorithm: String, wrappingKeySpec: String) {
            self.keyId = keyId
            self.wrappingAlgorithm = wrappingAlgorithm
            self.wrappingKeySpec = wrappingKeySpec
        }

        public init(wire: WireObject) throws {
            keyId = try wire.string("KeyId")
            wrappingAlgorithm = try wire.string("WrappingAlgorithm")
            wrappingKeySpec = try wire.string("WrappingKeySpec")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addString("KeyId", keyId)
            wire.addString("WrappingAlgorithm", wrappingAlgorithm)
            wire.addString("WrappingKeySpec", wrappingKeySpec)
            return wire
        }

        public static let shape: Shape = Shape(
            "GetParametersForImportRequest",
            .structure(members: [
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType), isRequired: true),
                ShapeMember("WrappingAlgorithm", ShapeReference(KMSShapes.algorithmSpec), isRequired: true),
                ShapeMember("WrappingKeySpec", ShapeReference(KMSShapes.wrappingKeySpec), isRequired: true),
            ]))
    }

    public struct GetParametersForImportOutput: AWSStructure {
        public var keyId: String?
        public var importToken: [UInt8]?
        public var publicKey: SharedSecret?
        public var parametersValidTo: Timestamp?

        public init(
            keyId: String? = nil, importToken: [UInt8]? = nil, publicKey: SharedSecret? = nil,
            parametersValidTo: Timestamp? = nil
        ) {
            self.keyId = keyId
            self.importToken = importToken
            self.publicKey = publicKey
            self.parametersValidTo = parametersValidTo
        }

        public init(wire: WireObject) throws {
            keyId = try wire.optionalString("KeyId")
            importToken = try wire.optionalBlob("ImportToken")
            publicKey = try wire.optionalSecret("PublicKey")
            parametersValidTo = try wire.optionalTimestamp("ParametersValidTo")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(4)
            wire.addString("KeyId", keyId)
            wire.addBlob("ImportToken", importToken)
            wire.addSecret("PublicKey", publicKey)
            wire.addTimestamp("ParametersValidTo", parametersValidTo)
            return wire
        }

        public static let shape: Shape = Shape(
            "GetParametersForImportResponse",
            .structure(members: [
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType)),
                ShapeMember("ImportToken", ShapeReference(KMSShapes.ciphertextType)),
                ShapeMember("PublicKey", ShapeReference(KMSShapes.plaintextType)),
                ShapeMember("ParametersValidTo", ShapeReference(KMSShapes.dateType)),
            ]))
    }
}
