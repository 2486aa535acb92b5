// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import CofferStore

extension SQLiteSession {
    func append(_ event: NewEvent) throws(StoreError) {
        try query(
            """
            INSERT INTO event (account, region, sequence, time, leaf, record) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            ON CONFLICT DO NOTHING RETURNING 1
            """
        ) { row throws(StoreError) in
            row.bind(event.scope)
            row.bind(3, event.sequence)
            row.bind(4, event.time.milliseconds)
            row.bind(5, event.leafHash)
            row.bind(6, event.record)
            guard try row.step() else { throw .conflict("event \(event.sequence) of the audit log") }
            try row.step()
        }
    }

    func event(at sequence: Int64) throws(StoreError) -> StoredEvent? {
        try query(
            "SELECT sequence, account, region, time, leaf, record FROM event WHERE sequence = ?1"
        ) { row throws(StoreError) in
            row.bind(1, sequence)
            return try row.step() ? try row.event() : nil
        }
    }

    func events(_ wanted: EventQuery) throws(StoreError) -> [StoredEvent] {
        let newest = wanted.order == .newestFirst
        let bounds = Bounds(wanted)
        // Only fixed texts are put together here: at most one statement for each combination of conditions.
        var conditions = ["sequence >= ?3", "sequence <= ?4", "time >= ?5", "time <= ?6"]
        if wanted.scope != nil {
            conditions += ["account = ?1", "region = ?2"]
            if wanted.after != nil { conditions.append("(time <> ?7 OR sequence \(newest ? "<" : ">") ?8)") }
        }
        // More than four are left to the caller: they only narrow the reading.
        let contained = wanted.containing.prefix(4)
        for index in 0..<contained.count { conditions.append("instr(record, ?\(10 + index)) > 0") }
        let direction = newest ? " DESC" : ""
        let order = wanted.scope == nil ? "sequence\(direction)" : "time\(direction), sequence\(direction)"
        let table = wanted.scope == nil ? "event NOT INDEXED" : "event INDEXED BY event_by_scope"
        return try query(
            """
            SELECT sequence, account, region, time, leaf, record FROM \(table)
            WHERE \(conditions.joined(separator: " AND ")) ORDER BY \(order) LIMIT ?9
            """
        ) { row throws(StoreError) in
            if let scope = wanted.scope {
                row.bind(scope)
                if let after = wanted.after {
                    row.bind(7, after.time.milliseconds)
                    row.bind(8, after.sequence)
                }
            }
            row.bind(3, bounds.firstSequence)
            row.bind(4, bounds.lastSequence)
            row.bind(5, bounds.firstTime)
            row.bind(6, bounds.lastTime)
            row.bind(9, max(0, wanted.limit))
            for (index, bytes) in contained.enumerated() { row.bind(Int32(10 + index), bytes) }
            var found: [StoredEvent] = []
            while try row.step() { found.append(try row.event()) }
            return found
        }
    }

    /// The bounds of a query together with its place: one of each, so that SQLite starts at the right row however far
    /// a listing has come.
    private struct Bounds {
        var firstSequence: Int64
        var lastSequence: Int64
        var firstTime: Int64
        var lastTime: Int64

        init(_ wanted: EventQuery) {
            firstSequence = wanted.sequences?.lowerBound ?? 0
            // An empty range ends before it begins, and then nothing is found.
            lastSequence = wanted.sequences.map { $0.upperBound == .min ? .min : $0.upperBound - 1 } ?? .max
            firstTime = wanted.from?.milliseconds ?? .min
            lastTime = wanted.through?.milliseconds ?? .max
            guard let after = wanted.after else { return }
            switch (wanted.scope != nil, wanted.order) {
            case (true, .oldestFirst): firstTime = max(firstTime, after.time.milliseconds)
            case (true, .newestFirst): lastTime = min(lastTime, after.time.milliseconds)
            case (false, .oldestFirst): firstSequence = max(firstSequence, min(after.sequence, .max - 1) + 1)
            case (false, .newestFirst): lastSequence = min(lastSequence, max(after.sequence, .min + 1) - 1)
            }
        }
    }

    func leafHashes(_ sequences: Range<Int64>) throws(StoreError) -> [[UInt8]] {
        try query(
            "SELECT leaf FROM event WHERE sequence >= ?1 AND sequence < ?2 ORDER BY sequence"
        ) { row throws(StoreError) in
            row.bind(1, sequences.lowerBound)
            row.bind(2, sequences.upperBound)
            var found: [[UInt8]] = []
            while try row.step() { found.append(row.bytes(0)) }
            return found
        }
    }

    func nextEventSequence() throws(StoreError) -> Int64 {
        try query("SELECT max(sequence) + 1 FROM event") { row throws(StoreError) in
            try row.step() ? row.integer(0) : 0
        }
    }

    func tile(level: Int, index: Int64) throws(StoreError) -> [UInt8]? {
        try query("SELECT hashes FROM tile WHERE id = ?1") { row throws(StoreError) in
            row.bind(1, try Self.tileID(level, index))
            return try row.step() ? row.bytes(0) : nil
        }
    }

    func putTile(level: Int, index: Int64, hashes: [UInt8]) throws(StoreError) {
        try query(
            "INSERT INTO tile (id, hashes) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET hashes = excluded.hashes"
        ) { row throws(StoreError) in
            row.bind(1, try Self.tileID(level, index))
            row.bind(2, hashes)
            try row.step()
        }
    }

    private static func tileID(_ level: Int, _ index: Int64) throws(StoreError) -> Int64 {
        guard (0..<8).contains(level), (0..<1 << 48).contains(index) else {
            throw .damaged("the audit log names an impossible tile")
        }
        return Int64(level) << 48 | index
    }
}

extension SQLStatement {
    /// A row of sequence, account, region, time, leaf and record.
    borrowing func event() throws(StoreError) -> StoredEvent {
        StoredEvent(
            sequence: integer(0), scope: try scope(1, 2), time: Timestamp(milliseconds: integer(3)),
            record: bytes(5), leafHash: bytes(4))
    }
}
