// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum AttachGroupPolicy: AWSOperation {
        public typealias Input = IAM.AttachGroupPolicyInput
        public typealias Output = IAM.AttachGroupPolicyOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "AttachGroupPolicy"
        public static let errors: [String: Int] = [
            "InvalidInput": 400, "LimitExceeded": 409, "NoSuchEntity": 404, "PolicyNotAttachable": 400,
            "ServiceFailure": 500,
        ]
    }

    public struct AttachGroupPolicyInput: AWSStructure {
        public var groupName: String
        public var policyArn: String

        public init(groupName: String, policyArn: String) {
            self.groupName = groupName
            self.policyArn = policyArn
        }

        public init(wire: WireObject) throws {
            groupName = try wire.string("GroupName")
            policyArn = try wire.string("PolicyArn")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("GroupName", groupName)
            wire.addString("PolicyArn", policyArn)
            return wire
        }

        public static let shape: Shape = Shape(
            "AttachGroupPolicyRequest",
            .structure(members: [
                ShapeMember("GroupName", ShapeReference(IAMShapes.groupNameType), isRequired: true),
                ShapeMember("PolicyArn", ShapeReference(IAMShapes.arnType), isRequired: true),
            ]))
    }

    public struct AttachGroupPolicyOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("AttachGroupPolicyOutput", .structure(members: []))
    }
}
