// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum CreateRole: AWSOperation {
        public typealias Input = IAM.CreateRoleInput
        public typealias Output = IAM.CreateRoleOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "CreateRole"
        public static let errors: [String: Int] = [
            "ConcurrentModification": 409, "EntityAlreadyExists": 409, "InvalidInput": 400, "LimitExceeded": 409,
            "MalformedPolicyDocument": 400, "ServiceFailure": 500,
        ]
    }

    public struct CreateRoleInput: AWSStructure {
        public var path: String?
        public var roleName: String
        public var assumeRolePolicyDocument: String
        public var description: String?
        public var maxSessionDuration: Int?
        public var permissionsBoundary: String?
        public var tags: [IAM.Tag]?

        public init(
            roleName: String, assumeRolePolicyDocument: String, path: String? = nil, description: String? = nil,
            maxSessionDuration: Int? = nil, permissionsBoundary: String? = nil, tags: [IAM.Tag]? = nil
        ) {
            self.path = path
            self.roleName = roleName
            self.assumeRolePolicyDocument = assumeRolePolicyDocument
            self.description = description
            self.maxSessionDuration = maxSessionDuration
            self.permissionsBoundary = permissionsBoundary
            self.tags = tags
        }

        public init(wire: WireObject) throws {
            path = try wire.optionalString("Path")
            roleName = try wire.string("RoleName")
            assumeRolePolicyDocument = try wire.string("AssumeRolePolicyDocument")
            description = try wire.optionalString("Description")
            maxSessionDuration = try wire.optionalInteger("MaxSessionDuration")
            permissionsBoundary = try wire.optionalString("PermissionsBoundary")
            tags = try wire.optionalStructures("Tags")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(7)
            wire.addString("Path", path)
            wire.addString("RoleName", roleName)
            wire.addString("AssumeRolePolicyDocument", assumeRolePolicyDocument)
            wire.addString("Description", description)
            wire.addInteger("MaxSessionDuration", maxSessionDuration)
            wire.addString("PermissionsBoundary", permissionsBoundary)
            wire.addStructures("Tags", tags)
            return wire
        }

        public static let shape: Shape = Shape(
            "CreateRoleRequest",
            .structure(members: [
                ShapeMember("Path", ShapeReference(IAMShapes.pathType)),
                ShapeMember("RoleName", ShapeReference(IAMShapes.roleNameType), isRequired: true),
                ShapeMember("AssumeRolePolicyDocument", ShapeReference(IAMShapes.policyDocumentType), isRequired: true),
                ShapeMember("Description", ShapeReference(IAMShapes.roleDescriptionType)),
                ShapeMember("MaxSessionDuration", ShapeReference(IAMShapes.roleMaxSessionDurationType)),
                ShapeMember("PermissionsBoundary", ShapeReference(IAMShapes.arnType)),
                ShapeMember("Tags", ShapeReference(IAMShapes.tagListType)),
            ]))
    }

    public struct CreateRoleOutput: AWSStructure {
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
            "CreateRoleResponse",
            .structure(members: [
                ShapeMember("Role", ShapeReference(IAM.Role.shape), isRequired: true),
            ]))
    }
}
