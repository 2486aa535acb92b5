// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension Coffer {
    public enum ReadLog: AWSOperation {
        public typealias Input = Coffer.ReadLogInput
        public typealias Output = Coffer.ReadLogOutput
        public static var service: AWSService { Coffer.service }
        public static let name: String = "ReadLog"
        public static let errors: [String: Int] = [:]
    }

    public struct ReadLogInput: AWSStructure {
        public var from: Int?
        public var limit: Int?

        public init(from: Int? = nil, limit: Int? = nil) {
            self.from = from
            self.limit = limit
        }

        public init(wire: WireObject) throws {
            from = try wire.optionalInteger("From")
            limit = try wire.optionalInteger("Limit")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addInteger("From", from)
            wire.addInteger("Limit", limit)
            return wire
        }

        public static let shape: Shape = Shape(
            "ReadLogRequest",
            .structure(members: [
                ShapeMember("From", ShapeReference(CofferShapes.sequence)),
                ShapeMember("Limit", ShapeReference(CofferShapes.pageSize)),
            ]))
    }

    public struct ReadLogOutput: AWSStructure {
        public var entries: [Coffer.LogEntry]
        public var next: Int?

        public init(entries: [Coffer.LogEntry], next: Int? = nil) {
            self.entries = entries
            self.next = next
        }

        public init(wire: WireObject) throws {
            entries = try wire.structures("Entries")
            next = try wire.optionalInteger("Next")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addStructures("Entries", entries)
            wire.addInteger("Next", next)
            return wire
        }

        public static let shape: Shape = Shape(
            "ReadLogResponse",
            .structure(members: [
                ShapeMember("Entries", ShapeReference(CofferShapes.logEntryList), isRequired: true),
                ShapeMember("Next", ShapeReference(CofferShapes.sequence)),
            ]))
    }
}
