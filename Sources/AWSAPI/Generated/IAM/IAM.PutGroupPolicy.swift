// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum PutGroupPolicy: AWSOperation {
        public typealias Input = IAM.PutGroupPolicyInput
        public typealias Output = IAM.PutGroupPolicyOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "PutGroupPolicy"
        public static let errors: [String: Int] = [
            "LimitExceeded": 409, "MalformedPolicyDocument": 400, "NoSuchEntity": 404, "ServiceFailure": 500,
        ]
    }

    public struct PutGroupPolicyInput: AWSStructure {
        public var groupName: String
        public var policyName: String
        public var policyDocument: String

        public init(groupName: String, policyName: String, policyDocument: String) {
            self.groupName = groupName
            self.policyName = policyName
            self.policyDocument = policyDocument
        }

        public init(wire: WireObject) throws {
            groupName = try wire.string("GroupName")
            policyName = try wire.string("PolicyName")
            policyDocument = try wire.string("PolicyDocument")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addString("GroupName", groupName)
            wire.addString("PolicyName", policyName)
            wire.addString("PolicyDocument", policyDocument)
            return wire
        }

        public static let shape: Shape = Shape(
            "PutGroupPolicyRequest",
            .structure(members: [
                ShapeMember("GroupName", ShapeReference(IAMShapes.groupNameType), isRequired: true),
                ShapeMember("PolicyName", ShapeReference(IAMShapes.policyNameType), isRequired: true),
                ShapeMember("PolicyDocument", ShapeReference(IAMShapes.policyDocumentType), isRequired: true),
            ]))
    }

    public struct PutGroupPolicyOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("PutGroupPolicyOutput", .structure(members: []))
    }
}
