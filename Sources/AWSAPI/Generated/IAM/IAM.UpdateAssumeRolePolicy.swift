// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum UpdateAssumeRolePolicy: AWSOperation {
        public typealias Input = IAM.UpdateAssumeRolePolicyInput
        public typealias Output = IAM.UpdateAssumeRolePolicyOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "UpdateAssumeRolePolicy"
        public static let errors: [String: Int] = [
            "LimitExceeded": 409, "MalformedPolicyDocument": 400, "NoSuchEntity": 404, "ServiceFailure": 500,
            "UnmodifiableEntity": 400,
        ]
    }

    public struct UpdateAssumeRolePolicyInput: AWSStructure {
        public var roleName: String
        public var policyDocument: String

        public init(roleName: String, policyDocument: String) {
            self.roleName = roleName
            self.policyDocument = policyDocument
        }

        public init(wire: WireObject) throws {
            roleName = try wire.string("RoleName")
            policyDocument = try wire.string("PolicyDocument")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("RoleName", roleName)
            wire.addString("PolicyDocument", policyDocument)
            return wire
        }

        public static let shape: Shape = Shape(
            "UpdateAssumeRolePolicyRequest",
            .structure(members: [
                ShapeMember("RoleName", ShapeReference(IAMShapes.roleNameType), isRequired: true),
                ShapeMember("PolicyDocument", ShapeReference(IAMShapes.policyDocumentType), isRequired: true),
            ]))
    }

    public struct UpdateAssumeRolePolicyOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("UpdateAssumeRolePolicyOutput", .structure(members: []))
    }
}
