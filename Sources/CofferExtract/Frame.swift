// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// What an extracting process writes to its standard output: a byte for the kind, four for the length (little-endian),
/// and the content.
enum Frame {
    enum Kind: UInt8 {
        /// The layout in one byte, then the name. What follows belongs to it.
        case part = 1
        case text = 2
        /// Something that could not be read, as a sentence.
        case warning = 3
        /// The document was read to its end.
        case end = 4
    }

    static let headerCount = 5
    /// A frame's content is no longer than this.
    static let longest = 64 * 1024

    static func header(_ kind: Kind, _ count: Int) -> [UInt8] {
        [kind.rawValue] + (0..<4).map { UInt8(truncatingIfNeeded: count >> ($0 * 8)) }
    }

    /// Nil for what is no header.
    static func parse(_ header: [UInt8]) -> (kind: Kind, count: Int)? {
        guard header.count == headerCount, let kind = Kind(rawValue: header[0]) else { return nil }
        let count = (0..<4).reduce(0) { $0 | Int(header[1 + $1]) << ($1 * 8) }
        return count <= longest ? (kind, count) : nil
    }
}
