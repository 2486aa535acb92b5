// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension KMS {
    public enum DisconnectCustomKeyStore: AWSOperation {
        public typealias Input = KMS.DisconnectCustomKeyStoreInput
        public typealias Output = KMS.DisconnectCustomKeyStoreOutput
        public static var service: AWSService { KMS.service }
        public static let name: String = "DisconnectCustomKeyStore"
        public static let errors: [String: Int] = [
            "CustomKeyStoreInvalidStateException": 400, "CustomKeyStoreNotFoundException": 400,
            "KMSInternalException": 500,
        ]
    }

    public struct DisconnectCustomKeyStoreInput: AWSStructure {
        public var customKeyStoreId: String

        public init(customKeyStoreId: String) {
            self.customKeyStoreId = customKeyStoreId
        }

        public init(wire: WireObject) throws {
            customKeyStoreId = try wire.string("CustomKeyStoreId")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addString("CustomKeyStoreId", customKeyStoreId)
            return wire
        }

        public static let shape: Shape = Shape(
            "DisconnectCustomKeyStoreRequest",
            .structure(members: [
                ShapeMember("CustomKeyStoreId", ShapeReference(KMSShapes.customKeyStoreIdType), isRequired: true),
            ]))
    }

    public struct DisconnectCustomKeyStoreOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("DisconnectCustomKeyStoreResponse", .structure(members: []))
    }
}
