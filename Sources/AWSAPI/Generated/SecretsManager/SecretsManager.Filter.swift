// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension SecretsManager {
    public struct Filter: AWSStructure {
        public var key: String?
        public var values: [String]?

        public init(key: String? = nil, values: [String]? = nil) {
            self.key = key
            self.values = values
        }

        public init(wire: WireObject) throws {
            key = try wire.optionalString("Key")
            values = try wire.optionalStrings("Values")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("Key", key)
            wire.addStrings("Values", values)
            return wire
        }

        public static let shape: Shape = Shape(
            "Filter",
            .structure(members: [
                ShapeMember("Key", ShapeReference(SecretsManagerShapes.filterNameStringType)),
                ShapeMember("Values", ShapeReference(SecretsManagerShapes.filterValuesStringList)),
            ]))
    }
}
