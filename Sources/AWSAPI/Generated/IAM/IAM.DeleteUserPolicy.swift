// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum DeleteUserPolicy: AWSOperation {
        public typealias Input = IAM.DeleteUserPolicyInput
        public typealias Output = IAM.DeleteUserPolicyOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "DeleteUserPolicy"
        public static let errors: [String: Int] = ["LimitExceeded": 409, "NoSuchEntity": 404, "ServiceFailure": 500]
    }

    public struct DeleteUserPolicyInput: AWSStructure {
        public var userName: String
        public var policyName: String

        public init(userName: String, policyName: String) {
            self.userName = userName
            self.policyName = policyName
        }

        public init(wire: WireObject) throws {
            userName = try wire.string("UserName")
            policyName = try wire.string("PolicyName")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("UserName", userName)
            wire.addString("PolicyName", policyName)
            return wire
        }

        public static let shape: Shape = Shape(
            "DeleteUserPolicyRequest",
            .structure(members: [
                ShapeMember("UserName", ShapeReference(IAMShapes.existingUserNameType), isRequired: true),
                ShapeMember("PolicyName", ShapeReference(IAMShapes.policyNameType), isRequired: true),
            ]))
    }

    public struct DeleteUserPolicyOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("DeleteUserPolicyOutput", .structure(members: []))
    }
}
