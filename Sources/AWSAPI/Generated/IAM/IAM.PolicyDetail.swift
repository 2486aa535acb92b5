// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public struct PolicyDetail: AWSStructure {
        public var policyName: String?
        public var policyDocument: String?

        public init(policyName: String? = nil, policyDocument: String? = nil) {
            self.policyName = policyName
            self.policyDocument = policyDocument
        }

        public init(wire: WireObject) throws {
            policyName = try wire.optionalString("PolicyName")
            policyDocument = try wire.optionalString("PolicyDocument")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("PolicyName", policyName)
            wire.addString("PolicyDocument", policyDocument)
            return wire
        }

        public static let shape: Shape = Shape(
            "PolicyDetail",
            .structure(members: [
                ShapeMember("PolicyName", ShapeReference(IAMShapes.policyNameType)),
                ShapeMember("PolicyDocument", ShapeReference(IAMShapes.policyDocumentType)),
            ]))
    }
}
