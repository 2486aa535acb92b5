// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum DeleteRolePermissionsBoundary: AWSOperation {
        public typealias Input = IAM.DeleteRolePermissionsBoundaryInput
        public typealias Output = IAM.DeleteRolePermissionsBoundaryOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "DeleteRolePermissionsBoundary"
        public static let errors: [String: Int] = [
            "NoSuchEntity": 404, "ServiceFailure": 500, "UnmodifiableEntity": 400,
        ]
    }

    public struct DeleteRolePermissionsBoundaryInput: AWSStructure {
        public var roleName: String

        public init(roleName: String) {
            self.roleName = roleName
        }

        public init(wire: WireObject) throws {
            roleName = try wire.string("RoleName")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addString("RoleName", roleName)
            return wire
        }

        public static let shape: Shape = Shape(
            "DeleteRolePermissionsBoundaryRequest",
            .structure(members: [
                ShapeMember("RoleName", ShapeReference(IAMShapes.roleNameType), isRequired: true),
            ]))
    }

    public struct DeleteRolePermissionsBoundaryOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("DeleteRolePermissionsBoundaryOutput", .structure(members: []))
    }
}
