// SPDX-License-Identifier: Apache-2.0

/// A row of neighbouring hashes of the log's tree, as C2SP's tlog-tiles cuts it: level 0 holds leaf hashes, each entry
/// of a higher level is the root of the whole tile below it.
public struct Tile: Sendable, Equatable {
    /// The hashes in a full tile.
    public static let width = 256
    /// The levels of the tree that one tile spans.
    public static let height = 8

    public let level: Int
    public let index: Int64
    /// 1 to 256 hashes of 32 bytes.
    public let hashes: [UInt8]

    public init(level: Int, index: Int64, hashes: [UInt8]) {
        self.level = level
        self.index = index
        self.hashes = hashes
    }
}

/// Where the tree's stored hashes are read from.
public protocol TileSource {
    /// The hashes of a tile as far as it is filled, or nil. At level 0 an unfilled tile is made from the events' leaf
    /// hashes, for it is not stored.
    func tile(level: Int, index: Int64) throws -> [UInt8]?
}
