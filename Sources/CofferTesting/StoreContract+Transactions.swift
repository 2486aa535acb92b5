// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import CofferStore

extension StoreContract {
    static let transactions: [Promise] = [
        Promise(description: "a write whose body throws leaves nothing behind, whatever it wrote") { store in
            let revision = try store.write { writer in
                try writer.set("s", [1])
                return try writer.put(key("a"), document: [1], indexes: [alias("x")], expecting: nil)
            }
            let writes: [(any StoreWriter) throws -> Void] = [
                { try $0.put(key("b"), document: [2], indexes: [alias("y")], expecting: nil) },
                { try $0.put(key("a"), document: [2], indexes: [alias("y")], expecting: revision) },
                { try $0.delete(key("a"), expecting: revision) },
                { try $0.set("s", [2]) },
                { try $0.set("s", nil) },
                { try $0.append(event(0)) },
                { try $0.putTile(level: 1, index: 0, hashes: [1]) },
            ]
            for write in writes { try stopped(store, write) }
            try store.read { reader in
                try expect(reader.record(key("a"))?.revision == revision, "the record is as it was")
                try expect(reader.record(key("b")) == nil, "no record was added")
                try expect(reader.records(kind: kind, index: alias("x"), limit: 9).count == 1, "its index is as it was")
                try expect(reader.records(kind: kind, index: alias("y"), limit: 9).isEmpty, "no index was added")
                try expect(reader.setting("s") == [1], "the setting is as it was")
                try expect(reader.nextEventSequence() == 0, "no event was added")
                try expect(reader.tile(level: 1, index: 0) == nil, "no tile was added")
            }
            try store.verifyIntegrity()
        },
        Promise(description: "a writer reads its own writes") { store in
            try store.write { writer in
                let revision = try writer.put(key("a"), document: [1], indexes: [alias("x")], expecting: nil)
                try expect(writer.record(key("a"))?.revision == revision, "the record")
                try expect(writer.records(kind: kind, index: alias("x"), limit: 1).count == 1, "the index")
                try writer.append(event(0))
                try expect(writer.nextEventSequence() == 1, "the event")
            }
        },
        Promise(description: "a savepoint that throws is undone alone, and the transaction goes on") { store in
            try store.write { writer in
                try writer.put(key("before"), document: [], indexes: [], expecting: nil)
                do {
                    try writer.savepoint {
                        try writer.put(key("undone"), document: [], indexes: [alias("u")], expecting: nil)
                        try writer.append(event(0))
                        throw Stopped()
                    }
                } catch is Stopped {}
                let kept = try writer.savepoint {
                    try writer.put(key("kept"), document: [], indexes: [alias("k")], expecting: nil)
                }
                try expect(writer.revision(of: key("kept")) == kept, "a savepoint gives its result back")
            }
            try store.read { reader in
                let ids = try reader.records(in: scope, kind: kind, after: nil, limit: 9).map(\.key.id)
                try expect(ids == ["before", "kept"], "only what was not undone is there")
                try expect(reader.records(kind: kind, index: alias("u"), limit: 9).isEmpty, "nor its index")
                try expect(reader.nextEventSequence() == 0, "nor its event")
            }
        },
        Promise(description: "savepoints nest, and a conflict inside one leaves the others alone") { store in
            try store.write { writer in
                try writer.savepoint {
                    let first = try writer.put(key("outer"), document: [], indexes: [], expecting: nil)
                    do {
                        try writer.savepoint {
                            try writer.put(key("inner"), document: [], indexes: [], expecting: nil)
                            try writer.put(key("outer"), document: [], indexes: [], expecting: first + 9)
                        }
                    } catch StoreError.conflict(_) {}
                }
            }
            let ids = try store.read { try $0.records(in: scope, kind: kind, after: nil, limit: 9).map(\.key.id) }
            try expect(ids == ["outer"], "the inner one is undone, the outer one kept")
        },
        Promise(description: "revisions of an undone savepoint are not given again") { store in
            try store.write { writer in
                var undone: Int64 = 0
                do {
                    try writer.savepoint {
                        undone = try writer.put(key("a"), document: [], indexes: [], expecting: nil)
                        throw Stopped()
                    }
                } catch is Stopped {}
                let next = try writer.put(key("a"), document: [], indexes: [], expecting: nil)
                try expect(next > undone, "a new revision")
            }
        },
        Promise(description: "a closed store refuses with `closed`") { store in
            try store.checkpointAndClose()
            for body: () throws -> Void in [
                { _ = try store.read { try $0.setting("a") } }, { try store.write { try $0.set("a", nil) } },
                { try store.checkpointAndClose() },
            ] {
                do {
                    try body()
                    throw Broken(description: "broken: a closed store refuses")
                } catch StoreError.closed {}
            }
        },
    ]

