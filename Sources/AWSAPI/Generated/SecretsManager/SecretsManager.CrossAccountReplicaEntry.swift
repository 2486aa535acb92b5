// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension SecretsManager {
    public struct CrossAccountReplicaEntry: AWSStructure {
        public var replicaSecretARN: String?
        public var replicationRoleARN: String?
        public var replicationStatus: String?
        public var statusMessage: String?

        public init(
            replicaSecretARN: String? = nil, replicationRoleARN: String? = nil, replicationStatus: String? = nil,
            statusMessage: String? = nil
        ) {
            self.replicaSecretARN = replicaSecretARN
            self.replicationRoleARN = replicationRoleARN
            self.replicationStatus = replicationStatus
            self.statusMessage = statusMessage
        }

        public init(wire: WireObject) throws {
            replicaSecretARN = try wire.optionalString("ReplicaSecretARN")
            replicationRoleARN = try wire.optionalString("ReplicationRoleARN")
            replicationStatus = try wire.optionalString("ReplicationStatus")
            statusMessage = try wire.optionalString("StatusMessage")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(4)
            wire.addString("ReplicaSecretARN", replicaSecretARN)
            wire.addString("ReplicationRoleARN", replicationRoleARN)
            wire.addString("ReplicationStatus", replicationStatus)
            wire.addString("StatusMessage", statusMessage)
            return wire
        }

        public static let shape: Shape = Shape(
            "CrossAccountReplicaEntry",
            .structure(members: [
                ShapeMember("ReplicaSecretARN", ShapeReference(SecretsManagerShapes.secretARNType)),
                ShapeMember("ReplicationRoleARN", ShapeReference(SecretsManagerShapes.roleARNType)),
                ShapeMember("ReplicationStatus", ShapeReference(SecretsManagerShapes.statusType)),
                ShapeMember("StatusMessage", ShapeReference(SecretsManagerShapes.statusMessageType)),
            ]))
    }
}
