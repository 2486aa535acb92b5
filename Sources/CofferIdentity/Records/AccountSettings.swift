// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// The record of an account. An account's first one comes to be with the first thing that is set for it.
struct AccountSettings: Sendable {
    var value: AccountRecord
    let stored: Versioned<AccountRecord>?
    private let scope: Scope

    /// The caller's account as the target of an action.
    static func located(
        _ vault: Vault, _ action: String, _ request: Authenticated
    ) throws -> Located<AccountSettings> {
        let scope = request.scope.global
        let stored = try vault.load(AccountRecord.self, AccountRecord.onlyID, in: scope)
        let settings = AccountSettings(
            value: stored?.value ?? AccountRecord(createdAt: request.receivedAt.wholeSeconds.milliseconds),
            stored: stored,
            scope: scope)
        let absent = Precondition(key: AccountRecord.key(AccountRecord.onlyID, in: scope), revision: nil)
        return Located(
            settings, checks: [request.check("iam:\(action)", "*")], preconditions: [stored?.precondition ?? absent])
    }

    func save(_ writer: any StoreWriter) throws {
        if let stored {
            var changed = stored
            changed.value = value
            try writer.update(changed)
        } else {
            try writer.insert(value, in: scope)
        }
    }
}

extension Performed {
    static func save(_ settings: AccountSettings, _ output: Output) -> Self {
        .change { writer in
            try settings.save(writer)
            return output
        }
    }
}
