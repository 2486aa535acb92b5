// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum GenerateCredentialReport: AWSOperation {
        public typealias Input = IAM.GenerateCredentialReportInput
        public typealias Output = IAM.GenerateCredentialReportOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "GenerateCredentialReport"
        public static let errors: [String: Int] = ["LimitExceeded": 409, "ServiceFailure": 500]
    }

    public struct GenerateCredentialReportInput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("GenerateCredentialReportInput", .structure(members: []))
    }

    public struct GenerateCredentialReportOutput: AWSStructure {
        public var state: String?
        public var description: String?

        public init(state: String? = nil, description: String? = nil) {
            self.state = state
            self.description = description
        }

        public init(wire: WireObject) throws {
            state = try wire.optionalString("State")
            description = try wire.optionalString("Description")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("State", state)
            wire.addString("Description", description)
            return wire
        }

        public static let shape: Shape = Shape(
            "GenerateCredentialReportResponse",
            .structure(members: [
                ShapeMember("State", ShapeReference(IAMShapes.reportStateType)),
                ShapeMember("Description", ShapeReference(IAMShapes.reportStateDescriptionType)),
            ]))
    }
}
