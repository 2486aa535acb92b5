// SPDX-License-Identifier: Apache-2.0

/// The names and values that a ciphertext is bound to. They aren't secret and aren't stored with it.
///
/// They count byte by byte: `é` written as one scalar isn't `é` written as two.
public struct EncryptionContext: Sendable, Hashable, ExpressibleByDictionaryLiteral {
    public static let empty = EncryptionContext([:])

    public let pairs: [String: String]
    /// The pairs in the order of their names' UTF-8 bytes, each name and each value after its length in bytes (32
    /// bits, big-endian). No two contexts have the same.
    public let canonicalBytes: [UInt8]

    public init(_ pairs: [String: String]) {
        self.pairs = pairs
        var bytes: [UInt8] = []
        for pair in pairs.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            bytes.append(lengthPrefixed: pair.key)
            bytes.append(lengthPrefixed: pair.value)
        }
        canonicalBytes = bytes
    }

    public init(dictionaryLiteral elements: (String, String)...) {
        // A name that stands twice in a literal is a slip of the programmer's; the last one holds.
        self.init(Dictionary(elements) { $1 })
    }

    public static func == (a: EncryptionContext, b: EncryptionContext) -> Bool { a.canonicalBytes == b.canonicalBytes }
    public func hash(into hasher: inout Hasher) { hasher.combine(canonicalBytes) }
}
