// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension Coffer {
    public enum CreateAccount: AWSOperation {
        public typealias Input = Coffer.CreateAccountInput
        public typealias Output = Coffer.CreateAccountOutput
        public static var service: AWSService { Coffer.service }
        public static let name: String = "CreateAccount"
        public static let errors: [String: Int] = [:]
    }

    public struct CreateAccountInput: AWSStructure {
        public var name: String
        public var accountId: String?

        public init(name: String, accountId: String? = nil) {
            self.name = name
            self.accountId = accountId
        }

        public init(wire: WireObject) throws {
            name = try wire.string("Name")
            accountId = try wire.optionalString("AccountId")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(2)
            wire.addString("Name", name)
            wire.addString("AccountId", accountId)
            return wire
        }

        public static let shape: Shape = Shape(
            "CreateAccountRequest",
            .structure(members: [
                ShapeMember("Name", ShapeReference(CofferShapes.accountName), isRequired: true),
                ShapeMember("AccountId", ShapeReference(CofferShapes.accountId)),
            ]))
    }

    public struct CreateAccountOutput: AWSStructure {
        public var account: Coffer.Account

        public init(account: Coffer.Account) {
            self.account = account
        }

        public init(wire: WireObject) throws {
            account = try wire.structure("Account")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addStructure("Account", account)
            return wire
        }

        public static let shape: Shape = Shape(
            "CreateAccountResponse",
            .structure(members: [
                ShapeMember("Account", ShapeReference(Coffer.Account.shape), isRequired: true),
            ]))
    }
}
