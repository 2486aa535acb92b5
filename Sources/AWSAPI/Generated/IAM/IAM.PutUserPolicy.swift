// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum PutUserPolicy: AWSOperation {
        public typealias Input = IAM.PutUserPolicyInput
        public typealias Output = IAM.PutUserPolicyOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "PutUserPolicy"
        public static let errors: [String: Int] = [
            "LimitExceeded": 409, "MalformedPolicyDocument": 400, "NoSuchEntity": 404, "ServiceFailure": 500,
        ]
    }

    public struct PutUserPolicyInput: AWSStructure {
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
            "PutUserPolicyRequest",
            .structure(members: [
                ShapeMember("UserName", ShapeReference(IAMShapes.existingUserNameType), isRequired: true),
                ShapeMember("PolicyName", ShapeReference(IAMShapes.policyNameType), isRequired: true),
                ShapeMember("PolicyDocument", ShapeReference(IAMShapes.policyDocumentType), isRequired: true),
            ]))
    }

    public struct PutUserPolicyOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("PutUserPolicyOutput", .structure(members: []))
    }
}
