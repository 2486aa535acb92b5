// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension SecretsManager {
    public enum CreateSecret: AWSOperation {
        public typealias Input = SecretsManager.CreateSecretInput
        public typealias Output = SecretsManager.CreateSecretOutput
        public static var service: AWSService { SecretsManager.service }
        public static let name: String = "CreateSecret"
        public static let errors: [String: Int] = [
            "DecryptionFailure": 400, "EncryptionFailure": 400, "InternalServiceError": 500,
            "InvalidParameterException": 400, "InvalidRequestException": 400, "LimitExceededException": 400,
            "MalformedPolicyDocumentException": 400, "PreconditionNotMetException": 400, "ResourceExistsException": 400,
            "ResourceNotFoundException": 400,
        ]
    }

    public struct CreateSecretInput: AWSStructure {
        public var name: String
        public var clientRequestToken: String?
        public var description: String?
        public var kmsKeyId: String?
        public var secretBinary: SharedSecret?
        public var secretString: SharedSecret?
        public var tags: [SecretsManager.Tag]?
        public var addReplicaRegions: [SecretsManager.ReplicaRegionType]?
        public var forceOverwriteReplicaSecret: Bool?
        public var type: String?
        public var crossAccountPrimaryARN: String?

        public init(
            name: String, clientRequestToken: String? = nil, description: String? = nil, kmsKeyId: String? = nil,
            secretBinary: SharedSecret? = nil, secretString: SharedSecret? = nil, tags: [SecretsManager.Tag]? = nil,
            addReplicaRegions: [SecretsManager.ReplicaRegionType]? = nil, forceOverwriteReplicaSecret: Bool? = nil,
            type: String? = nil, crossAccountPrimaryARN: String? = nil
        ) {
            self.name = name
            self.clientRequestToken = clientRequestToken
            self.description = description
            self.kmsKeyId = kmsKeyId
            self.secretBinary = secretBinary
            self.secretString = secretString
            self.tags = tags
            self.addReplicaRegions = addReplicaRegions
            self.forceOverwriteReplicaSecret = forceOverwriteReplicaSecret
            self.type = type
            self.crossAccountPrimaryARN = crossAccountPrimaryARN
        }

        public init(wire: WireObject) throws {
            name = try wire.string("Name")
            clientRequestToken = try wire.optionalString("ClientRequestToken")
            description = try wire.optionalString("Description")
            kmsKeyId = try wire.optionalString("KmsKeyId")
            secretBinary = try wire.optionalSecret("SecretBinary")
            secretString = try wire.optionalSecret("SecretString")
            tags = try wire.optionalStructures("Tags")
            addReplicaRegions = try wire.optionalStructures("AddReplicaRegions")
            forceOverwriteReplicaSecret = try wire.optionalBoolean("ForceOverwriteReplicaSecret")
            type = try wire.optionalString("Type")
            crossAccountPrimaryARN = try wire.optionalString("CrossAccountPrimaryARN")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(11)
            wire.addString("Name", name)
            wire.addString("ClientRequestToken", clientRequestToken)
            wire.addString("Description", description)
            wire.addString("KmsKeyId", kmsKeyId)
            wire.addSecret("SecretBinary", secretBinary)
            wire.addSecret("SecretString", secretString)
            wire.addStructures("Tags", tags)
            wire.addStructures("AddReplicaRegions", addReplicaRegions)
            wire.addBoolean("ForceOverwriteReplicaSecret", forceOverwriteReplicaSecret)
            wire.addString("Type", type)
            wire.addString("CrossAccountPrimaryARN", crossAccountPrimaryARN)
            return wire
        }

        public static let shape: Shape = Shape(
            "CreateSecretRequest",
            .structure(members: [
                ShapeMember("Name", ShapeReference(SecretsManagerShapes.nameType), isRequired: true),
                ShapeMember(
                    "ClientRequestToken", ShapeReference(SecretsManagerShapes.clientRequestTokenType),
                    isIdempotencyToken: true
                ),
                ShapeMember("Description", ShapeReference(SecretsManagerShapes.descriptionType)),
                ShapeMember("KmsKeyId", ShapeReference(SecretsManagerShapes.kmsKeyIdType)),
                ShapeMember("SecretBinary", ShapeReference(SecretsManagerShapes.secretBinaryType)),
                ShapeMember("SecretString", ShapeReference(SecretsManagerShapes.secretStringType)),
                ShapeMember("Tags", ShapeReference(SecretsManagerShapes.tagListType)),
                ShapeMember("AddReplicaRegions", ShapeReference(SecretsManagerShapes.addReplicaRegionListType)),
                ShapeMember("ForceOverwriteReplicaSecret", ShapeReference(SecretsManagerShapes.booleanType)),
                ShapeMember("Type", ShapeReference(SecretsManagerShapes.medeaTypeType)),
                ShapeMember("CrossAccountPrimaryARN", ShapeReference(SecretsManagerShapes.secretARNType)),
            ]))
    }

    public struct CreateSecretOutput: AWSStructure {
        public var arn: String?
        public var name: String?
        public var versionId: String?
        public var replicationStatus: [SecretsManager.ReplicationStatusType]?

        public init(
            arn: String? = nil, name: String? = nil, versionId: String? = nil,
            replicationStatus: [SecretsManager.ReplicationStatusType]? = nil
        ) {
            self.arn = arn
            self.name = name
            self.versionId = versionId
            self.replicationStatus = replicationStatus
        }

        public init(wire: WireObject) throws {
            arn = try wire.optionalString("ARN")
            name = try wire.optionalString("Name")
            versionId = try wire.optionalString("VersionId")
            replicationStatus = try wire.optionalStructures("ReplicationStatus")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(4)
            wire.addString("ARN", arn)
            wire.addString("Name", name)
            wire.addString("VersionId", versionId)
            wire.addStructures("ReplicationStatus", replicationStatus)
            return wire
        }

        public static let shape: Shape = Shape(
            "CreateSecretResponse",
            .structure(members: [
                ShapeMember("ARN", ShapeReference(SecretsManagerShapes.secretARNType)),
                ShapeMember("Name", ShapeReference(SecretsManagerShapes.secretNameType)),
                ShapeMember("VersionId", ShapeReference(SecretsManagerShapes.secretVersionIdType)),
                ShapeMember("ReplicationStatus", ShapeReference(SecretsManagerShapes.replicationStatusListType)),
            ]))
    }
}
