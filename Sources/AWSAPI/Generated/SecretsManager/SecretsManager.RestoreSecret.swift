// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension SecretsManager {
    public enum RestoreSecret: AWSOperation {
        public typealias Input = SecretsManager.RestoreSecretInput
        public typealias Output = SecretsManager.RestoreSecretOutput
        public static var service: AWSService { SecretsManager.service }
        public static let name: String = "RestoreSecret"
        public static let errors: [String: Int] = [
            "InternalServiceError": 500, "InvalidParameterException": 400, "InvalidRequestException": 400,
            "ResourceNotFoundException": 400,
        ]
    }

    public struct RestoreSecretInput: AWSStructure {
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
            "RestoreSecretRequest",
            .structure(members: [
                ShapeMember("SecretId", ShapeReference(SecretsManagerShapes.secretIdType), isRequired: true),
            ]))
    }

    public struct RestoreSecretOutput: AWSStructure {
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
            "RestoreSecretResponse",
            .structure(members: [
                ShapeMember("ARN", ShapeReference(SecretsManagerShapes.secretARNType)),
                ShapeMember("Name", ShapeReference(SecretsManagerShapes.secretNameType)),
            ]))
    }
}
