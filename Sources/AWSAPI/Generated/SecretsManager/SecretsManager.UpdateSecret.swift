// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension SecretsManager {
    public enum UpdateSecret: AWSOperation {
        public typealias Input = SecretsManager.UpdateSecretInput
        public typealias Output = SecretsManager.UpdateSecretOutput
        public static var service: AWSService { SecretsManager.service }
        public static let name: String = "UpdateSecret"
        public static let errors: [String: Int] = [
            "DecryptionFailure": 400, "EncryptionFailure": 400, "InternalServiceError": 500,
            "InvalidParameterException": 400, "InvalidRequestException": 400, "LimitExceededException": 400,
            "MalformedPolicyDocumentException": 400, "PreconditionNotMetException": 400, "ResourceExistsException": 400,
            "ResourceNotFoundException": 400,
        ]
    }

    public struct UpdateSecretInput: AWSStructure {
        public var secretId: String
        public var clientRequestToken: String?
        public var description: String?
        public var kmsKeyId: String?
        public var secretBinary: SharedSecret?
        public var secretString: SharedSecret?
        public var type: String?

        public init(
            secretId: String, clientRequestToken: String? = nil, description: String? = nil, kmsKeyId: String? = nil,
            secretBinary: SharedSecret? = nil, secretString: SharedSecret? = nil, type: String? = nil
        ) {
            self.secretId = secretId
            self.clientRequestToken = clientRequestToken
            self.description = description
            self.kmsKeyId = kmsKeyId
            self.secretBinary = secretBinary
            self.secretString = secretString
            self.type = type
        }

        public init(wire: WireObject) throws {
            secretId = try wire.string("SecretId")
            clientRequestToken = try wire.optionalString("ClientRequestToken")
            description = try wire.optionalString("Description")
            kmsKeyId = try wire.optionalString("KmsKeyId")
            secretBinary = try wire.optionalSecret("SecretBinary")
            secretString = try wire.optionalSecret("SecretString")
            type = try wire.optionalString("Type")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(7)
            wire.addString("SecretId", secretId)
            wire.addString("ClientRequestToken", clientRequestToken)
            wire.addString("Description", description)
            wire.addString("KmsKeyId", kmsKeyId)
            wire.addSecret("SecretBinary", secretBinary)
            wire.addSecret("SecretString", secretString)
            wire.addString("Type", type)
            return wire
        }

        public static let shape: Shape = Shape(
            "UpdateSecretRequest",
            .structure(members: [
                ShapeMember("SecretId", ShapeReference(SecretsManagerShapes.secretIdType), isRequired: true),
                ShapeMember(
                    "ClientRequestToken", ShapeReference(SecretsManagerShapes.clientRequestTokenType),
                    isIdempotencyToken: true
                ),
                ShapeMember("Description", ShapeReference(SecretsManagerShapes.descriptionType)),
                ShapeMember("KmsKeyId", ShapeReference(SecretsManagerShapes.kmsKeyIdType)),
                ShapeMember("SecretBinary", ShapeReference(SecretsManagerShapes.secretBinaryType)),
                ShapeMember("SecretString", ShapeReference(SecretsManagerShapes.secretStringType)),
                ShapeMember("Type", ShapeReference(SecretsManagerShapes.medeaTypeType)),
            ]))
    }

    public struct UpdateSecretOutput: AWSStructure {
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
            "UpdateSecretResponse",
            .structure(members: [
                ShapeMember("ARN", ShapeReference(SecretsManagerShapes.secretARNType)),
                ShapeMember("Name", ShapeReference(SecretsManagerShapes.secretNameType)),
                ShapeMember("VersionId", ShapeReference(SecretsManagerShapes.secretVersionIdType)),
            ]))
    }
}
