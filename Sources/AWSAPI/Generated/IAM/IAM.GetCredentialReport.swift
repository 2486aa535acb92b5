// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension IAM {
    public enum GetCredentialReport: AWSOperation {
        public typealias Input = IAM.GetCredentialReportInput
        public typealias Output = IAM.GetCredentialReportOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "GetCredentialReport"
        public static let errors: [String: Int] = [
            "ReportExpired": 410, "ReportInProgress": 404, "ReportNotPresent": 410, "ServiceFailure": 500,
        ]
    }

    public struct GetCredentialReportInput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("GetCredentialReportInput", .structure(members: []))
    }

    public struct GetCredentialReportOutput: AWSStructure {
        public var content: [UInt8]?
        public var reportFormat: String?
        public var generatedTime: Timestamp?

        public init(content: [UInt8]? = nil, reportFormat: String? = nil, generatedTime: Timestamp? = nil) {
            self.content = content
            self.reportFormat = reportFormat
            self.generatedTime = generatedTime
        }

        public init(wire: WireObject) throws {
            content = try wire.optionalBlob("Content")
            reportFormat = try wire.optionalString("ReportFormat")
            generatedTime = try wire.optionalTimestamp("GeneratedTime")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addBlob("Content", content)
            wire.addString("ReportFormat", reportFormat)
            wire.addTimestamp("GeneratedTime", generatedTime)
            return wire
        }

        public static let shape: Shape = Shape(
            "GetCredentialReportResponse",
            .structure(members: [
                ShapeMember("Content", ShapeReference(IAMShapes.reportContentType)),
                ShapeMember("ReportFormat", ShapeReference(IAMShapes.reportFormatType)),
                ShapeMember("GeneratedTime", ShapeReference(IAMShapes.dateType)),
            ]))
    }
}
