// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// When a key was last used for a cryptographic operation that succeeded.
enum KeyLastUse {
    static func setting(_ key: PreparedKey) -> String { setting(key.record.id, in: key.scope) }

    static func setting(_ keyID: String, in scope: Scope) -> String {
        "kms-last-use/\(scope.account)/\(scope.region)/\(keyID)"
    }

    /// Nil where it never was.
    static func of(_ key: PreparedKey, in vault: Vault) throws -> KeyUseNote? {
        let note = try vault.store.read { try $0.setting(setting(key)) }.flatMap { KeyUseNote($0) }
        // A replica that was made again isn't the one that was used before.
        return note.flatMap { $0.time.milliseconds >= key.record.createdAt ? $0 : nil }
    }

    /// `kms:TrailingDaysWithoutKeyUsage`: whole days since the last use, or since the key was made.
    static func conditions(
        _ key: PreparedKey, in vault: Vault, _ request: Authenticated
    ) throws -> [ExactString: [String]] {
        let since = try of(key, in: vault)?.time.milliseconds ?? key.record.createdAt
        let days = max(0, request.receivedAt.milliseconds - since) / 86_400_000
        return ["kms:TrailingDaysWithoutKeyUsage": [String(days)]]
    }
}
