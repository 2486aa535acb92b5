// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension KMS {
    public enum GetKeyLastUsage: AWSOperation {
        public typealias Input = KMS.GetKeyLastUsageInput
        public typealias Output = KMS.GetKeyLastUsageOutput
        public static var service: AWSService { KMS.service }
        public static let name: String = "GetKeyLastUsage"
        public static let errors: [String: Int] = [
            "DependencyTimeoutException": 500, "InvalidArnException": 400, "KMSInternalException": 500,
            "NotFoundException": 400,
        ]
    }

    public struct GetKeyLastUsageInput: AWSStructure {
        public var keyId: String

        public init(keyId: String) {
            self.keyId = keyId
        }

        public init(wire: WireObject) throws {
            keyId = try wire.string("KeyId")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addString("KeyId", keyId)
            return wire
        }

        public static let shape: Shape = Shape(
            "GetKeyLastUsageRequest",
            .structure(members: [
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType), isRequired: true),
            ]))
    }

    public struct GetKeyLastUsageOutput: AWSStructure {
        public var keyId: String?
        public var keyLastUsage: KMS.KeyLastUsageData?
        public var trackingStartDate: Timestamp?
        public var keyCreationDate: Timestamp?

        public init(
            keyId: String? = nil, keyLastUsage: KMS.KeyLastUsageData? = nil, trackingStartDate: Timestamp? = nil,
            keyCreationDate: Timestamp? = nil
        ) {
            self.keyId = keyId
            self.keyLastUsage = keyLastUsage
            self.trackingStartDate = trackingStartDate
            self.keyCreationDate = keyCreationDate
        }

        public init(wire: WireObject) throws {
            keyId = try wire.optionalString("KeyId")
            keyLastUsage = try wire.optionalStructure("KeyLastUsage")
            trackingStartDate = try wire.optionalTimestamp("TrackingStartDate")
            keyCreationDate = try wire.optionalTimestamp("KeyCreationDate")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(4)
            wire.addString("KeyId", keyId)
            wire.addStructure("KeyLastUsage", keyLastUsage)
            wire.addTimestamp("TrackingStartDate", trackingStartDate)
            wire.addTimestamp("KeyCreationDate", keyCreationDate)
            return wire
        }

        public static let shape: Shape = Shape(
            "GetKeyLastUsageResponse",
            .structure(members: [
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType)),
                ShapeMember("KeyLastUsage", ShapeReference(KMS.KeyLastUsageData.shape)),
                ShapeMember("TrackingStartDate", ShapeReference(KMSShapes.dateType)),
                ShapeMember("KeyCreationDate", ShapeReference(KMSShapes.dateType)),
            ]))
    }
}
