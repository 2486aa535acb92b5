// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension KMS {
    public struct KeyLastUsageData: AWSStructure {
        public var operation: String?
        public var timestamp: Timestamp?
        public var cloudTrailEventId: String?
        public var kmsRequestId: String?

        public init(
            operation: String? = nil, timestamp: Timestamp? = nil, cloudTrailEventId: String? = nil,
            kmsRequestId: String? = nil
        ) {
            self.operation = operation
            self.timestamp = timestamp
            self.cloudTrailEventId = cloudTrailEventId
            self.kmsRequestId = kmsRequestId
        }

        public init(wire: WireObject) throws {
            operation = try wire.optionalString("Operation")
            timestamp = try wire.optionalTimestamp("Timestamp")
            cloudTrailEventId = try wire.optionalString("CloudTrailEventId")
            kmsRequestId = try wire.optionalString("KmsRequestId")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(4)
            wire.addString("Operation", operation)
            wire.addTimestamp("Timestamp", timestamp)
            wire.addString("CloudTrailEventId", cloudTrailEventId)
            wire.addString("KmsRequestId", kmsRequestId)
            return wire
        }

        public static let shape: Shape = Shape(
            "KeyLastUsageData",
            .structure(members: [
                ShapeMember("Operation", ShapeReference(KMSShapes.keyLastUsageTrackingOperation)),
                ShapeMember("Timestamp", ShapeReference(KMSShapes.dateType)),
                ShapeMember("CloudTrailEventId", ShapeReference(KMSShapes.cloudTrailEventIdType)),
                ShapeMember("KmsRequestId", ShapeReference(KMSShapes.kmsRequestIdType)),
            ]))
    }
}
