// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum DeleteGroupPolicy: AWSOperation {
        public typealias Input = IAM.DeleteGroupPolicyInput
        public typealias Output = IAM.DeleteGroupPolicyOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "DeleteGroupPolicy"
        public static let errors: [String: Int] = ["LimitExceeded": 409, "NoSuchEntity": 404, "ServiceFailure": 500]
    }

    public struct DeleteGroupPolicyInput: AWSStructure {
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
            "DeleteGroupPolicyRequest",
            .structure(members: [
                ShapeMember("GroupName", ShapeReference(IAMShapes.groupNameType), isRequired: true),
                ShapeMember("PolicyName", ShapeReference(IAMShapes.policyNameType), isRequired: true),
            ]))
    }

    public struct DeleteGroupPolicyOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("DeleteGroupPolicyOutput", .structure(members: []))
    }
}