    static let events: [Promise] = [
        Promise(description: "an event is read back by its sequence, and none is written over") { store in
            try store.write { try $0.append(event(0, record: #"{"a":1}"#)) }
            try store.write { writer in
                try expectConflict("a second event 0") { try writer.append(event(0, record: "{}")) }
            }
            try store.read { reader in
                let found = try reader.event(at: 0)
                try expect(found?.record == Array(#"{"a":1}"#.utf8), "the record")
                try expect(found?.leafHash == [UInt8](repeating: 0, count: 32), "the leaf hash")
                try expect(found?.scope == scope && found?.time == Timestamp(milliseconds: 0), "scope and time")
                try expect(reader.event(at: 1) == nil, "none is there")
                try expect(reader.nextEventSequence() == 1, "the next sequence")
            }
        },
        Promise(description: "events are listed by scope and time in both orders, page by page") { store in
            // Times that jump back and repeat, as from requests that overtake each other.
            let times: [Int64] = [10, 30, 20, 20, 20, 40, 5, 50]
            try store.write { writer in
                for (sequence, time) in times.enumerated() {
                    let where_ = sequence == 5 ? elsewhere : scope
                    try writer.append(event(Int64(sequence), in: where_, time: time))
                }
            }
            func all(_ query: EventQuery) throws -> [Int64] {
                var query = query
                var found: [Int64] = []
                while true {
                    let page = try store.read { try $0.events(query) }
                    found += page.map(\.sequence)
                    guard page.count == query.limit, let last = page.last else { return found }
                    query.after = EventQuery.Position(last)
                }
            }
            let oldest: [Int64] = [6, 0, 2, 3, 4, 1, 7]
            for limit in [1, 2, 3, 100] {
                let name = "pages of \(limit)"
                try expect(all(EventQuery(scope: scope, limit: limit)) == oldest, "\(name), oldest first")
                try expect(
                    all(EventQuery(scope: scope, order: .newestFirst, limit: limit)) == oldest.reversed(),
                    "\(name), newest first")
                try expect(all(EventQuery(limit: limit)) == Array(0..<8), "\(name), the whole log")
                try expect(
                    all(EventQuery(order: .newestFirst, limit: limit)) == (0..<8).reversed(), "\(name), backwards")
            }
            let span = (Timestamp(milliseconds: 20), Timestamp(milliseconds: 30))
            try expect(all(EventQuery(scope: scope, from: span.0, through: span.1, limit: 2)) == [2, 3, 4, 1], "times")
            try expect(all(EventQuery(sequences: 2..<5, limit: 2)) == [2, 3, 4], "sequences")
            try expect(all(EventQuery(scope: stranger, limit: 2)).isEmpty, "another account")
        },
        Promise(description: "events are narrowed by bytes they contain") { store in
            try store.write { writer in
                try writer.append(event(0, record: #"{"eventName":"Decrypt","user":"\#u{e9}"}"#))
                try writer.append(event(1, record: #"{"eventName":"Encrypt"}"#))
            }
            try store.read { reader in
                let decrypts = EventQuery(containing: [Array(#""eventName":"Decrypt""#.utf8)], limit: 9)
                try expect(reader.events(decrypts).map(\.sequence) == [0], "one text")
                let both = EventQuery(containing: [Array("crypt".utf8), Array("\u{e9}".utf8)], limit: 9)
                try expect(reader.events(both).map(\.sequence) == [0], "two texts")
            }
        },
        Promise(description: "leaf hashes come in order of their sequence; tiles are replaced") { store in
            try store.write { writer in
                for sequence in 0..<5 { try writer.append(event(Int64(sequence))) }
                try writer.putTile(level: 1, index: 3, hashes: [1])
                try writer.putTile(level: 1, index: 3, hashes: [1, 2])
                try writer.putTile(level: 0, index: 3, hashes: [9])
            }
            try store.read { reader in
                try expect(reader.leafHashes(1..<9).map { $0.first ?? 0 } == [1, 2, 3, 4], "the hashes that are there")
                try expect(reader.tile(level: 1, index: 3) == [1, 2], "the tile")
                try expect(reader.tile(level: 0, index: 3) == [9], "another level")
                try expect(reader.tile(level: 1, index: 4) == nil, "no tile")
            }
        },
    ]
}
