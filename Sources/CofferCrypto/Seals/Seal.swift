// SPDX-License-Identifier: Apache-2.0

/// A way to keep the root key where only the right person or machine gets at it. A vault has one or several; each
/// opens it alone, and they can be added and removed without encrypting anything again.
public protocol Seal: Sendable {
    /// The name of the kind in stored records.
    static var kind: String { get }

    /// A new record, to be stored with the vault.
    func seal(_ root: RootKey, vaultID: String) throws(KeyringError) -> SealedRootKey

    func unseal(_ sealed: SealedRootKey, vaultID: String) throws(KeyringError) -> RootKey
}
