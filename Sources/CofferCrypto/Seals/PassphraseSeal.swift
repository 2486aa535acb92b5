// SPDX-License-Identifier: Apache-2.0
public import CofferBase

/// Keeps the root key under a passphrase, stretched with Argon2id. The passphrase's bytes count as they are typed.
public struct PassphraseSeal: Seal {
    public static let kind = "passphrase"

    private let passphrase: SharedSecret
    private let cost: Argon2Cost

    /// `cost` is for new records; a stored one keeps its own.
    public init(_ passphrase: SharedSecret, cost: Argon2Cost = .moderate) {
        self.passphrase = passphrase
        self.cost = cost
    }

    public func seal(_ root: RootKey, vaultID: String) throws(KeyringError) -> SealedRootKey {
        guard passphrase.count > 0 else { throw .emptyPassphrase }
        let salt = UniqueID.bytes(Argon2id.saltCount)
        let key = try Argon2id.derive(passphrase, salt: salt, cost: cost, count: AEAD.keyCount)
        return SealedRootKey(root, key: key, kind: Self.kind, vaultID: vaultID, cost: cost, salt: salt)
    }

    public func unseal(_ sealed: SealedRootKey, vaultID: String) throws(KeyringError) -> RootKey {
        try sealed.check(kind: Self.kind, vaultID: vaultID)
        guard let cost = sealed.cost, sealed.salt.count == Argon2id.saltCount
        else { throw .damaged("the passphrase seal's record") }
        let key = try Argon2id.derive(passphrase, salt: sealed.salt, cost: cost, count: AEAD.keyCount)
        guard let root = sealed.open(key: key) else { throw .wrongPassphrase }
        return root
    }
}
