// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public struct PolicyUser: AWSStructure {
        public var userName: String?
        public var userId: String?

        public init(userName: String? = nil, userId: String? = nil) {
            self.userName = userName
            self.userId = userId
        }

        public init(wire: WireObject) throws {
            userName = try wire.optionalString("UserName")
            userId = try wire.optionalString("UserId")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("UserName", userName)
            wire.addString("UserId", userId)
            return wire
        }

        public static let shape: Shape = Shape(
            "PolicyUser",
            .structure(members: [
                ShapeMember("UserName", ShapeReference(IAMShapes.userNameType)),
                ShapeMember("UserId", ShapeReference(IAMShapes.idType)),
            ]))
    }
}
