// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum GetRole: AWSOperation {
        public typealias Input = IAM.GetRoleInput
        public typealias Output = IAM.GetRoleOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "GetRole"
        public static let errors: [String: Int] = ["NoSuchEntity": 404, "ServiceFailure": 500]
    }

    public struct GetRoleInput: AWSStructure {
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
            "GetRoleRequest",
            .structure(members: [
                ShapeMember("RoleName", ShapeReference(IAMShapes.roleNameType), isRequired: true),
            ]))
    }

    public struct GetRoleOutput: AWSStructure {
        public var role: IAM.Role

        public init(role: IAM.Role) {
            self.role = role
        }

        public init(wire: WireObject) throws {
            role = try wire.structure("Role")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addStructure("Role", role)
            return wire
        }

        public static let shape: Shape = Shape(
            "GetRoleResponse",
            .structure(members: [
                ShapeMember("Role", ShapeReference(IAM.Role.shape), isRequired: true),
            ]))
    }
}
