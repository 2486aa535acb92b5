// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum UpdateRoleDescription: AWSOperation {
        public typealias Input = IAM.UpdateRoleDescriptionInput
        public typealias Output = IAM.UpdateRoleDescriptionOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "UpdateRoleDescription"
        public static let errors: [String: Int] = [
            "NoSuchEntity": 404, "ServiceFailure": 500, "UnmodifiableEntity": 400,
        ]
    }

    public struct UpdateRoleDescriptionInput: AWSStructure {
        public var roleName: String
        public var description: String

        public init(roleName: String, description: String) {
            self.roleName = roleName
            self.description = description
        }

        public init(wire: WireObject) throws {
            roleName = try wire.string("RoleName")
            description = try wire.string("Description")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("RoleName", roleName)
            wire.addString("Description", description)
            return wire
        }

        public static let shape: Shape = Shape(
            "UpdateRoleDescriptionRequest",
            .structure(members: [
                ShapeMember("RoleName", ShapeReference(IAMShapes.roleNameType), isRequired: true),
                ShapeMember("Description", ShapeReference(IAMShapes.roleDescriptionType), isRequired: true),
            ]))
    }

    public struct UpdateRoleDescriptionOutput: AWSStructure {
        public var role: IAM.Role?

        public init(role: IAM.Role? = nil) {
            self.role = role
        }

        public init(wire: WireObject) throws {
            role = try wire.optionalStructure("Role")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addStructure("Role", role)
            return wire
        }

        public static let shape: Shape = Shape(
            "UpdateRoleDescriptionResponse",
            .structure(members: [
                ShapeMember("Role", ShapeReference(IAM.Role.shape)),
            ]))
    }
}
