// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum AddUserToGroup: AWSOperation {
        public typealias Input = IAM.AddUserToGroupInput
        public typealias Output = IAM.AddUserToGroupOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "AddUserToGroup"
        public static let errors: [String: Int] = ["LimitExceeded": 409, "NoSuchEntity": 404, "ServiceFailure": 500]
    }

    public struct AddUserToGroupInput: AWSStructure {
        public var groupName: String
        public var userName: String

        public init(groupName: String, userName: String) {
            self.groupName = groupName
            self.userName = userName
        }

        public init(wire: WireObject) throws {
            groupName = try wire.string("GroupName")
            userName = try wire.string("UserName")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("GroupName", groupName)
            wire.addString("UserName", userName)
            return wire
        }

        public static let shape: Shape = Shape(
            "AddUserToGroupRequest",
            .structure(members: [
                ShapeMember("GroupName", ShapeReference(IAMShapes.groupNameType), isRequired: true),
                ShapeMember("UserName", ShapeReference(IAMShapes.existingUserNameType), isRequired: true),
            ]))
    }

    public struct AddUserToGroupOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("AddUserToGroupOutput", .structure(members: []))
    }
}
