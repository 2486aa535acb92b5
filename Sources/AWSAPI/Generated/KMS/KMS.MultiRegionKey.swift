// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension KMS {
    public struct MultiRegionKey: AWSStructure {
        public var arn: String?
        public var region: String?

        public init(arn: String? = nil, region: String? = nil) {
            self.arn = arn
            self.region = region
        }

        public init(wire: WireObject) throws {
            arn = try wire.optionalString("Arn")
            region = try wire.optionalString("Region")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("Arn", arn)
            wire.addString("Region", region)
            return wire
        }

        public static let shape: Shape = Shape(
            "MultiRegionKey",
            .structure(members: [
                ShapeMember("Arn", ShapeReference(KMSShapes.arnType)),
                ShapeMember("Region", ShapeReference(KMSShapes.regionType)),
            ]))
    }
}
