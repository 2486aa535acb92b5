// SPDX-License-Identifier: Apache-2.0
internal import CSodium

/// SHA-256 and HMAC-SHA256 (FIPS 180-4, RFC 2104) through libsodium, for what stays inside this library.
enum Hash {
    static func sha256(_ first: [UInt8], _ second: UnsafeRawBufferPointer) -> [UInt8] {
        var state = crypto_hash_sha256_state()
        defer { sodium_memzero(&state, MemoryLayout<crypto_hash_sha256_state>.size) }
        crypto_hash_sha256_init(&state)
        crypto_hash_sha256_update(&state, first, UInt64(first.count))
        if let start = second.bindMemory(to: UInt8.self).baseAddress {
            crypto_hash_sha256_update(&state, start, UInt64(second.count))
        }
        var digest = [UInt8](repeating: 0, count: 32)
        crypto_hash_sha256_final(&state, &digest)
        return digest
    }

    static func hmac(key: UnsafeRawBufferPointer, _ message: UnsafeRawBufferPointer) -> [UInt8] {
        precondition(!key.isEmpty, "a keyed hash needs a key")
        let keyCount = key.count
        var state = crypto_auth_hmacsha256_state()
        defer { sodium_memzero(&state, MemoryLayout<crypto_auth_hmacsha256_state>.size) }
        var code = [UInt8](repeating: 0, count: 32)
        if let key = key.bindMemory(to: UInt8.self).baseAddress { crypto_auth_hmacsha256_init(&state, key, keyCount) }
        if let start = message.bindMemory(to: UInt8.self).baseAddress {
            crypto_auth_hmacsha256_update(&state, start, UInt64(message.count))
        }
        crypto_auth_hmacsha256_final(&state, &code)
        return code
    }
}
