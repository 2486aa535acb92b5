// SPDX-License-Identifier: Apache-2.0
internal import CofferBase

/// Keeps the root key under the random key in a file of mode 0600: for machines where nobody can type.
///
/// It protects a copied or leaked vault as long as the file isn't with it. Whoever can read both, opens the vault.
public struct KeyFileSeal: Seal {
    public static let kind = "key-file"

    public let path: String

    public init(path: String) { self.path = path }

    /// Uses the file where there is one, else makes it.
    public func seal(_ root: RootKey, vaultID: String) throws(KeyringError) -> SealedRootKey {
        do {
            return SealedRootKey(
                root, key: try KeyFile.load(path), kind: Self.kind, vaultID: vaultID, cost: nil, salt: [])
        } catch .keyFileMissing {
            return SealedRootKey(
                root, key: try KeyFile.create(path, vaultID: vaultID), kind: Self.kind, vaultID: vaultID, cost: nil,
                salt: [])
        }
    }

    public func unseal(_ sealed: SealedRootKey, vaultID: String) throws(KeyringError) -> RootKey {
        try sealed.check(kind: Self.kind, vaultID: vaultID)
        guard let root = sealed.open(key: try KeyFile.load(path)) else { throw .wrongKeyFile(path: path) }
        return root
    }
}
