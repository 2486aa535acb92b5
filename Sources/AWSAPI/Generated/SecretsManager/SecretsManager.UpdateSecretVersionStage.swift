// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension SecretsManager {
    public enum UpdateSecretVersionStage: AWSOperation {
        public typealias Input = SecretsManager.UpdateSecretVersionStageInput
        public typealias Output = SecretsManager.UpdateSecretVersionStageOutput
        public static var service: AWSService { SecretsManager.service }
        public static let name: String = "UpdateSecretVersionStage"
        public static let errors: [String: Int] = [
            "InternalServiceError": 500, "InvalidParameterException": 400, "InvalidRequestException": 400,
            "LimitExceededException": 400, "ResourceNotFoundException": 400,
        ]
    }

    public struct UpdateSecretVersionStageInput: AWSStructure {
        public var secretId: String
        public var versionStage: String
        public var removeFromVersionId: String?
        public var moveToVersionId: String?

        public init(
            secretId: String, versionStage: String, removeFromVersionId: String? = nil, moveToVersionId: String? = nil
        ) {
            self.secretId = secretId
            self.versionStage = versionStage
            self.removeFromVersionId = removeFromVersionId
            self.moveToVersionId = moveToVersionId
        }

        public init(wire: WireObject) throws {
            secretId = try wire.string("SecretId")
            versionStage = try wire.string("VersionStage")
            removeFromVersionId = try wire.optionalString("RemoveFromVersionId")
            moveToVersionId = try wire.optionalString("MoveToVersionId")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(4)
            wire.addString("SecretId", secretId)
            wire.addString("VersionStage", versionStage)
            wire.addString("RemoveFromVersionId", removeFromVersionId)
            wire.addString("MoveToVersionId", moveToVersionId)
            return wire
        }

        public static let shape: Shape = Shape(
            "UpdateSecretVersionStageRequest",
            .structure(members: [
                ShapeMember("SecretId", ShapeReference(SecretsManagerShapes.secretIdType), isRequired: true),
                ShapeMember(
                    "VersionStage", ShapeReference(SecretsManagerShapes.secretVersionStageType), isRequired: true
                ),
                ShapeMember("RemoveFromVersionId", ShapeReference(SecretsManagerShapes.secretVersionIdType)),
                ShapeMember("MoveToVersionId", ShapeReference(SecretsManagerShapes.secretVersionIdType)),
            ]))
    }

    public struct UpdateSecretVersionStageOutput: AWSStructure {
        public var arn: String?
        public var name: String?

        public init(arn: String? = nil, name: String? = nil) {
            self.arn = arn
            self.name = name
        }

        public init(wire: WireObject) throws {
            arn = try wire.optionalString("ARN")
            name = try wire.optionalString("Name")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("ARN", arn)
            wire.addString("Name", name)
            return wire
        }

        public static let shape: Shape = Shape(
            "UpdateSecretVersionStageResponse",
            .structure(members: [
                ShapeMember("ARN", ShapeReference(SecretsManagerShapes.secretARNType)),
                ShapeMember("Name", ShapeReference(SecretsManagerShapes.secretNameType)),
            ]))
    }
}
