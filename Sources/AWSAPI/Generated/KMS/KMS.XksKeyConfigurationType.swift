// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension KMS {
    public struct XksKeyConfigurationType: AWSStructure {
        public var id: String?

        public init(id: String? = nil) {
            self.id = id
        }

        public init(wire: WireObject) throws {
            id = try wire.optionalString("Id")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addString("Id", id)
            return wire
        }

        public static let shape: Shape = Shape(
            "XksKeyConfigurationType",
            .structure(members: [
                ShapeMember("Id", ShapeReference(KMSShapes.xksKeyIdType)),
            ]))
    }
}
