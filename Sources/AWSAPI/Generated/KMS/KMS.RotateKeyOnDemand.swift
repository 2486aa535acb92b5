// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension KMS {
    public enum RotateKeyOnDemand: AWSOperation {
        public typealias Input = KMS.RotateKeyOnDemandInput
        public typealias Output = KMS.RotateKeyOnDemandOutput
        public static var service: AWSService { KMS.service }
        public static let name: String = "RotateKeyOnDemand"
        public static let errors: [String: Int] = [
            "ConflictException": 400, "DependencyTimeoutException": 500, "DisabledException": 400,
            "InvalidArnException": 400, "KMSInternalException": 500, "KMSInvalidStateException": 400,
            "LimitExceededException": 400, "NotFoundException": 400, "UnsupportedOperationException": 400,
        ]
    }

    public struct RotateKeyOnDemandInput: AWSStructure {
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
            "RotateKeyOnDemandRequest",
            .structure(members: [
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType), isRequired: true),
            ]))
    }

    public struct RotateKeyOnDemandOutput: AWSStructure {
        public var keyId: String?

        public init(keyId: String? = nil) {
            self.keyId = keyId
        }

        public init(wire: WireObject) throws {
            keyId = try wire.optionalString("KeyId")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addString("KeyId", keyId)
            return wire
        }

        public static let shape: Shape = Shape(
            "RotateKeyOnDemandResponse",
            .structure(members: [
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType)),
            ]))
    }
}
