// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum AttachUserPolicy: AWSOperation {
        public typealias Input = IAM.AttachUserPolicyInput
        public typealias Output = IAM.AttachUserPolicyOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "AttachUserPolicy"
        public static let errors: [String: Int] = [
            "InvalidInput": 400, "LimitExceeded": 409, "NoSuchEntity": 404, "PolicyNotAttachable": 400,
            "ServiceFailure": 500,
        ]
    }

    public struct AttachUserPolicyInput: AWSStructure {
        public var userName: String
        public var policyArn: String

        public init(userName: String, policyArn: String) {
            self.userName = userName
            self.policyArn = policyArn
        }

        public init(wire: WireObject) throws {
            userName = try wire.string("UserName")
            policyArn = try wire.string("PolicyArn")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("UserName", userName)
            wire.addString("PolicyArn", policyArn)
            return wire
        }

        public static let shape: Shape = Shape(
            "AttachUserPolicyRequest",
            .structure(members: [
                ShapeMember("UserName", ShapeReference(IAMShapes.userNameType), isRequired: true),
                ShapeMember("PolicyArn", ShapeReference(IAMShapes.arnType), isRequired: true),
            ]))
    }

    public struct AttachUserPolicyOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("AttachUserPolicyOutput", .structure(members: []))
    }
}
