// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension SecretsManager {
    public struct ResourcePolicySummary: AWSStructure {
        public var policyName: String?

        public init(policyName: String? = nil) {
            self.policyName = policyName
        }

        public init(wire: WireObject) throws {
            policyName = try wire.optionalString("PolicyName")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addString("PolicyName", policyName)
            return wire
        }

        public static let shape: Shape = Shape(
            "ResourcePolicySummary",
            .structure(members: [
                ShapeMember("PolicyName", ShapeReference(SecretsManagerShapes.resourcePolicyNameType)),
            ]))
    }
}
