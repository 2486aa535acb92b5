// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum UntagPolicy: AWSOperation {
        public typealias Input = IAM.UntagPolicyInput
        public typealias Output = IAM.UntagPolicyOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "UntagPolicy"
        public static let errors: [String: Int] = [
            "ConcurrentModification": 409, "InvalidInput": 400, "NoSuchEntity": 404, "ServiceFailure": 500,
        ]
    }

    public struct UntagPolicyInput: AWSStructure {
        public var policyArn: String
        public var tagKeys: [String]

        public init(policyArn: String, tagKeys: [String]) {
            self.policyArn = policyArn
            self.tagKeys = tagKeys
        }

        public init(wire: WireObject) throws {
            policyArn = try wire.string("PolicyArn")
            tagKeys = try wire.strings("TagKeys")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("PolicyArn", policyArn)
            wire.addStrings("TagKeys", tagKeys)
            return wire
        }

        public static let shape: Shape = Shape(
            "UntagPolicyRequest",
            .structure(members: [
                ShapeMember("PolicyArn", ShapeReference(IAMShapes.arnType), isRequired: true),
                ShapeMember("TagKeys", ShapeReference(IAMShapes.tagKeyListType), isRequired: true),
            ]))
    }

    public struct UntagPolicyOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("UntagPolicyOutput", .structure(members: []))
    }
}
