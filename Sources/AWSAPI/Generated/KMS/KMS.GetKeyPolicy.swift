// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension KMS {
    public enum GetKeyPolicy: AWSOperation {
        public typealias Input = KMS.GetKeyPolicyInput
        public typealias Output = KMS.GetKeyPolicyOutput
        public static var service: AWSService { KMS.service }
        public static let name: String = "GetKeyPolicy"
        public static let errors: [String: Int] = [
            "DependencyTimeoutException": 500, "InvalidArnException": 400, "KMSInternalException": 500,
            "KMSInvalidStateException": 400, "NotFoundException": 400,
        ]
    }

    public struct GetKeyPolicyInput: AWSStructure {
        public var keyId: String
        public var policyName: String?

        public init(keyId: String, policyName: String? = nil) {
            self.keyId = keyId
            self.policyName = policyName
        }

        public init(wire: WireObject) throws {
            keyId = try wire.string("KeyId")
            policyName = try wire.optionalString("PolicyName")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("KeyId", keyId)
            wire.addString("PolicyName", policyName)
            return wire
        }

        public static let shape: Shape = Shape(
            "GetKeyPolicyRequest",
            .structure(members: [
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType), isRequired: true),
                ShapeMember("PolicyName", ShapeReference(KMSShapes.policyNameType)),
            ]))
    }

    public struct GetKeyPolicyOutput: AWSStructure {
        public var policy: String?
        public var policyName: String?

        public init(policy: String? = nil, policyName: String? = nil) {
            self.policy = policy
            self.policyName = policyName
        }

        public init(wire: WireObject) throws {
            policy = try wire.optionalString("Policy")
            policyName = try wire.optionalString("PolicyName")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("Policy", policy)
            wire.addString("PolicyName", policyName)
            return wire
        }

        public static let shape: Shape = Shape(
            "GetKeyPolicyResponse",
            .structure(members: [
                ShapeMember("Policy", ShapeReference(KMSShapes.policyType)),
                ShapeMember("PolicyName", ShapeReference(KMSShapes.policyNameType)),
            ]))
    }
}
