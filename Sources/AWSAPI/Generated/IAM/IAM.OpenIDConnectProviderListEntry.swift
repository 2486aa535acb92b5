// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public struct OpenIDConnectProviderListEntry: AWSStructure {
        public var arn: String?

        public init(arn: String? = nil) {
            self.arn = arn
        }

        public init(wire: WireObject) throws {
            arn = try wire.optionalString("Arn")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addString("Arn", arn)
            return wire
        }

        public static let shape: Shape = Shape(
            "OpenIDConnectProviderListEntry",
            .structure(members: [
                ShapeMember("Arn", ShapeReference(IAMShapes.arnType)),
            ]))
    }
}
