// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension KMS {
    public enum CancelKeyDeletion: AWSOperation {
        public typealias Input = KMS.CancelKeyDeletionInput
        public typealias Output = KMS.CancelKeyDeletionOutput
        public static var service: AWSService { KMS.service }
        public static let name: String = "CancelKeyDeletion"
        public static let errors: [String: Int] = [
            "DependencyTimeoutException": 500, "InvalidArnException": 400, "KMSInternalException": 500,
            "KMSInvalidStateException": 400, "NotFoundException": 400,
        ]
    }

    public struct CancelKeyDeletionInput: AWSStructure {
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
            "CancelKeyDeletionRequest",
            .structure(members: [
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType), isRequired: true),
            ]))
    }

    public struct CancelKeyDeletionOutput: AWSStructure {
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
            "CancelKeyDeletionResponse",
            .structure(members: [
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType)),
            ]))
    }
}
