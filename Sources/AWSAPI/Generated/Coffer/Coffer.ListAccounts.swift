// SPDX-License-Identifier: Apache-2.0
// Written by Tools/generate-shapes. Do not edit.

extension Coffer {
    public enum ListAccounts: AWSOperation {
        public typealias Input = Coffer.ListAccountsInput
        public typealias Output = Coffer.ListAccountsOutput
        public static var service: AWSService { Coffer.service }
        public static let name: String = "ListAccounts"
        public static let errors: [String: Int] = [:]
    }

    public struct ListAccountsInput: AWSStructure {
        public init() {}

        public init(wire: WireObject) throws {}

        public var wire: WireObject { [] }

        public static let shape: Shape = Shape("ListAccountsRequest", .structure(members: []))
    }

    public struct ListAccountsOutput: AWSStructure {
        public var accounts: [Coffer.Account]

        public init(accounts: [Coffer.Account]) {
            self.accounts = accounts
        }

        public init(wire: WireObject) throws {
            accounts = try wire.structures("Accounts")
        }

        public var wire: WireObject {
            var wire: WireObject = []
            wire.reserveCapacity(1)
            wire.addStructures("Accounts", accounts)
            return wire
        }

        public static let shape: Shape = Shape(
            "ListAccountsResponse",
            .structure(members: [
                ShapeMember("Accounts", ShapeReference(CofferShapes.accountList), isRequired: true),
            ]))
    }
}
