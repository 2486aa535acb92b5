// SPDX-License-Identifier: Apache-2.0
public import CofferBase
internal import CofferCrypto

/// Where the key of a seal comes from.
public struct Unsealing: Sendable {
    /// Asks for the passphrase; throws where nobody can type one.
    public var passphrase: @Sendable () throws -> SharedSecret

    public init(passphrase: @escaping @Sendable () throws -> SharedSecret) { self.passphrase = passphrase }

    public static let keyFileOnly = Unsealing {
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
            return try PassphraseSeal(try passphrase()).unseal(seal, vaultID: description.vaultID)
        }
        throw failure ?? KeyringError.otherSeal(kinds.first ?? "")
    }
}
