// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum CreatePolicy: AWSOperation {
        public typealias Input = IAM.CreatePolicyInput
        public typealias Output = IAM.CreatePolicyOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "CreatePolicy"
        public static let errors: [String: Int] = [
            "ConcurrentModification": 409, "EntityAlreadyExists": 409, "InvalidInput": 400, "LimitExceeded": 409,
            "MalformedPolicyDocument": 400, "ServiceFailure": 500,
        ]
    }

    public struct CreatePolicyInput: AWSStructure {
        public var policyName: String
        public var path: String?
        public var policyDocument: String
        public var description: String?
        public var tags: [IAM.Tag]?

        public init(
            policyName: String, policyDocument: String, path: String? = nil, description: String? = nil,
            tags: [IAM.Tag]? = nil
        ) {
            self.policyName = policyName
            self.path = path
            self.policyDocument = policyDocument
            self.description = description
            self.tags = tags
        }

        public init(wire: WireObject) throws {
            policyName = try wire.string("PolicyName")
            path = try wire.optionalString("Path")
            policyDocument = try wire.string("PolicyDocument")
            description = try wire.optionalString("Description")
            tags = try wire.optionalStructures("Tags")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(5)
            wire.addString("PolicyName", policyName)
            wire.addString("Path", path)
            wire.addString("PolicyDocument", policyDocument)
            wire.addString("Description", description)
            wire.addStructures("Tags", tags)
            return wire
        }

        public static let shape: Shape = Shape(
            "CreatePolicyRequest",
            .structure(members: [
                ShapeMember("PolicyName", ShapeReference(IAMShapes.policyNameType), isRequired: true),
                ShapeMember("Path", ShapeReference(IAMShapes.policyPathType)),
                ShapeMember("PolicyDocument", ShapeReference(IAMShapes.policyDocumentType), isRequired: true),
                ShapeMember("Description", ShapeReference(IAMShapes.policyDescriptionType)),
                ShapeMember("Tags", ShapeReference(IAMShapes.tagListType)),
            ]))
    }

    public struct CreatePolicyOutput: AWSStructure {
        public var policy: IAM.Policy?

        public init(policy: IAM.Policy? = nil) {
            self.policy = policy
        }

        public init(wire: WireObject) throws {
            policy = try wire.optionalStructure("Policy")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addStructure("Policy", policy)
            return wire
        }

        public static let shape: Shape = Shape(
            "CreatePolicyResponse",
            .structure(members: [
                ShapeMember("Policy", ShapeReference(IAM.Policy.shape)),
            ]))
    }
}
