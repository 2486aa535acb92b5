// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension KMS {
    public enum UpdateKeyDescription: AWSOperation {
        public typealias Input = KMS.UpdateKeyDescriptionInput
        public typealias Output = KMS.UpdateKeyDescriptionOutput
        public static var service: AWSService { KMS.service }
        public static let name: String = "UpdateKeyDescription"
        public static let errors: [String: Int] = [
            "DependencyTimeoutException": 500, "InvalidArnException": 400, "KMSInternalException": 500,
            "KMSInvalidStateException": 400, "NotFoundException": 400,
        ]
    }

    public struct UpdateKeyDescriptionInput: AWSStructure {
        public var keyId: String
        public var description: String

        public init(keyId: String, description: String) {
            self.keyId = keyId
            self.description = description
        }

        public init(wire: WireObject) throws {
            keyId = try wire.string("KeyId")
            description = try wire.string("Description")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("KeyId", keyId)
            wire.addString("Description", description)
            return wire
        }

        public static let shape: Shape = Shape(
            "UpdateKeyDescriptionRequest",
            .structure(members: [
                ShapeMember("KeyId", ShapeReference(KMSShapes.keyIdType), isRequired: true),
                ShapeMember("Description", ShapeReference(KMSShapes.descriptionType), isRequired: true),
            ]))
    }

    public struct UpdateKeyDescriptionOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("UpdateKeyDescriptionOutput", .structure(members: []))
    }
}
