// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum CreateUser: AWSOperation {
        public typealias Input = IAM.CreateUserInput
        public typealias Output = IAM.CreateUserOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "CreateUser"
        public static let errors: [String: Int] = [
            "ConcurrentModification": 409, "EntityAlreadyExists": 409, "InvalidInput": 400, "LimitExceeded": 409,
            "NoSuchEntity": 404, "ServiceFailure": 500,
        ]
    }

    public struct CreateUserInput: AWSStructure {
        public var path: String?
        public var userName: String
        public var permissionsBoundary: String?
        public var tags: [IAM.Tag]?

        public init(userName: String, path: String? = nil, permissionsBoundary: String? = nil, tags: [IAM.Tag]? = nil) {
            self.path = path
            self.userName = userName
            self.permissionsBoundary = permissionsBoundary
            self.tags = tags
        }

        public init(wire: WireObject) throws {
            path = try wire.optionalString("Path")
            userName = try wire.string("UserName")
            permissionsBoundary = try wire.optionalString("PermissionsBoundary")
            tags = try wire.optionalStructures("Tags")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(4)
            wire.addString("Path", path)
            wire.addString("UserName", userName)
            wire.addString("PermissionsBoundary", permissionsBoundary)
            wire.addStructures("Tags", tags)
            return wire
        }

        public static let shape: Shape = Shape(
            "CreateUserRequest",
            .structure(members: [
                ShapeMember("Path", ShapeReference(IAMShapes.pathType)),
                ShapeMember("UserName", ShapeReference(IAMShapes.userNameType), isRequired: true),
                ShapeMember("PermissionsBoundary", ShapeReference(IAMShapes.arnType)),
                ShapeMember("Tags", ShapeReference(IAMShapes.tagListType)),
            ]))
    }

    public struct CreateUserOutput: AWSStructure {
        public var user: IAM.User?

        public init(user: IAM.User? = nil) {
            self.user = user
        }

        public init(wire: WireObject) throws {
            user = try wire.optionalStructure("User")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addStructure("User", user)
            return wire
        }

        public static let shape: Shape = Shape(
            "CreateUserResponse",
            .structure(members: [
                ShapeMember("User", ShapeReference(IAM.User.shape)),
            ]))
    }
}
