// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension IAM {
    public struct RoleLastUsed: AWSStructure {
        public var lastUsedDate: Timestamp?
        public var region: String?

        public init(lastUsedDate: Timestamp? = nil, region: String? = nil) {
            self.lastUsedDate = lastUsedDate
            self.region = region
        }

        public init(wire: WireObject) throws {
            lastUsedDate = try wire.optionalTimestamp("LastUsedDate")
            region = try wire.optionalString("Region")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addTimestamp("LastUsedDate", lastUsedDate)
            wire.addString("Region", region)
            return wire
        }

        public static let shape: Shape = Shape(
            "RoleLastUsed",
            .structure(members: [
                ShapeMember("LastUsedDate", ShapeReference(IAMShapes.dateType)),
                ShapeMember("Region", ShapeReference(IAMShapes.stringType)),
            ]))
    }
}
