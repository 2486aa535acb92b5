// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum DeleteRole: AWSOperation {
        public typealias Input = IAM.DeleteRoleInput
        public typealias Output = IAM.DeleteRoleOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "DeleteRole"
        public static let errors: [String: Int] = [
            "ConcurrentModification": 409, "DeleteConflict": 409, "LimitExceeded": 409, "NoSuchEntity": 404,
            "ServiceFailure": 500, "UnmodifiableEntity": 400,
        ]
    }

    public struct DeleteRoleInput: AWSStructure {
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
            "DeleteRoleRequest",
            .structure(members: [
                ShapeMember("RoleName", ShapeReference(IAMShapes.roleNameType), isRequired: true),
            ]))
    }

    public struct DeleteRoleOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("DeleteRoleOutput", .structure(members: []))
    }
}
