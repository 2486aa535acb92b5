// SPDX-License-Identifier: Apache-2.0

/// Why a blob doesn't open: always for the same reason, as far as anybody can tell. A bad header, commitment, tag or
/// context and a wrong key look alike, so that answers teach a forger nothing.
public enum BlobError: Error, Sendable, Equatable, CustomStringConvertible {
    case cannotOpen

    public var description: String { "the ciphertext can't be opened" }
}

/// A ciphertext as `Encrypt` returns it, known to have the form of one, but not yet to be genuine.
///
///     magic 6 │ version 1 │ suite 1 │ flags 1 │ key id 16 │ material id 32 │ N 16 │ C 32 │ IV 12 │ ciphertext │ tag 16
///
/// In base64 it begins with `CofferCTAQEA`. Everything before the ciphertext is the header, and is authenticated.
/// Version 1 has one suite: a key for each blob by `KBKDF`, committed to by C, and AES-256-GCM. No flags are defined.
/// INVARIANT 10: what this version wrote, each later one opens.
public struct CiphertextBlob: Sendable, Equatable {
    /// The magic (`CofferCT` in base64), version 1, suite 1, no flags.
    static let prefix: [UInt8] = [0x0a, 0x87, 0xdf, 0x7a, 0xb0, 0x93, 1, 1, 0]

    enum Place {
        static let keyID = 9..<25
        static let materialID = 25..<57
        static let nonce = 57..<73
        static let commitment = 73..<105
        static let iv = 105..<117
        static let header = 0..<117
    }

    /// How much longer a blob is than its plaintext: 133 bytes.
    public static let overhead = Place.header.count + AEAD.tagCount

    public let bytes: [UInt8]

    /// The key that the blob says it was sealed under: 16 bytes.
    public var keyID: [UInt8] { Array(bytes[Place.keyID]) }
    /// The material of that key: 32 bytes.
    public var materialID: [UInt8] { Array(bytes[Place.materialID]) }
    public var plaintextCount: Int { bytes.count - Self.overhead }

    /// Strict: exactly the magic, a version and suite that we know, and no flags.
    public static func parse(_ bytes: [UInt8]) throws(BlobError) -> CiphertextBlob {
        guard bytes.count >= overhead, bytes.starts(with: prefix)
        else { throw .cannotOpen }
        return CiphertextBlob(bytes: bytes)
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }
}
