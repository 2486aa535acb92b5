// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension Coffer {
    public struct ContextEntry: AWSStructure {
        public var key: String
        public var values: [String]

        public init(key: String, values: [String]) {
            self.key = key
            self.values = values
        }

        public init(wire: WireObject) throws {
            key = try wire.string("Key")
            values = try wire.strings("Values")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("Key", key)
            wire.addStrings("Values", values)
            return wire
        }

        public static let shape: Shape = Shape(
            "ContextEntry",
            .structure(members: [
                ShapeMember("Key", ShapeReference(CofferShapes.string), isRequired: true),
                ShapeMember("Values", ShapeReference(CofferShapes.stringList), isRequired: true),
            ]))
    }
}
