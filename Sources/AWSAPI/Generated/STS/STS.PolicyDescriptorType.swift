// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension STS {
    public struct PolicyDescriptorType: AWSStructure {
        public var arn: String?

        public init(arn: String? = nil) {
            self.arn = arn
        }

        public init(wire: WireObject) throws {
            arn = try wire.optionalString("arn")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addString("arn", arn)
            return wire
        }

        public static let shape: Shape = Shape(
            "PolicyDescriptorType",
            .structure(members: [
                ShapeMember("arn", ShapeReference(STSShapes.arnType)),
            ]))
    }
}
