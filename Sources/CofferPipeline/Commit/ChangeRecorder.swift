// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import CofferStore

/// A writer that notes which records were changed, so that the cache can drop them.
final class ChangeRecorder: StoreWriter {
    private let writer: any StoreWriter
    var changed: Set<RecordKey> = []

    init(_ writer: any StoreWriter) { self.writer = writer }

    func put(
        _ key: RecordKey, document: [UInt8], indexes: [IndexEntry], expecting revision: Int64?
    ) throws(StoreError) -> Int64 {
        changed.insert(key)
        return try writer.put(key, document: document, indexes: indexes, expecting: revision)
    }

    func delete(_ key: RecordKey, expecting revision: Int64) throws(StoreError) {
        changed.insert(key)
        try writer.delete(key, expecting: revision)
    }

    func set(_ name: String, _ value: [UInt8]?) throws(StoreError) { try writer.set(name, value) }
    func append(_ event: NewEvent) throws(StoreError) { try writer.append(event) }
    func putTile(level: Int, index: Int64, hashes: [UInt8]) throws(StoreError) {
        try writer.putTile(level: level, index: index, hashes: hashes)
    }
    func savepoint<R>(_ body: () throws -> R) throws -> R { try writer.savepoint(body) }

    func record(_ key: RecordKey) throws(StoreError) -> StoredRecord? { try writer.record(key) }
    func revision(of key: RecordKey) throws(StoreError) -> Int64? { try writer.revision(of: key) }
    func records(in scope: Scope, kind: RecordKind, after id: String?, limit: Int) throws(StoreError) -> [StoredRecord] {
        try writer.records(in: scope, kind: kind, after: id, limit: limit)
    }
    func records(
        in scope: Scope, kind: RecordKind, index: IndexEntry, after id: String?, limit: Int
    ) throws(StoreError) -> [StoredRecord] {
        try writer.records(in: scope, kind: kind, index: index, after: id, limit: limit)
    }
    func records(
        kind: RecordKind, index: IndexEntry, after key: RecordKey?, limit: Int
    ) throws(StoreError) -> [StoredRecord] {
        try writer.records(kind: kind, index: index, after: key, limit: limit)
    }
    func records(
        kind: RecordKind, indexName: String, valuesThrough: String, limit: Int
    ) throws(StoreError) -> [StoredRecord] {
        try writer.records(kind: kind, indexName: indexName, valuesThrough: valuesThrough, limit: limit)
    }
    func count(in scope: Scope?, kind: RecordKind) throws(StoreError) -> Int { try writer.count(in: scope, kind: kind) }
    func setting(_ name: String) throws(StoreError) -> [UInt8]? { try writer.setting(name) }
    func settings(withPrefix prefix: String) throws(StoreError) -> [(name: String, value: [UInt8])] {
        try writer.settings(withPrefix: prefix)
    }
    func event(at sequence: Int64) throws(StoreError) -> StoredEvent? { try writer.event(at: sequence) }
    func events(_ query: EventQuery) throws(StoreError) -> [StoredEvent] { try writer.events(query) }
    func leafHashes(_ sequences: Range<Int64>) throws(StoreError) -> [[UInt8]] { try writer.leafHashes(sequences) }
    func nextEventSequence() throws(StoreError) -> Int64 { try writer.nextEventSequence() }
    func tile(level: Int, index: Int64) throws(StoreError) -> [UInt8]? { try writer.tile(level: level, index: index) }
}
