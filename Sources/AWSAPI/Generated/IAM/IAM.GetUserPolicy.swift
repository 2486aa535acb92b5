// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum GetUserPolicy: AWSOperation {
        public typealias Input = IAM.GetUserPolicyInput
        public typealias Output = IAM.GetUserPolicyOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "GetUserPolicy"
        public static let errors: [String: Int] = ["NoSuchEntity": 404, "ServiceFailure": 500]
    }

    public struct GetUserPolicyInput: AWSStructure {
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
            "GetUserPolicyRequest",
            .structure(members: [
                ShapeMember("UserName", ShapeReference(IAMShapes.existingUserNameType), isRequired: true),
                ShapeMember("PolicyName", ShapeReference(IAMShapes.policyNameType), isRequired: true),
            ]))
    }

    public struct GetUserPolicyOutput: AWSStructure {
        public var userName: String
        public var policyName: String
        public var policyDocument: String

        public init(userName: String, policyName: String, policyDocument: String) {
            self.userName = userName
            self.policyName = policyName
            self.policyDocument = policyDocument
        }

        public init(wire: WireObject) throws {
            userName = try wire.string("UserName")
            policyName = try wire.string("PolicyName")
            policyDocument = try wire.string("PolicyDocument")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addString("UserName", userName)
            wire.addString("PolicyName", policyName)
            wire.addString("PolicyDocument", policyDocument)
            return wire
        }

        public static let shape: Shape = Shape(
            "GetUserPolicyResponse",
            .structure(members: [
                ShapeMember("UserName", ShapeReference(IAMShapes.existingUserNameType), isRequired: true),
                ShapeMember("PolicyName", ShapeReference(IAMShapes.policyNameType), isRequired: true),
                ShapeMember("PolicyDocument", ShapeReference(IAMShapes.policyDocumentType), isRequired: true),
            ]))
    }
}
