// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// Adds an account to the vault: its own keys, secrets, users and log, apart from all others', and its own owner.
/// The owner of the vault's first account alone may.
struct CreateAccountHandler: OperationHandler {
    typealias Operation = Coffer.CreateAccount
    let vault: Vault
    let isReadOnly = false

    func locate(_ input: Coffer.CreateAccountInput, _ request: Authenticated) throws -> Located<Void> {
        guard request.caller.isOwner else {
            throw AWSError(
                "AccessDeniedException",
                "User: \(request.caller.arn) is not authorized to perform: coffer:CreateAccount: only the vault's owner is.")
        }
        return Located((), checks: [try request.vaultCheck("CreateAccount", vault)])
    }

    func perform(
        _ input: Coffer.CreateAccountInput, _ authorized: Authorized<Void>, _ request: Authenticated
    ) throws -> Performed<Coffer.CreateAccountOutput> {
        let account: AccountID
        if let given = input.accountId {
            guard let id = AccountID(given) else { throw AWSError.validation("\(given) is no account's number: 12 digits.") }
            account = id
        } else {
            account = .random()
        }
        guard try !vault.holds(account) else {
            throw AWSError("AlreadyExistsException", "The account \(account) is in this vault already.")
        }
        let home = Scope(account: account, region: .global(.aws))
        let now = request.receivedAt.wholeSeconds
        let record = AccountRecord(name: input.name, createdAt: now.milliseconds)
        let owner = vault.keyring.newAccessKey(of: .root, in: home, at: now).record
        let shape = Coffer.Account(accountId: account.description, name: input.name, createdAt: now, isFirst: false)
        return .change(TrailNotes(response: ["accountId": .string(account.description)])) { writer in
            let named = IndexEntry(name: AccountRecord.nameIndex, value: input.name)
            guard try writer.records(kind: AccountRecord.kind, index: named, after: nil, limit: 1).isEmpty else {
                throw AWSError("AlreadyExistsException", "There is an account \(input.name) already.")
            }
            try writer.insert(record, in: home)
            try writer.insert(owner, in: home)
            return Coffer.CreateAccountOutput(account: shape)
        }
    }

    func trailParameters(_ input: Coffer.CreateAccountInput) -> JSONValue? { ["name": .string(input.name)] }
}

/// The vault's accounts, the first one first.
struct ListAccountsHandler: OperationHandler {
    typealias Operation = Coffer.ListAccounts
    let vault: Vault
    let isReadOnly = true
    private static let most = 10_000

    func locate(_ input: Coffer.ListAccountsInput, _ request: Authenticated) throws -> Located<Void> {
        Located((), checks: [try request.vaultCheck("ListAccounts", vault)])
    }

    func perform(
        _ input: Coffer.ListAccountsInput, _ authorized: Authorized<Void>, _ request: Authenticated
    ) throws -> Performed<Coffer.ListAccountsOutput> {
        let first = vault.settings.account
        let others = try vault.store.read { reader in
            try reader.records(kind: AccountRecord.kind, index: AccountRecord.all, after: nil, limit: Self.most).filter {
                $0.key.scope.account != first && $0.key.scope.region == .global(.aws)
            }.map { try reader.load(AccountRecord.self, AccountRecord.onlyID, in: $0.key.scope) }
        }
        let shapes = others.compactMap { $0 }.map { record in
            Coffer.Account(
                accountId: record.key.scope.account.description, name: record.value.name,
                createdAt: Timestamp(milliseconds: record.value.createdAt), isFirst: false)
        }
        let own = Coffer.Account(accountId: first.description, isFirst: true)
        return .reply(Coffer.ListAccountsOutput(accounts: [own] + shapes.sorted { ($0.name ?? "") < ($1.name ?? "") }))
    }

    func trailParameters(_ input: Coffer.ListAccountsInput) -> JSONValue? { nil }
}
