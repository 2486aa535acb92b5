// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension KMS {
    public enum DeleteAlias: AWSOperation {
        public typealias Input = KMS.DeleteAliasInput
        public typealias Output = KMS.DeleteAliasOutput
        public static var service: AWSService { KMS.service }
        public static let name: String = "DeleteAlias"
        public static let errors: [String: Int] = [
            "DependencyTimeoutException": 500, "KMSInternalException": 500, "KMSInvalidStateException": 400,
            "NotFoundException": 400,
        ]
    }

    public struct DeleteAliasInput: AWSStructure {
        public var aliasName: String

        public init(aliasName: String) {
            self.aliasName = aliasName
        }

        public init(wire: WireObject) throws {
            aliasName = try wire.string("AliasName")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addString("AliasName", aliasName)
            return wire
        }

        public static let shape: Shape = Shape(
            "DeleteAliasRequest",
            .structure(members: [
                ShapeMember("AliasName", ShapeReference(KMSShapes.aliasNameType), isRequired: true),
            ]))
    }

    public struct DeleteAliasOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("DeleteAliasOutput", .structure(members: []))
    }
}
