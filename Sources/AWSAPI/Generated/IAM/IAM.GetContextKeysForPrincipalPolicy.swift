// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum GetContextKeysForPrincipalPolicy: AWSOperation {
        public typealias Input = IAM.GetContextKeysForPrincipalPolicyInput
        public typealias Output = IAM.GetContextKeysForPrincipalPolicyOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "GetContextKeysForPrincipalPolicy"
        public static let errors: [String: Int] = ["InvalidInput": 400, "NoSuchEntity": 404]
    }

    public struct GetContextKeysForPrincipalPolicyInput: AWSStructure {
        public var policySourceArn: String
        public var policyInputList: [String]?

        public init(policySourceArn: String, policyInputList: [String]? = nil) {
            self.policySourceArn = policySourceArn
            self.policyInputList = policyInputList
        }

        public init(wire: WireObject) throws {
            policySourceArn = try wire.string("PolicySourceArn")
            policyInputList = try wire.optionalStrings("PolicyInputList")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("PolicySourceArn", policySourceArn)
            wire.addStrings("PolicyInputList", policyInputList)
            return wire
        }

        public static let shape: Shape = Shape(
            "GetContextKeysForPrincipalPolicyRequest",
            .structure(members: [
                ShapeMember("PolicySourceArn", ShapeReference(IAMShapes.arnType), isRequired: true),
                ShapeMember("PolicyInputList", ShapeReference(IAMShapes.simulationPolicyListType)),
            ]))
    }

    public struct GetContextKeysForPrincipalPolicyOutput: AWSStructure {
        public var contextKeyNames: [String]?

        public init(contextKeyNames: [String]? = nil) {
            self.contextKeyNames = contextKeyNames
        }

        public init(wire: WireObject) throws {
            contextKeyNames = try wire.optionalStrings("ContextKeyNames")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addStrings("ContextKeyNames", contextKeyNames)
            return wire
        }

        public static let shape: Shape = Shape(
            "GetContextKeysForPolicyResponse",
            .structure(members: [
                ShapeMember("ContextKeyNames", ShapeReference(IAMShapes.contextKeyNamesResultListType)),
            ]))
    }
}
