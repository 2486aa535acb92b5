// SPDX-License-Identifier: Apache-2.0
internal import COpenSSL
internal import CSodium

/// What we use of libcrypto, looked up once for the process: a look-up by name costs more than the algorithm.
final class CryptoLibrary: @unchecked Sendable {
    // SAFETY: fetched algorithms are immutable and reference-counted inside libcrypto; any thread may use them.
    static let shared = CryptoLibrary()

    let aes256GCM: OpaquePointer
    let kbkdf: OpaquePointer

    private init() {
        // libcrypto's clean-up at exit would pull these from under threads that still run.
        OPENSSL_init_crypto(UInt64(OPENSSL_INIT_NO_ATEXIT), nil)
        precondition(sodium_init() >= 0, "libsodium can't start")
        guard let cipher = EVP_CIPHER_fetch(nil, "AES-256-GCM", nil), let kdf = EVP_KDF_fetch(nil, "KBKDF", nil) else {
            preconditionFailure("libcrypto lacks AES-256-GCM or KBKDF: version 3.0 or later is needed")
        }
        aes256GCM = cipher
        kbkdf = kdf
    }

    /// Stops the process: with valid arguments these calls fail only where memory has run out or libcrypto is broken,
    /// and going on would mean a reply without the protection that it promises.
    static func failed(_ what: StaticString) -> Never { preconditionFailure("libcrypto failed: \(what)") }
}
