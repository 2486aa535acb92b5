// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum GetContextKeysForCustomPolicy: AWSOperation {
        public typealias Input = IAM.GetContextKeysForCustomPolicyInput
        public typealias Output = IAM.GetContextKeysForCustomPolicyOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "GetContextKeysForCustomPolicy"
        public static let errors: [String: Int] = ["InvalidInput": 400]
    }

    public struct GetContextKeysForCustomPolicyInput: AWSStructure {
        public var policyInputList: [String]

        public init(policyInputList: [String]) {
            self.policyInputList = policyInputList
        }

        public init(wire: WireObject) throws {
            policyInputList = try wire.strings("PolicyInputList")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addStrings("PolicyInputList", policyInputList)
            return wire
        }

        public static let shape: Shape = Shape(
            "GetContextKeysForCustomPolicyRequest",
            .structure(members: [
                ShapeMember("PolicyInputList", ShapeReference(IAMShapes.simulationPolicyListType), isRequired: true),
            ]))
    }

    public struct GetContextKeysForCustomPolicyOutput: AWSStructure {
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
