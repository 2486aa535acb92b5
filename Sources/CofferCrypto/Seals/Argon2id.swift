internal import CSodium
// SPDX-License-Identifier: Apache-2.0
public import CofferBase

/// How much work and memory a guess at a passphrase costs.
public struct Argon2Cost: Sendable, Hashable {
    /// Passes over the memory.
    public let operations: Int
    /// Bytes.
    public let memory: Int

    /// 3 passes over 256 MiB: some tenths of a second to a second on a laptop.
    public static let moderate = Argon2Cost(unchecked: 3, 256 << 20)

    /// Nil outside of 1 to 64 passes and 8 KiB to 4 GiB. A record that asks for more is refused before any work.
    public init?(operations: Int, memory: Int) {
        guard (1...64).contains(operations), (8 << 10...4 << 30).contains(memory) else { return nil }
        self.init(unchecked: operations, memory)
    }

    private init(unchecked operations: Int, _ memory: Int) {
        self.operations = operations
        self.memory = memory
    }
}

/// Argon2id version 1.3 (RFC 9106) with one lane, through libsodium.
public enum Argon2id {
    public static let saltCount = 16

    /// Fails only where the memory can't be had.
    public static func derive(
        _ passphrase: SharedSecret, salt: [UInt8], cost: Argon2Cost, count: Int
    ) throws(KeyringError) -> SecretBytes {
        precondition(salt.count == saltCount && count >= 16, "a salt of 16 bytes, an output of at least 16")
        return try SecretBytes(count: count) { output throws(KeyringError) in
            let status = passphrase.withUnsafeBytes { passphrase in
                crypto_pwhash(
                    output.octets, UInt64(output.count),
                    passphrase.characters, UInt64(passphrase.count), salt,
                    UInt64(cost.operations), cost.memory, crypto_pwhash_ALG_ARGON2ID13)
            }
            guard status == 0 else { throw .outOfMemory(cost.memory) }
        }
    }
}
