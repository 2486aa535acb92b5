// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension IAM {
    public struct UserDetail: AWSStructure {
        public var path: String?
        public var userName: String?
        public var userId: String?
        public var arn: String?
        public var createDate: Timestamp?
        public var userPolicyList: [IAM.PolicyDetail]?
        public var groupList: [String]?
        public var attachedManagedPolicies: [IAM.AttachedPolicy]?
        public var permissionsBoundary: IAM.AttachedPermissionsBoundary?
        public var tags: [IAM.Tag]?

        public init(
            path: String? = nil, userName: String? = nil, userId: String? = nil, arn: String? = nil,
            createDate: Timestamp? = nil, userPolicyList: [IAM.PolicyDetail]? = nil, groupList: [String]? = nil,
            attachedManagedPolicies: [IAM.AttachedPolicy]? = nil,
            permissionsBoundary: IAM.AttachedPermissionsBoundary? = nil, tags: [IAM.Tag]? = nil
        ) {
            self.path = path
            self.userName = userName
            self.userId = userId
            self.arn = arn
            self.createDate = createDate
            self.userPolicyList = userPolicyList
            self.groupList = groupList
            self.attachedManagedPolicies = attachedManagedPolicies
            self.permissionsBoundary = permissionsBoundary
            self.tags = tags
        }

        public init(wire: WireObject) throws {
            path = try wire.optionalString("Path")
            userName = try wire.optionalString("UserName")
            userId = try wire.optionalString("UserId")
            arn = try wire.optionalString("Arn")
            createDate = try wire.optionalTimestamp("CreateDate")
            userPolicyList = try wire.optionalStructures("UserPolicyList")
            groupList = try wire.optionalStrings("GroupList")
            attachedManagedPolicies = try wire.optionalStructures("AttachedManagedPolicies")
            permissionsBoundary = try wire.optionalStructure("PermissionsBoundary")
            tags = try wire.optionalStructures("Tags")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(10)
            wire.addString("Path", path)
            wire.addString("UserName", userName)
            wire.addString("UserId", userId)
            wire.addString("Arn", arn)
            wire.addTimestamp("CreateDate", createDate)
            wire.addStructures("UserPolicyList", userPolicyList)
            wire.addStrings("GroupList", groupList)
            wire.addStructures("AttachedManagedPolicies", attachedManagedPolicies)
            wire.addStructure("PermissionsBoundary", permissionsBoundary)
            wire.addStructures("Tags", tags)
            return wire
        }

        public static let shape: Shape = Shape(
            "UserDetail",
            .structure(members: [
                ShapeMember("Path", ShapeReference(IAMShapes.pathType)),
                ShapeMember("UserName", ShapeReference(IAMShapes.userNameType)),
                ShapeMember("UserId", ShapeReference(IAMShapes.idType)),
                ShapeMember("Arn", ShapeReference(IAMShapes.arnType)),
                ShapeMember("CreateDate", ShapeReference(IAMShapes.dateType)),
                ShapeMember("UserPolicyList", ShapeReference(IAMShapes.policyDetailListType)),
                ShapeMember("GroupList", ShapeReference(IAMShapes.groupNameListType)),
                ShapeMember("AttachedManagedPolicies", ShapeReference(IAMShapes.attachedPoliciesListType)),
                ShapeMember("PermissionsBoundary", ShapeReference(IAM.AttachedPermissionsBoundary.shape)),
                ShapeMember("Tags", ShapeReference(IAMShapes.tagListType)),
            ]))
    }
}
