// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension KMS {
    public enum ImportKeyMaterial: AWSOperation {
        public typealias Input = KMS.ImportKeyMaterialInput
        public typealias Output = KMS.ImportKeyMaterialOutput
        public static var service: AWSService { KMS.service }
        public static let name: String = "ImportKeyMaterial"
        public static let errors: [String: Int] = [
            "DependencyTimeoutException": 500, "ExpiredImportTokenException": 400, "IncorrectKeyMaterialException": 400,
            "InvalidArnException": 400, "InvalidCiphertextException": 400, "InvalidImportTokenException": 400,
            "KMSInternalException": 500, "KMSInvalidStateException": 400, "NotFoundException": 400,
            "UnsupportedOperationException": 400,
        ]
    }

    public struct ImportKeyMaterialInput: AWSStructure {
        public var keyId: String
        public var importToken: [UInt8]
        public var encryptedKeyMaterial: [UInt8]
        public var validTo: Timestamp?
        public var expirationModel: String?
        public var importType: String?
        public var keyMaterialDescription: String?
        public var keyMaterialId: String?

        public init(
            keyId: String, importToken: [UInt8], encryptedKeyMaterial: [UInt8], validTo: Timestamp? = nil,
            expirationModel: String? = nil, importType: String? = nil, keyMaterialDescription: String? = nil,
            keyMaterialId: String? = nil
        ) {
            self.keyId = keyId
            self.importToken = importToken
            self.encryptedKeyMaterial = encryptedKeyMaterial
            self.validTo = validTo
            self.expirationModel = expirationModel
            self.importType = importType
            self.keyMaterialDescription = keyMaterialDescription
            self.keyMaterialId = keyMaterialId
        }

        public init(wire: WireObject) throws {
            keyId = try wire.string("KeyId")
            importToken = try wire.blob("ImportToken")
            encryptedKeyMaterial = try wire.blob("EncryptedKeyMaterial")
            validTo = try wire.optionalTimestamp("ValidTo")
            expirationModel = try wire.optionalString("ExpirationModel")
            importType = try wire.optionalString("ImportType")
            keyMaterialDescription = try wire.optionalString("KeyMaterialDescription")
            keyMaterialId = try wire.optionalString("KeyMaterialId")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(8)
            wire.addString("KeyId", keyId)
            wire.addBlob("ImportToken", importToken)
            wire.addBlob("EncryptedKeyMaterial", encryptedKeyMaterial)
            wire.addTimestamp("ValidTo", validTo)
            wire.addString("ExpirationModel", expirationModel)
            wire.addString("ImportType", importType)
            wire.addString("KeyMaterialDescription", keyMaterialDescription)
            wire.addString("KeyMaterialId", keyMaterialId)
            return wire
        }

        public static let shape: Shape = Shape(
            "ImportKeyMaterialRequest",
            .structure(members: [
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType), isRequired: true),
                ShapeMember("ImportToken", ShapeReference(KMSShapes.ciphertextType), isRequired: true),
                ShapeMember("EncryptedKeyMaterial", ShapeReference(KMSShapes.ciphertextType), isRequired: true),
                ShapeMember("ValidTo", ShapeReference(KMSShapes.dateType)),
                ShapeMember("ExpirationModel", ShapeReference(KMSShapes.expirationModelType)),
                ShapeMember("ImportType", ShapeReference(KMSShapes.importType)),
                ShapeMember("KeyMaterialDescription", ShapeReference(KMSShapes.keyMaterialDescriptionType)),
                ShapeMember("KeyMaterialId", ShapeReference(KMSShapes.backingKeyIdType)),
            ]))
    }

    public struct ImportKeyMaterialOutput: AWSStructure {
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
            "ImportKeyMaterialResponse",
            .structure(members: [
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType)),
                ShapeMember("KeyMaterialId", ShapeReference(KMSShapes.backingKeyIdType)),
            ]))
    }
}
