// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension Coffer {
    public enum CheckIntegrity: AWSOperation {
        public typealias Input = Coffer.CheckIntegrityInput
        public typealias Output = Coffer.CheckIntegrityOutput
        public static var service: AWSService { Coffer.service }
        public static let name: String = "CheckIntegrity"
        public static let errors: [String: Int] = [:]
    }

    public struct CheckIntegrityInput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("CheckIntegrityRequest", .structure(members: []))
    }

    public struct CheckIntegrityOutput: AWSStructure {
        public var findings: [String]

        public init(findings: [String]) {
            self.findings = findings
        }

        public init(wire: WireObject) throws {
            findings = try wire.strings("Findings")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addStrings("Findings", findings)
            return wire
        }

        public static let shape: Shape = Shape(
            "CheckIntegrityResponse",
            .structure(members: [
                ShapeMember("Findings", ShapeReference(CofferShapes.stringList), isRequired: true),
            ]))
    }
}
