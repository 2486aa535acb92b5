// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum ListUserTags: AWSOperation {
        public typealias Input = IAM.ListUserTagsInput
        public typealias Output = IAM.ListUserTagsOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "ListUserTags"
        public static let errors: [String: Int] = ["NoSuchEntity": 404, "ServiceFailure": 500]
    }

    public struct ListUserTagsInput: AWSStructure {
        public var userName: String
        public var marker: String?
        public var maxItems: Int?

        public init(userName: String, marker: String? = nil, maxItems: Int? = nil) {
            self.userName = userName
            self.marker = marker
            self.maxItems = maxItems
        }

        public init(wire: WireObject) throws {
            userName = try wire.string("UserName")
            marker = try wire.optionalString("Marker")
            maxItems = try wire.optionalInteger("MaxItems")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addString("UserName", userName)
            wire.addString("Marker", marker)
            wire.addInteger("MaxItems", maxItems)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListUserTagsRequest",
            .structure(members: [
                ShapeMember("UserName", ShapeReference(IAMShapes.existingUserNameType), isRequired: true),
                ShapeMember("Marker", ShapeReference(IAMShapes.markerType)),
                ShapeMember("MaxItems", ShapeReference(IAMShapes.maxItemsType)),
            ]))
    }

    public struct ListUserTagsOutput: AWSStructure {
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
            "ListUserTagsResponse",
            .structure(members: [
                ShapeMember("Tags", ShapeReference(IAMShapes.tagListType), isRequired: true),
                ShapeMember("IsTruncated", ShapeReference(IAMShapes.booleanType)),
                ShapeMember("Marker", ShapeReference(IAMShapes.responseMarkerType)),
            ]))
    }
}
