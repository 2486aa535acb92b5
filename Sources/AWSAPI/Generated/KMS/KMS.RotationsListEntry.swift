// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension KMS {
    public struct RotationsListEntry: AWSStructure {
        public var keyId: String?
        public var keyMaterialId: String?
        public var keyMaterialDescription: String?
        public var importState: String?
        public var keyMaterialState: String?
        public var expirationModel: String?
        public var validTo: Timestamp?
        public var rotationDate: Timestamp?
        public var rotationType: String?

        public init(
            keyId: String? = nil, keyMaterialId: String? = nil, keyMaterialDescription: String? = nil,
            importState: String? = nil, keyMaterialState: String? = nil, expirationModel: String? = nil,
            validTo: Timestamp? = nil, rotationDate: Timestamp? = nil, rotationType: String? = nil
        ) {
            self.keyId = keyId
            self.keyMaterialId = keyMaterialId
            self.keyMaterialDescription = keyMaterialDescription
            self.importState = importState
            self.keyMaterialState = keyMaterialState
            self.expirationModel = expirationModel
            self.validTo = validTo
            self.rotationDate = rotationDate
            self.rotationType = rotationType
        }

        public init(wire: WireObject) throws {
            keyId = try wire.optionalString("KeyId")
            keyMaterialId = try wire.optionalString("KeyMaterialId")
            keyMaterialDescription = try wire.optionalString("KeyMaterialDescription")
            importState = try wire.optionalString("ImportState")
            keyMaterialState = try wire.optionalString("KeyMaterialState")
            expirationModel = try wire.optionalString("ExpirationModel")
            validTo = try wire.optionalTimestamp("ValidTo")
            rotationDate = try wire.optionalTimestamp("RotationDate")
            rotationType = try wire.optionalString("RotationType")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(9)
            wire.addString("KeyId", keyId)
            wire.addString("KeyMaterialId", keyMaterialId)
            wire.addString("KeyMaterialDescription", keyMaterialDescription)
            wire.addString("ImportState", importState)
            wire.addString("KeyMaterialState", keyMaterialState)
            wire.addString("ExpirationModel", expirationModel)
            wire.addTimestamp("ValidTo", validTo)
            wire.addTimestamp("RotationDate", rotationDate)
            wire.addString("RotationType", rotationType)
            return wire
        }

        public static let shape: Shape = Shape(
            "RotationsListEntry",
            .structure(members: [
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType)),
                ShapeMember("KeyMaterialId", ShapeReference(KMSShapes.backingKeyIdType)),
                ShapeMember("KeyMaterialDescription", ShapeReference(KMSShapes.keyMaterialDescriptionType)),
                ShapeMember("ImportState", ShapeReference(KMSShapes.importState)),
                ShapeMember("KeyMaterialState", ShapeReference(KMSShapes.keyMaterialState)),
                ShapeMember("ExpirationModel", ShapeReference(KMSShapes.expirationModelType)),
                ShapeMember("ValidTo", ShapeReference(KMSShapes.dateType)),
                ShapeMember("RotationDate", ShapeReference(KMSShapes.dateType)),
                ShapeMember("RotationType", ShapeReference(KMSShapes.rotationType)),
            ]))
    }
}
