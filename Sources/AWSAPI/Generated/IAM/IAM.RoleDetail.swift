// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension IAM {
    public struct RoleDetail: AWSStructure {
        public var path: String?
        public var roleName: String?
        public var roleId: String?
        public var arn: String?
        public var createDate: Timestamp?
        public var assumeRolePolicyDocument: String?
        public var instanceProfileList: [IAM.InstanceProfile]?
        public var rolePolicyList: [IAM.PolicyDetail]?
        public var attachedManagedPolicies: [IAM.AttachedPolicy]?
        public var permissionsBoundary: IAM.AttachedPermissionsBoundary?
        public var tags: [IAM.Tag]?
        public var roleLastUsed: IAM.RoleLastUsed?

        public init(
            path: String? = nil, roleName: String? = nil, roleId: String? = nil, arn: String? = nil,
            createDate: Timestamp? = nil, assumeRolePolicyDocument: String? = nil,
            instanceProfileList: [IAM.InstanceProfile]? = nil, rolePolicyList: [IAM.PolicyDetail]? = nil,
            attachedManagedPolicies: [IAM.AttachedPolicy]? = nil,
            permissionsBoundary: IAM.AttachedPermissionsBoundary? = nil, tags: [IAM.Tag]? = nil,
            roleLastUsed: IAM.RoleLastUsed? = nil
        ) {
            self.path = path
            self.roleName = roleName
            self.roleId = roleId
            self.arn = arn
            self.createDate = createDate
            self.assumeRolePolicyDocument = assumeRolePolicyDocument
            self.instanceProfileList = instanceProfileList
            self.rolePolicyList = rolePolicyList
            self.attachedManagedPolicies = attachedManagedPolicies
            self.permissionsBoundary = permissionsBoundary
            self.tags = tags
            self.roleLastUsed = roleLastUsed
        }

        public init(wire: WireObject) throws {
            path = try wire.optionalString("Path")
            roleName = try wire.optionalString("RoleName")
            roleId = try wire.optionalString("RoleId")
            arn = try wire.optionalString("Arn")
            createDate = try wire.optionalTimestamp("CreateDate")
            assumeRolePolicyDocument = try wire.optionalString("AssumeRolePolicyDocument")
            instanceProfileList = try wire.optionalStructures("InstanceProfileList")
            rolePolicyList = try wire.optionalStructures("RolePolicyList")
            attachedManagedPolicies = try wire.optionalStructures("AttachedManagedPolicies")
            permissionsBoundary = try wire.optionalStructure("PermissionsBoundary")
            tags = try wire.optionalStructures("Tags")
            roleLastUsed = try wire.optionalStructure("RoleLastUsed")
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
            wire.addStructures("InstanceProfileList", instanceProfileList)
            wire.addStructures("RolePolicyList", rolePolicyList)
            wire.addStructures("AttachedManagedPolicies", attachedManagedPolicies)
            wire.addStructure("PermissionsBoundary", permissionsBoundary)
            wire.addStructures("Tags", tags)
            wire.addStructure("RoleLastUsed", roleLastUsed)
            return wire
        }

        public static let shape: Shape = Shape(
            "RoleDetail",
            .structure(members: [
                ShapeMember("Path", ShapeReference(IAMShapes.pathType)),
                ShapeMember("RoleName", ShapeReference(IAMShapes.roleNameType)),
                ShapeMember("RoleId", ShapeReference(IAMShapes.idType)),
                ShapeMember("Arn", ShapeReference(IAMShapes.arnType)),
                ShapeMember("CreateDate", ShapeReference(IAMShapes.dateType)),
                ShapeMember("AssumeRolePolicyDocument", ShapeReference(IAMShapes.policyDocumentType)),
                ShapeMember("InstanceProfileList", ShapeReference(IAMShapes.instanceProfileListType)),
                ShapeMember("RolePolicyList", ShapeReference(IAMShapes.policyDetailListType)),
                ShapeMember("AttachedManagedPolicies", ShapeReference(IAMShapes.attachedPoliciesListType)),
                ShapeMember("PermissionsBoundary", ShapeReference(IAM.AttachedPermissionsBoundary.shape)),
                ShapeMember("Tags", ShapeReference(IAMShapes.tagListType)),
                ShapeMember("RoleLastUsed", ShapeReference(IAM.RoleLastUsed.shape)),
            ]))
    }
}
