// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension IAM {
    public struct ManagedPolicyDetail: AWSStructure {
        public var policyName: String?
        public var policyId: String?
        public var arn: String?
        public var path: String?
        public var defaultVersionId: String?
        public var attachmentCount: Int?
        public var permissionsBoundaryUsageCount: Int?
        public var isAttachable: Bool?
        public var description: String?
        public var createDate: Timestamp?
        public var updateDate: Timestamp?
        public var policyVersionList: [IAM.PolicyVersion]?

        public init(
            policyName: String? = nil, policyId: String? = nil, arn: String? = nil, path: String? = nil,
            defaultVersionId: String? = nil, attachmentCount: Int? = nil, permissionsBoundaryUsageCount: Int? = nil,
            isAttachable: Bool? = nil, description: String? = nil, createDate: Timestamp? = nil,
            updateDate: Timestamp? = nil, policyVersionList: [IAM.PolicyVersion]? = nil
        ) {
            self.policyName = policyName
            self.policyId = policyId
            self.arn = arn
            self.path = path
            self.defaultVersionId = defaultVersionId
            self.attachmentCount = attachmentCount
            self.permissionsBoundaryUsageCount = permissionsBoundaryUsageCount
            self.isAttachable = isAttachable
            self.description = description
            self.createDate = createDate
            self.updateDate = updateDate
            self.policyVersionList = policyVersionList
        }

        public init(wire: WireObject) throws {
            policyName = try wire.optionalString("PolicyName")
            policyId = try wire.optionalString("PolicyId")
            arn = try wire.optionalString("Arn")
            path = try wire.optionalString("Path")
            defaultVersionId = try wire.optionalString("DefaultVersionId")
            attachmentCount = try wire.optionalInteger("AttachmentCount")
            permissionsBoundaryUsageCount = try wire.optionalInteger("PermissionsBoundaryUsageCount")
            isAttachable = try wire.optionalBoolean("IsAttachable")
            description = try wire.optionalString("Description")
            createDate = try wire.optionalTimestamp("CreateDate")
            updateDate = try wire.optionalTimestamp("UpdateDate")
            policyVersionList = try wire.optionalStructures("PolicyVersionList")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(12)
            wire.addString("PolicyName", policyName)
            wire.addString("PolicyId", policyId)
            wire.addString("Arn", arn)
            wire.addString("Path", path)
            wire.addString("DefaultVersionId", defaultVersionId)
            wire.addInteger("AttachmentCount", attachmentCount)
            wire.addInteger("PermissionsBoundaryUsageCount", permissionsBoundaryUsageCount)
            wire.addBoolean("IsAttachable", isAttachable)
            wire.addString("Description", description)
            wire.addTimestamp("CreateDate", createDate)
            wire.addTimestamp("UpdateDate", updateDate)
            wire.addStructures("PolicyVersionList", policyVersionList)
            return wire
        }

        public static let shape: Shape = Shape(
            "ManagedPolicyDetail",
            .structure(members: [
                ShapeMember("PolicyName", ShapeReference(IAMShapes.policyNameType)),
                ShapeMember("PolicyId", ShapeReference(IAMShapes.idType)),
                ShapeMember("Arn", ShapeReference(IAMShapes.arnType)),
                ShapeMember("Path", ShapeReference(IAMShapes.policyPathType)),
                ShapeMember("DefaultVersionId", ShapeReference(IAMShapes.policyVersionIdType)),
                ShapeMember("AttachmentCount", ShapeReference(IAMShapes.attachmentCountType)),
                ShapeMember("PermissionsBoundaryUsageCount", ShapeReference(IAMShapes.attachmentCountType)),
                ShapeMember("IsAttachable", ShapeReference(IAMShapes.booleanType)),
                ShapeMember("Description", ShapeReference(IAMShapes.policyDescriptionType)),
                ShapeMember("CreateDate", ShapeReference(IAMShapes.dateType)),
                ShapeMember("UpdateDate", ShapeReference(IAMShapes.dateType)),
                ShapeMember("PolicyVersionList", ShapeReference(IAMShapes.policyDocumentVersionListType)),
            ]))
    }
}
