// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension Coffer {
    public enum ListReadings: AWSOperation {
        public typealias Input = Coffer.ListReadingsInput
        public typealias Output = Coffer.ListReadingsOutput
        public static var service: AWSService { Coffer.service }
        public static let name: String = "ListReadings"
        public static let errors: [String: Int] = [:]
    }

    public struct ListReadingsInput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("ListReadingsRequest", .structure(members: []))
    }

    public struct ListReadingsOutput: AWSStructure {
        public var readings: [Coffer.Reading]

        public init(readings: [Coffer.Reading]) {
            self.readings = readings
        }

        public init(wire: WireObject) throws {
            readings = try wire.structures("Readings")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addStructures("Readings", readings)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListReadingsResponse",
            .structure(members: [
                ShapeMember("Readings", ShapeReference(CofferShapes.readingList), isRequired: true),
            ]))
    }
}
