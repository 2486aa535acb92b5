// SPDX-License-Identifier: Apache-2.0
public import CofferBase
internal import CofferPolicy
internal import CofferStore

/// Who there is: the users and roles that policies and grants name.
public struct PrincipalDirectory: Sendable {
    public enum Entry: Sendable, Equatable {
        /// A user or role that is there, by its `AIDA…` or `AROA…`.
        case known(uniqueID: String)
        /// Of an account in this vault, and not there.
        case missing
        /// Nothing that can be looked up: an account, a session, or somebody of an account that is not in this vault.
        case unchecked
    }

    let vault: Vault

    public init(vault: Vault) { self.vault = vault }

    /// Looks up what a policy names: an ARN, an account's number or a unique ID.
    public func entry(_ principal: String) throws -> Entry {
        if Principal.isUniqueID(principal) { return try arn(of: principal) == nil ? .missing : .known(uniqueID: principal) }
        guard let arn = ARN(principal) else { return .unchecked }
        guard arn.service == "iam", let account = AccountID(arn.account), let partition = Partition(rawValue: arn.partition)
        else { return .unchecked }
        let scope = Scope(account: account, region: .global(partition))
        let uniqueID: String?
        if arn.resource.hasPrefix("user/") {
            uniqueID = try id(UserRecord.self, arn, scope)
        } else if arn.resource.hasPrefix("role/") {
            uniqueID = try id(RoleRecord.self, arn, scope)
        } else {
            return .unchecked
        }
        if let uniqueID { return .known(uniqueID: uniqueID) }
        return try vault.holds(account) ? .missing : .unchecked
    }

    /// The ARN of the user or role that has a unique ID now; nil where there is none.
    public func arn(of uniqueID: String) throws -> ARN? {
        uniqueID.hasPrefix("AIDA") ? try holder(UserRecord.self, uniqueID)?.arn : try holder(RoleRecord.self, uniqueID)?.arn
    }

    func holder<R: PolicyHolder>(_ type: R.Type, _ uniqueID: String) throws -> (record: Versioned<R>, arn: ARN)? {
        let index = IndexEntry(name: R.uniqueIDIndex, value: uniqueID)
        guard let key = try vault.store.read({ try $0.records(kind: R.kind, index: index, after: nil, limit: 1).first?.key }),
            let record = try vault.load(R.self, key.id, in: key.scope)
        else { return nil }
        return (record, record.value.arn(in: key.scope))
    }

    private func id<R: PolicyHolder>(_ type: R.Type, _ arn: ARN, _ scope: Scope) throws -> String? {
        guard let name = arn.resource.split(separator: "/").last.map(String.init),
            let record = try vault.load(R.self, name, in: scope)?.value, record.arn(in: scope) == arn
        else { return nil }
        return record.uniqueID
    }
}

extension Vault {
    /// Whether the account is one of this vault's.
    public func holds(_ account: AccountID) throws -> Bool {
        if account == settings.account { return true }
        return try load(AccountRecord.self, AccountRecord.onlyID, in: Scope(account: account, region: .global(.aws))) != nil
    }

    /// The account that a name or a number stands for; nil where there is none.
    public func account(_ text: String) throws -> AccountID? {
        if let id = AccountID(text) { return try holds(id) ? id : nil }
        let named = IndexEntry(name: AccountRecord.nameIndex, value: text)
        return try store.read { try $0.records(kind: AccountRecord.kind, index: named, after: nil, limit: 1) }.first?.key.scope.account
    }
}
