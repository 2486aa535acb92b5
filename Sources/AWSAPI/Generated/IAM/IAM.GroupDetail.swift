// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension IAM {
    public struct GroupDetail: AWSStructure {
        public var path: String?
        public var groupName: String?
        public var groupId: String?
        public var arn: String?
        public var createDate: Timestamp?
        public var groupPolicyList: [IAM.PolicyDetail]?
        public var attachedManagedPolicies: [IAM.AttachedPolicy]?

        public init(
            path: String? = nil, groupName: String? = nil, groupId: String? = nil, arn: String? = nil,
            createDate: Timestamp? = nil, groupPolicyList: [IAM.PolicyDetail]? = nil,
            attachedManagedPolicies: [IAM.AttachedPolicy]? = nil
        ) {
            self.path = path
            self.groupName = groupName
            self.groupId = groupId
            self.arn = arn
            self.createDate = createDate
            self.groupPolicyList = groupPolicyList
            self.attachedManagedPolicies = attachedManagedPolicies
        }

        public init(wire: WireObject) throws {
            path = try wire.optionalString("Path")
            groupName = try wire.optionalString("GroupName")
            groupId = try wire.optionalString("GroupId")
            arn = try wire.optionalString("Arn")
            createDate = try wire.optionalTimestamp("CreateDate")
            groupPolicyList = try wire.optionalStructures("GroupPolicyList")
            attachedManagedPolicies = try wire.optionalStructures("AttachedManagedPolicies")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(7)
            wire.addString("Path", path)
            wire.addString("GroupName", groupName)
            wire.addString("GroupId", groupId)
            wire.addString("Arn", arn)
            wire.addTimestamp("CreateDate", createDate)
            wire.addStructures("GroupPolicyList", groupPolicyList)
            wire.addStructures("AttachedManagedPolicies", attachedManagedPolicies)
            return wire
        }

        public static let shape: Shape = Shape(
            "GroupDetail",
            .structure(members: [
                ShapeMember("Path", ShapeReference(IAMShapes.pathType)),
                ShapeMember("GroupName", ShapeReference(IAMShapes.groupNameType)),
                ShapeMember("GroupId", ShapeReference(IAMShapes.idType)),
                ShapeMember("Arn", ShapeReference(IAMShapes.arnType)),
                ShapeMember("CreateDate", ShapeReference(IAMShapes.dateType)),
                ShapeMember("GroupPolicyList", ShapeReference(IAMShapes.policyDetailListType)),
                ShapeMember("AttachedManagedPolicies", ShapeReference(IAMShapes.attachedPoliciesListType)),
            ]))
    }
}
