// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension KMS {
    public enum ScheduleKeyDeletion: AWSOperation {
        public typealias Input = KMS.ScheduleKeyDeletionInput
        public typealias Output = KMS.ScheduleKeyDeletionOutput
        public static var service: AWSService { KMS.service }
        public static let name: String = "ScheduleKeyDeletion"
        public static let errors: [String: Int] = [
            "DependencyTimeoutException": 500, "InvalidArnException": 400, "KMSInternalException": 500,
            "KMSInvalidStateException": 400, "NotFoundException": 400,
        ]
    }

    public struct ScheduleKeyDeletionInput: AWSStructure {
        public var keyId: String
        public var pendingWindowInDays: Int?

        public init(keyId: String, pendingWindowInDays: Int? = nil) {
            self.keyId = keyId
            self.pendingWindowInDays = pendingWindowInDays
        }

        public init(wire: WireObject) throws {
            keyId = try wire.string("KeyId")
            pendingWindowInDays = try wire.optionalInteger("PendingWindowInDays")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("KeyId", keyId)
            wire.addInteger("PendingWindowInDays", pendingWindowInDays)
            return wire
        }

        public static let shape: Shape = Shape(
            "ScheduleKeyDeletionRequest",
            .structure(members: [
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType), isRequired: true),
                ShapeMember("PendingWindowInDays", ShapeReference(KMSShapes.pendingWindowInDaysType)),
            ]))
    }

    public struct ScheduleKeyDeletionOutput: AWSStructure {
        public var keyId: String?
        public var deletionDate: Timestamp?
        public var keyState: String?
        public var pendingWindowInDays: Int?

        public init(
            keyId: String? = nil, deletionDate: Timestamp? = nil, keyState: String? = nil,
            pendingWindowInDays: Int? = nil
        ) {
            self.keyId = keyId
            self.deletionDate = deletionDate
            self.keyState = keyState
            self.pendingWindowInDays = pendingWindowInDays
        }

        public init(wire: WireObject) throws {
            keyId = try wire.optionalString("KeyId")
            deletionDate = try wire.optionalTimestamp("DeletionDate")
            keyState = try wire.optionalString("KeyState")
            pendingWindowInDays = try wire.optionalInteger("PendingWindowInDays")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(4)
            wire.addString("KeyId", keyId)
            wire.addTimestamp("DeletionDate", deletionDate)
            wire.addString("KeyState", keyState)
            wire.addInteger("PendingWindowInDays", pendingWindowInDays)
            return wire
        }

        public static let shape: Shape = Shape(
            "ScheduleKeyDeletionResponse",
            .structure(members: [
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType)),
                ShapeMember("DeletionDate", ShapeReference(KMSShapes.dateType)),
                ShapeMember("KeyState", ShapeReference(KMSShapes.keyState)),
                ShapeMember("PendingWindowInDays", ShapeReference(KMSShapes.pendingWindowInDaysType)),
            ]))
    }
}
