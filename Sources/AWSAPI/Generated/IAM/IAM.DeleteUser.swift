// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum DeleteUser: AWSOperation {
        public typealias Input = IAM.DeleteUserInput
        public typealias Output = IAM.DeleteUserOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "DeleteUser"
        public static let errors: [String: Int] = [
            "ConcurrentModification": 409, "DeleteConflict": 409, "LimitExceeded": 409, "NoSuchEntity": 404,
            "ServiceFailure": 500,
        ]
    }

    public struct DeleteUserInput: AWSStructure {
        public var userName: String

        public init(userName: String) {
            self.userName = userName
        }

        public init(wire: WireObject) throws {
            userName = try wire.string("UserName")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addString("UserName", userName)
            return wire
        }

        public static let shape: Shape = Shape(
            "DeleteUserRequest",
            .structure(members: [
                ShapeMember("UserName", ShapeReference(IAMShapes.existingUserNameType), isRequired: true),
            ]))
    }

    public struct DeleteUserOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("DeleteUserOutput", .structure(members: []))
    }
}
