// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum GetPolicy: AWSOperation {
        public typealias Input = IAM.GetPolicyInput
        public typealias Output = IAM.GetPolicyOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "GetPolicy"
        public static let errors: [String: Int] = ["InvalidInput": 400, "NoSuchEntity": 404, "ServiceFailure": 500]
    }

    public struct GetPolicyInput: AWSStructure {
        public var policyArn: String

        public init(policyArn: String) {
            self.policyArn = policyArn
        }

        public init(wire: WireObject) throws {
            policyArn = try wire.string("PolicyArn")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addString("PolicyArn", policyArn)
            return wire
        }

        public static let shape: Shape = Shape(
            "GetPolicyRequest",
            .structure(members: [
                ShapeMember("PolicyArn", ShapeReference(IAMShapes.arnType), isRequired: true),
            ]))
    }

    public struct GetPolicyOutput: AWSStructure {
        public var policy: IAM.Policy?

        public init(policy: IAM.Policy? = nil) {
            self.policy = policy
        }

        public init(wire: WireObject) throws {
            policy = try wire.optionalStructure("Policy")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addStructure("Policy", policy)
            return wire
        }

        public static let shape: Shape = Shape(
            "GetPolicyResponse",
            .structure(members: [
                ShapeMember("Policy", ShapeReference(IAM.Policy.shape)),
            ]))
    }
}
