// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum GetGroupPolicy: AWSOperation {
        public typealias Input = IAM.GetGroupPolicyInput
        public typealias Output = IAM.GetGroupPolicyOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "GetGroupPolicy"
        public static let errors: [String: Int] = ["NoSuchEntity": 404, "ServiceFailure": 500]
    }

    public struct GetGroupPolicyInput: AWSStructure {
        public var groupName: String
        public var policyName: String

        public init(groupName: String, policyName: String) {
            self.groupName = groupName
            self.policyName = policyName
        }

        public init(wire: WireObject) throws {
            groupName = try wire.string("GroupName")
            policyName = try wire.string("PolicyName")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("GroupName", groupName)
            wire.addString("PolicyName", policyName)
            return wire
        }

        public static let shape: Shape = Shape(
            "GetGroupPolicyRequest",
            .structure(members: [
                ShapeMember("GroupName", ShapeReference(IAMShapes.groupNameType), isRequired: true),
                ShapeMember("PolicyName", ShapeReference(IAMShapes.policyNameType), isRequired: true),
            ]))
    }

    public struct GetGroupPolicyOutput: AWSStructure {
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
            "GetGroupPolicyResponse",
            .structure(members: [
                ShapeMember("GroupName", ShapeReference(IAMShapes.groupNameType), isRequired: true),
                ShapeMember("PolicyName", ShapeReference(IAMShapes.policyNameType), isRequired: true),
                ShapeMember("PolicyDocument", ShapeReference(IAMShapes.policyDocumentType), isRequired: true),
            ]))
    }
}
