// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension SecretsManager {
    public struct ReplicationStatusType: AWSStructure {
        public var region: String?
        public var kmsKeyId: String?
        public var status: String?
        public var statusMessage: String?
        public var lastAccessedDate: Timestamp?

        public init(
            region: String? = nil, kmsKeyId: String? = nil, status: String? = nil, statusMessage: String? = nil,
            lastAccessedDate: Timestamp? = nil
        ) {
            self.region = region
            self.kmsKeyId = kmsKeyId
            self.status = status
            self.statusMessage = statusMessage
            self.lastAccessedDate = lastAccessedDate
        }

        public init(wire: WireObject) throws {
            region = try wire.optionalString("Region")
            kmsKeyId = try wire.optionalString("KmsKeyId")
            status = try wire.optionalString("Status")
            statusMessage = try wire.optionalString("StatusMessage")
            lastAccessedDate = try wire.optionalTimestamp("LastAccessedDate")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(5)
            wire.addString("Region", region)
            wire.addString("KmsKeyId", kmsKeyId)
            wire.addString("Status", status)
            wire.addString("StatusMessage", statusMessage)
            wire.addTimestamp("LastAccessedDate", lastAccessedDate)
            return wire
        }

        public static let shape: Shape = Shape(
            "ReplicationStatusType",
            .structure(members: [
                ShapeMember("Region", ShapeReference(SecretsManagerShapes.regionType)),
                ShapeMember("KmsKeyId", ShapeReference(SecretsManagerShapes.kmsKeyIdType)),
                ShapeMember("Status", ShapeReference(SecretsManagerShapes.statusType)),
                ShapeMember("StatusMessage", ShapeReference(SecretsManagerShapes.statusMessageType)),
                ShapeMember("LastAccessedDate", ShapeReference(SecretsManagerShapes.lastAccessedDateType)),
            ]))
    }
}
