// SPDX-License-Identifier: Apache-2.0

/// Proofs over the log's tree, RFC 6962, 2.1.1 and 2.1.2.
public enum MerkleProof {
    /// The hashes that lead from a leaf to the root of the tree with `size` leaves, lowest first.
    public static func inclusion(of leaf: Int64, size: Int64, from source: some TileSource) throws -> [TreeHash] {
        guard leaf >= 0, leaf < size else { throw MerkleProofError.outOfRange }
        var reader = TreeReader(source: source)
        return try reader.path(leaf, 0, size)
    }

    /// The hashes that show that the tree with `old` leaves is the beginning of the one with `new` leaves.
    public static func consistency(from old: Int64, to new: Int64, from source: some TileSource) throws -> [TreeHash] {
        guard old >= 0, old <= new else { throw MerkleProofError.outOfRange }
        guard old > 0, old < new else { return [] }
        var reader = TreeReader(source: source)
        return try reader.consistency(old, 0, new, isWhole: true)
    }

    /// The root of the first `size` leaves, from the stored tiles.
    public static func root(size: Int64, from source: some TileSource) throws -> TreeHash {
        guard size > 0 else { return .empty }
        var reader = TreeReader(source: source)
        return try reader.hash(0, size)
    }

    /// Whether a proof leads from the leaf to the root. Source: RFC 9162, 2.1.3.2.
    public static func isIncluded(
        _ hash: TreeHash, at leaf: Int64, size: Int64, root: TreeHash, proof: [TreeHash]
    ) -> Bool {
        guard leaf >= 0, leaf < size else { return false }
        var node = leaf
        var last = size - 1
        var result = hash
        for sibling in proof {
            guard last > 0 else { return false }
            if node & 1 == 1 || node == last {
                result = .node(sibling, result)
                while node & 1 == 0, node > 0 {
                    node >>= 1
                    last >>= 1
                }
            } else {
                result = .node(result, sibling)
            }
            node >>= 1
            last >>= 1
        }
        return last == 0 && result == root
    }

    /// Whether a proof shows that the old tree is the new one's beginning. Source: RFC 9162, 2.1.4.2.
    public static func isConsistent(
        old: Int64, oldRoot: TreeHash, new: Int64, newRoot: TreeHash, proof: [TreeHash]
    ) -> Bool {
        guard old >= 0, old <= new else { return false }
        if old == new { return proof.isEmpty && oldRoot == newRoot }
        if old == 0 { return proof.isEmpty && oldRoot == .empty }
        var hashes = proof[...]
        if old & (old - 1) == 0 { hashes = [oldRoot] + hashes }
        guard let first = hashes.popFirst() else { return false }
        var node = old - 1
        var last = new - 1
        while node & 1 == 1 {
            node >>= 1
            last >>= 1
        }
        var fromOld = first
        var fromNew = first
        for hash in hashes {
            guard last > 0 else { return false }
            if node & 1 == 1 || node == last {
                fromOld = .node(hash, fromOld)
                fromNew = .node(hash, fromNew)
                while node & 1 == 0, node > 0 {
                    node >>= 1
                    last >>= 1
                }
            } else {
                fromNew = .node(fromNew, hash)
            }
            node >>= 1
            last >>= 1
        }
        return last == 0 && fromOld == oldRoot && fromNew == newRoot
    }
}

public enum MerkleProofError: Error, Sendable, Equatable, CustomStringConvertible {
    case outOfRange
    case missingTile(level: Int, index: Int64)

    public var description: String {
        switch self {
        case .outOfRange: "the log has no such event"
        case .missingTile(let level, let index): "hashes of the audit log are missing (level \(level), tile \(index))"
        }
    }
}

/// Computes hashes of parts of the tree from its tiles, and keeps those it has read: two for each level.
private struct TreeReader<Source: TileSource> {
    let source: Source
    var tiles: [Int64: [TreeHash]] = [:]

    init(source: Source) { self.source = source }

    /// RFC 6962's PATH over the leaves `start..<end`.
    mutating func path(_ leaf: Int64, _ start: Int64, _ end: Int64) throws -> [TreeHash] {
        guard end - start > 1 else { return [] }
        let middle = start + Self.split(end - start)
        return leaf < middle
            ? try path(leaf, start, middle) + [try hash(middle, end)]
            : try path(leaf, middle, end) + [try hash(start, middle)]
    }

    /// RFC 6962's SUBPROOF over the leaves `start..<end`; `old` counts from the tree's first leaf.
    mutating func consistency(_ old: Int64, _ start: Int64, _ end: Int64, isWhole: Bool) throws -> [TreeHash] {
        if old == end { return isWhole ? [] : [try hash(start, end)] }
        let middle = start + Self.split(end - start)
        return old <= middle
            ? try consistency(old, start, middle, isWhole: isWhole) + [try hash(middle, end)]
            : try consistency(old, middle, end, isWhole: false) + [try hash(start, middle)]
    }

    /// The root over the leaves `start..<end`, where `start` is a multiple of the power of two that `end - start` fits.
    mutating func hash(_ start: Int64, _ end: Int64) throws -> TreeHash {
        let count = end - start
        if count & (count - 1) == 0 { return try complete(height: count.trailingZeroBitCount, start: start) }
        let middle = start + Self.split(count)
        return .node(try hash(start, middle), try hash(middle, end))
    }

    /// The root of a complete subtree: over a run of one tile's entries.
    private mutating func complete(height: Int, start: Int64) throws -> TreeHash {
        let level = height / Tile.height
        let run = 1 << (height % Tile.height)
        let entry = start >> Int64(level * Tile.height)
        let index = entry / Int64(Tile.width)
        let first = Int(entry % Int64(Tile.width))
        let hashes = try tile(level, index)
        guard first + run <= hashes.count else { throw MerkleProofError.missingTile(level: level, index: index) }
        return .root(of: hashes[first..<first + run])
    }

    private mutating func tile(_ level: Int, _ index: Int64) throws -> [TreeHash] {
        let id = Int64(level) << 56 | index
        if let known = tiles[id] { return known }
        guard let row = try source.tile(level: level, index: index), let hashes = TreeHash.list(row) else {
            throw MerkleProofError.missingTile(level: level, index: index)
        }
        tiles[id] = hashes
        return hashes
    }

    /// The largest power of two below `count`.
    private static func split(_ count: Int64) -> Int64 {
        1 << Int64(Int64.bitWidth - 1 - (count - 1).leadingZeroBitCount)
    }
}
