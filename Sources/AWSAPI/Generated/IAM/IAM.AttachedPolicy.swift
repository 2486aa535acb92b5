// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public struct AttachedPolicy: AWSStructure {
        public var policyName: String?
        public var policyArn: String?

        public init(policyName: String? = nil, policyArn: String? = nil) {
            self.policyName = policyName
            self.policyArn = policyArn
        }

        public init(wire: WireObject) throws {
            policyName = try wire.optionalString("PolicyName")
            policyArn = try wire.optionalString("PolicyArn")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("PolicyName", policyName)
            wire.addString("PolicyArn", policyArn)
            return wire
        }

        public static let shape: Shape = Shape(
            "AttachedPolicy",
            .structure(members: [
                ShapeMember("PolicyName", ShapeReference(IAMShapes.policyNameType)),
                ShapeMember("PolicyArn", ShapeReference(IAMShapes.arnType)),
            ]))
    }
}
