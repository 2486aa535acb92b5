// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension IAM {
    public struct LoginProfile: AWSStructure {
        public var userName: String
        public var createDate: Timestamp
        public var passwordResetRequired: Bool?

        public init(userName: String, createDate: Timestamp, passwordResetRequired: Bool? = nil) {
            self.userName = userName
            self.createDate = createDate
            self.passwordResetRequired = passwordResetRequired
        }

        public init(wire: WireObject) throws {
            userName = try wire.string("UserName")
            createDate = try wire.timestamp("CreateDate")
            passwordResetRequired = try wire.optionalBoolean("PasswordResetRequired")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addString("UserName", userName)
            wire.addTimestamp("CreateDate", createDate)
            wire.addBoolean("PasswordResetRequired", passwordResetRequired)
            return wire
        }

        public static let shape: Shape = Shape(
            "LoginProfile",
            .structure(members: [
                ShapeMember("UserName", ShapeReference(IAMShapes.userNameType), isRequired: true),
                ShapeMember("CreateDate", ShapeReference(IAMShapes.dateType), isRequired: true),
                ShapeMember("PasswordResetRequired", ShapeReference(IAMShapes.booleanType)),
            ]))
    }
}
