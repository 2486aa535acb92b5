// SPDX-License-Identifier: Apache-2.0
internal import COpenSSL
public import CofferBase

/// AES key wrap with padding, KWP (RFC 5649, NIST SP 800-38F), with a key of 256 bits, through libcrypto.
public enum KeyWrap {
    /// The secret, or nil where it was not wrapped under this key.
    public static func unwrap(_ wrapped: [UInt8], key: SharedSecret) -> SharedSecret? {
        guard wrapped.count >= 16, wrapped.count % 8 == 0, wrapped.count <= 1 << 16, key.count == AEAD.keyCount
        else { return nil }
        let cipher = CryptoLibrary.shared.aes256WrapPad
        guard let context = EVP_CIPHER_CTX_new() else { CryptoLibrary.failed("AES key wrap") }
        defer { EVP_CIPHER_CTX_free(context) }
        EVP_CIPHER_CTX_set_flags(context, EVP_CIPHER_CTX_FLAG_WRAP_ALLOW)
        var length: Int32 = -1
        let padded = SecretBytes(count: wrapped.count + 8) { output in
            key.withUnsafeBytes { key in
                var written: Int32 = 0
                guard
                    EVP_CipherInit_ex2(context, cipher, key.octets, nil, 0, nil) == 1,
                    EVP_CipherUpdate(context, output.octets, &written, wrapped, Int32(wrapped.count)) == 1
                else { return }
                length = written
            }
        }
        ERR_clear_error()
        // RFC 5649 wraps at least one byte.
        guard length > 0 else { return nil }
        return padded.withUnsafeBytes { SharedSecret(copying: UnsafeRawBufferPointer(rebasing: $0[..<Int(length)])) }
    }

    /// What `unwrap` opens. The vault itself only unwraps: whoever brings key material wraps it.
    static func wrap(_ secret: SharedSecret, key: SharedSecret) -> [UInt8]? {
        guard secret.count > 0, secret.count <= 1 << 16, key.count == AEAD.keyCount else { return nil }
        let cipher = CryptoLibrary.shared.aes256WrapPad
        guard let context = EVP_CIPHER_CTX_new() else { CryptoLibrary.failed("AES key wrap") }
        defer { EVP_CIPHER_CTX_free(context) }
        EVP_CIPHER_CTX_set_flags(context, EVP_CIPHER_CTX_FLAG_WRAP_ALLOW)
        var wrapped = [UInt8](repeating: 0, count: (secret.count + 7) / 8 * 8 + 8)
        var length: Int32 = 0
        let isWrapped = key.withUnsafeBytes { key in
            secret.withUnsafeBytes { secret in
                EVP_CipherInit_ex2(context, cipher, key.octets, nil, 1, nil) == 1
                    && EVP_CipherUpdate(context, &wrapped, &length, secret.octets, Int32(secret.count)) == 1
            }
        }
        return isWrapped && Int(length) == wrapped.count ? wrapped : nil
    }
}
