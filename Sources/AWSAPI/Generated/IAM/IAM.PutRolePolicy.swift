// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum PutRolePolicy: AWSOperation {
        public typealias Input = IAM.PutRolePolicyInput
        public typealias Output = IAM.PutRolePolicyOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "PutRolePolicy"
        public static let errors: [String: Int] = [
            "LimitExceeded": 409, "MalformedPolicyDocument": 400, "NoSuchEntity": 404, "ServiceFailure": 500,
            "UnmodifiableEntity": 400,
        ]
    }

    public struct PutRolePolicyInput: AWSStructure {
        public var roleName: String
        public var policyName: String
        public var policyDocument: String

        public init(roleName: String, policyName: String, policyDocument: String) {
            self.roleName = roleName
            self.policyName = policyName
            self.policyDocument = policyDocument
        }

        public init(wire: WireObject) throws {
            roleName = try wire.string("RoleName")
            policyName = try wire.string("PolicyName")
            policyDocument = try wire.string("PolicyDocument")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addString("RoleName", roleName)
            wire.addString("PolicyName", policyName)
            wire.addString("PolicyDocument", policyDocument)
            return wire
        }

        public static let shape: Shape = Shape(
            "PutRolePolicyRequest",
            .structure(members: [
                ShapeMember("RoleName", ShapeReference(IAMShapes.roleNameType), isRequired: true),
                ShapeMember("PolicyName", ShapeReference(IAMShapes.policyNameType), isRequired: true),
                ShapeMember("PolicyDocument", ShapeReference(IAMShapes.policyDocumentType), isRequired: true),
            ]))
    }

    public struct PutRolePolicyOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("PutRolePolicyOutput", .structure(members: []))
    }
}
