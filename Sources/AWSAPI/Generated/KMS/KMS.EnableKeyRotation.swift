// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension KMS {
    public enum EnableKeyRotation: AWSOperation {
        public typealias Input = KMS.EnableKeyRotationInput
        public typealias Output = KMS.EnableKeyRotationOutput
        public static var service: AWSService { KMS.service }
        public static let name: String = "EnableKeyRotation"
        public static let errors: [String: Int] = [
            "DependencyTimeoutException": 500, "DisabledException": 400, "InvalidArnException": 400,
            "KMSInternalException": 500, "KMSInvalidStateException": 400, "NotFoundException": 400,
            "UnsupportedOperationException": 400,
        ]
    }

    public struct EnableKeyRotationInput: AWSStructure {
        public var keyId: String
        public var rotationPeriodInDays: Int?

        public init(keyId: String, rotationPeriodInDays: Int? = nil) {
            self.keyId = keyId
            self.rotationPeriodInDays = rotationPeriodInDays
        }

        public init(wire: WireObject) throws {
            keyId = try wire.string("KeyId")
            rotationPeriodInDays = try wire.optionalInteger("RotationPeriodInDays")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("KeyId", keyId)
            wire.addInteger("RotationPeriodInDays", rotationPeriodInDays)
            return wire
        }

        public static let shape: Shape = Shape(
            "EnableKeyRotationRequest",
            .structure(members: [
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType), isRequired: true),
                ShapeMember("RotationPeriodInDays", ShapeReference(KMSShapes.rotationPeriodInDaysType)),
            ]))
    }

    public struct EnableKeyRotationOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("EnableKeyRotationOutput", .structure(members: []))
    }
}
