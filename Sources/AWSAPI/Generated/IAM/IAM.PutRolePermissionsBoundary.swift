// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum PutRolePermissionsBoundary: AWSOperation {
        public typealias Input = IAM.PutRolePermissionsBoundaryInput
        public typealias Output = IAM.PutRolePermissionsBoundaryOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "PutRolePermissionsBoundary"
        public static let errors: [String: Int] = [
            "InvalidInput": 400, "NoSuchEntity": 404, "PolicyNotAttachable": 400, "ServiceFailure": 500,
            "UnmodifiableEntity": 400,
        ]
    }

    public struct PutRolePermissionsBoundaryInput: AWSStructure {
        public var roleName: String
        public var permissionsBoundary: String

        public init(roleName: String, permissionsBoundary: String) {
            self.roleName = roleName
            self.permissionsBoundary = permissionsBoundary
        }

        public init(wire: WireObject) throws {
            roleName = try wire.string("RoleName")
            permissionsBoundary = try wire.string("PermissionsBoundary")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("RoleName", roleName)
            wire.addString("PermissionsBoundary", permissionsBoundary)
            return wire
        }

        public static let shape: Shape = Shape(
            "PutRolePermissionsBoundaryRequest",
            .structure(members: [
                ShapeMember("RoleName", ShapeReference(IAMShapes.roleNameType), isRequired: true),
                ShapeMember("PermissionsBoundary", ShapeReference(IAMShapes.arnType), isRequired: true),
            ]))
    }

    public struct PutRolePermissionsBoundaryOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("PutRolePermissionsBoundaryOutput", .structure(members: []))
    }
}
