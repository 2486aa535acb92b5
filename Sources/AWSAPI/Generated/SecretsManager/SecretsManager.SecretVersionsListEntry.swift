// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension SecretsManager {
    public struct SecretVersionsListEntry: AWSStructure {
        public var versionId: String?
        public var versionStages: [String]?
        public var lastAccessedDate: Timestamp?
        public var createdDate: Timestamp?
        public var kmsKeyIds: [String]?

        public init(
            versionId: String? = nil, versionStages: [String]? = nil, lastAccessedDate: Timestamp? = nil,
            createdDate: Timestamp? = nil, kmsKeyIds: [String]? = nil
        ) {
            self.versionId = versionId
            self.versionStages = versionStages
            self.lastAccessedDate = lastAccessedDate
            self.createdDate = createdDate
            self.kmsKeyIds = kmsKeyIds
        }

        public init(wire: WireObject) throws {
            versionId = try wire.optionalString("VersionId")
            versionStages = try wire.optionalStrings("VersionStages")
            lastAccessedDate = try wire.optionalTimestamp("LastAccessedDate")
            createdDate = try wire.optionalTimestamp("CreatedDate")
            kmsKeyIds = try wire.optionalStrings("KmsKeyIds")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(5)
            wire.addString("VersionId", versionId)
            wire.addStrings("VersionStages", versionStages)
            wire.addTimestamp("LastAccessedDate", lastAccessedDate)
            wire.addTimestamp("CreatedDate", createdDate)
            wire.addStrings("KmsKeyIds", kmsKeyIds)
            return wire
        }

        public static let shape: Shape = Shape(
            "SecretVersionsListEntry",
            .structure(members: [
                ShapeMember("VersionId", ShapeReference(SecretsManagerShapes.secretVersionIdType)),
                ShapeMember("VersionStages", ShapeReference(SecretsManagerShapes.secretVersionStagesType)),
                ShapeMember("LastAccessedDate", ShapeReference(SecretsManagerShapes.lastAccessedDateType)),
                ShapeMember("CreatedDate", ShapeReference(SecretsManagerShapes.createdDateType)),
                ShapeMember("KmsKeyIds", ShapeReference(SecretsManagerShapes.kmsKeyIdListType)),
            ]))
    }
}
