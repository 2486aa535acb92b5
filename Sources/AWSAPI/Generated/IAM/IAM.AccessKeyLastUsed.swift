// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension IAM {
    public struct AccessKeyLastUsed: AWSStructure {
        public var lastUsedDate: Timestamp?
        public var serviceName: String
        public var region: String

        public init(serviceName: String, region: String, lastUsedDate: Timestamp? = nil) {
            self.lastUsedDate = lastUsedDate
            self.serviceName = serviceName
            self.region = region
        }

        public init(wire: WireObject) throws {
            lastUsedDate = try wire.optionalTimestamp("LastUsedDate")
            serviceName = try wire.string("ServiceName")
            region = try wire.string("Region")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addTimestamp("LastUsedDate", lastUsedDate)
            wire.addString("ServiceName", serviceName)
            wire.addString("Region", region)
            return wire
        }

        public static let shape: Shape = Shape(
            "AccessKeyLastUsed",
            .structure(members: [
                ShapeMember("LastUsedDate", ShapeReference(IAMShapes.dateType)),
                ShapeMember("ServiceName", ShapeReference(IAMShapes.stringType), isRequired: true),
                ShapeMember("Region", ShapeReference(IAMShapes.stringType), isRequired: true),
            ]))
    }
}
