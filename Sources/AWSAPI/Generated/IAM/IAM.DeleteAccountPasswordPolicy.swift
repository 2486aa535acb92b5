// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum DeleteAccountPasswordPolicy: AWSOperation {
        public typealias Input = IAM.DeleteAccountPasswordPolicyInput
        public typealias Output = IAM.DeleteAccountPasswordPolicyOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "DeleteAccountPasswordPolicy"
        public static let errors: [String: Int] = ["LimitExceeded": 409, "NoSuchEntity": 404, "ServiceFailure": 500]
    }

    public struct DeleteAccountPasswordPolicyInput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("DeleteAccountPasswordPolicyInput", .structure(members: []))
    }

    public struct DeleteAccountPasswordPolicyOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("DeleteAccountPasswordPolicyOutput", .structure(members: []))
    }
}
