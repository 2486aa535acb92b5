// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public struct Statement: AWSStructure {
        public var sourcePolicyId: String?
        public var sourcePolicyType: String?
        public var startPosition: IAM.Position?
        public var endPosition: IAM.Position?

        public init(
            sourcePolicyId: String? = nil, sourcePolicyType: String? = nil, startPosition: IAM.Position? = nil,
            endPosition: IAM.Position? = nil
        ) {
            self.sourcePolicyId = sourcePolicyId
            self.sourcePolicyType = sourcePolicyType
            self.startPosition = startPosition
            self.endPosition = endPosition
        }

        public init(wire: WireObject) throws {
            sourcePolicyId = try wire.optionalString("SourcePolicyId")
            sourcePolicyType = try wire.optionalString("SourcePolicyType")
            startPosition = try wire.optionalStructure("StartPosition")
            endPosition = try wire.optionalStructure("EndPosition")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(4)
            wire.addString("SourcePolicyId", sourcePolicyId)
            wire.addString("SourcePolicyType", sourcePolicyType)
            wire.addStructure("StartPosition", startPosition)
            wire.addStructure("EndPosition", endPosition)
            return wire
        }

        public static let shape: Shape = Shape(
            "Statement",
            .structure(members: [
                ShapeMember("SourcePolicyId", ShapeReference(IAMShapes.policyIdentifierType)),
                ShapeMember("SourcePolicyType", ShapeReference(IAMShapes.policySourceType)),
                ShapeMember("StartPosition", ShapeReference(IAM.Position.shape)),
                ShapeMember("EndPosition", ShapeReference(IAM.Position.shape)),
            ]))
    }
}
