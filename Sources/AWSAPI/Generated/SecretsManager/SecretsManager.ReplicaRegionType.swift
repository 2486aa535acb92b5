// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension SecretsManager {
    public struct ReplicaRegionType: AWSStructure {
        public var region: String?
        public var kmsKeyId: String?

        public init(region: String? = nil, kmsKeyId: String? = nil) {
            self.region = region
            self.kmsKeyId = kmsKeyId
        }

        public init(wire: WireObject) throws {
            region = try wire.optionalString("Region")
            kmsKeyId = try wire.optionalString("KmsKeyId")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("Region", region)
            wire.addString("KmsKeyId", kmsKeyId)
            return wire
        }

        public static let shape: Shape = Shape(
            "ReplicaRegionType",
            .structure(members: [
                ShapeMember("Region", ShapeReference(SecretsManagerShapes.regionType)),
                ShapeMember("KmsKeyId", ShapeReference(SecretsManagerShapes.kmsKeyIdType)),
            ]))
    }
}
