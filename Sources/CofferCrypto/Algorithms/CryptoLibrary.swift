// SPDX-License-Identifier: Apache-2.0
internal import COpenSSL
internal import CSodium
internal import CofferBase

/// What we use of libcrypto, looked up once for the process: a look-up by name costs more than the algorithm.
final class CryptoLibrary: @unchecked Sendable {
    // SAFETY: fetched algorithms are immutable and reference-counted inside libcrypto; any thread may use them.
    static let shared = CryptoLibrary()

    let aes256GCM: OpaquePointer
    let aes256WrapPad: OpaquePointer
    let kbkdf: OpaquePointer
    let hmac: OpaquePointer
    private let digests: [DigestAlgorithm: OpaquePointer]

    /// What libcrypto keeps private keys in: pages of its own, locked and left out of core dumps. An RSA_4096 key takes
    /// about 2 KiB, so this holds more keys than are ever kept parsed.
    private static let secureHeap = 2 << 20

    private init() {
        // Before anything else: what was allocated already couldn't be wiped.
        precondition(coffer_wipe_what_libcrypto_frees() == 1, "libcrypto was used before its memory was seen to")
        // 1: locked; 2: the kernel refused to lock it, which `status`, `doctor` and `/health` tell.
        let heap = CRYPTO_secure_malloc_init(Self.secureHeap, 32)
        precondition(heap > 0, "no memory for private keys")
        SecretMemory.count(foreignBytes: Self.secureHeap, isLocked: heap == 1)
        // libcrypto's clean-up at exit would pull these from under threads that still run.
        OPENSSL_init_crypto(UInt64(OPENSSL_INIT_NO_ATEXIT), nil)
        precondition(sodium_init() >= 0, "libsodium can't start")
        guard let cipher = EVP_CIPHER_fetch(nil, "AES-256-GCM", nil), let kdf = EVP_KDF_fetch(nil, "KBKDF", nil) else {
            preconditionFailure("libcrypto lacks AES-256-GCM or KBKDF: version 3.0 or later is needed")
        }
        guard let wrap = EVP_CIPHER_fetch(nil, "AES-256-WRAP-PAD", nil), let mac = EVP_MAC_fetch(nil, "HMAC", nil) else {
            preconditionFailure("libcrypto lacks AES-256-WRAP-PAD or HMAC")
        }
        aes256GCM = cipher
        kbkdf = kdf
        aes256WrapPad = wrap
        hmac = mac
        var digests: [DigestAlgorithm: OpaquePointer] = [:]
        for algorithm in DigestAlgorithm.allCases { digests[algorithm] = EVP_MD_fetch(nil, algorithm.rawValue, nil) }
        self.digests = digests
    }

    /// Nil where this libcrypto was built without it.
    func digest(_ algorithm: DigestAlgorithm) -> OpaquePointer? { digests[algorithm] }

    /// Stops the process: with valid arguments these calls fail only where memory has run out or libcrypto is broken,
    /// and going on would mean a reply without the protection that it promises.
    static func failed(_ what: StaticString) -> Never { preconditionFailure("libcrypto failed: \(what)") }
}

extension StaticString {
    /// A literal as C text, which stays where it is: libcrypto keeps pointers to names.
    var characters: UnsafePointer<CChar> { UnsafeRawPointer(utf8Start).assumingMemoryBound(to: CChar.self) }
}
