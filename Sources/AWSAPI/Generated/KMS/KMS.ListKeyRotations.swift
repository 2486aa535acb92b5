// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension KMS {
    public enum ListKeyRotations: AWSOperation {
        public typealias Input = KMS.ListKeyRotationsInput
        public typealias Output = KMS.ListKeyRotationsOutput
        public static var service: AWSService { KMS.service }
        public static let name: String = "ListKeyRotations"
        public static let errors: [String: Int] = [
            "InvalidArnException": 400, "InvalidMarkerException": 400, "KMSInternalException": 500,
            "KMSInvalidStateException": 400, "NotFoundException": 400, "UnsupportedOperationException": 400,
        ]
    }

    public struct ListKeyRotationsInput: AWSStructure {
        public var keyId: String
        public var includeKeyMaterial: String?
        public var limit: Int?
        public var marker: String?

        public init(keyId: String, includeKeyMaterial: String? = nil, limit: Int? = nil, marker: String? = nil) {
            self.keyId = keyId
            self.includeKeyMaterial = includeKeyMaterial
            self.limit = limit
            self.marker = marker
        }

        public init(wire: WireObject) throws {
            keyId = try wire.string("KeyId")
            includeKeyMaterial = try wire.optionalString("IncludeKeyMaterial")
            limit = try wire.optionalInteger("Limit")
            marker = try wire.optionalString("Marker")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(4)
            wire.addString("KeyId", keyId)
            wire.addString("IncludeKeyMaterial", includeKeyMaterial)
            wire.addInteger("Limit", limit)
            wire.addString("Marker", marker)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListKeyRotationsRequest",
            .structure(members: [
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType), isRequired: true),
                ShapeMember("IncludeKeyMaterial", ShapeReference(KMSShapes.includeKeyMaterial)),
                ShapeMember("Limit", ShapeReference(KMSShapes.limitType)),
                ShapeMember("Marker", ShapeReference(KMSShapes.markerType)),
            ]))
    }

    public struct ListKeyRotationsOutput: AWSStructure {
        public var rotations: [KMS.RotationsListEntry]?
        public var nextMarker: String?
        public var truncated: Bool?

        public init(rotations: [KMS.RotationsListEntry]? = nil, nextMarker: String? = nil, truncated: Bool? = nil) {
            self.rotations = rotations
            self.nextMarker = nextMarker
            self.truncated = truncated
        }

        public init(wire: WireObject) throws {
            rotations = try wire.optionalStructures("Rotations")
            nextMarker = try wire.optionalString("NextMarker")
            truncated = try wire.optionalBoolean("Truncated")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addStructures("Rotations", rotations)
            wire.addString("NextMarker", nextMarker)
            wire.addBoolean("Truncated", truncated)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListKeyRotationsResponse",
            .structure(members: [
                ShapeMember("Rotations", ShapeReference(KMSShapes.rotationsList)),
                ShapeMember("NextMarker", ShapeReference(KMSShapes.markerType)),
                ShapeMember("Truncated", ShapeReference(KMSShapes.booleanType)),
            ]))
    }
}
