// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension KMS {
    public enum DeleteCustomKeyStore: AWSOperation {
        public typealias Input = KMS.DeleteCustomKeyStoreInput
        public typealias Output = KMS.DeleteCustomKeyStoreOutput
        public static var service: AWSService { KMS.service }
        public static let name: String = "DeleteCustomKeyStore"
        public static let errors: [String: Int] = [
            "CustomKeyStoreHasCMKsException": 400, "CustomKeyStoreInvalidStateException": 400,
            "CustomKeyStoreNotFoundException": 400, "KMSInternalException": 500,
        ]
    }

    public struct DeleteCustomKeyStoreInput: AWSStructure {
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
            "DeleteCustomKeyStoreRequest",
            .structure(members: [
                ShapeMember("CustomKeyStoreId", ShapeReference(KMSShapes.customKeyStoreIdType), isRequired: true),
            ]))
    }

    public struct DeleteCustomKeyStoreOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("DeleteCustomKeyStoreResponse", .structure(members: []))
    }
}
