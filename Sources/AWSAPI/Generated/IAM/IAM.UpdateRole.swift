// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum UpdateRole: AWSOperation {
        public typealias Input = IAM.UpdateRoleInput
        public typealias Output = IAM.UpdateRoleOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "UpdateRole"
        public static let errors: [String: Int] = [
            "NoSuchEntity": 404, "ServiceFailure": 500, "UnmodifiableEntity": 400,
        ]
    }

    public struct UpdateRoleInput: AWSStructure {
        public var roleName: String
        public var description: String?
        public var maxSessionDuration: Int?

        public init(roleName: String, description: String? = nil, maxSessionDuration: Int? = nil) {
            self.roleName = roleName
            self.description = description
            self.maxSessionDuration = maxSessionDuration
        }

        public init(wire: WireObject) throws {
            roleName = try wire.string("RoleName")
            description = try wire.optionalString("Description")
            maxSessionDuration = try wire.optionalInteger("MaxSessionDuration")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addString("RoleName", roleName)
            wire.addString("Description", description)
            wire.addInteger("MaxSessionDuration", maxSessionDuration)
            return wire
        }

        public static let shape: Shape = Shape(
            "UpdateRoleRequest",
            .structure(members: [
                ShapeMember("RoleName", ShapeReference(IAMShapes.roleNameType), isRequired: true),
                ShapeMember("Description", ShapeReference(IAMShapes.roleDescriptionType)),
                ShapeMember("MaxSessionDuration", ShapeReference(IAMShapes.roleMaxSessionDurationType)),
            ]))
    }

    public struct UpdateRoleOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("UpdateRoleResponse", .structure(members: []))
    }
}
