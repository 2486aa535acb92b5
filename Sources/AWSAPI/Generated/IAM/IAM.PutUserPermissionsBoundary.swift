// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum PutUserPermissionsBoundary: AWSOperation {
        public typealias Input = IAM.PutUserPermissionsBoundaryInput
        public typealias Output = IAM.PutUserPermissionsBoundaryOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "PutUserPermissionsBoundary"
        public static let errors: [String: Int] = [
            "InvalidInput": 400, "NoSuchEntity": 404, "PolicyNotAttachable": 400, "ServiceFailure": 500,
        ]
    }

    public struct PutUserPermissionsBoundaryInput: AWSStructure {
        public var userName: String
        public var permissionsBoundary: String

        public init(userName: String, permissionsBoundary: String) {
            self.userName = userName
            self.permissionsBoundary = permissionsBoundary
        }

        public init(wire: WireObject) throws {
            userName = try wire.string("UserName")
            permissionsBoundary = try wire.string("PermissionsBoundary")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("UserName", userName)
            wire.addString("PermissionsBoundary", permissionsBoundary)
            return wire
        }

        public static let shape: Shape = Shape(
            "PutUserPermissionsBoundaryRequest",
            .structure(members: [
                ShapeMember("UserName", ShapeReference(IAMShapes.userNameType), isRequired: true),
                ShapeMember("PermissionsBoundary", ShapeReference(IAMShapes.arnType), isRequired: true),
            ]))
    }

    public struct PutUserPermissionsBoundaryOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("PutUserPermissionsBoundaryOutput", .structure(members: []))
    }
}
