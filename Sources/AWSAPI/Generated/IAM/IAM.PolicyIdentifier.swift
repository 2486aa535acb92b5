// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public struct PolicyIdentifier: AWSStructure {
        public var policyType: String?
        public var policyArn: String?
        public var inlinePolicyIdentifier: IAM.InlinePolicyIdentifierType?

        public init(
            policyType: String? = nil, policyArn: String? = nil,
            inlinePolicyIdentifier: IAM.InlinePolicyIdentifierType? = nil
        ) {
            self.policyType = policyType
            self.policyArn = policyArn
            self.inlinePolicyIdentifier = inlinePolicyIdentifier
        }

        public init(wire: WireObject) throws {
            policyType = try wire.optionalString("PolicyType")
            policyArn = try wire.optionalString("PolicyArn")
            inlinePolicyIdentifier = try wire.optionalStructure("InlinePolicyIdentifier")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addString("PolicyType", policyType)
            wire.addString("PolicyArn", policyArn)
            wire.addStructure("InlinePolicyIdentifier", inlinePolicyIdentifier)
            return wire
        }

        public static let shape: Shape = Shape(
            "PolicyIdentifier",
            .structure(members: [
                ShapeMember("PolicyType", ShapeReference(IAMShapes.policyIdentifierPolicyType)),
                ShapeMember("PolicyArn", ShapeReference(IAMShapes.arnType)),
                ShapeMember("InlinePolicyIdentifier", ShapeReference(IAM.InlinePolicyIdentifierType.shape)),
            ]))
    }
}
