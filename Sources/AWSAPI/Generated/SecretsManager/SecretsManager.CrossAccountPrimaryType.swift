// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension SecretsManager {
    public struct CrossAccountPrimaryType: AWSStructure {
        public var primarySecretARN: String?
        public var replicationStatus: String?
        public var statusMessage: String?

        public init(primarySecretARN: String? = nil, replicationStatus: String? = nil, statusMessage: String? = nil) {
            self.primarySecretARN = primarySecretARN
            self.replicationStatus = replicationStatus
            self.statusMessage = statusMessage
        }

        public init(wire: WireObject) throws {
            primarySecretARN = try wire.optionalString("PrimarySecretARN")
            replicationStatus = try wire.optionalString("ReplicationStatus")
            statusMessage = try wire.optionalString("StatusMessage")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(3)
            wire.addString("PrimarySecretARN", primarySecretARN)
            wire.addString("ReplicationStatus", replicationStatus)
            wire.addString("StatusMessage", statusMessage)
            return wire
        }

        public static let shape: Shape = Shape(
            "CrossAccountPrimaryType",
            .structure(members: [
                ShapeMember("PrimarySecretARN", ShapeReference(SecretsManagerShapes.secretARNType)),
                ShapeMember("ReplicationStatus", ShapeReference(SecretsManagerShapes.statusType)),
                ShapeMember("StatusMessage", ShapeReference(SecretsManagerShapes.statusMessageType)),
            ]))
    }
}
