// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser

extension CompletionKind {
    /// Names of the vault's secrets. Silently none where the vault is sealed or absent: nothing is asked in the middle of
    /// somebody's typing.
    static let secrets = CompletionKind.shellCommand("coffer list --quiet </dev/null 2>/dev/null")

    /// Names of apps, likewise.
    static let apps = CompletionKind.shellCommand("coffer list --apps --quiet </dev/null 2>/dev/null")
}
