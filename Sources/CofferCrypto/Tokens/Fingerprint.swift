// SPDX-License-Identifier: Apache-2.0
public import CofferBase

/// A name for a secret that tells nothing about it, to see that two are the same one.
public enum Fingerprint {
    /// `fp_` and 20 of a–z and 2–7: 100 bits of HMAC-SHA256 under a key of the vault's. The same secret has the same
    /// fingerprint in one vault, and others in other vaults, so nobody without the vault's keys can try guesses.
    public static func text(of secret: SharedSecret, keyring: Keyring) -> String {
        text(of: secret, key: key(of: keyring))
    }

    /// The key that fingerprints are made with. It serves nothing else, so the owner's own programs may have it.
    ///
    /// - Parameter account: nil for the vault's first account; each further one has its own, so that none can tell
    ///   what another one holds.
    public static func key(of keyring: Keyring, account: AccountID? = nil) -> SharedSecret {
        let key = keyring.key(.fingerprint)
        guard let account else { return key }
        return SharedSecret(
            KBKDF.derive(
                key: key, label: "coffer/fingerprint/account/v1", context: Array(account.description.utf8), count: 32))
    }

    /// A fingerprint under a key from `key(of:)`.
    public static func text(of secret: SharedSecret, key: SharedSecret) -> String {
        let code = key.withUnsafeBytes { key in
            secret.withUnsafeBytes { Hash.hmac(key: key, $0) }
        }
        return "fp_" + code.withUnsafeBytes { Base32.text($0, characters: 20, lowercase: true) }
    }
}
