// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum DeleteRolePolicy: AWSOperation {
        public typealias Input = IAM.DeleteRolePolicyInput
        public typealias Output = IAM.DeleteRolePolicyOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "DeleteRolePolicy"
        public static let errors: [String: Int] = [
            "LimitExceeded": 409, "NoSuchEntity": 404, "ServiceFailure": 500, "UnmodifiableEntity": 400,
        ]
    }

    public struct DeleteRolePolicyInput: AWSStructure {
        public var roleName: String
        public var policyName: String

        public init(roleName: String, policyName: String) {
            self.roleName = roleName
            self.policyName = policyName
        }

        public init(wire: WireObject) throws {
            roleName = try wire.string("RoleName")
            policyName = try wire.string("PolicyName")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("RoleName", roleName)
            wire.addString("PolicyName", policyName)
            return wire
        }

        public static let shape: Shape = Shape(
            "DeleteRolePolicyRequest",
            .structure(members: [
                ShapeMember("RoleName", ShapeReference(IAMShapes.roleNameType), isRequired: true),
                ShapeMember("PolicyName", ShapeReference(IAMShapes.policyNameType), isRequired: true),
            ]))
    }

    public struct DeleteRolePolicyOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("DeleteRolePolicyOutput", .structure(members: []))
    }
}
