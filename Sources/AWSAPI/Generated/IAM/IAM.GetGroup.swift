// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum GetGroup: AWSOperation {
        public typealias Input = IAM.GetGroupInput
        public typealias Output = IAM.GetGroupOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "GetGroup"
        public static let errors: [String: Int] = ["NoSuchEntity": 404, "ServiceFailure": 500]
    }

    public struct GetGroupInput: AWSStructure {
        public var groupName: String
        public var marker: String?
        public var maxItems: Int?

        public init(groupName: String, marker: String? = nil, maxItems: Int? = nil) {
            self.groupName = groupName
            self.marker = marker
            self.maxItems = maxItems
        }

        public init(wire: WireObject) throws {
            groupName = try wire.string("GroupName")
            marker = try wire.optionalString("Marker")
            maxItems = try wire.optionalInteger("MaxItems")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addString("GroupName", groupName)
            wire.addString("Marker", marker)
            wire.addInteger("MaxItems", maxItems)
            return wire
        }

        public static let shape: Shape = Shape(
            "GetGroupRequest",
            .structure(members: [
                ShapeMember("GroupName", ShapeReference(IAMShapes.groupNameType), isRequired: true),
                ShapeMember("Marker", ShapeReference(IAMShapes.markerType)),
                ShapeMember("MaxItems", ShapeReference(IAMShapes.maxItemsType)),
            ]))
    }

    public struct GetGroupOutput: AWSStructure {
        public var group: IAM.Group
        public var users: [IAM.User]
        public var isTruncated: Bool?
        public var marker: String?

        public init(group: IAM.Group, users: [IAM.User], isTruncated: Bool? = nil, marker: String? = nil) {
            self.group = group
            self.users = users
            self.isTruncated = isTruncated
            self.marker = marker
        }

        public init(wire: WireObject) throws {
            group = try wire.structure("Group")
            users = try wire.structures("Users")
            isTruncated = try wire.optionalBoolean("IsTruncated")
            marker = try wire.optionalString("Marker")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(4)
            wire.addStructure("Group", group)
            wire.addStructures("Users", users)
            wire.addBoolean("IsTruncated", isTruncated)
            wire.addString("Marker", marker)
            return wire
        }

        public static let shape: Shape = Shape(
            "GetGroupResponse",
            .structure(members: [
                ShapeMember("Group", ShapeReference(IAM.Group.shape), isRequired: true),
                ShapeMember("Users", ShapeReference(IAMShapes.userListType), isRequired: true),
                ShapeMember("IsTruncated", ShapeReference(IAMShapes.booleanType)),
                ShapeMember("Marker", ShapeReference(IAMShapes.responseMarkerType)),
            ]))
    }
}
