// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension SecretsManager {
    public struct SecretListEntry: AWSStructure {
        public var arn: String?
        public var name: String?
        public var type: String?
        public var description: String?
        public var kmsKeyId: String?
        public var rotationEnabled: Bool?
        public var rotationLambdaARN: String?
        public var rotationRules: SecretsManager.RotationRulesType?
        public var externalSecretRotationMetadata: [SecretsManager.ExternalSecretRotationMetadataItem]?
        public var externalSecretRotationRoleArn: String?
        public var lastRotatedDate: Timestamp?
        public var lastChangedDate: Timestamp?
        public var lastAccessedDate: Timestamp?
        public var deletedDate: Timestamp?
        public var nextRotationDate: Timestamp?
        public var tags: [SecretsManager.Tag]?
        public var secretVersionsToStages: [String: [String]]?
        public var owningService: String?
        public var createdDate: Timestamp?
        public var primaryRegion: String?

        public init(
            arn: String? = nil, name: String? = nil, type: String? = nil, description: String? = nil,
            kmsKeyId: String? = nil, rotationEnabled: Bool? = nil, rotationLambdaARN: String? = nil,
            rotationRules: SecretsManager.RotationRulesType? = nil,
            externalSecretRotationMetadata: [SecretsManager.ExternalSecretRotationMetadataItem]? = nil,
            externalSecretRotationRoleArn: String? = nil, lastRotatedDate: Timestamp? = nil,
            lastChangedDate: Timestamp? = nil, lastAccessedDate: Timestamp? = nil, deletedDate: Timestamp? = nil,
            nextRotationDate: Timestamp? = nil, tags: [SecretsManager.Tag]? = nil,
            secretVersionsToStages: [String: [String]]? = nil, owningService: String? = nil,
            createdDate: Timestamp? = nil, primaryRegion: String? = nil
        ) {
            self.arn = arn
            self.name = name
            self.type = type
            self.description = description
            self.kmsKeyId = kmsKeyId
            self.rotationEnabled = rotationEnabled
            self.rotationLambdaARN = rotationLambdaARN
            self.rotationRules = rotationRules
            self.externalSecretRotationMetadata = externalSecretRotationMetadata
            self.externalSecretRotationRoleArn = externalSecretRotationRoleArn
            self.lastRotatedDate = lastRotatedDate
            self.lastChangedDate = lastChangedDate
            self.lastAccessedDate = lastAccessedDate
            self.deletedDate = deletedDate
            self.nextRotationDate = nextRotationDate
            self.tags = tags
            self.secretVersionsToStages = secretVersionsToStages
            self.owningService = owningService
            self.createdDate = createdDate
            self.primaryRegion = primaryRegion
        }

        public init(wire: WireObject) throws {
            arn = try wire.optionalString("ARN")
            name = try wire.optionalString("Name")
            type = try wire.optionalString("Type")
            description = try wire.optionalString("Description")
            kmsKeyId = try wire.optionalString("KmsKeyId")
            rotationEnabled = try wire.optionalBoolean("RotationEnabled")
            rotationLambdaARN = try wire.optionalString("RotationLambdaARN")
            rotationRules = try wire.optionalStructure("RotationRules")
            externalSecretRotationMetadata = try wire.optionalStructures("ExternalSecretRotationMetadata")
            externalSecretRotationRoleArn = try wire.optionalString("ExternalSecretRotationRoleArn")
            lastRotatedDate = try wire.optionalTimestamp("LastRotatedDate")
            lastChangedDate = try wire.optionalTimestamp("LastChangedDate")
            lastAccessedDate = try wire.optionalTimestamp("LastAccessedDate")
            deletedDate = try wire.optionalTimestamp("DeletedDate")
            nextRotationDate = try wire.optionalTimestamp("NextRotationDate")
            tags = try wire.optionalStructures("Tags")
            secretVersionsToStages = try wire.optionalStringsMap("SecretVersionsToStages")
            owningService = try wire.optionalString("OwningService")
            createdDate = try wire.optionalTimestamp("CreatedDate")
            primaryRegion = try wire.optionalString("PrimaryRegion")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(20)
            wire.addString("ARN", arn)
            wire.addString("Name", name)
            wire.addString("Type", type)
            wire.addString("Description", description)
            wire.addString("KmsKeyId", kmsKeyId)
            wire.addBoolean("RotationEnabled", rotationEnabled)
            wire.addString("RotationLambdaARN", rotationLambdaARN)
            wire.addStructure("RotationRules", rotationRules)
            wire.addStructures("ExternalSecretRotationMetadata", externalSecretRotationMetadata)
            wire.addString("ExternalSecretRotationRoleArn", externalSecretRotationRoleArn)
            wire.addTimestamp("LastRotatedDate", lastRotatedDate)
            wire.addTimestamp("LastChangedDate", lastChangedDate)
            wire.addTimestamp("LastAccessedDate", lastAccessedDate)
            wire.addTimestamp("DeletedDate", deletedDate)
            wire.addTimestamp("NextRotationDate", nextRotationDate)
            wire.addStructures("Tags", tags)
            wire.addStringsMap("SecretVersionsToStages", secretVersionsToStages)
            wire.addString("OwningService", owningService)
            wire.addTimestamp("CreatedDate", createdDate)
            wire.addString("PrimaryRegion", primaryRegion)
            return wire
        }

        public static let shape: Shape = Shape(
            "SecretListEntry",
            .structure(members: [
                ShapeMember("ARN", ShapeReference(SecretsManagerShapes.secretARNType)),
                ShapeMember("Name", ShapeReference(SecretsManagerShapes.secretNameType)),
                ShapeMember("Type", ShapeReference(SecretsManagerShapes.medeaTypeType)),
                ShapeMember("Description", ShapeReference(SecretsManagerShapes.descriptionType)),
                ShapeMember("KmsKeyId", ShapeReference(SecretsManagerShapes.kmsKeyIdType)),
                ShapeMember("RotationEnabled", ShapeReference(SecretsManagerShapes.rotationEnabledType)),
                ShapeMember("RotationLambdaARN", ShapeReference(SecretsManagerShapes.rotationLambdaARNType)),
                ShapeMember("RotationRules", ShapeReference(SecretsManager.RotationRulesType.shape)),
                ShapeMember(
                    "ExternalSecretRotationMetadata",
                    ShapeReference(SecretsManagerShapes.externalSecretRotationMetadataType)
                ),
                ShapeMember("ExternalSecretRotationRoleArn", ShapeReference(SecretsManagerShapes.roleARNType)),
                ShapeMember("LastRotatedDate", ShapeReference(SecretsManagerShapes.lastRotatedDateType)),
                ShapeMember("LastChangedDate", ShapeReference(SecretsManagerShapes.lastChangedDateType)),
                ShapeMember("LastAccessedDate", ShapeReference(SecretsManagerShapes.lastAccessedDateType)),
                ShapeMember("DeletedDate", ShapeReference(SecretsManagerShapes.deletedDateType)),
                ShapeMember("NextRotationDate", ShapeReference(SecretsManagerShapes.nextRotationDateType)),
                ShapeMember("Tags", ShapeReference(SecretsManagerShapes.tagListType)),
                ShapeMember(
                    "SecretVersionsToStages", ShapeReference(SecretsManagerShapes.secretVersionsToStagesMapType)
                ),
                ShapeMember("OwningService", ShapeReference(SecretsManagerShapes.owningServiceType)),
                ShapeMember("CreatedDate", ShapeReference(SecretsManagerShapes.timestampType)),
                ShapeMember("PrimaryRegion", ShapeReference(SecretsManagerShapes.regionType)),
            ]))
    }
}
