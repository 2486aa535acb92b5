// SPDX-License-Identifier: Apache-2.0
public import CofferBase

/// A name for imported key material that tells nothing about it, to see later that the same was imported again.
public enum ImportedMaterialID {
    /// 32 bytes: HMAC-SHA256 of the material under a key that is derived for the KMS key's id. The same in every Region.
    public static func bytes(of material: SharedSecret, keyID: String, keyring: Keyring) -> [UInt8] {
        let key = KBKDF.derive(
            key: keyring.key(.importedMaterial), label: "coffer/kms/material-id/v1", context: Array(keyID.utf8), count: 32)
        return key.withUnsafeBytes { key in material.withUnsafeBytes { Hash.hmac(key: key, $0) } }
    }
}
