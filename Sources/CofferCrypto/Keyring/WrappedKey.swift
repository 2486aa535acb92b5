// SPDX-License-Identifier: Apache-2.0

/// Where a wrapped secret is stored. It opens nowhere else, so rows can't be swapped, nor an old version put back in a
/// new one's place.
public struct WrapBinding: Sendable, Hashable {
    public let table: String
    public let rowID: String
    public let version: Int

    public init(table: String, rowID: String, version: Int) {
        self.table = table
        self.rowID = rowID
        self.version = version
    }

    var canonicalBytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.append(lengthPrefixed: table)
        bytes.append(lengthPrefixed: rowID)
        bytes.append(Int64(version))
        return bytes
    }
}

/// A secret under an epoch key, as it lies in the database.
///
///     version 1 │ epoch 4 │ N 16 │ IV 12 │ ciphertext │ tag 16
///
/// The key is `KBKDF(epoch key, "coffer/wrap/v1", version ‖ epoch ‖ N)`; the additional data is the header and then the
/// binding.
public struct WrappedKey: Sendable, Hashable {
    static let version: UInt8 = 1
    static let label = "coffer/wrap/v1"
    static let derivation = 0..<21
    static let iv = 21..<33
    static let header = 0..<33
    public static let overhead = header.count + AEAD.tagCount

    public let bytes: [UInt8]

    /// Takes bytes as the database has them; whether they are sound shows when they are unwrapped.
    public init(bytes: [UInt8]) { self.bytes = bytes }

    /// The epoch key that it is under; nil where the bytes aren't of a known form.
    public var epoch: UInt32? {
        guard bytes.count >= Self.overhead, bytes[0] == Self.version else { return nil }
        return bytes[1..<5].reduce(0) { $0 << 8 | UInt32($1) }
    }
}
