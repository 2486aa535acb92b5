// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension IAM {
    public struct Role: AWSStructure {
        public var path: String
        public var roleName: String
        public var roleId: String
        public var arn: String
        public var createDate: Timestamp
        public var assumeRolePolicyDocument: String?
        public var description: String?
        public var maxSessionDuration: Int?
        public var permissionsBoundary: IAM.AttachedPermissionsBoundary?
        public var tags: [IAM.Tag]?
        public var roleLastUsed: IAM.RoleLastUsed?
        public var sourceRoleTemplate: IAM.SourceRoleTemplate?

        public init(
            path: String, roleName: String, roleId: String, arn: String, createDate: Timestamp,
            assumeRolePolicyDocument: String? = nil, description: String? = nil, maxSessionDuration: Int? = nil,
            permissionsBoundary: IAM.AttachedPermissionsBoundary? = nil, tags: [IAM.Tag]? = nil,
            roleLastUsed: IAM.RoleLastUsed? = nil, sourceRoleTemplate: IAM.SourceRoleTemplate? = nil
        ) {
            self.path = path
            self.roleName = roleName
            self.roleId = roleId
            self.arn = arn
            self.createDate = createDate
            self.assumeRolePolicyDocument = assumeRolePolicyDocument
            self.description = description
            self.maxSessionDuration = maxSessionDuration
            self.permissionsBoundary = permissionsBoundary
            self.tags = tags
            self.roleLastUsed = roleLastUsed
            self.sourceRoleTemplate = sourceRoleTemplate
        }

        public init(wire: WireObject) throws {
            path = try wire.string("Path")
            roleName = try wire.string("RoleName")
            roleId = try wire.string("RoleId")
            arn = try wire.string("Arn")
            createDate = try wire.timestamp("CreateDate")
            assumeRolePolicyDocument = try wire.optionalString("AssumeRolePolicyDocument")
            description = try wire.optionalString("Description")
            maxSessionDuration = try wire.optionalInteger("MaxSessionDuration")
            permissionsBoundary = try wire.optionalStructure("PermissionsBoundary")
            tags = try wire.optionalStructures("Tags")
            roleLastUsed = try wire.optionalStructure("RoleLastUsed")
            sourceRoleTemplate = try wire.optionalStructure("SourceRoleTemplate")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(12)
            wire.addString("Path", path)
            wire.addString("RoleName", roleName)
            wire.addString("RoleId", roleId)
            wire.addString("Arn", arn)
            wire.addTimestamp("CreateDate", createDate)
            wire.addString("AssumeRolePolicyDocument", assumeRolePolicyDocument)
            wire.addString("Description", description)
            wire.addInteger("MaxSessionDuration", maxSessionDuration)
            wire.addStructure("PermissionsBoundary", permissionsBoundary)
            wire.addStructures("Tags", tags)
            wire.addStructure("RoleLastUsed", roleLastUsed)
            wire.addStructure("SourceRoleTemplate", sourceRoleTemplate)
            return wire
        }

        public static let shape: Shape = Shape(
            "Role",
            .structure(members: [
                ShapeMember("Path", ShapeReference(IAMShapes.pathType), isRequired: true),
                ShapeMember("RoleName", ShapeReference(IAMShapes.roleNameType), isRequired: true),
                ShapeMember("RoleId", ShapeReference(IAMShapes.idType), isRequired: true),
                ShapeMember("Arn", ShapeReference(IAMShapes.arnType), isRequired: true),
                ShapeMember("CreateDate", ShapeReference(IAMShapes.dateType), isRequired: true),
                ShapeMember("AssumeRolePolicyDocument", ShapeReference(IAMShapes.policyDocumentType)),
                ShapeMember("Description", ShapeReference(IAMShapes.roleDescriptionType)),
                ShapeMember("MaxSessionDuration", ShapeReference(IAMShapes.roleMaxSessionDurationType)),
                ShapeMember("PermissionsBoundary", ShapeReference(IAM.AttachedPermissionsBoundary.shape)),
                ShapeMember("Tags", ShapeReference(IAMShapes.tagListType)),
                ShapeMember("RoleLastUsed", ShapeReference(IAM.RoleLastUsed.shape)),
                ShapeMember("SourceRoleTemplate", ShapeReference(IAM.SourceRoleTemplate.shape)),
            ]))
    }
}
