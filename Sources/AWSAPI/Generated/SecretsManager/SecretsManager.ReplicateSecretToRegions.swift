// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension SecretsManager {
    public enum ReplicateSecretToRegions: AWSOperation {
        public typealias Input = SecretsManager.ReplicateSecretToRegionsInput
        public typealias Output = SecretsManager.ReplicateSecretToRegionsOutput
        public static var service: AWSService { SecretsManager.service }
        public static let name: String = "ReplicateSecretToRegions"
        public static let errors: [String: Int] = [
            "InternalServiceError": 500, "InvalidParameterException": 400, "InvalidRequestException": 400,
            "ResourceNotFoundException": 400,
        ]
    }

    public struct ReplicateSecretToRegionsInput: AWSStructure {
        public var secretId: String
        public var addReplicaRegions: [SecretsManager.ReplicaRegionType]
        public var forceOverwriteReplicaSecret: Bool?

        public init(
            secretId: String, addReplicaRegions: [SecretsManager.ReplicaRegionType],
            forceOverwriteReplicaSecret: Bool? = nil
        ) {
            self.secretId = secretId
            self.addReplicaRegions = addReplicaRegions
            self.forceOverwriteReplicaSecret = forceOverwriteReplicaSecret
        }

        public init(wire: WireObject) throws {
            secretId = try wire.string("SecretId")
            addReplicaRegions = try wire.structures("AddReplicaRegions")
            forceOverwriteReplicaSecret = try wire.optionalBoolean("ForceOverwriteReplicaSecret")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addString("SecretId", secretId)
            wire.addStructures("AddReplicaRegions", addReplicaRegions)
            wire.addBoolean("ForceOverwriteReplicaSecret", forceOverwriteReplicaSecret)
            return wire
        }

        public static let shape: Shape = Shape(
            "ReplicateSecretToRegionsRequest",
            .structure(members: [
                ShapeMember("SecretId", ShapeReference(SecretsManagerShapes.secretIdType), isRequired: true),
                ShapeMember(
                    "AddReplicaRegions", ShapeReference(SecretsManagerShapes.addReplicaRegionListType),
                    isRequired: true
                ),
                ShapeMember("ForceOverwriteReplicaSecret", ShapeReference(SecretsManagerShapes.booleanType)),
            ]))
    }

    public struct ReplicateSecretToRegionsOutput: AWSStructure {
        public var arn: String?
        public var replicationStatus: [SecretsManager.ReplicationStatusType]?

        public init(arn: String? = nil, replicationStatus: [SecretsManager.ReplicationStatusType]? = nil) {
            self.arn = arn
            self.replicationStatus = replicationStatus
        }

        public init(wire: WireObject) throws {
            arn = try wire.optionalString("ARN")
            replicationStatus = try wire.optionalStructures("ReplicationStatus")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("ARN", arn)
            wire.addStructures("ReplicationStatus", replicationStatus)
            return wire
        }

        public static let shape: Shape = Shape(
            "ReplicateSecretToRegionsResponse",
            .structure(members: [
                ShapeMember("ARN", ShapeReference(SecretsManagerShapes.secretARNType)),
                ShapeMember("ReplicationStatus", ShapeReference(SecretsManagerShapes.replicationStatusListType)),
            ]))
    }
}
