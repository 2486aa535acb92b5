// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum ListGroupsForUser: AWSOperation {
        public typealias Input = IAM.ListGroupsForUserInput
        public typealias Output = IAM.ListGroupsForUserOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "ListGroupsForUser"
        public static let errors: [String: Int] = ["NoSuchEntity": 404, "ServiceFailure": 500]
    }

    public struct ListGroupsForUserInput: AWSStructure {
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
            "ListGroupsForUserRequest",
            .structure(members: [
                ShapeMember("UserName", ShapeReference(IAMShapes.existingUserNameType), isRequired: true),
                ShapeMember("Marker", ShapeReference(IAMShapes.markerType)),
                ShapeMember("MaxItems", ShapeReference(IAMShapes.maxItemsType)),
            ]))
    }

    public struct ListGroupsForUserOutput: AWSStructure {
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
            "ListGroupsForUserResponse",
            .structure(members: [
                ShapeMember("Groups", ShapeReference(IAMShapes.groupListType), isRequired: true),
                ShapeMember("IsTruncated", ShapeReference(IAMShapes.booleanType)),
                ShapeMember("Marker", ShapeReference(IAMShapes.responseMarkerType)),
            ]))
    }
}
