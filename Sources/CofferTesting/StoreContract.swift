// SPDX-License-Identifier: Apache-2.0
public import CofferStore
internal import CofferBase

/// What every store promises, to be checked for each kind of store with one test:
///
///     @Test("the store keeps its contract", arguments: StoreContract.promises)
///     func contract(promise: StoreContract.Promise) throws { try promise.check(SQLiteStore.inMemory()) }
public enum StoreContract {
    public struct Promise: Sendable, CustomStringConvertible {
        /// A sentence.
        public let description: String
        /// Throws `Broken` unless the empty store keeps it.
        public let check: @Sendable (any Store) throws -> Void
    }

    /// A promise that a store does not keep, and where.
    public struct Broken: Error, CustomStringConvertible {
        public let description: String
    }

    public static let promises: [Promise] = records + indexes + transactions + events

    /// A store with records, settings and events, for tests that open it again.
    public static func fill(_ store: any Store) throws {
        try store.write { writer in
            try writer.put(key("a"), document: [1], indexes: [alias("x")], expecting: nil)
            try writer.put(key("b"), document: [2], indexes: [alias("x")], expecting: nil)
            try writer.set("seal", [7])
            for sequence in 0..<3 { try writer.append(event(Int64(sequence))) }
            try writer.putTile(level: 0, index: 0, hashes: [UInt8](repeating: 3, count: 64))
        }
        try store.write { try $0.delete(key("b"), expecting: 2) }
    }

    /// Throws `Broken` unless the store holds what `fill` wrote and goes on from there.
    public static func checkFilled(_ store: any Store) throws {
        try store.read { reader in
            try expect(reader.record(key("a"))?.document == [1], "the record is kept")
            try expect(reader.record(key("b")) == nil, "the deleted record stays away")
            try expect(
                reader.records(in: scope, kind: kind, index: alias("x"), after: nil, limit: 9).map(\.key.id) == ["a"],
                "the index is kept")
            try expect(reader.setting("seal") == [7], "the setting is kept")
            try expect(reader.nextEventSequence() == 3, "the events are kept")
            try expect(reader.tile(level: 0, index: 0)?.count == 64, "the tile is kept")
        }
        let revision = try store.write { try $0.put(key("b"), document: [3], indexes: [], expecting: nil) }
        try expect(revision > 2, "revisions go on")
    }

    static let kind = RecordKind("thing")
    static let scope = makeScope("111122223333", "eu-central-1")
    static let elsewhere = makeScope("111122223333", "us-east-1")
    static let stranger = makeScope("444455556666", "eu-central-1")

    private static func makeScope(_ account: String, _ region: String) -> Scope {
        Scope(account: AccountID(account) ?? .random(), region: Region(region) ?? .usEast1)
    }

    static func key(_ id: String, in scope: Scope = scope) -> RecordKey { RecordKey(scope: scope, kind: kind, id: id) }
    static func alias(_ value: String) -> IndexEntry { IndexEntry(name: "alias", value: value) }

    static func event(
        _ sequence: Int64, in scope: Scope = scope, time: Int64? = nil, record: String = "{}"
    ) -> NewEvent {
        NewEvent(
            sequence: sequence, scope: scope, time: Timestamp(milliseconds: time ?? sequence * 1000),
            record: Array(record.utf8), leafHash: [UInt8](repeating: UInt8(truncatingIfNeeded: sequence), count: 32))
    }

    static func expect(_ holds: Bool, _ what: String) throws {
        if !holds { throw Broken(description: "broken: \(what)") }
    }

    static func expectConflict(_ what: String, _ body: () throws -> Void) throws {
        do { try body() } catch StoreError.conflict(_) { return }
        throw Broken(description: "broken: \(what) is refused as a conflict")
    }

    struct Stopped: Error {}

    /// Runs a write whose body fails at its end, and expects the body's own error back.
    static func stopped(_ store: any Store, _ body: (any StoreWriter) throws -> Void) throws {
        do {
            try store.write { writer in
                try body(writer)
                throw Stopped()
            }
        } catch is Stopped {
            return
        }
        throw Broken(description: "broken: the body's error comes out of the write")
    }
}
