// SPDX-License-Identifier: Apache-2.0
public import CofferBase
public import CofferStore
internal import FoundationEssentials

/// Something that the vault keeps: encoded as JSON under a `RecordKey`.
///
/// A record holds ciphertext and metadata alone; unwrapped keys are of types that can't be encoded (invariant 1).
public protocol VaultRecord: Codable, Sendable {
    static var kind: RecordKind { get }
    /// Unique in its scope and kind. Compared exactly.
    var id: String { get }
    var indexes: [IndexEntry] { get }
    /// A faster way to read what the encoder wrote; nil to leave it to Foundation's decoder.
    static func read(_ document: [UInt8]) -> Self?
}

extension VaultRecord {
    public var indexes: [IndexEntry] { [] }
    public static func read(_ document: [UInt8]) -> Self? { nil }

    public static func key(_ id: String, in scope: Scope) -> RecordKey { RecordKey(scope: scope, kind: kind, id: id) }
}

/// A record as read, with the revision that a later write must find unchanged (invariant 6).
public struct Versioned<Record: VaultRecord>: Sendable {
    public let key: RecordKey
    public let revision: Int64
    public var value: Record

    public init(key: RecordKey, revision: Int64, value: Record) {
        self.key = key
        self.revision = revision
        self.value = value
    }

    init(_ stored: StoredRecord) throws {
        do {
            value = try Record.read(stored.document) ?? JSONDecoder().decode(Record.self, from: Data(stored.document))
        } catch {
            throw StoreError.damaged("the record \(stored.key.kind.rawValue) \(stored.key.id) can't be read")
        }
        key = stored.key
        revision = stored.revision
    }

    public var precondition: Precondition { Precondition(key: key, revision: revision) }
}

/// What a commit must find unchanged: a record's revision, or (nil) its absence.
public struct Precondition: Hashable, Sendable {
    public let key: RecordKey
    public let revision: Int64?

    public init(key: RecordKey, revision: Int64?) {
        self.key = key
        self.revision = revision
    }
}

extension StoreReader {
    public func load<R: VaultRecord>(_ type: R.Type, _ id: String, in scope: Scope) throws -> Versioned<R>? {
        try record(R.key(id, in: scope)).map { try Versioned<R>($0) }
    }

    /// Records in order of their ids, after `id`.
    public func list<R: VaultRecord>(_ type: R.Type, in scope: Scope, after id: String?, limit: Int) throws -> [Versioned<R>] {
        try records(in: scope, kind: R.kind, after: id, limit: limit).map { try Versioned<R>($0) }
    }

    public func list<R: VaultRecord>(
        _ type: R.Type, in scope: Scope, where index: IndexEntry, after id: String?, limit: Int
    ) throws -> [Versioned<R>] {
        try records(in: scope, kind: R.kind, index: index, after: id, limit: limit).map { try Versioned<R>($0) }
    }
}

extension StoreWriter {
    /// Adds a record that must not be there yet; throws `StoreError.conflict` where it is.
    public func insert<R: VaultRecord>(_ record: R, in scope: Scope) throws {
        _ = try put(R.key(record.id, in: scope), document: encoded(record), indexes: record.indexes, expecting: nil)
    }

    /// Replaces a record that must still have the revision that was read.
    public func update<R: VaultRecord>(_ record: Versioned<R>) throws {
        _ = try put(
            record.key, document: encoded(record.value), indexes: record.value.indexes, expecting: record.revision)
    }

    public func remove<R: VaultRecord>(_ record: Versioned<R>) throws {
        try delete(record.key, expecting: record.revision)
    }

    private func encoded<R: VaultRecord>(_ record: R) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(record))
    }
}
