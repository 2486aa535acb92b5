// SPDX-License-Identifier: Apache-2.0

/// Grows the log's tree while the one writer appends events.
///
/// A value: work on a copy inside the transaction and keep it once that has been committed. For each event store its
/// record with its leaf hash, and the tiles; for each transaction the `head`. Full level-0 tiles are handed out once;
/// tiles of higher levels each time they grow, once in 256 events.
public struct AuditAppender: Sendable {
    /// What has to be stored for one event.
    public struct Appended: Sendable {
        public let sequence: Int64
        public let leafHash: [UInt8]
        /// To be stored in place of those with the same level and index. Nearly always none.
        public let tiles: [Tile]
    }

    public private(set) var frontier = MerkleFrontier()
    /// The hashes of the unfilled tile of each level.
    private var open: [[TreeHash]] = [[]]

    /// An empty log.
    public init() {}

    /// The number of events, and the next one's sequence.
    public var size: Int64 { frontier.size }

    /// The root over all events so far: some twenty node hashes for a million events.
    public var root: TreeHash { frontier.root }

    public mutating func append(_ record: [UInt8]) -> Appended {
        let sequence = frontier.size
        let leaf = TreeHash.leaf(record)
        frontier.append(leaf)
        open[0].append(leaf)
        let tiles = open[0].count == Tile.width ? closeTiles(leaves: sequence + 1) : []
        return Appended(sequence: sequence, leafHash: leaf.bytes, tiles: tiles)
    }

    /// Hands out the full tiles, and the one above them that has grown.
    private mutating func closeTiles(leaves: Int64) -> [Tile] {
        var tiles: [Tile] = []
        var level = 0
        var end = leaves
        while open[level].count == Tile.width {
            end /= Int64(Tile.width)
            tiles.append(Tile(level: level, index: end - 1, hashes: TreeHash.row(open[level])))
            let root = TreeHash.root(of: open[level])
            open[level].removeAll(keepingCapacity: true)
            level += 1
            if level == open.count { open.append([]) }
            open[level].append(root)
        }
        let index = (end - 1) / Int64(Tile.width)
        tiles.append(Tile(level: level, index: index, hashes: TreeHash.row(open[level])))
        return tiles
    }

    /// What the log's state is kept as: a version byte, the size (8 bytes, big-endian) and the root.
    public func head() -> [UInt8] {
        var bytes: [UInt8] = [1]
        withUnsafeBytes(of: frontier.size.bigEndian) { bytes.append(contentsOf: $0) }
        root.append(to: &bytes)
        return bytes
    }

    /// Takes a log up again: reads at most 255 hashes of each level, and checks that they give the head's root.
    public init(head: [UInt8], from source: some TileSource) throws {
        guard head.count == 9 + TreeHash.byteCount, head[0] == 1, let root = TreeHash(head[9...]) else {
            throw AuditStateError(description: "the stored head of the audit log can't be read")
        }
        let size = Int64(bitPattern: head[1..<9].reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
        guard size >= 0 else { throw AuditStateError(description: "the stored head of the audit log has no size") }
        try self.init(size: size, from: source)
        guard frontier.root == root else {
            throw AuditStateError(description: "the newest events of the audit log are not those that were written")
        }
    }

    private init(size: Int64, from source: some TileSource) throws {
        var levels: [[TreeHash]] = []
        var count = size
        repeat {
            let wanted = Int(count % Int64(Tile.width))
            var hashes: [TreeHash] = []
            if wanted > 0 {
                let row = try source.tile(level: levels.count, index: count / Int64(Tile.width)) ?? []
                hashes = Array((TreeHash.list(row) ?? []).prefix(wanted))
                guard hashes.count == wanted else {
                    throw AuditStateError(description: "the newest events of the audit log are missing")
                }
            }
            levels.append(hashes)
            count /= Int64(Tile.width)
        } while count > 0
        open = levels
        frontier = MerkleFrontier(size: size, levels: levels)
    }
}

extension MerkleFrontier {
    /// From the hashes of each level's unfilled tile, lowest level first.
    init(size: Int64, levels: [[TreeHash]]) {
        var peaks: [TreeHash] = []
        for level in levels.reversed() {
            var edge = MerkleFrontier()
            for hash in level { edge.append(hash) }
            peaks += edge.peaks
        }
        self.init(size: size, peaks: peaks)
    }
}

/// The stored state of the audit log does not fit together: nothing may be appended to it.
public struct AuditStateError: Error, Sendable, Equatable, CustomStringConvertible {
    public let description: String

    /// What to do next.
    public var hint: String {
        "run `coffer log verify` to see what is wrong, and put the newest backup back"
    }
}
