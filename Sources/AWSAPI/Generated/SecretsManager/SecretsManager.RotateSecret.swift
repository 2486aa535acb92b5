// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension SecretsManager {
    public enum RotateSecret: AWSOperation {
        public typealias Input = SecretsManager.RotateSecretInput
        public typealias Output = SecretsManager.RotateSecretOutput
        public static var service: AWSService { SecretsManager.service }
        public static let name: String = "RotateSecret"
        public static let errors: [String: Int] = [
            "InternalServiceError": 500, "InvalidParameterException": 400, "InvalidRequestException": 400,
            "ResourceNotFoundException": 400,
        ]
    }

    public struct RotateSecretInput: AWSStructure {
        public var secretId: String
        public var clientRequestToken: String?
        public var rotationLambdaARN: String?
        public var rotationRules: SecretsManager.RotationRulesType?
        public var externalSecretRotationMetadata: [SecretsManager.ExternalSecretRotationMetadataItem]?
        public var externalSecretRotationRoleArn: String?
        public var rotateImmediately: Bool?

        public init(
            secretId: String, clientRequestToken: String? = nil, rotationLambdaARN: String? = nil,
            rotationRules: SecretsManager.RotationRulesType? = nil,
            externalSecretRotationMetadata: [SecretsManager.ExternalSecretRotationMetadataItem]? = nil,
            externalSecretRotationRoleArn: String? = nil, rotateImmediately: Bool? = nil
        ) {
            self.secretId = secretId
            self.clientRequestToken = clientRequestToken
            self.rotationLambdaARN = rotationLambdaARN
            self.rotationRules = rotationRules
            self.externalSecretRotationMetadata = externalSecretRotationMetadata
            self.externalSecretRotationRoleArn = externalSecretRotationRoleArn
            self.rotateImmediately = rotateImmediately
        }

        public init(wire: WireObject) throws {
            secretId = try wire.string("SecretId")
            clientRequestToken = try wire.optionalString("ClientRequestToken")
            rotationLambdaARN = try wire.optionalString("RotationLambdaARN")
            rotationRules = try wire.optionalStructure("RotationRules")
            externalSecretRotationMetadata = try wire.optionalStructures("ExternalSecretRotationMetadata")
            externalSecretRotationRoleArn = try wire.optionalString("ExternalSecretRotationRoleArn")
            rotateImmediately = try wire.optionalBoolean("RotateImmediately")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(7)
            wire.addString("SecretId", secretId)
            wire.addString("ClientRequestToken", clientRequestToken)
            wire.addString("RotationLambdaARN", rotationLambdaARN)
            wire.addStructure("RotationRules", rotationRules)
            wire.addStructures("ExternalSecretRotationMetadata", externalSecretRotationMetadata)
            wire.addString("ExternalSecretRotationRoleArn", externalSecretRotationRoleArn)
            wire.addBoolean("RotateImmediately", rotateImmediately)
            return wire
        }

        public static let shape: Shape = Shape(
            "RotateSecretRequest",
            .structure(members: [
                ShapeMember("SecretId", ShapeReference(SecretsManagerShapes.secretIdType), isRequired: true),
                ShapeMember(
                    "ClientRequestToken", ShapeReference(SecretsManagerShapes.clientRequestTokenType),
                    isIdempotencyToken: true
                ),
                ShapeMember("RotationLambdaARN", ShapeReference(SecretsManagerShapes.rotationLambdaARNType)),
                ShapeMember("RotationRules", ShapeReference(SecretsManager.RotationRulesType.shape)),
                ShapeMember(
                    "ExternalSecretRotationMetadata",
                    ShapeReference(SecretsManagerShapes.externalSecretRotationMetadataType)
                ),
                ShapeMember("ExternalSecretRotationRoleArn", ShapeReference(SecretsManagerShapes.roleARNType)),
                ShapeMember("RotateImmediately", ShapeReference(SecretsManagerShapes.booleanType)),
            ]))
    }

    public struct RotateSecretOutput: AWSStructure {
        public var arn: String?
        public var name: String?
        public var versionId: String?

        public init(arn: String? = nil, name: String? = nil, versionId: String? = nil) {
            self.arn = arn
            self.name = name
            self.versionId = versionId
        }

        public init(wire: WireObject) throws {
            arn = try wire.optionalString("ARN")
            name = try wire.optionalString("Name")
            versionId = try wire.optionalString("VersionId")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addString("ARN", arn)
            wire.addString("Name", name)
            wire.addString("VersionId", versionId)
            return wire
        }

        public static let shape: Shape = Shape(
            "RotateSecretResponse",
            .structure(members: [
                ShapeMember("ARN", ShapeReference(SecretsManagerShapes.secretARNType)),
                ShapeMember("Name", ShapeReference(SecretsManagerShapes.secretNameType)),
                ShapeMember("VersionId", ShapeReference(SecretsManagerShapes.secretVersionIdType)),
            ]))
    }
}
