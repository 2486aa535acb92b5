// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferPolicy
internal import CofferStore

/// Finds the grant that lets a caller do something with a key.
struct GrantFinder: Sendable {
    let vault: Vault

    private static let page = 100

    /// The first grant of the key that names the caller, their role or their account, covers the action and whose
    /// constraints the call meets. Nil where there is none.
    ///
    /// - Parameters:
    ///   - context: the encryption context of a cryptographic operation with a symmetric key; nil for other calls.
    ///   - suits: what else is asked of the grant.
    func use(
        of key: PreparedKey, for action: String, context: [String: String]?, _ request: Authenticated,
        where suits: (GrantRecord) -> Bool = { _ in true }
    ) throws -> GrantUse? {
        guard action.hasPrefix("kms:") else { return nil }
        let operation = String(action.dropFirst(4))
        let caller = request.caller
        for (name, _) in GrantPrincipal.names(of: caller) {
            let grant = try first(in: GrantRecord.granteeKey(key.record.id, name), key.scope) { grant in
                grant.operations.contains(operation) && grant.grantee.coverage(of: caller) != .none
                    && (grant.constraints?.isMet(by: context, sourceARN: nil) ?? true) && suits(grant)
            }
            guard let grant else { continue }
            // A stranger's own account has to agree as well, unless it is the one that made the grant.
            let isTheirs = key.scope.account == caller.account || grant.value.isIssued(by: caller.account)
            let coverage = grant.value.grantee.coverage(of: caller)
            return GrantUse(coverage: isTheirs ? coverage : .account, precondition: grant.precondition)
        }
        return nil
    }

    private func first(
        in index: String, _ scope: Scope, where suits: (GrantRecord) -> Bool
    ) throws -> Versioned<GrantRecord>? {
        var after: String?
        while true {
            let found = try vault.store.read {
                try $0.list(
                    GrantRecord.self, in: scope, where: IndexEntry(name: GrantRecord.granteeIndex, value: index),
                    after: after, limit: Self.page)
            }
            if let grant = found.first(where: { suits($0.value) }) { return grant }
            guard found.count == Self.page, let last = found.last else { return nil }
            after = last.value.id
        }
    }
}
