// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum RemoveUserFromGroup: AWSOperation {
        public typealias Input = IAM.RemoveUserFromGroupInput
        public typealias Output = IAM.RemoveUserFromGroupOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "RemoveUserFromGroup"
        public static let errors: [String: Int] = ["LimitExceeded": 409, "NoSuchEntity": 404, "ServiceFailure": 500]
    }

    public struct RemoveUserFromGroupInput: AWSStructure {
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
            "RemoveUserFromGroupRequest",
            .structure(members: [
                ShapeMember("GroupName", ShapeReference(IAMShapes.groupNameType), isRequired: true),
                ShapeMember("UserName", ShapeReference(IAMShapes.existingUserNameType), isRequired: true),
            ]))
    }

    public struct RemoveUserFromGroupOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("RemoveUserFromGroupOutput", .structure(members: []))
    }
}
