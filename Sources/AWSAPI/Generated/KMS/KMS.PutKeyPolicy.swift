// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension KMS {
    public enum PutKeyPolicy: AWSOperation {
        public typealias Input = KMS.PutKeyPolicyInput
        public typealias Output = KMS.PutKeyPolicyOutput
        public static var service: AWSService { KMS.service }
        public static let name: String = "PutKeyPolicy"
        public static let errors: [String: Int] = [
            "DependencyTimeoutException": 500, "InvalidArnException": 400, "KMSInternalException": 500,
            "KMSInvalidStateException": 400, "LimitExceededException": 400, "MalformedPolicyDocumentException": 400,
            "NotFoundException": 400, "UnsupportedOperationException": 400,
        ]
    }

    public struct PutKeyPolicyInput: AWSStructure {
        public var keyId: String
        public var policyName: String?
        public var policy: String
        public var bypassPolicyLockoutSafetyCheck: Bool?

        public init(
            keyId: String, policy: String, policyName: String? = nil, bypassPolicyLockoutSafetyCheck: Bool? = nil
        ) {
            self.keyId = keyId
            self.policyName = policyName
            self.policy = policy
            self.bypassPolicyLockoutSafetyCheck = bypassPolicyLockoutSafetyCheck
        }

        public init(wire: WireObject) throws {
            keyId = try wire.string("KeyId")
            policyName = try wire.optionalString("PolicyName")
            policy = try wire.string("Policy")
            bypassPolicyLockoutSafetyCheck = try wire.optionalBoolean("BypassPolicyLockoutSafetyCheck")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(4)
            wire.addString("KeyId", keyId)
            wire.addString("PolicyName", policyName)
            wire.addString("Policy", policy)
            wire.addBoolean("BypassPolicyLockoutSafetyCheck", bypassPolicyLockoutSafetyCheck)
            return wire
        }

        public static let shape: Shape = Shape(
            "PutKeyPolicyRequest",
            .structure(members: [
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType), isRequired: true),
                ShapeMember("PolicyName", ShapeReference(KMSShapes.policyNameType)),
                ShapeMember("Policy", ShapeReference(KMSShapes.policyType), isRequired: true),
                ShapeMember("BypassPolicyLockoutSafetyCheck", ShapeReference(KMSShapes.booleanType)),
            ]))
    }

    public struct PutKeyPolicyOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("PutKeyPolicyOutput", .structure(members: []))
    }
}
