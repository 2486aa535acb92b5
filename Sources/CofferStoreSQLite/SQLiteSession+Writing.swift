// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import CofferStore

extension SQLiteSession: StoreWriter {
    func put(
        _ key: RecordKey, document: [UInt8], indexes: [IndexEntry], expecting expected: Int64?
    ) throws(StoreError) -> Int64 {
        let old = try indexing(of: key)
        guard old?.revision == expected else { throw .conflict("\(key.kind) \(key.id)") }
        let new = Set(indexes)
        let before = Set(old?.entries ?? [])
        let revision = try nextRevision()
        try query(
            """
            INSERT INTO record (account, region, kind, id, revision, indexes, document)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            ON CONFLICT DO UPDATE SET
                revision = excluded.revision, indexes = excluded.indexes, document = excluded.document
            """
        ) { row throws(StoreError) in
            row.bind(key)
            row.bind(5, revision)
            row.bind(6, IndexCoding.encode(indexes))
            row.bind(7, document)
            try row.step()
        }
        for entry in before where !new.contains(entry) { try remove(entry, of: key) }
        for entry in new where !before.contains(entry) { try add(entry, of: key) }
        return revision
    }

    func delete(_ key: RecordKey, expecting expected: Int64) throws(StoreError) {
        guard let old = try indexing(of: key), old.revision == expected else {
            throw .conflict("\(key.kind) \(key.id)")
        }
        for entry in Set(old.entries) { try remove(entry, of: key) }
        try query(
            "DELETE FROM record WHERE account = ?1 AND region = ?2 AND kind = ?3 AND id = ?4"
        ) { row throws(StoreError) in
            row.bind(key)
            try row.step()
        }
    }

    func set(_ name: String, _ value: [UInt8]?) throws(StoreError) {
        guard let value else {
            return try query("DELETE FROM setting WHERE name = ?1") { row throws(StoreError) in
                row.bind(1, name)
                try row.step()
            }
        }
        try query(
            "INSERT INTO setting (name, value) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = excluded.value"
        ) { row throws(StoreError) in
            row.bind(1, name)
            row.bind(2, value)
            try row.step()
        }
    }

    func savepoint<R>(_ body: () throws -> R) throws -> R {
        try query("SAVEPOINT part") { row throws(StoreError) in _ = try row.step() }
        let result: R
        do {
            result = try body()
        } catch {
            try undoSavepoint()
            throw error
        }
        try query("RELEASE part") { row throws(StoreError) in _ = try row.step() }
        return result
    }

    private func indexing(of key: RecordKey) throws(StoreError) -> (revision: Int64, entries: [IndexEntry])? {
        try query(
            "SELECT revision, indexes FROM record WHERE account = ?1 AND region = ?2 AND kind = ?3 AND id = ?4"
        ) { row throws(StoreError) in
            row.bind(key)
            guard try row.step() else { return nil }
            return (row.integer(0), try IndexCoding.decode(row.bytes(1)))
        }
    }

    private func add(_ entry: IndexEntry, of key: RecordKey) throws(StoreError) {
        try query(
            """
            INSERT INTO record_index (account, region, kind, id, name, value) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            ON CONFLICT DO NOTHING
            """
        ) { row throws(StoreError) in
            row.bind(key)
            row.bind(5, entry.name)
            row.bind(6, entry.value)
            try row.step()
        }
    }

    private func remove(_ entry: IndexEntry, of key: RecordKey) throws(StoreError) {
        try query(
            """
            DELETE FROM record_index
            WHERE account = ?1 AND region = ?2 AND kind = ?3 AND id = ?4 AND name = ?5 AND value = ?6
            """
        ) { row throws(StoreError) in
            row.bind(key)
            row.bind(5, entry.name)
            row.bind(6, entry.value)
            try row.step()
        }
    }
}

/// A record's index entries in its own row: for each name and value their length in 4 bytes and their UTF-8.
enum IndexCoding {
    static func encode(_ entries: [IndexEntry]) -> [UInt8] {
        var bytes: [UInt8] = []
        for entry in entries {
            for text in [entry.name, entry.value] {
                withUnsafeBytes(of: UInt32(clamping: text.utf8.count).littleEndian) { bytes.append(contentsOf: $0) }
                bytes.append(contentsOf: text.utf8)
            }
        }
        return bytes
    }

    static func decode(_ bytes: [UInt8]) throws(StoreError) -> [IndexEntry] {
        var texts: [String] = []
        var at = 0
        while at < bytes.count {
            guard bytes.count - at >= 4 else { throw .damaged("a record's index entries can't be read") }
            let count = Int(bytes[at..<at + 4].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) })
            at += 4
            guard bytes.count - at >= count, let text = String(validating: bytes[at..<at + count], as: UTF8.self)
            else { throw .damaged("a record's index entries can't be read") }
            texts.append(text)
            at += count
        }
        guard texts.count.isMultiple(of: 2) else { throw .damaged("a record's index entries can't be read") }
        return stride(from: 0, to: texts.count, by: 2).map { IndexEntry(name: texts[$0], value: texts[$0 + 1]) }
    }
}
