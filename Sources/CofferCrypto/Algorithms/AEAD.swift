internal import COpenSSL
internal import CSodium
// SPDX-License-Identifier: Apache-2.0
public import CofferBase

/// AES-256-GCM (NIST SP 800-38D) with a 96-bit IV and a 128-bit tag, through libcrypto.
///
/// It works from and into memory of the caller's, so a plaintext goes from locked memory to locked memory. (The
/// alternative, swift-crypto's `AES.GCM`, returns plaintext as `Data` in ordinary memory that is freed unwiped.)
/// A key and an IV must never meet twice.
public enum AEAD {
    public static let keyCount = 32
    public static let ivCount = 12
    public static let tagCount = 16

    /// Writes the ciphertext and the tag: `output` is as long as `plaintext` and a tag.
    public static func seal(
        _ plaintext: UnsafeRawBufferPointer, key: UnsafeRawBufferPointer, iv: UnsafeRawBufferPointer,
        aad: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
    ) {
        precondition(output.count == plaintext.count + tagCount, "room for the ciphertext and the tag")
        guard let context = Context(key: key, iv: iv, encrypts: true) else { CryptoLibrary.failed("AES-256-GCM") }
        let bytes = output.bindMemory(to: UInt8.self).baseAddress
        guard context.update(nil, aad), context.update(bytes, plaintext), context.finish(),
            context.tag(EVP_CTRL_AEAD_GET_TAG, bytes?.advanced(by: plaintext.count))
        else { CryptoLibrary.failed("AES-256-GCM") }
    }

    /// Opens what `seal` wrote into `output`, which is a tag shorter. False, and `output` zeroed, where it was not
    /// sealed with this key, IV and additional data, or was altered since.
    public static func open(
        _ sealed: UnsafeRawBufferPointer, key: UnsafeRawBufferPointer, iv: UnsafeRawBufferPointer,
        aad: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
    ) -> Bool {
        guard sealed.count >= tagCount else { return false }
        precondition(output.count == sealed.count - tagCount, "room for the plaintext")
        let ciphertext = UnsafeRawBufferPointer(rebasing: sealed[..<output.count])
        // libcrypto takes the tag before it has seen the ciphertext, and compares in constant time at the end.
        let tag = UnsafeMutablePointer(
            mutating: sealed.bindMemory(to: UInt8.self).baseAddress?.advanced(by: output.count))
        if let context = Context(key: key, iv: iv, encrypts: false), context.update(nil, aad),
            context.update(output.bindMemory(to: UInt8.self).baseAddress, ciphertext),
            context.tag(EVP_CTRL_AEAD_SET_TAG, tag), context.finish()
        {
            return true
        }
        if let start = output.baseAddress { sodium_memzero(start, output.count) }
        return false
    }

    /// Ciphertext and tag.
    public static func seal(
        _ plaintext: UnsafeRawBufferPointer, key: SharedSecret, iv: [UInt8], aad: [UInt8]
    ) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: plaintext.count + tagCount) { buffer, count in
            count = plaintext.count + tagCount
            let output = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[..<count])
            key.withUnsafeBytes { key in
                iv.withUnsafeBytes { iv in
                    aad.withUnsafeBytes { seal(plaintext, key: key, iv: iv, aad: $0, into: output) }
                }
            }
        }
    }

    /// Nil where `sealed` doesn't open.
    public static func open(_ sealed: [UInt8], key: SharedSecret, iv: [UInt8], aad: [UInt8]) -> SharedSecret? {
        guard sealed.count >= tagCount else { return nil }
        var isOpen = false
        let plaintext = SecretBytes(count: sealed.count - tagCount) { output in
            isOpen = sealed.withUnsafeBytes { sealed in
                key.withUnsafeBytes { key in
                    iv.withUnsafeBytes { iv in
                        aad.withUnsafeBytes { open(sealed, key: key, iv: iv, aad: $0, into: output) }
                    }
                }
            }
        }
        return isOpen ? SharedSecret(plaintext) : nil
    }
}

/// One EVP_CIPHER_CTX for one message. libcrypto wipes the key's schedule when it is freed.
private struct Context: ~Copyable {
    private let context: OpaquePointer

    init?(key: UnsafeRawBufferPointer, iv: UnsafeRawBufferPointer, encrypts: Bool) {
        precondition(key.count == AEAD.keyCount && iv.count == AEAD.ivCount, "a 256-bit key and a 96-bit IV")
        let cipher = CryptoLibrary.shared.aes256GCM
        guard let context = EVP_CIPHER_CTX_new() else { return nil }
        let ok = EVP_CipherInit_ex2(
            context, cipher, key.bindMemory(to: UInt8.self).baseAddress,
            iv.bindMemory(to: UInt8.self).baseAddress, encrypts ? 1 : 0, nil)
        guard ok == 1 else {
            EVP_CIPHER_CTX_free(context)
            return nil
        }
        self.context = context
    }

    deinit { EVP_CIPHER_CTX_free(context) }

    /// Additional data where `output` is nil.
    func update(_ output: UnsafeMutablePointer<UInt8>?, _ input: UnsafeRawBufferPointer) -> Bool {
        guard !input.isEmpty else { return true }
        guard let count = Int32(exactly: input.count) else { return false }
        var written: Int32 = 0
        return EVP_CipherUpdate(context, output, &written, input.bindMemory(to: UInt8.self).baseAddress, count) == 1
            && written == count
    }

    func finish() -> Bool {
        // GCM writes nothing here, but a place for it must be given.
        var nothing: (UInt64, UInt64) = (0, 0)
        return withUnsafeMutableBytes(of: &nothing) { place in
            var written: Int32 = 0
            return EVP_CipherFinal_ex(context, place.bindMemory(to: UInt8.self).baseAddress, &written) == 1
                && written == 0
        }
    }

    func tag(_ operation: Int32, _ tag: UnsafeMutablePointer<UInt8>?) -> Bool {
        EVP_CIPHER_CTX_ctrl(context, operation, Int32(AEAD.tagCount), tag) == 1
    }
}
