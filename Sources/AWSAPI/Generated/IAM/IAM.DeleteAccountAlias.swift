// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum DeleteAccountAlias: AWSOperation {
        public typealias Input = IAM.DeleteAccountAliasInput
        public typealias Output = IAM.DeleteAccountAliasOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "DeleteAccountAlias"
        public static let errors: [String: Int] = [
            "ConcurrentModification": 409, "LimitExceeded": 409, "NoSuchEntity": 404, "ServiceFailure": 500,
        ]
    }

    public struct DeleteAccountAliasInput: AWSStructure {
        public var accountAlias: String

        public init(accountAlias: String) {
            self.accountAlias = accountAlias
        }

        public init(wire: WireObject) throws {
            accountAlias = try wire.string("AccountAlias")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addString("AccountAlias", accountAlias)
            return wire
        }

        public static let shape: Shape = Shape(
            "DeleteAccountAliasRequest",
            .structure(members: [
                ShapeMember("AccountAlias", ShapeReference(IAMShapes.accountAliasType), isRequired: true),
            ]))
    }

    public struct DeleteAccountAliasOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("DeleteAccountAliasOutput", .structure(members: []))
    }
}
