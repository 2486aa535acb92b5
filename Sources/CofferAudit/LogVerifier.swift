// SPDX-License-Identifier: Apache-2.0

/// An event as the verifier reads it.
public struct LoggedEvent: Sendable {
    public let sequence: Int64
    public let record: [UInt8]
    /// The leaf hash that was stored with it.
    public let leafHash: [UInt8]

    public init(sequence: Int64, record: [UInt8], leafHash: [UInt8]) {
        self.sequence = sequence
        self.record = record
        self.leafHash = leafHash
    }
}

/// Where the verifier reads the log from.
public protocol LogSource: TileSource {
    /// Events in the order they are kept, from a sequence on; fewer than `limit` only at the end.
    func events(from sequence: Int64, limit: Int) throws -> [LoggedEvent]
}

/// Reads the whole log, computes its tree anew and compares it with all that was stored and signed.
///
/// Memory is bounded: one page of events and one row of 256 hashes for each level of tiles.
public struct LogVerifier<Source: LogSource> {
    private let source: Source
    private let origin: String
    private let publicKey: [UInt8]
    private let pageSize: Int

    private var frontier = MerkleFrontier()
    private var levels: [[TreeHash]] = [[]]
    /// Checkpoints that are still ahead, smallest first.
    private var ahead: ArraySlice<Checkpoint> = []
    /// The size at which the tree was last known to be as signed.
    private var trusted: Int64 = 0

    public init(source: Source, origin: String, publicKey: [UInt8], pageSize: Int = 256) {
        self.source = source
        self.origin = origin
        self.publicKey = publicKey
        self.pageSize = max(1, pageSize)
    }

    /// Verifies the log against its newest checkpoint, and against earlier ones where they were kept.
    ///
    /// Faults are reported; what the source throws is thrown. `progress` is given the events read and expected.
    public mutating func verify(
        checkpoint: [UInt8]?, earlier: [[UInt8]] = [], progress: (_ done: Int64, _ of: Int64) -> Void = { _, _ in }
    ) throws -> LogReport {
        frontier = MerkleFrontier()
        levels = [[]]
        trusted = 0
        do {
            let newest = try open(checkpoint)
            var all = [newest]
            for note in earlier { all.append(try open(note)) }
            ahead = all.sorted { $0.size < $1.size }[...]
            try compareWithCheckpoints()
            try readAll(expected: newest.size, progress)
            // What is still ahead was signed once, and is not here.
            if let last = ahead.last {
                throw LogFault(.truncated(signed: last.size), frontier.size..<last.size)
            }
            return report(nil)
        } catch let fault as LogFault {
            return report(fault)
        }
    }

    private func report(_ fault: LogFault?) -> LogReport {
        LogReport(
            verified: fault == nil ? frontier.size : min(frontier.size, fault?.sequences.lowerBound ?? 0),
            root: frontier.root, unsigned: fault == nil ? frontier.size - trusted : 0, fault: fault)
    }

    private func open(_ note: [UInt8]?) throws(LogFault) -> Checkpoint {
        do throws(CheckpointError) {
            guard let note else { throw .malformed }
            return try Checkpoint(verifying: note, origin: origin, publicKey: publicKey)
        } catch {
            throw LogFault(.checkpoint(error), 0..<0)
        }
    }

    private mutating func readAll(expected: Int64, _ progress: (Int64, Int64) -> Void) throws {
        while true {
            let page = try source.events(from: frontier.size, limit: pageSize)
            for event in page { try add(event) }
            progress(frontier.size, max(expected, frontier.size))
            guard page.count == pageSize else { break }
        }
        try compareOpenTiles()
    }

    private mutating func add(_ event: LoggedEvent) throws {
        let expected = frontier.size
        guard event.sequence == expected else {
            guard event.sequence > expected else { throw LogFault(.reordered, event.sequence..<event.sequence + 1) }
            throw LogFault(.missing, expected..<event.sequence)
        }
        let leaf = TreeHash.leaf(event.record)
        guard TreeHash(event.leafHash) == leaf else { throw try blame(leaf, at: expected) }
        frontier.append(leaf)
        levels[0].append(leaf)
        try closeTiles()
        try compareWithCheckpoints()
    }

    /// A record that does not fit its own hash: was it another event's before?
    private func blame(_ leaf: TreeHash, at sequence: Int64) throws -> LogFault {
        let row = try source.tile(level: 0, index: sequence / Int64(Tile.width)) ?? []
        let isElsewhere = TreeHash.list(row)?.contains(leaf) ?? false
        return LogFault(isElsewhere ? .reordered : .altered, sequence..<sequence + 1)
    }

    private mutating func closeTiles() throws {
        var level = 0
        var end = frontier.size
        while levels[level].count == Tile.width {
            end /= Int64(Tile.width)
            try compare(levels[level], level: level, index: end - 1)
            let root = TreeHash.root(of: levels[level])
            levels[level].removeAll(keepingCapacity: true)
            level += 1
            if level == levels.count { levels.append([]) }
            levels[level].append(root)
        }
    }

    /// The unfilled tiles above level 0 are stored too; level 0's were compared event by event.
    ///
    /// `isPrefix`: events follow, so the stored tiles may have grown beyond what was computed.
    private func compareOpenTiles(isPrefix: Bool = false) throws {
        var end = frontier.size
        for (level, hashes) in levels.enumerated() {
            defer { end /= Int64(Tile.width) }
            guard level > 0, !hashes.isEmpty else { continue }
            try compare(hashes, level: level, index: end / Int64(Tile.width), isPrefix: isPrefix)
        }
    }

    private func compare(_ computed: [TreeHash], level: Int, index: Int64, isPrefix: Bool = false) throws {
        // The events under one entry of this level, and the first one under the tile.
        let span = Int64(1) << Int64(level * Tile.height)
        let start = index * Int64(Tile.width) * span
        let all = start..<start + Int64(computed.count) * span
        guard let row = try source.tile(level: level, index: index) else {
            throw LogFault(.hashes("tile \(index) of level \(level) is missing"), all)
        }
        guard let stored = TreeHash.list(row),
            isPrefix ? stored.count >= computed.count : stored.count == computed.count
        else {
            throw LogFault(.hashes("tile \(index) of level \(level) has the wrong length"), all)
        }
        guard let bad = computed.indices.first(where: { computed[$0] != stored[$0] }) else { return }
        let first = start + Int64(bad) * span
        let isMoved = stored.contains(computed[bad]) && computed.contains(stored[bad])
        throw LogFault(isMoved ? .reordered : .altered, first..<first + span)
    }

    private mutating func compareWithCheckpoints() throws {
        while let next = ahead.first, next.size <= frontier.size {
            guard next.root == frontier.root else {
                // The stored hashes may tell where.
                try compareOpenTiles(isPrefix: true)
                throw LogFault(.rewritten, trusted..<max(next.size, trusted))
            }
            trusted = next.size
            ahead.removeFirst()
        }
    }
}
