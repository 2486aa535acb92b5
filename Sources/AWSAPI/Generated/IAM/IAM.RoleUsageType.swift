// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public struct RoleUsageType: AWSStructure {
        public var region: String?
        public var resources: [String]?

        public init(region: String? = nil, resources: [String]? = nil) {
            self.region = region
            self.resources = resources
        }

        public init(wire: WireObject) throws {
            region = try wire.optionalString("Region")
            resources = try wire.optionalStrings("Resources")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("Region", region)
            wire.addStrings("Resources", resources)
            return wire
        }

        public static let shape: Shape = Shape(
            "RoleUsageType",
            .structure(members: [
                ShapeMember("Region", ShapeReference(IAMShapes.regionNameType)),
                ShapeMember("Resources", ShapeReference(IAMShapes.arnListType)),
            ]))
    }
}
