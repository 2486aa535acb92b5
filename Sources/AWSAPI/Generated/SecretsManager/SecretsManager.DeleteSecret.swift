// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension SecretsManager {
    public enum DeleteSecret: AWSOperation {
        public typealias Input = SecretsManager.DeleteSecretInput
        public typealias Output = SecretsManager.DeleteSecretOutput
        public static var service: AWSService { SecretsManager.service }
        public static let name: String = "DeleteSecret"
        public static let errors: [String: Int] = [
            "InternalServiceError": 500, "InvalidParameterException": 400, "InvalidRequestException": 400,
            "ResourceNotFoundException": 400,
        ]
    }

    public struct DeleteSecretInput: AWSStructure {
        public var secretId: String
        public var recoveryWindowInDays: Int?
        public var forceDeleteWithoutRecovery: Bool?

        public init(secretId: String, recoveryWindowInDays: Int? = nil, forceDeleteWithoutRecovery: Bool? = nil) {
            self.secretId = secretId
            self.recoveryWindowInDays = recoveryWindowInDays
            self.forceDeleteWithoutRecovery = forceDeleteWithoutRecovery
        }

        public init(wire: WireObject) throws {
            secretId = try wire.string("SecretId")
            recoveryWindowInDays = try wire.optionalInteger("RecoveryWindowInDays")
            forceDeleteWithoutRecovery = try wire.optionalBoolean("ForceDeleteWithoutRecovery")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addString("SecretId", secretId)
            wire.addInteger("RecoveryWindowInDays", recoveryWindowInDays)
            wire.addBoolean("ForceDeleteWithoutRecovery", forceDeleteWithoutRecovery)
            return wire
        }

        public static let shape: Shape = Shape(
            "DeleteSecretRequest",
            .structure(members: [
                ShapeMember("SecretId", ShapeReference(SecretsManagerShapes.secretIdType), isRequired: true),
                ShapeMember("RecoveryWindowInDays", ShapeReference(SecretsManagerShapes.recoveryWindowInDaysType)),
                ShapeMember("ForceDeleteWithoutRecovery", ShapeReference(SecretsManagerShapes.booleanType)),
            ]))
    }

    public struct DeleteSecretOutput: AWSStructure {
        public var arn: String?
        public var name: String?
        public var deletionDate: Timestamp?

        public init(arn: String? = nil, name: String? = nil, deletionDate: Timestamp? = nil) {
            self.arn = arn
            self.name = name
            self.deletionDate = deletionDate
        }

        public init(wire: WireObject) throws {
            arn = try wire.optionalString("ARN")
            name = try wire.optionalString("Name")
            deletionDate = try wire.optionalTimestamp("DeletionDate")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addString("ARN", arn)
            wire.addString("Name", name)
            wire.addTimestamp("DeletionDate", deletionDate)
            return wire
        }

        public static let shape: Shape = Shape(
            "DeleteSecretResponse",
            .structure(members: [
                ShapeMember("ARN", ShapeReference(SecretsManagerShapes.secretARNType)),
                ShapeMember("Name", ShapeReference(SecretsManagerShapes.secretNameType)),
                ShapeMember("DeletionDate", ShapeReference(SecretsManagerShapes.deletionDateType)),
            ]))
    }
}
