// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.
public import CofferBase

extension KMS {
    public enum GetKeyRotationStatus: AWSOperation {
        public typealias Input = KMS.GetKeyRotationStatusInput
        public typealias Output = KMS.GetKeyRotationStatusOutput
        public static var service: AWSService { KMS.service }
        public static let name: String = "GetKeyRotationStatus"
        public static let errors: [String: Int] = [
            "DependencyTimeoutException": 500, "InvalidArnException": 400, "KMSInternalException": 500,
            "KMSInvalidStateException": 400, "NotFoundException": 400, "UnsupportedOperationException": 400,
        ]
    }

    public struct GetKeyRotationStatusInput: AWSStructure {
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
            "GetKeyRotationStatusRequest",
            .structure(members: [
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType), isRequired: true),
            ]))
    }

    public struct GetKeyRotationStatusOutput: AWSStructure {
        public var keyRotationEnabled: Bool?
        public var keyId: String?
        public var rotationPeriodInDays: Int?
        public var nextRotationDate: Timestamp?
        public var onDemandRotationStartDate: Timestamp?

        public init(
            keyRotationEnabled: Bool? = nil, keyId: String? = nil, rotationPeriodInDays: Int? = nil,
            nextRotationDate: Timestamp? = nil, onDemandRotationStartDate: Timestamp? = nil
        ) {
            self.keyRotationEnabled = keyRotationEnabled
            self.keyId = keyId
            self.rotationPeriodInDays = rotationPeriodInDays
            self.nextRotationDate = nextRotationDate
            self.onDemandRotationStartDate = onDemandRotationStartDate
        }

        public init(wire: WireObject) throws {
            keyRotationEnabled = try wire.optionalBoolean("KeyRotationEnabled")
            keyId = try wire.optionalString("KeyId")
            rotationPeriodInDays = try wire.optionalInteger("RotationPeriodInDays")
            nextRotationDate = try wire.optionalTimestamp("NextRotationDate")
            onDemandRotationStartDate = try wire.optionalTimestamp("OnDemandRotationStartDate")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(5)
            wire.addBoolean("KeyRotationEnabled", keyRotationEnabled)
            wire.addString("KeyId", keyId)
            wire.addInteger("RotationPeriodInDays", rotationPeriodInDays)
            wire.addTimestamp("NextRotationDate", nextRotationDate)
            wire.addTimestamp("OnDemandRotationStartDate", onDemandRotationStartDate)
            return wire
        }

        public static let shape: Shape = Shape(
            "GetKeyRotationStatusResponse",
            .structure(members: [
                ShapeMember("KeyRotationEnabled", ShapeReference(KMSShapes.booleanType)),
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType)),
                ShapeMember("RotationPeriodInDays", ShapeReference(KMSShapes.rotationPeriodInDaysType)),
                ShapeMember("NextRotationDate", ShapeReference(KMSShapes.dateType)),
                ShapeMember("OnDemandRotationStartDate", ShapeReference(KMSShapes.dateType)),
            ]))
    }
}
