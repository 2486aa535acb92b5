// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension SecretsManager {
    public enum PutResourcePolicy: AWSOperation {
        public typealias Input = SecretsManager.PutResourcePolicyInput
        public typealias Output = SecretsManager.PutResourcePolicyOutput
        public static var service: AWSService { SecretsManager.service }
        public static let name: String = "PutResourcePolicy"
        public static let errors: [String: Int] = [
            "InternalServiceError": 500, "InvalidParameterException": 400, "InvalidRequestException": 400,
            "MalformedPolicyDocumentException": 400, "PublicPolicyException": 400, "ResourceNotFoundException": 400,
        ]
    }

    public struct PutResourcePolicyInput: AWSStructure {
        public var secretId: String
        public var resourcePolicy: String
        public var policyName: String?
        public var blockPublicPolicy: Bool?

        public init(
            secretId: String, resourcePolicy: String, policyName: String? = nil, blockPublicPolicy: Bool? = nil
        ) {
            self.secretId = secretId
            self.resourcePolicy = resourcePolicy
            self.policyName = policyName
            self.blockPublicPolicy = blockPublicPolicy
        }

        public init(wire: WireObject) throws {
            secretId = try wire.string("SecretId")
            resourcePolicy = try wire.string("ResourcePolicy")
            policyName = try wire.optionalString("PolicyName")
            blockPublicPolicy = try wire.optionalBoolean("BlockPublicPolicy")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(4)
            wire.addString("SecretId", secretId)
            wire.addString("ResourcePolicy", resourcePolicy)
            wire.addString("PolicyName", policyName)
            wire.addBoolean("BlockPublicPolicy", blockPublicPolicy)
            return wire
        }

        public static let shape: Shape = Shape(
            "PutResourcePolicyRequest",
            .structure(members: [
                ShapeMember("SecretId", ShapeReference(SecretsManagerShapes.secretIdType), isRequired: true),
                ShapeMember(
                    "ResourcePolicy", ShapeReference(SecretsManagerShapes.nonEmptyResourcePolicyType), isRequired: true
                ),
                ShapeMember("PolicyName", ShapeReference(SecretsManagerShapes.resourcePolicyNameType)),
                ShapeMember("BlockPublicPolicy", ShapeReference(SecretsManagerShapes.booleanType)),
            ]))
    }

    public struct PutResourcePolicyOutput: AWSStructure {
        public var arn: String?
        public var name: String?
        public var policyName: String?

        public init(arn: String? = nil, name: String? = nil, policyName: String? = nil) {
            self.arn = arn
            self.name = name
            self.policyName = policyName
        }

        public init(wire: WireObject) throws {
            arn = try wire.optionalString("ARN")
            name = try wire.optionalString("Name")
            policyName = try wire.optionalString("PolicyName")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addString("ARN", arn)
            wire.addString("Name", name)
            wire.addString("PolicyName", policyName)
            return wire
        }

        public static let shape: Shape = Shape(
            "PutResourcePolicyResponse",
            .structure(members: [
                ShapeMember("ARN", ShapeReference(SecretsManagerShapes.secretARNType)),
                ShapeMember("Name", ShapeReference(SecretsManagerShapes.nameType)),
                ShapeMember("PolicyName", ShapeReference(SecretsManagerShapes.resourcePolicyNameType)),
            ]))
    }
}
