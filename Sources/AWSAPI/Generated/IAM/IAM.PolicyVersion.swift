// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension IAM {
    public struct PolicyVersion: AWSStructure {
        public var document: String?
        public var versionId: String?
        public var isDefaultVersion: Bool?
        public var createDate: Timestamp?

        public init(
            document: String? = nil, versionId: String? = nil, isDefaultVersion: Bool? = nil,
            createDate: Timestamp? = nil
        ) {
            self.document = document
            self.versionId = versionId
            self.isDefaultVersion = isDefaultVersion
            self.createDate = createDate
        }

        public init(wire: WireObject) throws {
            document = try wire.optionalString("Document")
            versionId = try wire.optionalString("VersionId")
            isDefaultVersion = try wire.optionalBoolean("IsDefaultVersion")
            createDate = try wire.optionalTimestamp("CreateDate")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(4)
            wire.addString("Document", document)
            wire.addString("VersionId", versionId)
            wire.addBoolean("IsDefaultVersion", isDefaultVersion)
            wire.addTimestamp("CreateDate", createDate)
            return wire
        }

        public static let shape: Shape = Shape(
            "PolicyVersion",
            .structure(members: [
                ShapeMember("Document", ShapeReference(IAMShapes.policyDocumentType)),
                ShapeMember("VersionId", ShapeReference(IAMShapes.policyVersionIdType)),
                ShapeMember("IsDefaultVersion", ShapeReference(IAMShapes.booleanType)),
                ShapeMember("CreateDate", ShapeReference(IAMShapes.dateType)),
            ]))
    }
}
