// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension SecretsManager {
    public enum CancelRotateSecret: AWSOperation {
        public typealias Input = SecretsManager.CancelRotateSecretInput
        public typealias Output = SecretsManager.CancelRotateSecretOutput
        public static var service: AWSService { SecretsManager.service }
        public static let name: String = "CancelRotateSecret"
        public static let errors: [String: Int] = [
            "InternalServiceError": 500, "InvalidParameterException": 400, "InvalidRequestException": 400,
            "ResourceNotFoundException": 400,
        ]
    }

    public struct CancelRotateSecretInput: AWSStructure {
        public var secretId: String

        public init(secretId: String) {
            self.secretId = secretId
        }

        public init(wire: WireObject) throws {
            secretId = try wire.string("SecretId")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addString("SecretId", secretId)
            return wire
        }

        public static let shape: Shape = Shape(
            "CancelRotateSecretRequest",
            .structure(members: [
                ShapeMember("SecretId", ShapeReference(SecretsManagerShapes.secretIdType), isRequired: true),
            ]))
    }

    public struct CancelRotateSecretOutput: AWSStructure {
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
            "CancelRotateSecretResponse",
            .structure(members: [
                ShapeMember("ARN", ShapeReference(SecretsManagerShapes.secretARNType)),
                ShapeMember("Name", ShapeReference(SecretsManagerShapes.secretNameType)),
                ShapeMember("VersionId", ShapeReference(SecretsManagerShapes.secretVersionIdType)),
            ]))
    }
}
