// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension KMS {
    public enum ConnectCustomKeyStore: AWSOperation {
        public typealias Input = KMS.ConnectCustomKeyStoreInput
        public typealias Output = KMS.ConnectCustomKeyStoreOutput
        public static var service: AWSService { KMS.service }
        public static let name: String = "ConnectCustomKeyStore"
        public static let errors: [String: Int] = [
            "CloudHsmClusterInvalidConfigurationException": 400, "CloudHsmClusterNotActiveException": 400,
            "CustomKeyStoreInvalidStateException": 400, "CustomKeyStoreNotFoundException": 400,
            "KMSInternalException": 500,
        ]
    }

    public struct ConnectCustomKeyStoreInput: AWSStructure {
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
            "ConnectCustomKeyStoreRequest",
            .structure(members: [
                ShapeMember("CustomKeyStoreId", ShapeReference(KMSShapes.customKeyStoreIdType), isRequired: true),
            ]))
    }

    public struct ConnectCustomKeyStoreOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("ConnectCustomKeyStoreResponse", .structure(members: []))
    }
}
