// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public struct Position: AWSStructure {
        public var line: Int?
        public var column: Int?

        public init(line: Int? = nil, column: Int? = nil) {
            self.line = line
            self.column = column
        }

        public init(wire: WireObject) throws {
            line = try wire.optionalInteger("Line")
            column = try wire.optionalInteger("Column")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addInteger("Line", line)
            wire.addInteger("Column", column)
            return wire
        }

        public static let shape: Shape = Shape(
            "Position",
            .structure(members: [
                ShapeMember("Line", ShapeReference(IAMShapes.lineNumber)),
                ShapeMember("Column", ShapeReference(IAMShapes.columnNumber)),
            ]))
    }
}
