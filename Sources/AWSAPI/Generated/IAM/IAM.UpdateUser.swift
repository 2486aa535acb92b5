// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum UpdateUser: AWSOperation {
        public typealias Input = IAM.UpdateUserInput
        public typealias Output = IAM.UpdateUserOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "UpdateUser"
        public static let errors: [String: Int] = [
            "ConcurrentModification": 409, "EntityAlreadyExists": 409, "EntityTemporarilyUnmodifiable": 409,
            "LimitExceeded": 409, "NoSuchEntity": 404, "ServiceFailure": 500,
        ]
    }

    public struct UpdateUserInput: AWSStructure {
        public var userName: String
        public var newPath: String?
        public var newUserName: String?

        public init(userName: String, newPath: String? = nil, newUserName: String? = nil) {
            self.userName = userName
            self.newPath = newPath
            self.newUserName = newUserName
        }

        public init(wire: WireObject) throws {
            userName = try wire.string("UserName")
            newPath = try wire.optionalString("NewPath")
            newUserName = try wire.optionalString("NewUserName")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addString("UserName", userName)
            wire.addString("NewPath", newPath)
            wire.addString("NewUserName", newUserName)
            return wire
        }

        public static let shape: Shape = Shape(
            "UpdateUserRequest",
            .structure(members: [
                ShapeMember("UserName", ShapeReference(IAMShapes.existingUserNameType), isRequired: true),
                ShapeMember("NewPath", ShapeReference(IAMShapes.pathType)),
                ShapeMember("NewUserName", ShapeReference(IAMShapes.userNameType)),
            ]))
    }

    public struct UpdateUserOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("UpdateUserOutput", .structure(members: []))
    }
}
