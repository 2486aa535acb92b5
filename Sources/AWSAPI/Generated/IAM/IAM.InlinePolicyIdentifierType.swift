// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public struct InlinePolicyIdentifierType: AWSStructure {
        public var policyName: String
        public var attachmentType: String
        public var attachmentName: String

        public init(policyName: String, attachmentType: String, attachmentName: String) {
            self.policyName = policyName
            self.attachmentType = attachmentType
            self.attachmentName = attachmentName
        }

        public init(wire: WireObject) throws {
            policyName = try wire.string("PolicyName")
            attachmentType = try wire.string("AttachmentType")
            attachmentName = try wire.string("AttachmentName")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addString("PolicyName", policyName)
            wire.addString("AttachmentType", attachmentType)
            wire.addString("AttachmentName", attachmentName)
            return wire
        }

        public static let shape: Shape = Shape(
            "InlinePolicyIdentifierType",
            .structure(members: [
                ShapeMember("PolicyName", ShapeReference(IAMShapes.policyNameType), isRequired: true),
                ShapeMember("AttachmentType", ShapeReference(IAMShapes.attachmentType), isRequired: true),
                ShapeMember("AttachmentName", ShapeReference(IAMShapes.attachmentName), isRequired: true),
            ]))
    }
}
