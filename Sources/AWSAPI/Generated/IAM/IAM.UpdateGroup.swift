// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum UpdateGroup: AWSOperation {
        public typealias Input = IAM.UpdateGroupInput
        public typealias Output = IAM.UpdateGroupOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "UpdateGroup"
        public static let errors: [String: Int] = [
            "EntityAlreadyExists": 409, "LimitExceeded": 409, "NoSuchEntity": 404, "ServiceFailure": 500,
        ]
    }

    public struct UpdateGroupInput: AWSStructure {
        public var groupName: String
        public var newPath: String?
        public var newGroupName: String?

        public init(groupName: String, newPath: String? = nil, newGroupName: String? = nil) {
            self.groupName = groupName
            self.newPath = newPath
            self.newGroupName = newGroupName
        }

        public init(wire: WireObject) throws {
            groupName = try wire.string("GroupName")
            newPath = try wire.optionalString("NewPath")
            newGroupName = try wire.optionalString("NewGroupName")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addString("GroupName", groupName)
            wire.addString("NewPath", newPath)
            wire.addString("NewGroupName", newGroupName)
            return wire
        }

        public static let shape: Shape = Shape(
            "UpdateGroupRequest",
            .structure(members: [
                ShapeMember("GroupName", ShapeReference(IAMShapes.groupNameType), isRequired: true),
                ShapeMember("NewPath", ShapeReference(IAMShapes.pathType)),
                ShapeMember("NewGroupName", ShapeReference(IAMShapes.groupNameType)),
            ]))
    }

    public struct UpdateGroupOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("UpdateGroupOutput", .structure(members: []))
    }
}
