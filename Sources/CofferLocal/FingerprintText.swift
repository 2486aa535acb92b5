// SPDX-License-Identifier: Apache-2.0
public import CofferBase
internal import CofferCrypto

/// Names for keys that tell nothing about them.
public enum FingerprintText {
    /// The fingerprint of a key's bytes under a vault's fingerprint key.
    public static func of(_ bytes: UnsafeRawBufferPointer, key: SharedSecret) -> String {
        Fingerprint.text(of: SharedSecret(copying: bytes), key: key)
    }
}
