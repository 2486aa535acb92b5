// SPDX-License-Identifier: Apache-2.0
internal import CofferBase

/// The construction that wraps, tokens and epoch keys share: a header that ends in a random N, a key derived for it
/// alone, a random IV, and AES-256-GCM with the header and the caller's bytes as additional data.
///
/// An N of 128 bits for each makes the key new each time, so the number of messages has no limit.
enum SealedBox {
    static let nonceCount = 16
    static let overhead = nonceCount + AEAD.ivCount + AEAD.tagCount

    /// `prefix ‖ N ‖ IV ‖ ciphertext ‖ tag`.
    static func seal(
        _ plaintext: UnsafeRawBufferPointer, key: SharedSecret, label: String, prefix: [UInt8], binding: [UInt8]
    ) -> [UInt8] {
        let headerCount = prefix.count + nonceCount + AEAD.ivCount
        let aad = prefix + UniqueID.bytes(nonceCount + AEAD.ivCount) + binding
        let total = headerCount + plaintext.count + AEAD.tagCount
        let messageKey = derive(key, label, header: aad, count: prefix.count + nonceCount)
        return messageKey.withUnsafeBytes { messageKey in
            aad.withUnsafeBytes { aad in
                [UInt8](unsafeUninitializedCapacity: total) { buffer, count in
                    let box = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[..<total])
                    box.copyMemory(from: UnsafeRawBufferPointer(rebasing: aad[..<headerCount]))
                    AEAD.seal(
                        plaintext, key: messageKey,
                        iv: UnsafeRawBufferPointer(rebasing: aad[(prefix.count + nonceCount)..<headerCount]), aad: aad,
                        into: UnsafeMutableRawBufferPointer(rebasing: box[headerCount...]))
                    count = total
                }
            }
        }
    }

    /// Opens into `output`, which is as long as the plaintext. The caller has checked the prefix.
    static func open(
        _ box: [UInt8], key: SharedSecret, label: String, prefixCount: Int, binding: [UInt8],
        into output: UnsafeMutableRawBufferPointer
    ) -> Bool {
        let headerCount = prefixCount + nonceCount + AEAD.ivCount
        guard box.count == headerCount + output.count + AEAD.tagCount else { return false }
        let messageKey = derive(key, label, header: box, count: prefixCount + nonceCount)
        let aad = box[..<headerCount] + binding
        return messageKey.withUnsafeBytes { messageKey in
            box.withUnsafeBytes { box in
                aad.withUnsafeBytes { aad in
                    AEAD.open(
                        UnsafeRawBufferPointer(rebasing: box[headerCount...]), key: messageKey,
                        iv: UnsafeRawBufferPointer(rebasing: box[(prefixCount + nonceCount)..<headerCount]), aad: aad,
                        into: output)
                }
            }
        }
    }

    private static func derive(_ key: SharedSecret, _ label: String, header: [UInt8], count: Int) -> SecretBytes {
        SecretBytes(count: AEAD.keyCount) { output in
            key.withUnsafeBytes { key in
                header.withUnsafeBytes { header in
                    KBKDF.derive(
                        key: key, label: label, context: UnsafeRawBufferPointer(rebasing: header[..<count]),
                        into: output)
                }
            }
        }
    }
}
