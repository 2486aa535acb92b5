// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum GetRolePolicy: AWSOperation {
        public typealias Input = IAM.GetRolePolicyInput
        public typealias Output = IAM.GetRolePolicyOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "GetRolePolicy"
        public static let errors: [String: Int] = ["NoSuchEntity": 404, "ServiceFailure": 500]
    }

    public struct GetRolePolicyInput: AWSStructure {
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
            "GetRolePolicyRequest",
            .structure(members: [
                ShapeMember("RoleName", ShapeReference(IAMShapes.roleNameType), isRequired: true),
                ShapeMember("PolicyName", ShapeReference(IAMShapes.policyNameType), isRequired: true),
            ]))
    }

    public struct GetRolePolicyOutput: AWSStructure {
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
            "GetRolePolicyResponse",
            .structure(members: [
                ShapeMember("RoleName", ShapeReference(IAMShapes.roleNameType), isRequired: true),
                ShapeMember("PolicyName", ShapeReference(IAMShapes.policyNameType), isRequired: true),
                ShapeMember("PolicyDocument", ShapeReference(IAMShapes.policyDocumentType), isRequired: true),
            ]))
    }
}
