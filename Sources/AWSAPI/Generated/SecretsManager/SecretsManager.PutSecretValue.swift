// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension SecretsManager {
    public enum PutSecretValue: AWSOperation {
        public typealias Input = SecretsManager.PutSecretValueInput
        public typealias Output = SecretsManager.PutSecretValueOutput
        public static var service: AWSService { SecretsManager.service }
        public static let name: String = "PutSecretValue"
        public static let errors: [String: Int] = [
            "DecryptionFailure": 400, "EncryptionFailure": 400, "InternalServiceError": 500,
            "InvalidParameterException": 400, "InvalidRequestException": 400, "LimitExceededException": 400,
            "ResourceExistsException": 400, "ResourceNotFoundException": 400,
        ]
    }

    public struct PutSecretValueInput: AWSStructure {
        public var secretId: String
        public var clientRequestToken: String?
        public var secretBinary: SharedSecret?
        public var secretString: SharedSecret?
        public var versionStages: [String]?
        public var rotationToken: SharedSecret?

        public init(
            secretId: String, clientRequestToken: String? = nil, secretBinary: SharedSecret? = nil,
            secretString: SharedSecret? = nil, versionStages: [String]? = nil, rotationToken: SharedSecret? = nil
        ) {
            self.secretId = secretId
            self.clientRequestToken = clientRequestToken
            self.secretBinary = secretBinary
            self.secretString = secretString
            self.versionStages = versionStages
            self.rotationToken = rotationToken
        }

        public init(wire: WireObject) throws {
            secretId = try wire.string("SecretId")
            clientRequestToken = try wire.optionalString("ClientRequestToken")
            secretBinary = try wire.optionalSecret("SecretBinary")
            secretString = try wire.optionalSecret("SecretString")
            versionStages = try wire.optionalStrings("VersionStages")
            rotationToken = try wire.optionalSecret("RotationToken")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(6)
            wire.addString("SecretId", secretId)
            wire.addString("ClientRequestToken", clientRequestToken)
            wire.addSecret("SecretBinary", secretBinary)
            wire.addSecret("SecretString", secretString)
            wire.addStrings("VersionStages", versionStages)
            wire.addSecret("RotationToken", rotationToken)
            return wire
        }

        public static let shape: Shape = Shape(
            "PutSecretValueRequest",
            .structure(members: [
                ShapeMember("SecretId", ShapeReference(SecretsManagerShapes.secretIdType), isRequired: true),
                ShapeMember(
                    "ClientRequestToken", ShapeReference(SecretsManagerShapes.clientRequestTokenType),
                    isIdempotencyToken: true
                ),
                ShapeMember("SecretBinary", ShapeReference(SecretsManagerShapes.secretBinaryType)),
                ShapeMember("SecretString", ShapeReference(SecretsManagerShapes.secretStringType)),
                ShapeMember("VersionStages", ShapeReference(SecretsManagerShapes.secretVersionStagesType)),
                ShapeMember("RotationToken", ShapeReference(SecretsManagerShapes.rotationTokenType)),
            ]))
    }

    public struct PutSecretValueOutput: AWSStructure {
        public var arn: String?
        public var name: String?
        public var versionId: String?
        public var versionStages: [String]?

        public init(arn: String? = nil, name: String? = nil, versionId: String? = nil, versionStages: [String]? = nil) {
            self.arn = arn
            self.name = name
            self.versionId = versionId
            self.versionStages = versionStages
        }

        public init(wire: WireObject) throws {
            arn = try wire.optionalString("ARN")
            name = try wire.optionalString("Name")
            versionId = try wire.optionalString("VersionId")
            versionStages = try wire.optionalStrings("VersionStages")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(4)
            wire.addString("ARN", arn)
            wire.addString("Name", name)
            wire.addString("VersionId", versionId)
            wire.addStrings("VersionStages", versionStages)
            return wire
        }

        public static let shape: Shape = Shape(
            "PutSecretValueResponse",
            .structure(members: [
                ShapeMember("ARN", ShapeReference(SecretsManagerShapes.secretARNType)),
                ShapeMember("Name", ShapeReference(SecretsManagerShapes.secretNameType)),
                ShapeMember("VersionId", ShapeReference(SecretsManagerShapes.secretVersionIdType)),
                ShapeMember("VersionStages", ShapeReference(SecretsManagerShapes.secretVersionStagesType)),
            ]))
    }
}
