// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension SecretsManager {
    public enum StopReplicationToReplica: AWSOperation {
        public typealias Input = SecretsManager.StopReplicationToReplicaInput
        public typealias Output = SecretsManager.StopReplicationToReplicaOutput
        public static var service: AWSService { SecretsManager.service }
        public static let name: String = "StopReplicationToReplica"
        public static let errors: [String: Int] = [
            "InternalServiceError": 500, "InvalidParameterException": 400, "InvalidRequestException": 400,
            "ResourceNotFoundException": 400,
        ]
    }

    public struct StopReplicationToReplicaInput: AWSStructure {
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
            "StopReplicationToReplicaRequest",
            .structure(members: [
                ShapeMember("SecretId", ShapeReference(SecretsManagerShapes.secretIdType), isRequired: true),
            ]))
    }

    public struct StopReplicationToReplicaOutput: AWSStructure {
        public var arn: String?

        public init(arn: String? = nil) {
            self.arn = arn
        }

        public init(wire: WireObject) throws {
            arn = try wire.optionalString("ARN")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addString("ARN", arn)
            return wire
        }

        public static let shape: Shape = Shape(
            "StopReplicationToReplicaResponse",
            .structure(members: [
                ShapeMember("ARN", ShapeReference(SecretsManagerShapes.secretARNType)),
            ]))
    }
}
