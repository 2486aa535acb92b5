// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension KMS {
    public enum EnableKey: AWSOperation {
        public typealias Input = KMS.EnableKeyInput
        public typealias Output = KMS.EnableKeyOutput
        public static var service: AWSService { KMS.service }
        public static let name: String = "EnableKey"
        public static let errors: [String: Int] = [
            "DependencyTimeoutException": 500, "InvalidArnException": 400, "KMSInternalException": 500,
            "KMSInvalidStateException": 400, "LimitExceededException": 400, "NotFoundException": 400,
        ]
    }

    public struct EnableKeyInput: AWSStructure {
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
            "EnableKeyRequest",
            .structure(members: [
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType), isRequired: true),
            ]))
    }

    public struct EnableKeyOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("EnableKeyOutput", .structure(members: []))
    }
}
