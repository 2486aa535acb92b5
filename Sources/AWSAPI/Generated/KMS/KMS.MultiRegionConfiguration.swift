// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension KMS {
    public struct MultiRegionConfiguration: AWSStructure {
        public var multiRegionKeyType: String?
        public var primaryKey: KMS.MultiRegionKey?
        public var replicaKeys: [KMS.MultiRegionKey]?

        public init(
            multiRegionKeyType: String? = nil, primaryKey: KMS.MultiRegionKey? = nil,
            replicaKeys: [KMS.MultiRegionKey]? = nil
        ) {
            self.multiRegionKeyType = multiRegionKeyType
            self.primaryKey = primaryKey
            self.replicaKeys = replicaKeys
        }

        public init(wire: WireObject) throws {
            multiRegionKeyType = try wire.optionalString("MultiRegionKeyType")
            primaryKey = try wire.optionalStructure("PrimaryKey")
            replicaKeys = try wire.optionalStructures("ReplicaKeys")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addString("MultiRegionKeyType", multiRegionKeyType)
            wire.addStructure("PrimaryKey", primaryKey)
            wire.addStructures("ReplicaKeys", replicaKeys)
            return wire
        }

        public static let shape: Shape = Shape(
            "MultiRegionConfiguration",
            .structure(members: [
                ShapeMember("MultiRegionKeyType", ShapeReference(KMSShapes.multiRegionKeyType)),
                ShapeMember("PrimaryKey", ShapeReference(KMS.MultiRegionKey.shape)),
                ShapeMember("ReplicaKeys", ShapeReference(KMSShapes.multiRegionKeyList)),
            ]))
    }
}
