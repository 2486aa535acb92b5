// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension SecretsManager {
    public enum RemoveRegionsFromReplication: AWSOperation {
        public typealias Input = SecretsManager.RemoveRegionsFromReplicationInput
        public typealias Output = SecretsManager.RemoveRegionsFromReplicationOutput
        public static var service: AWSService { SecretsManager.service }
        public static let name: String = "RemoveRegionsFromReplication"
        public static let errors: [String: Int] = [
            "InternalServiceError": 500, "InvalidParameterException": 400, "InvalidRequestException": 400,
            "ResourceNotFoundException": 400,
        ]
    }

    public struct RemoveRegionsFromReplicationInput: AWSStructure {
        public var secretId: String
        public var removeReplicaRegions: [String]

        public init(secretId: String, removeReplicaRegions: [String]) {
            self.secretId = secretId
            self.removeReplicaRegions = removeReplicaRegions
        }

        public init(wire: WireObject) throws {
            secretId = try wire.string("SecretId")
            removeReplicaRegions = try wire.strings("RemoveReplicaRegions")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("SecretId", secretId)
            wire.addStrings("RemoveReplicaRegions", removeReplicaRegions)
            return wire
        }

        public static let shape: Shape = Shape(
            "RemoveRegionsFromReplicationRequest",
            .structure(members: [
                ShapeMember("SecretId", ShapeReference(SecretsManagerShapes.secretIdType), isRequired: true),
                ShapeMember(
                    "RemoveReplicaRegions", ShapeReference(SecretsManagerShapes.removeReplicaRegionListType),
                    isRequired: true
                ),
            ]))
    }

    public struct RemoveRegionsFromReplicationOutput: AWSStructure {
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
            "RemoveRegionsFromReplicationResponse",
            .structure(members: [
                ShapeMember("ARN", ShapeReference(SecretsManagerShapes.secretARNType)),
                ShapeMember("ReplicationStatus", ShapeReference(SecretsManagerShapes.replicationStatusListType)),
            ]))
    }
}
