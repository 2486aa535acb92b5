// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension STS {
    public struct AssumedRoleUser: AWSStructure {
        public var assumedRoleId: String
        public var arn: String

        public init(assumedRoleId: String, arn: String) {
            self.assumedRoleId = assumedRoleId
            self.arn = arn
        }

        public init(wire: WireObject) throws {
            assumedRoleId = try wire.string("AssumedRoleId")
            arn = try wire.string("Arn")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("AssumedRoleId", assumedRoleId)
            wire.addString("Arn", arn)
            return wire
        }

        public static let shape: Shape = Shape(
            "AssumedRoleUser",
            .structure(members: [
                ShapeMember("AssumedRoleId", ShapeReference(STSShapes.assumedRoleIdType), isRequired: true),
                ShapeMember("Arn", ShapeReference(STSShapes.arnType), isRequired: true),
            ]))
    }
}
