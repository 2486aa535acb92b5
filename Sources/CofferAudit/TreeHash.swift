// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import Crypto

/// A hash of the log's tree: SHA-256 as RFC 6962, 2.1, uses it. 32 bytes without an allocation.
public struct TreeHash: Hashable, Sendable, CustomStringConvertible {
    public static let byteCount = 32

    private let words: (UInt64, UInt64, UInt64, UInt64)

    /// Nil unless there are 32 bytes.
    public init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == Self.byteCount else { return nil }
        self.init(unchecked: bytes)
    }

    private init(unchecked bytes: some Collection<UInt8>) {
        var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        withUnsafeMutableBytes(of: &words) { $0.copyBytes(from: bytes) }
        self.words = words
    }

    private init(digestOf bytes: UnsafeRawBufferPointer) {
        var sha = SHA256()
        sha.update(bufferPointer: bytes)
        self.init(finishing: sha)
    }

    private init(finishing sha: SHA256) {
        var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        sha.finalize().withUnsafeBytes { digest in
            withUnsafeMutableBytes(of: &words) { $0.copyMemory(from: digest) }
        }
        self.words = words
    }

    /// The root of a tree without leaves: the hash of nothing.
    public static let empty = TreeHash(digestOf: UnsafeRawBufferPointer(start: nil, count: 0))

    /// The hash of a leaf: of a zero byte and the record.
    public static func leaf(_ record: [UInt8]) -> TreeHash {
        var sha = SHA256()
        withUnsafeBytes(of: UInt8(0)) { sha.update(bufferPointer: $0) }
        record.withUnsafeBytes { sha.update(bufferPointer: $0) }
        return TreeHash(finishing: sha)
    }

    /// The hash of two subtrees' hashes: of a byte 1, the left and the right one.
    public static func node(_ left: TreeHash, _ right: TreeHash) -> TreeHash {
        withUnsafeTemporaryAllocation(byteCount: 1 + 2 * byteCount, alignment: 8) { buffer in
            buffer[0] = 1
            withUnsafeBytes(of: left.words) { buffer[1..<33].copyBytes(from: $0) }
            withUnsafeBytes(of: right.words) { buffer[33..<65].copyBytes(from: $0) }
            return TreeHash(digestOf: UnsafeRawBufferPointer(buffer))
        }
    }

    /// The root of a tree with these leaf hashes (RFC 6962, 2.1: split at the largest power of two below the count).
    public static func root(of leaves: some Collection<TreeHash>) -> TreeHash {
        var frontier = MerkleFrontier()
        for leaf in leaves { frontier.append(leaf) }
        return frontier.root
    }

    public var bytes: [UInt8] { withUnsafeBytes(of: words) { Array($0) } }

    public func append(to bytes: inout [UInt8]) { withUnsafeBytes(of: words) { bytes.append(contentsOf: $0) } }

    /// Lower-case hexadecimal.
    public var description: String { Hex.encode(bytes) }

    public static func == (a: TreeHash, b: TreeHash) -> Bool { a.words == b.words }

    public func hash(into hasher: inout Hasher) { hasher.combine(words.0) }

    /// Cuts a row of hashes apart; nil where its length does not fit.
    public static func list(_ bytes: [UInt8]) -> [TreeHash]? {
        guard bytes.count.isMultiple(of: byteCount) else { return nil }
        return stride(from: 0, to: bytes.count, by: byteCount).map { TreeHash(unchecked: bytes[$0..<$0 + byteCount]) }
    }

    /// Puts hashes into one row.
    public static func row(_ hashes: some Collection<TreeHash>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(hashes.count * byteCount)
        for hash in hashes { hash.append(to: &bytes) }
        return bytes
    }
}
