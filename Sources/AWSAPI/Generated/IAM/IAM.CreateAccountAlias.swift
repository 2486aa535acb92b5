// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension IAM {
    public enum CreateAccountAlias: AWSOperation {
        public typealias Input = IAM.CreateAccountAliasInput
        public typealias Output = IAM.CreateAccountAliasOutput
        public static var service: AWSService { IAM.service }
        public static let name: String = "CreateAccountAlias"
        public static let errors: [String: Int] = [
            "ConcurrentModification": 409, "EntityAlreadyExists": 409, "LimitExceeded": 409, "ServiceFailure": 500,
        ]
    }

    public struct CreateAccountAliasInput: AWSStructure {
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
            "CreateAccountAliasRequest",
            .structure(members: [
                ShapeMember("AccountAlias", ShapeReference(IAMShapes.accountAliasType), isRequired: true),
            ]))
    }

    public struct CreateAccountAliasOutput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("CreateAccountAliasOutput", .structure(members: []))
    }
}
