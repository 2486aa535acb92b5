// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum DeletePolicy: AWSOperation {
        public typealias Input = IAM.DeletePolicyInput
        public typealias Output = IAM.DeletePolicyOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "DeletePolicy"
        public static let errors: [String: Int] = [
            "DeleteConflict": 409, "InvalidInput": 400, "LimitExceeded": 409, "NoSuchEntity": 404,
            "ServiceFailure": 500,
        ]
    }

    public struct DeletePolicyInput: AWSStructure {
        public var policyArn: String

        public init(policyArn: String) {
            self.policyArn = policyArn
        }

        public init(wire: WireObject) throws {
            policyArn = try wire.string("PolicyArn")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addString("PolicyArn", policyArn)
            return wire
        }

        public static let shape: Shape = Shape(
            "DeletePolicyRequest",
            .structure(members: [
                ShapeMember("PolicyArn", ShapeReference(IAMShapes.arnType), isRequired: true),
            ]))
    }

    public struct DeletePolicyOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("DeletePolicyOutput", .structure(members: []))
    }
}
