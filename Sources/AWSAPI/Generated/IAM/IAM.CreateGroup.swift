// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum CreateGroup: AWSOperation {
        public typealias Input = IAM.CreateGroupInput
        public typealias Output = IAM.CreateGroupOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "CreateGroup"
        public static let errors: [String: Int] = [
            "EntityAlreadyExists": 409, "LimitExceeded": 409, "NoSuchEntity": 404, "ServiceFailure": 500,
        ]
    }

    public struct CreateGroupInput: AWSStructure {
        public var path: String?
        public var groupName: String

        public init(groupName: String, path: String? = nil) {
            self.path = path
            self.groupName = groupName
        }

        public init(wire: WireObject) throws {
            path = try wire.optionalString("Path")
            groupName = try wire.string("GroupName")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("Path", path)
            wire.addString("GroupName", groupName)
            return wire
        }

        public static let shape: Shape = Shape(
            "CreateGroupRequest",
            .structure(members: [
                ShapeMember("Path", ShapeReference(IAMShapes.pathType)),
                ShapeMember("GroupName", ShapeReference(IAMShapes.groupNameType), isRequired: true),
            ]))
    }

    public struct CreateGroupOutput: AWSStructure {
        public var group: IAM.Group

        public init(group: IAM.Group) {
            self.group = group
        }

        public init(wire: WireObject) throws {
            group = try wire.structure("Group")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addStructure("Group", group)
            return wire
        }

        public static let shape: Shape = Shape(
            "CreateGroupResponse",
            .structure(members: [
                ShapeMember("Group", ShapeReference(IAM.Group.shape), isRequired: true),
            ]))
    }
}
