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

    /// A grant of the key that names the caller, their role or their account, covers the action and whose constraints
    /// the call meets: one that is enough by itself, else one that the caller's own policies have to agree with. Nil
    /// where there is none.
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
        var weaker: GrantUse?
        for (name, _) in GrantPrincipal.names(of: caller) {
            let enough = try first(in: GrantRecord.granteeKey(key.record.id, name), key.scope) { found in
                let grant = found.value
                guard grant.operations.contains(operation),
                    grant.constraints?.isMet(by: context, sourceARN: nil) ?? true, suits(grant)
                else { return false }
                let coverage = grant.coverage(of: caller, as: grant.grantee, in: key.scope)
                if coverage == .account, weaker == nil {
                    weaker = GrantUse(coverage: .account, precondition: found.precondition)
                }
                return coverage == .principal
            }
            if let enough { return GrantUse(coverage: .principal, precondition: enough.precondition) }
        }
        return weaker
    }

    private func first(
        in index: String, _ scope: Scope, where suits: (Versioned<GrantRecord>) -> Bool
    ) throws -> Versioned<GrantRecord>? {
        var after: String?
        while true {
            let found = try vault.store.read {
                try $0.list(
                    GrantRecord.self, in: scope, where: IndexEntry(name: GrantRecord.granteeIndex, value: index),
                    after: after, limit: Self.page)
            }
            if let grant = found.first(where: suits) { return grant }
            guard found.count == Self.page, let last = found.last else { return nil }
            after = last.value.id
        }
    }
}
