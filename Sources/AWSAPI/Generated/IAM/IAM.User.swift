// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension IAM {
    public struct User: AWSStructure {
        public var path: String
        public var userName: String
        public var userId: String
        public var arn: String
        public var createDate: Timestamp
        public var passwordLastUsed: Timestamp?
        public var permissionsBoundary: IAM.AttachedPermissionsBoundary?
        public var tags: [IAM.Tag]?

        public init(
            path: String, userName: String, userId: String, arn: String, createDate: Timestamp,
            passwordLastUsed: Timestamp? = nil, permissionsBoundary: IAM.AttachedPermissionsBoundary? = nil,
            tags: [IAM.Tag]? = nil
        ) {
            self.path = path
            self.userName = userName
            self.userId = userId
            self.arn = arn
            self.createDate = createDate
            self.passwordLastUsed = passwordLastUsed
            self.permissionsBoundary = permissionsBoundary
            self.tags = tags
        }

        public init(wire: WireObject) throws {
            path = try wire.string("Path")
            userName = try wire.string("UserName")
            userId = try wire.string("UserId")
            arn = try wire.string("Arn")
            createDate = try wire.timestamp("CreateDate")
            passwordLastUsed = try wire.optionalTimestamp("PasswordLastUsed")
            permissionsBoundary = try wire.optionalStructure("PermissionsBoundary")
            tags = try wire.optionalStructures("Tags")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(8)
            wire.addString("Path", path)
            wire.addString("UserName", userName)
            wire.addString("UserId", userId)
            wire.addString("Arn", arn)
            wire.addTimestamp("CreateDate", createDate)
            wire.addTimestamp("PasswordLastUsed", passwordLastUsed)
            wire.addStructure("PermissionsBoundary", permissionsBoundary)
            wire.addStructures("Tags", tags)
            return wire
        }

        public static let shape: Shape = Shape(
            "User",
            .structure(members: [
                ShapeMember("Path", ShapeReference(IAMShapes.pathType), isRequired: true),
                ShapeMember("UserName", ShapeReference(IAMShapes.userNameType), isRequired: true),
                ShapeMember("UserId", ShapeReference(IAMShapes.idType), isRequired: true),
                ShapeMember("Arn", ShapeReference(IAMShapes.arnType), isRequired: true),
                ShapeMember("CreateDate", ShapeReference(IAMShapes.dateType), isRequired: true),
                ShapeMember("PasswordLastUsed", ShapeReference(IAMShapes.dateType)),
                ShapeMember("PermissionsBoundary", ShapeReference(IAM.AttachedPermissionsBoundary.shape)),
                ShapeMember("Tags", ShapeReference(IAMShapes.tagListType)),
            ]))
    }
}
