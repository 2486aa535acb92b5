// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension SecretsManager {
    public enum ValidateResourcePolicy: AWSOperation {
        public typealias Input = SecretsManager.ValidateResourcePolicyInput
        public typealias Output = SecretsManager.ValidateResourcePolicyOutput
        public static var service: AWSService { SecretsManager.service }
        public static let name: String = "ValidateResourcePolicy"
        public static let errors: [String: Int] = [
            "InternalServiceError": 500, "InvalidParameterException": 400, "InvalidRequestException": 400,
            "MalformedPolicyDocumentException": 400, "ResourceNotFoundException": 400,
        ]
    }

    public struct ValidateResourcePolicyInput: AWSStructure {
        public var secretId: String?
        public var resourcePolicy: String

        public init(resourcePolicy: String, secretId: String? = nil) {
            self.secretId = secretId
            self.resourcePolicy = resourcePolicy
        }

        public init(wire: WireObject) throws {
            secretId = try wire.optionalString("SecretId")
            resourcePolicy = try wire.string("ResourcePolicy")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("SecretId", secretId)
            wire.addString("ResourcePolicy", resourcePolicy)
            return wire
        }

        public static let shape: Shape = Shape(
            "ValidateResourcePolicyRequest",
            .structure(members: [
                ShapeMember("SecretId", ShapeReference(SecretsManagerShapes.secretIdType)),
                ShapeMember(
                    "ResourcePolicy", ShapeReference(SecretsManagerShapes.nonEmptyResourcePolicyType), isRequired: true
                ),
            ]))
    }

    public struct ValidateResourcePolicyOutput: AWSStructure {
        public var policyValidationPassed: Bool?
        public var validationErrors: [SecretsManager.ValidationErrorsEntry]?

        public init(
            policyValidationPassed: Bool? = nil, validationErrors: [SecretsManager.ValidationErrorsEntry]? = nil
        ) {
            self.policyValidationPassed = policyValidationPassed
            self.validationErrors = validationErrors
        }

        public init(wire: WireObject) throws {
            policyValidationPassed = try wire.optionalBoolean("PolicyValidationPassed")
            validationErrors = try wire.optionalStructures("ValidationErrors")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addBoolean("PolicyValidationPassed", policyValidationPassed)
            wire.addStructures("ValidationErrors", validationErrors)
            return wire
        }

        public static let shape: Shape = Shape(
            "ValidateResourcePolicyResponse",
            .structure(members: [
                ShapeMember("PolicyValidationPassed", ShapeReference(SecretsManagerShapes.booleanType)),
                ShapeMember("ValidationErrors", ShapeReference(SecretsManagerShapes.validationErrorsType)),
            ]))
    }
}
