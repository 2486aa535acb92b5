// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum GetAccountPasswordPolicy: AWSOperation {
        public typealias Input = IAM.GetAccountPasswordPolicyInput
        public typealias Output = IAM.GetAccountPasswordPolicyOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "GetAccountPasswordPolicy"
        public static let errors: [String: Int] = ["NoSuchEntity": 404, "ServiceFailure": 500]
    }

    public struct GetAccountPasswordPolicyInput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("GetAccountPasswordPolicyInput", .structure(members: []))
    }

    public struct GetAccountPasswordPolicyOutput: AWSStructure {
        public var passwordPolicy: IAM.PasswordPolicy

        public init(passwordPolicy: IAM.PasswordPolicy) {
            self.passwordPolicy = passwordPolicy
        }

        public init(wire: WireObject) throws {
            passwordPolicy = try wire.structure("PasswordPolicy")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addStructure("PasswordPolicy", passwordPolicy)
            return wire
        }

        public static let shape: Shape = Shape(
            "GetAccountPasswordPolicyResponse",
            .structure(members: [
                ShapeMember("PasswordPolicy", ShapeReference(IAM.PasswordPolicy.shape), isRequired: true),
            ]))
    }
}
