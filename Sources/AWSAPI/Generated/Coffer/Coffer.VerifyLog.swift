// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension Coffer {
    public enum VerifyLog: AWSOperation {
        public typealias Input = Coffer.VerifyLogInput
        public typealias Output = Coffer.VerifyLogOutput
        public static var service: AWSService { Coffer.service }
        public static let name: String = "VerifyLog"
        public static let errors: [String: Int] = [:]
    }

    public struct VerifyLogInput: AWSStructure {
        public var checkpoint: String?

        public init(checkpoint: String? = nil) {
            self.checkpoint = checkpoint
        }

        public init(wire: WireObject) throws {
            checkpoint = try wire.optionalString("Checkpoint")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addString("Checkpoint", checkpoint)
            return wire
        }

        public static let shape: Shape = Shape(
            "VerifyLogRequest",
            .structure(members: [
                ShapeMember("Checkpoint", ShapeReference(CofferShapes.string)),
            ]))
    }

    public struct VerifyLogOutput: AWSStructure {
        public var isIntact: Bool
        public var size: Int
        public var root: String?
        public var finding: String?
        public var checkpoint: String?

        public init(isIntact: Bool, size: Int, root: String? = nil, finding: String? = nil, checkpoint: String? = nil) {
            self.isIntact = isIntact
            self.size = size
            self.root = root
            self.finding = finding
            self.checkpoint = checkpoint
        }

        public init(wire: WireObject) throws {
            isIntact = try wire.boolean("IsIntact")
            size = try wire.integer("Size")
            root = try wire.optionalString("Root")
            finding = try wire.optionalString("Finding")
            checkpoint = try wire.optionalString("Checkpoint")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(5)
            wire.addBoolean("IsIntact", isIntact)
            wire.addInteger("Size", size)
            wire.addString("Root", root)
            wire.addString("Finding", finding)
            wire.addString("Checkpoint", checkpoint)
            return wire
        }

        public static let shape: Shape = Shape(
            "VerifyLogResponse",
            .structure(members: [
                ShapeMember("IsIntact", ShapeReference(CofferShapes.boolean), isRequired: true),
                ShapeMember("Size", ShapeReference(CofferShapes.long), isRequired: true),
                ShapeMember("Root", ShapeReference(CofferShapes.string)),
                ShapeMember("Finding", ShapeReference(CofferShapes.string)),
                ShapeMember("Checkpoint", ShapeReference(CofferShapes.string)),
            ]))
    }
}
