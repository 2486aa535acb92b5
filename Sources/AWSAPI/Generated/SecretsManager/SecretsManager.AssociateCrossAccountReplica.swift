// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension SecretsManager {
    public enum AssociateCrossAccountReplica: AWSOperation {
        public typealias Input = SecretsManager.AssociateCrossAccountReplicaInput
        public typealias Output = SecretsManager.AssociateCrossAccountReplicaOutput
        public static var service: AWSService { SecretsManager.service }
        public static let name: String = "AssociateCrossAccountReplica"
        public static let errors: [String: Int] = [
            "InternalServiceError": 500, "InvalidParameterException": 400, "InvalidRequestException": 400,
            "LimitExceededException": 400, "ResourceNotFoundException": 400,
        ]
    }

    public struct AssociateCrossAccountReplicaInput: AWSStructure {
        public var secretId: String
        public var crossAccountReplicaARN: String
        public var replicaRestriction: String?
        public var replicationRoleARN: String?

        public init(
            secretId: String, crossAccountReplicaARN: String, replicaRestriction: String? = nil,
            replicationRoleARN: String? = nil
        ) {
            self.secretId = secretId
            self.crossAccountReplicaARN = crossAccountReplicaARN
            self.replicaRestriction = replicaRestriction
            self.replicationRoleARN = replicationRoleARN
        }

        public init(wire: WireObject) throws {
            secretId = try wire.string("SecretId")
            crossAccountReplicaARN = try wire.string("CrossAccountReplicaARN")
            replicaRestriction = try wire.optionalString("ReplicaRestriction")
            replicationRoleARN = try wire.optionalString("ReplicationRoleARN")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(4)
            wire.addString("SecretId", secretId)
            wire.addString("CrossAccountReplicaARN", crossAccountReplicaARN)
            wire.addString("ReplicaRestriction", replicaRestriction)
            wire.addString("ReplicationRoleARN", replicationRoleARN)
            return wire
        }

        public static let shape: Shape = Shape(
            "AssociateCrossAccountReplicaRequest",
            .structure(members: [
                ShapeMember("SecretId", ShapeReference(SecretsManagerShapes.secretIdType), isRequired: true),
                ShapeMember(
                    "CrossAccountReplicaARN", ShapeReference(SecretsManagerShapes.secretARNType), isRequired: true
                ),
                ShapeMember("ReplicaRestriction", ShapeReference(SecretsManagerShapes.replicaRestrictionType)),
                ShapeMember("ReplicationRoleARN", ShapeReference(SecretsManagerShapes.roleARNType)),
            ]))
    }

    public struct AssociateCrossAccountReplicaOutput: AWSStructure {
        public var arn: String?
        public var crossAccountReplicaARN: String?
        public var replicationStatus: String?

        public init(arn: String? = nil, crossAccountReplicaARN: String? = nil, replicationStatus: String? = nil) {
            self.arn = arn
            self.crossAccountReplicaARN = crossAccountReplicaARN
            self.replicationStatus = replicationStatus
        }

        public init(wire: WireObject) throws {
            arn = try wire.optionalString("ARN")
            crossAccountReplicaARN = try wire.optionalString("CrossAccountReplicaARN")
            replicationStatus = try wire.optionalString("ReplicationStatus")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addString("ARN", arn)
            wire.addString("CrossAccountReplicaARN", crossAccountReplicaARN)
            wire.addString("ReplicationStatus", replicationStatus)
            return wire
        }

        public static let shape: Shape = Shape(
            "AssociateCrossAccountReplicaResponse",
            .structure(members: [
                ShapeMember("ARN", ShapeReference(SecretsManagerShapes.secretARNType)),
                ShapeMember("CrossAccountReplicaARN", ShapeReference(SecretsManagerShapes.secretARNType)),
                ShapeMember("ReplicationStatus", ShapeReference(SecretsManagerShapes.statusType)),
            ]))
    }
}
