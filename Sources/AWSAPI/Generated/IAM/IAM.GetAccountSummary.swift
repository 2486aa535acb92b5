// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum GetAccountSummary: AWSOperation {
        public typealias Input = IAM.GetAccountSummaryInput
        public typealias Output = IAM.GetAccountSummaryOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "GetAccountSummary"
        public static let errors: [String: Int] = ["ServiceFailure": 500]
    }

    public struct GetAccountSummaryInput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("GetAccountSummaryInput", .structure(members: []))
    }

    public struct GetAccountSummaryOutput: AWSStructure {
        public var summaryMap: [String: Int]?

        public init(summaryMap: [String: Int]? = nil) {
            self.summaryMap = summaryMap
        }

        public init(wire: WireObject) throws {
            summaryMap = try wire.optionalIntegerMap("SummaryMap")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addIntegerMap("SummaryMap", summaryMap)
            return wire
        }

        public static let shape: Shape = Shape(
            "GetAccountSummaryResponse",
            .structure(members: [
                ShapeMember("SummaryMap", ShapeReference(IAMShapes.summaryMapType)),
            ]))
    }
}
