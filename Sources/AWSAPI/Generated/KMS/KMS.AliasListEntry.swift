// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension KMS {
    public struct AliasListEntry: AWSStructure {
        public var aliasName: String?
        public var aliasArn: String?
        public var targetKeyId: String?
        public var creationDate: Timestamp?
        public var lastUpdatedDate: Timestamp?

        public init(
            aliasName: String? = nil, aliasArn: String? = nil, targetKeyId: String? = nil,
            creationDate: Timestamp? = nil, lastUpdatedDate: Timestamp? = nil
        ) {
            self.aliasName = aliasName
            self.aliasArn = aliasArn
            self.targetKeyId = targetKeyId
            self.creationDate = creationDate
            self.lastUpdatedDate = lastUpdatedDate
        }

        public init(wire: WireObject) throws {
            aliasName = try wire.optionalString("AliasName")
            aliasArn = try wire.optionalString("AliasArn")
            targetKeyId = try wire.optionalString("TargetKeyId")
            creationDate = try wire.optionalTimestamp("CreationDate")
            lastUpdatedDate = try wire.optionalTimestamp("LastUpdatedDate")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(5)
            wire.addString("AliasName", aliasName)
            wire.addString("AliasArn", aliasArn)
            wire.addString("TargetKeyId", targetKeyId)
            wire.addTimestamp("CreationDate", creationDate)
            wire.addTimestamp("LastUpdatedDate", lastUpdatedDate)
            return wire
        }

        public static let shape: Shape = Shape(
            "AliasListEntry",
            .structure(members: [
                ShapeMember("AliasName", ShapeReference(KMSShapes.aliasNameType)),
                ShapeMember("AliasArn", ShapeReference(KMSShapes.arnType)),
                ShapeMember("TargetKeyId", ShapeReference(KMSShapes.keyIdType)),
                ShapeMember("CreationDate", ShapeReference(KMSShapes.dateType)),
                ShapeMember("LastUpdatedDate", ShapeReference(KMSShapes.dateType)),
            ]))
    }
}
