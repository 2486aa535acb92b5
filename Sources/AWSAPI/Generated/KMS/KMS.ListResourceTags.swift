// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension KMS {
    public enum ListResourceTags: AWSOperation {
        public typealias Input = KMS.ListResourceTagsInput
        public typealias Output = KMS.ListResourceTagsOutput
        public static var service: AWSService { KMS.service }
        public static let name: String = "ListResourceTags"
        public static let errors: [String: Int] = [
            "InvalidArnException": 400, "InvalidMarkerException": 400, "KMSInternalException": 500,
            "NotFoundException": 400,
        ]
    }

    public struct ListResourceTagsInput: AWSStructure {
        public var keyId: String
        public var limit: Int?
        public var marker: String?

        public init(keyId: String, limit: Int? = nil, marker: String? = nil) {
            self.keyId = keyId
            self.limit = limit
            self.marker = marker
        }

        public init(wire: WireObject) throws {
            keyId = try wire.string("KeyId")
            limit = try wire.optionalInteger("Limit")
            marker = try wire.optionalString("Marker")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addString("KeyId", keyId)
            wire.addInteger("Limit", limit)
            wire.addString("Marker", marker)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListResourceTagsRequest",
            .structure(members: [
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType), isRequired: true),
                ShapeMember("Limit", ShapeReference(KMSShapes.limitType)),
                ShapeMember("Marker", ShapeReference(KMSShapes.markerType)),
            ]))
    }

    public struct ListResourceTagsOutput: AWSStructure {
        public var tags: [KMS.Tag]?
        public var nextMarker: String?
        public var truncated: Bool?

        public init(tags: [KMS.Tag]? = nil, nextMarker: String? = nil, truncated: Bool? = nil) {
            self.tags = tags
            self.nextMarker = nextMarker
            self.truncated = truncated
        }

        public init(wire: WireObject) throws {
            tags = try wire.optionalStructures("Tags")
            nextMarker = try wire.optionalString("NextMarker")
            truncated = try wire.optionalBoolean("Truncated")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addStructures("Tags", tags)
            wire.addString("NextMarker", nextMarker)
            wire.addBoolean("Truncated", truncated)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListResourceTagsResponse",
            .structure(members: [
                ShapeMember("Tags", ShapeReference(KMSShapes.tagList)),
                ShapeMember("NextMarker", ShapeReference(KMSShapes.markerType)),
                ShapeMember("Truncated", ShapeReference(KMSShapes.booleanType)),
            ]))
    }
}
