// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension Coffer {
    public struct FailedCondition: AWSStructure {
        public var `operator`: String
        public var key: String
        public var wanted: [String]
        public var found: [String]

        public init(`operator`: String, key: String, wanted: [String], found: [String]) {
            self.`operator` = `operator`
            self.key = key
            self.wanted = wanted
            self.found = found
        }

        public init(wire: WireObject) throws {
            `operator` = try wire.string("Operator")
            key = try wire.string("Key")
            wanted = try wire.strings("Wanted")
            found = try wire.strings("Found")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(4)
            wire.addString("Operator", `operator`)
            wire.addString("Key", key)
            wire.addStrings("Wanted", wanted)
            wire.addStrings("Found", found)
            return wire
        }

        public static let shape: Shape = Shape(
            "FailedCondition",
            .structure(members: [
                ShapeMember("Operator", ShapeReference(CofferShapes.string), isRequired: true),
                ShapeMember("Key", ShapeReference(CofferShapes.string), isRequired: true),
                ShapeMember("Wanted", ShapeReference(CofferShapes.stringList), isRequired: true),
                ShapeMember("Found", ShapeReference(CofferShapes.stringList), isRequired: true),
            ]))
    }
}
