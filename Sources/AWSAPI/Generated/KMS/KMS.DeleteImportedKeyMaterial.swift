// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension KMS {
    public enum DeleteImportedKeyMaterial: AWSOperation {
        public typealias Input = KMS.DeleteImportedKeyMaterialInput
        public typealias Output = KMS.DeleteImportedKeyMaterialOutput
        public static var service: AWSService { KMS.service }
        public static let name: String = "DeleteImportedKeyMaterial"
        public static let errors: [String: Int] = [
            "DependencyTimeoutException": 500, "InvalidArnException": 400, "KMSInternalException": 500,
            "KMSInvalidStateException": 400, "NotFoundException": 400, "UnsupportedOperationException": 400,
        ]
    }

    public struct DeleteImportedKeyMaterialInput: AWSStructure {
        public var keyId: String
        public var keyMaterialId: String?

        public init(keyId: String, keyMaterialId: String? = nil) {
            self.keyId = keyId
            self.keyMaterialId = keyMaterialId
        }

        public init(wire: WireObject) throws {
            keyId = try wire.string("KeyId")
            keyMaterialId = try wire.optionalString("KeyMaterialId")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("KeyId", keyId)
            wire.addString("KeyMaterialId", keyMaterialId)
            return wire
        }

        public static let shape: Shape = Shape(
            "DeleteImportedKeyMaterialRequest",
            .structure(members: [
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType), isRequired: true),
                ShapeMember("KeyMaterialId", ShapeReference(KMSShapes.backingKeyIdType)),
            ]))
    }

    public struct DeleteImportedKeyMaterialOutput: AWSStructure {
        public var keyId: String?
        public var keyMaterialId: String?

        public init(keyId: String? = nil, keyMaterialId: String? = nil) {
            self.keyId = keyId
            self.keyMaterialId = keyMaterialId
        }

        public init(wire: WireObject) throws {
            keyId = try wire.optionalString("KeyId")
            keyMaterialId = try wire.optionalString("KeyMaterialId")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("KeyId", keyId)
            wire.addString("KeyMaterialId", keyMaterialId)
            return wire
        }

        public static let shape: Shape = Shape(
            "DeleteImportedKeyMaterialResponse",
            .structure(members: [
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType)),
                ShapeMember("KeyMaterialId", ShapeReference(KMSShapes.backingKeyIdResponseType)),
            ]))
    }
}
