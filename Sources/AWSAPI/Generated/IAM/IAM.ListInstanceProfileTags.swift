// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum ListInstanceProfileTags: AWSOperation {
        public typealias Input = IAM.ListInstanceProfileTagsInput
        public typealias Output = IAM.ListInstanceProfileTagsOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "ListInstanceProfileTags"
        public static let errors: [String: Int] = ["NoSuchEntity": 404, "ServiceFailure": 500]
    }

    public struct ListInstanceProfileTagsInput: AWSStructure {
        public var instanceProfileName: String
        public var marker: String?
        public var maxItems: Int?

        public init(instanceProfileName: String, marker: String? = nil, maxItems: Int? = nil) {
            self.instanceProfileName = instanceProfileName
            self.marker = marker
            self.maxItems = maxItems
        }

        public init(wire: WireObject) throws {
            instanceProfileName = try wire.string("InstanceProfileName")
            marker = try wire.optionalString("Marker")
            maxItems = try wire.optionalInteger("MaxItems")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addString("InstanceProfileName", instanceProfileName)
            wire.addString("Marker", marker)
            wire.addInteger("MaxItems", maxItems)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListInstanceProfileTagsRequest",
            .structure(members: [
                ShapeMember("InstanceProfileName", ShapeReference(IAMShapes.instanceProfileNameType), isRequired: true),
                ShapeMember("Marker", ShapeReference(IAMShapes.markerType)),
                ShapeMember("MaxItems", ShapeReference(IAMShapes.maxItemsType)),
            ]))
    }

    public struct ListInstanceProfileTagsOutput: AWSStructure {
        public var tags: [IAM.Tag]
        public var isTruncated: Bool?
        public var marker: String?

        public init(tags: [IAM.Tag], isTruncated: Bool? = nil, marker: String? = nil) {
            self.tags = tags
            self.isTruncated = isTruncated
            self.marker = marker
        }

        public init(wire: WireObject) throws {
            tags = try wire.structures("Tags")
            isTruncated = try wire.optionalBoolean("IsTruncated")
            marker = try wire.optionalString("Marker")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addStructures("Tags", tags)
            wire.addBoolean("IsTruncated", isTruncated)
            wire.addString("Marker", marker)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListInstanceProfileTagsResponse",
            .structure(members: [
                ShapeMember("Tags", ShapeReference(IAMShapes.tagListType), isRequired: true),
                ShapeMember("IsTruncated", ShapeReference(IAMShapes.booleanType)),
                ShapeMember("Marker", ShapeReference(IAMShapes.responseMarkerType)),
            ]))
    }
}
