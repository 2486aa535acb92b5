// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public struct PolicyRole: AWSStructure {
        public var roleName: String?
        public var roleId: String?

        public init(roleName: String? = nil, roleId: String? = nil) {
            self.roleName = roleName
            self.roleId = roleId
        }

        public init(wire: WireObject) throws {
            roleName = try wire.optionalString("RoleName")
            roleId = try wire.optionalString("RoleId")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("RoleName", roleName)
            wire.addString("RoleId", roleId)
            return wire
        }

        public static let shape: Shape = Shape(
            "PolicyRole",
            .structure(members: [
                ShapeMember("RoleName", ShapeReference(IAMShapes.roleNameType)),
                ShapeMember("RoleId", ShapeReference(IAMShapes.idType)),
            ]))
    }
}
