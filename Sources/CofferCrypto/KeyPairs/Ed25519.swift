// SPDX-License-Identifier: Apache-2.0
internal import CSodium
internal import CofferBase

/// Ed25519 and Ed25519ph (RFC 8032) through libsodium, whose private keys stay in locked memory.
enum Ed25519 {
    static let signatureCount = 64

    static func sign(_ message: UnsafeRawBufferPointer, _ secretKey: SharedSecret) -> [UInt8] {
        var signature = [UInt8](repeating: 0, count: signatureCount)
        secretKey.withUnsafeBytes {
            _ = crypto_sign_detached(
                &signature, nil, message.bindMemory(to: UInt8.self).baseAddress, UInt64(message.count), $0.octets)
        }
        return signature
    }

    /// Ed25519ph with an empty context: SHA-512 of the message is what is signed.
    static func signPrehashed(_ message: UnsafeRawBufferPointer, _ secretKey: SharedSecret) -> [UInt8] {
        var signature = [UInt8](repeating: 0, count: signatureCount)
        var state = prehash(message)
        secretKey.withUnsafeBytes { _ = crypto_sign_final_create(&state, &signature, nil, $0.octets) }
        return signature
    }

    static func isValid(_ signature: [UInt8], of message: UnsafeRawBufferPointer, _ publicKey: [UInt8]) -> Bool {
        signature.count == signatureCount
            && crypto_sign_verify_detached(
                signature, message.bindMemory(to: UInt8.self).baseAddress, UInt64(message.count), publicKey) == 0
    }

    static func isValidPrehashed(
        _ signature: [UInt8], of message: UnsafeRawBufferPointer, _ publicKey: [UInt8]
    ) -> Bool {
        guard signature.count == signatureCount else { return false }
        var state = prehash(message)
        var signature = signature
        return crypto_sign_final_verify(&state, &signature, publicKey) == 0
    }

    private static func prehash(_ message: UnsafeRawBufferPointer) -> crypto_sign_state {
        var state = crypto_sign_state()
        crypto_sign_init(&state)
        crypto_sign_update(&state, message.bindMemory(to: UInt8.self).baseAddress, UInt64(message.count))
        return state
    }
}
