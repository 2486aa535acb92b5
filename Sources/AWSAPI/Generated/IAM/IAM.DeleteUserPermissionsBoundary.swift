// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum DeleteUserPermissionsBoundary: AWSOperation {
        public typealias Input = IAM.DeleteUserPermissionsBoundaryInput
        public typealias Output = IAM.DeleteUserPermissionsBoundaryOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "DeleteUserPermissionsBoundary"
        public static let errors: [String: Int] = ["NoSuchEntity": 404, "ServiceFailure": 500]
    }

    public struct DeleteUserPermissionsBoundaryInput: AWSStructure {
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
            "DeleteUserPermissionsBoundaryRequest",
            .structure(members: [
                ShapeMember("UserName", ShapeReference(IAMShapes.userNameType), isRequired: true),
            ]))
    }

    public struct DeleteUserPermissionsBoundaryOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("DeleteUserPermissionsBoundaryOutput", .structure(members: []))
    }
}
