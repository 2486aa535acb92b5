internal import CSodium
// SPDX-License-Identifier: Apache-2.0
public import CofferBase

/// Access keys that are derived, not stored: no credential of these lies on disk.
public enum AccessKeySecret {
    /// The owner's access key of a generation: an id, `AKIA` and 16 of A–Z and 2–7, and a secret of 40 characters.
    ///
    /// The next generation has another id and another secret, and neither tells anything about the others.
    public static func owner(_ keyring: Keyring, generation: Int) -> (id: String, secret: SharedSecret) {
        var context: [UInt8] = []
        context.append(Int64(generation))
        let key = keyring.key(.owner)
        let id = KBKDF.derive(key: key, label: "coffer/owner/id/v1", context: context, count: 10)
        return (
            "AKIA" + id.withUnsafeBytes { Base32.text($0, characters: 16) },
            secret(key, label: "coffer/owner/secret/v1", context: context)
        )
    }

    /// The secret that belongs to a session, from what its token holds: the same for the same bytes, so the token is
    /// all that a node needs to check a session's signature. `identity` must be unique to the session, such as its
    /// token's random id.
    public static func session(_ keyring: Keyring, identity: [UInt8]) -> SharedSecret {
        secret(keyring.key(.sessionTokens), label: "coffer/session/secret/v1", context: identity)
    }

    /// 30 bytes as 40 characters of base64.
    private static func secret(_ key: SharedSecret, label: String, context: [UInt8]) -> SharedSecret {
        let bytes = KBKDF.derive(key: key, label: label, context: context, count: 30)
        // libsodium writes a zero after the text.
        let text = SecretBytes(count: 41) { text in
            bytes.withUnsafeBytes { bytes in
                _ = sodium_bin2base64(
                    text.characters, text.count, bytes.octets,
                    bytes.count, sodium_base64_VARIANT_ORIGINAL)
            }
        }
        return text.withUnsafeBytes { SharedSecret(copying: UnsafeRawBufferPointer(rebasing: $0[..<40])) }
    }
}
