// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum GetUser: AWSOperation {
        public typealias Input = IAM.GetUserInput
        public typealias Output = IAM.GetUserOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "GetUser"
        public static let errors: [String: Int] = ["NoSuchEntity": 404, "ServiceFailure": 500]
    }

    public struct GetUserInput: AWSStructure {
        public var userName: String?

        public init(userName: String? = nil) {
            self.userName = userName
        }

        public init(wire: WireObject) throws {
            userName = try wire.optionalString("UserName")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addString("UserName", userName)
            return wire
        }

        public static let shape: Shape = Shape(
            "GetUserRequest",
            .structure(members: [
                ShapeMember("UserName", ShapeReference(IAMShapes.existingUserNameType)),
            ]))
    }

    public struct GetUserOutput: AWSStructure {
        public var user: IAM.User

        public init(user: IAM.User) {
            self.user = user
        }

        public init(wire: WireObject) throws {
            user = try wire.structure("User")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addStructure("User", user)
            return wire
        }

        public static let shape: Shape = Shape(
            "GetUserResponse",
            .structure(members: [
                ShapeMember("User", ShapeReference(IAM.User.shape), isRequired: true),
            ]))
    }
}
