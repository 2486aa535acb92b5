// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension SecretsManager {
    public enum DeleteResourcePolicy: AWSOperation {
        public typealias Input = SecretsManager.DeleteResourcePolicyInput
        public typealias Output = SecretsManager.DeleteResourcePolicyOutput
        public static var service: AWSService { SecretsManager.service }
        public static let name: String = "DeleteResourcePolicy"
        public static let errors: [String: Int] = [
            "InternalServiceError": 500, "InvalidParameterException": 400, "InvalidRequestException": 400,
            "ResourceNotFoundException": 400,
        ]
    }

    public struct DeleteResourcePolicyInput: AWSStructure {
        public var secretId: String
        public var policyName: String?

        public init(secretId: String, policyName: String? = nil) {
            self.secretId = secretId
            self.policyName = policyName
        }

        public init(wire: WireObject) throws {
            secretId = try wire.string("SecretId")
            policyName = try wire.optionalString("PolicyName")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("SecretId", secretId)
            wire.addString("PolicyName", policyName)
            return wire
        }

        public static let shape: Shape = Shape(
            "DeleteResourcePolicyRequest",
            .structure(members: [
                ShapeMember("SecretId", ShapeReference(SecretsManagerShapes.secretIdType), isRequired: true),
                ShapeMember("PolicyName", ShapeReference(SecretsManagerShapes.resourcePolicyNameType)),
            ]))
    }

    public struct DeleteResourcePolicyOutput: AWSStructure {
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
            "DeleteResourcePolicyResponse",
            .structure(members: [
                ShapeMember("ARN", ShapeReference(SecretsManagerShapes.secretARNType)),
                ShapeMember("Name", ShapeReference(SecretsManagerShapes.nameType)),
                ShapeMember("PolicyName", ShapeReference(SecretsManagerShapes.resourcePolicyNameType)),
            ]))
    }
}
