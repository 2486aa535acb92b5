// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension Coffer {
    public struct LogEntry: AWSStructure {
        public var sequence: Int
        public var record: String

        public init(sequence: Int, record: String) {
            self.sequence = sequence
            self.record = record
        }

        public init(wire: WireObject) throws {
            sequence = try wire.integer("Sequence")
            record = try wire.string("Record")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addInteger("Sequence", sequence)
            wire.addString("Record", record)
            return wire
        }

        public static let shape: Shape = Shape(
            "LogEntry",
            .structure(members: [
                ShapeMember("Sequence", ShapeReference(CofferShapes.sequence), isRequired: true),
                ShapeMember("Record", ShapeReference(CofferShapes.string), isRequired: true),
            ]))
    }
}
