// SPDX-License-Identifier: Apache-2.0
public import CofferBase

/// The key of a record.
///
/// INVARIANT 7: account and region are part of every key, and all parts compare exactly (byte by byte).
public struct RecordKey: Hashable, Sendable {
    public let scope: Scope
    public let kind: RecordKind
    public let id: String

    public init(scope: Scope, kind: RecordKind, id: String) {
        self.scope = scope
        self.kind = kind
        self.id = id
    }

    // String's own == holds for different bytes that look alike (canonical equivalence): names compare exactly here.
    public static func == (a: RecordKey, b: RecordKey) -> Bool {
        a.scope == b.scope && a.kind == b.kind && a.id.utf8.elementsEqual(b.id.utf8)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(scope)
        hasher.combine(kind)
        var id = id
        id.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}

/// What a record describes, such as `kms-key`. Each kind is read and written by one service.
public struct RecordKind: Hashable, Sendable, RawRepresentable, CustomStringConvertible {
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }
    public init(_ name: String) { rawValue = name }

    public var description: String { rawValue }
}

/// A record as it was stored.
public struct StoredRecord: Sendable {
    public let key: RecordKey
    /// Drawn from one counter of the whole vault, so that no two writes ever share one, not even after a delete.
    public let revision: Int64
    public let document: [UInt8]

    public init(key: RecordKey, revision: Int64, document: [UInt8]) {
        self.key = key
        self.revision = revision
        self.document = document
    }
}

/// A value a record can be found by. Many records may share one; they compare byte by byte.
public struct IndexEntry: Hashable, Sendable {
    public let name: String
    public let value: String

    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }

    public static func == (a: IndexEntry, b: IndexEntry) -> Bool {
        a.name.utf8.elementsEqual(b.name.utf8) && a.value.utf8.elementsEqual(b.value.utf8)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(name.utf8.count)
        var text = name + value
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}
