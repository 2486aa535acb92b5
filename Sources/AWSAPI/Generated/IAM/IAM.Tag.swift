// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public struct Tag: AWSStructure {
        public var key: String
        public var value: String

        public init(key: String, value: String) {
            self.key = key
            self.value = value
        }

        public init(wire: WireObject) throws {
            key = try wire.string("Key")
            value = try wire.string("Value")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("Key", key)
            wire.addString("Value", value)
            return wire
        }

        public static let shape: Shape = Shape(
            "Tag",
            .structure(members: [
                ShapeMember("Key", ShapeReference(IAMShapes.tagKeyType), isRequired: true),
                ShapeMember("Value", ShapeReference(IAMShapes.tagValueType), isRequired: true),
            ]))
    }
}
