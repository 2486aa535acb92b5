// SPDX-License-Identifier: Apache-2.0

/// Why the vault on this machine can't be used. Texts name files and causes, never what is in them.
public struct VaultError: Error, Sendable, Equatable, CustomStringConvertible {
    public enum Reason: Sendable, Equatable {
        /// There is no vault.
        case absent
        /// There is one already.
        case exists
        /// It needs a passphrase that nobody can type here, or that was wrong.
        case sealed
        /// Another process has it.
        case busy
        /// Others may reach it, or its files are not ours.
        case unsafe
        /// Its files can't be read, or are not what they should be.
        case damaged
        /// What was asked for can't be done with what was given, such as a folder that isn't there.
        case refused
        /// The disk or the system refused.
        case failed
    }

    public let reason: Reason
    public let message: String
    public let hint: String?

    public init(_ reason: Reason, _ message: String, hint: String? = nil) {
        self.reason = reason
        self.message = message
        self.hint = hint
    }

    public var description: String { message }

    static func noAccount(_ named: String) -> VaultError {
        VaultError(.refused, "this vault has no account \(named)", hint: "coffer account list shows the accounts")
    }
}
