// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum DetachGroupPolicy: AWSOperation {
        public typealias Input = IAM.DetachGroupPolicyInput
        public typealias Output = IAM.DetachGroupPolicyOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "DetachGroupPolicy"
        public static let errors: [String: Int] = [
            "InvalidInput": 400, "LimitExceeded": 409, "NoSuchEntity": 404, "ServiceFailure": 500,
        ]
    }

    public struct DetachGroupPolicyInput: AWSStructure {
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
            "DetachGroupPolicyRequest",
            .structure(members: [
                ShapeMember("GroupName", ShapeReference(IAMShapes.groupNameType), isRequired: true),
                ShapeMember("PolicyArn", ShapeReference(IAMShapes.arnType), isRequired: true),
            ]))
    }

    public struct DetachGroupPolicyOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("DetachGroupPolicyOutput", .structure(members: []))
    }
}
