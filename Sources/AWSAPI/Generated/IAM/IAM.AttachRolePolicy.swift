// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum AttachRolePolicy: AWSOperation {
        public typealias Input = IAM.AttachRolePolicyInput
        public typealias Output = IAM.AttachRolePolicyOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "AttachRolePolicy"
        public static let errors: [String: Int] = [
            "InvalidInput": 400, "LimitExceeded": 409, "NoSuchEntity": 404, "PolicyNotAttachable": 400,
            "ServiceFailure": 500, "UnmodifiableEntity": 400,
        ]
    }

    public struct AttachRolePolicyInput: AWSStructure {
        public var roleName: String
        public var policyArn: String

        public init(roleName: String, policyArn: String) {
            self.roleName = roleName
            self.policyArn = policyArn
        }

        public init(wire: WireObject) throws {
            roleName = try wire.string("RoleName")
            policyArn = try wire.string("PolicyArn")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("RoleName", roleName)
            wire.addString("PolicyArn", policyArn)
            return wire
        }

        public static let shape: Shape = Shape(
            "AttachRolePolicyRequest",
            .structure(members: [
                ShapeMember("RoleName", ShapeReference(IAMShapes.roleNameType), isRequired: true),
                ShapeMember("PolicyArn", ShapeReference(IAMShapes.arnType), isRequired: true),
            ]))
    }

    public struct AttachRolePolicyOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("AttachRolePolicyOutput", .structure(members: []))
    }
}
