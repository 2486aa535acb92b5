// SPDX-License-Identifier: Apache-2.0
public import CofferBase
internal import CofferCrypto
internal import Synchronization

/// Where the key of a seal comes from.
///
/// A passphrase that opened the vault is remembered in locked memory, so that a command that opens it several times
/// asks once.
public final class Unsealing: Sendable {
    private let passphrase: @Sendable (_ isAgain: Bool) throws -> SharedSecret
    private let attempts: Int
    private let right = Mutex<SharedSecret?>(nil)

    /// - Parameters:
    ///   - attempts: how often a wrong passphrase may be followed by another one.
    ///   - passphrase: asks for it, after a wrong one with `isAgain`; throws where nobody can type one.
    public init(attempts: Int = 1, passphrase: @escaping @Sendable (_ isAgain: Bool) throws -> SharedSecret) {
        self.attempts = max(1, attempts)
        self.passphrase = passphrase
    }

    public static let keyFileOnly = Unsealing { _ in
        throw VaultError(
            .sealed, "the vault is sealed, and nobody can type its passphrase here",
            hint: "coffer unlock in a terminal opens it for a while")
    }

    func root(_ description: VaultDescription, folder: VaultFolder) throws -> RootKey {
        let kinds = description.seals.map(\.kind)
        var failure: KeyringError?
        if let seal = description.seals.first(where: { $0.kind == KeyFileSeal.kind }) {
            do {
                return try KeyFileSeal(path: folder.keyFile).unseal(seal, vaultID: description.vaultID)
            } catch {
                guard kinds.contains(PassphraseSeal.kind) else { throw error }
                failure = error
            }
        }
        if let seal = description.seals.first(where: { $0.kind == PassphraseSeal.kind }) {
            return try root(seal, vaultID: description.vaultID)
        }
        throw failure ?? KeyringError.otherSeal(kinds.first ?? "")
    }

    private func root(_ seal: SealedRootKey, vaultID: String) throws -> RootKey {
        if let known = right.withLock({ $0 }) { return try PassphraseSeal(known).unseal(seal, vaultID: vaultID) }
        var attempt = 1
        while true {
            let given = try passphrase(attempt > 1)
            do throws(KeyringError) {
                let root = try PassphraseSeal(given).unseal(seal, vaultID: vaultID)
                right.withLock { $0 = given }
                return root
            } catch {
                guard case .wrongPassphrase = error, attempt < attempts else { throw error }
                attempt += 1
            }
        }
    }
}
