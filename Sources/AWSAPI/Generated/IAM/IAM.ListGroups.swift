// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum ListGroups: AWSOperation {
        public typealias Input = IAM.ListGroupsInput
        public typealias Output = IAM.ListGroupsOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "ListGroups"
        public static let errors: [String: Int] = ["ServiceFailure": 500]
    }

    public struct ListGroupsInput: AWSStructure {
        public var pathPrefix: String?
        public var marker: String?
        public var maxItems: Int?

        public init(pathPrefix: String? = nil, marker: String? = nil, maxItems: Int? = nil) {
            self.pathPrefix = pathPrefix
            self.marker = marker
            self.maxItems = maxItems
        }

        public init(wire: WireObject) throws {
            pathPrefix = try wire.optionalString("PathPrefix")
            marker = try wire.optionalString("Marker")
            maxItems = try wire.optionalInteger("MaxItems")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addString("PathPrefix", pathPrefix)
            wire.addString("Marker", marker)
            wire.addInteger("MaxItems", maxItems)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListGroupsRequest",
            .structure(members: [
                ShapeMember("PathPrefix", ShapeReference(IAMShapes.pathPrefixType)),
                ShapeMember("Marker", ShapeReference(IAMShapes.markerType)),
                ShapeMember("MaxItems", ShapeReference(IAMShapes.maxItemsType)),
            ]))
    }

    public struct ListGroupsOutput: AWSStructure {
        public var groups: [IAM.Group]
        public var isTruncated: Bool?
        public var marker: String?

        public init(groups: [IAM.Group], isTruncated: Bool? = nil, marker: String? = nil) {
            self.groups = groups
            self.isTruncated = isTruncated
            self.marker = marker
        }

        public init(wire: WireObject) throws {
            groups = try wire.structures("Groups")
            isTruncated = try wire.optionalBoolean("IsTruncated")
            marker = try wire.optionalString("Marker")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addStructures("Groups", groups)
            wire.addBoolean("IsTruncated", isTruncated)
            wire.addString("Marker", marker)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListGroupsResponse",
            .structure(members: [
                ShapeMember("Groups", ShapeReference(IAMShapes.groupListType), isRequired: true),
                ShapeMember("IsTruncated", ShapeReference(IAMShapes.booleanType)),
                ShapeMember("Marker", ShapeReference(IAMShapes.responseMarkerType)),
            ]))
    }
}
