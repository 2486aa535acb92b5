internal import CSodium
// SPDX-License-Identifier: Apache-2.0
internal import CofferBase

/// Signs the audit log's checkpoints: Ed25519 (RFC 8032) through libsodium, whose private key stays in locked memory.
public final class CheckpointSigner: Sendable {
    /// 32 bytes.
    public let publicKey: [UInt8]
    private let secretKey: SharedSecret

    /// The vault's: the same each time.
    public convenience init(_ keyring: Keyring) {
        self.init(seed: keyring.key(.auditCheckpoint))
    }

    init(seed: SharedSecret) {
        precondition(seed.count == 32, "an Ed25519 seed has 32 bytes")
        var publicKey = [UInt8](repeating: 0, count: 32)
        secretKey = SharedSecret(
            SecretBytes(count: 64) { secretKey in
                seed.withUnsafeBytes { seed in
                    _ = crypto_sign_seed_keypair(
                        &publicKey, secretKey.octets,
                        seed.octets)
                }
            })
        self.publicKey = publicKey
    }

    /// 64 bytes, the same for the same message.
    public func sign(_ message: [UInt8]) -> [UInt8] {
        var signature = [UInt8](repeating: 0, count: 64)
        secretKey.withUnsafeBytes { secretKey in
            _ = crypto_sign_detached(
                &signature, nil, message, UInt64(message.count), secretKey.octets)
        }
        return signature
    }

    /// Whether the signature is of this message by the holder of the public key.
    public static func verify(_ signature: [UInt8], of message: [UInt8], publicKey: [UInt8]) -> Bool {
        signature.count == 64 && publicKey.count == 32
            && crypto_sign_verify_detached(signature, message, UInt64(message.count), publicKey) == 0
    }
}
