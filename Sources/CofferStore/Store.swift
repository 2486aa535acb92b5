// SPDX-License-Identifier: Apache-2.0
public import CofferBase

/// Reads from one consistent state of the store. Valid only inside the `read` or `write` that handed it out.
public protocol StoreReader {
    func record(_ key: RecordKey) throws(StoreError) -> StoredRecord?

    /// The revision of a record, without its document.
    func revision(of key: RecordKey) throws(StoreError) -> Int64?

    /// Records of a kind in order of their ids (UTF-8 bytes), those after `id`, at most `limit`.
    func records(in scope: Scope, kind: RecordKind, after id: String?, limit: Int) throws(StoreError) -> [StoredRecord]

    /// Records that carry an index entry, in order of their ids.
    func records(
        in scope: Scope, kind: RecordKind, index: IndexEntry, after id: String?, limit: Int
    ) throws(StoreError) -> [StoredRecord]

    /// Records of any scope that carry an index entry, such as an access key's id, in order of account, region and id,
    /// those after `key`.
    func records(
        kind: RecordKind, index: IndexEntry, after key: RecordKey?, limit: Int
    ) throws(StoreError) -> [StoredRecord]

    /// Records of any scope whose index entry's value is at most `valuesThrough` (byte order), least value first, such
    /// as jobs that are due. Write times with a fixed width, so that they sort.
    func records(
        kind: RecordKind, indexName: String, valuesThrough: String, limit: Int
    ) throws(StoreError) -> [StoredRecord]

    /// How many records of a kind there are. Its cost grows with their number: not for a request's path.
    func count(in scope: Scope?, kind: RecordKind) throws(StoreError) -> Int

    /// A small value of the whole vault: a seal, an epoch key, the head of the audit log.
    func setting(_ name: String) throws(StoreError) -> [UInt8]?

    /// Settings whose name begins with `prefix`, in order of their names.
    func settings(withPrefix prefix: String) throws(StoreError) -> [(name: String, value: [UInt8])]

    func event(at sequence: Int64) throws(StoreError) -> StoredEvent?
    func events(_ query: EventQuery) throws(StoreError) -> [StoredEvent]

    /// The leaf hashes of a range of events in order of their sequence; shorter where events are missing.
    func leafHashes(_ sequences: Range<Int64>) throws(StoreError) -> [[UInt8]]

    /// The sequence of the next event: one more than the last one's, 0 for an empty log.
    func nextEventSequence() throws(StoreError) -> Int64

    /// The hashes of a tile of the audit log's tree, 32 bytes each, at most 256 of them.
    func tile(level: Int, index: Int64) throws(StoreError) -> [UInt8]?
}

extension StoreReader {
    public func records(kind: RecordKind, index: IndexEntry, limit: Int) throws(StoreError) -> [StoredRecord] {
        try records(kind: kind, index: index, after: nil, limit: limit)
    }
}

/// Reads and writes inside one transaction. Valid only inside the `write` that handed it out.
public protocol StoreWriter: StoreReader {
    /// Stores a record and replaces its index entries.
    ///
    /// `expecting` is nil for a record that must be new, else the revision that it must have. Returns the new revision.
    /// Throws `StoreError.conflict` when the record is not as expected; nothing has changed then.
    @discardableResult
    func put(
        _ key: RecordKey, document: [UInt8], indexes: [IndexEntry], expecting revision: Int64?
    ) throws(StoreError) -> Int64

    /// Removes a record and its index entries. Throws `StoreError.conflict` when it is gone or has another revision.
    func delete(_ key: RecordKey, expecting revision: Int64) throws(StoreError)

    /// Stores a setting, or removes it.
    func set(_ name: String, _ value: [UInt8]?) throws(StoreError)

    /// Stores an event. Throws `StoreError.conflict` when there is one with that sequence.
    func append(_ event: NewEvent) throws(StoreError)

    /// Stores a tile's hashes, or replaces them by a longer row of them.
    func putTile(level: Int, index: Int64, hashes: [UInt8]) throws(StoreError)

    /// What `body` wrote is undone when it throws; the transaction goes on. May be nested.
    ///
    /// When the store had to give up the whole transaction (a full disk), every later call throws, `write` too.
    func savepoint<R>(_ body: () throws -> R) throws -> R
}

/// Where the vault's records, settings and audit log are kept.
///
/// Calls block the thread they are made on. They must not be nested: no `read` or `write` inside another.
public protocol Store: Sendable {
    /// Reads a consistent snapshot; runs beside writes.
    func read<R>(_ body: (any StoreReader) throws -> R) throws -> R

    /// Runs one transaction; one at a time. All of it is durable when this returns (invariant 4); nothing of it is
    /// stored when it throws, be it the body's error or the store's own.
    func write<R>(_ body: (any StoreWriter) throws -> R) throws -> R

    /// False for a store in memory, which is gone with the process.
    var isDurable: Bool { get }

    /// Reads everything and checks its form: for `doctor`. Throws `StoreError.damaged` with what was found.
    func verifyIntegrity() throws

    /// Folds the log of recent writes into the database and closes it. Later calls throw `StoreError.closed`.
    func checkpointAndClose() throws
}
