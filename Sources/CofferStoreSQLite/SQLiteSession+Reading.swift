// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import CofferStore

extension SQLiteSession: StoreReader {
    func record(_ key: RecordKey) throws(StoreError) -> StoredRecord? {
        try query(
            "SELECT revision, document FROM record WHERE account = ?1 AND region = ?2 AND kind = ?3 AND id = ?4"
        ) { row throws(StoreError) in
            row.bind(key)
            guard try row.step() else { return nil }
            return StoredRecord(key: key, revision: row.integer(0), document: row.bytes(1))
        }
    }

    func revision(of key: RecordKey) throws(StoreError) -> Int64? {
        try query(
            "SELECT revision FROM record WHERE account = ?1 AND region = ?2 AND kind = ?3 AND id = ?4"
        ) { row throws(StoreError) in
            row.bind(key)
            return try row.step() ? row.integer(0) : nil
        }
    }

    func records(
        in scope: Scope, kind: RecordKind, after id: String?, limit: Int
    ) throws(StoreError) -> [StoredRecord] {
        // The empty text sorts before every other; ?5 lets an id that is empty itself into the first page.
        try query(
            """
            SELECT account, region, id, revision, document FROM record
            WHERE account = ?1 AND region = ?2 AND kind = ?3 AND id >= ?4 AND (id > ?4 OR ?5) ORDER BY id LIMIT ?6
            """
        ) { row throws(StoreError) in
            row.bind(scope)
            row.bind(3, kind.rawValue)
            row.bind(4, id ?? "")
            row.bind(5, id == nil ? 1 : 0)
            row.bind(6, max(0, limit))
            return try row.records(kind: kind)
        }
    }

    func records(
        in scope: Scope, kind: RecordKind, index: IndexEntry, after id: String?, limit: Int
    ) throws(StoreError) -> [StoredRecord] {
        try query(
            """
            SELECT r.account, r.region, r.id, r.revision, r.document FROM record_index i
            CROSS JOIN record r ON r.account = i.account AND r.region = i.region AND r.kind = i.kind AND r.id = i.id
            WHERE i.account = ?1 AND i.region = ?2 AND i.kind = ?3 AND i.name = ?4 AND i.value = ?5 AND i.id >= ?6
                AND (i.id > ?6 OR ?7)
            ORDER BY i.id LIMIT ?8
            """
        ) { row throws(StoreError) in
            row.bind(scope)
            row.bind(3, kind.rawValue)
            row.bind(4, index.name)
            row.bind(5, index.value)
            row.bind(6, id ?? "")
            row.bind(7, id == nil ? 1 : 0)
            row.bind(8, max(0, limit))
            return try row.records(kind: kind)
        }
    }

    func records(
        kind: RecordKind, index: IndexEntry, after key: RecordKey?, limit: Int
    ) throws(StoreError) -> [StoredRecord] {
        try query(
            """
            SELECT r.account, r.region, r.id, r.revision, r.document FROM record_index i
            CROSS JOIN record r ON r.account = i.account AND r.region = i.region AND r.kind = i.kind AND r.id = i.id
            WHERE i.kind = ?1 AND i.name = ?2 AND i.value = ?3 AND (i.account, i.region, i.id) > (?5, ?6, ?7)
            ORDER BY i.account, i.region, i.id LIMIT ?4
            """
        ) { row throws(StoreError) in
            row.bind(1, kind.rawValue)
            row.bind(2, index.name)
            row.bind(3, index.value)
            row.bind(4, max(0, limit))
            // No account's name is as small as an empty one.
            row.bind(5, key?.scope.account.description ?? "")
            row.bind(6, key?.scope.region.description ?? "")
            row.bind(7, key?.id ?? "")
            return try row.records(kind: kind)
        }
    }

    func records(
        kind: RecordKind, indexName: String, valuesThrough: String, limit: Int
    ) throws(StoreError) -> [StoredRecord] {
        try query(
            """
            SELECT r.account, r.region, r.id, r.revision, r.document FROM record_index i
            CROSS JOIN record r ON r.account = i.account AND r.region = i.region AND r.kind = i.kind AND r.id = i.id
            WHERE i.kind = ?1 AND i.name = ?2 AND i.value <= ?3
            ORDER BY i.value, i.account, i.region, i.id LIMIT ?4
            """
        ) { row throws(StoreError) in
            row.bind(1, kind.rawValue)
            row.bind(2, indexName)
            row.bind(3, valuesThrough)
            row.bind(4, max(0, limit))
            return try row.records(kind: kind)
        }
    }

    func count(in scope: Scope?, kind: RecordKind) throws(StoreError) -> Int {
        guard let scope else {
            return try query("SELECT count(*) FROM record WHERE kind = ?1") { row throws(StoreError) in
                row.bind(1, kind.rawValue)
                return try row.step() ? Int(row.integer(0)) : 0
            }
        }
        return try query(
            "SELECT count(*) FROM record WHERE account = ?1 AND region = ?2 AND kind = ?3"
        ) { row throws(StoreError) in
            row.bind(scope)
            row.bind(3, kind.rawValue)
            return try row.step() ? Int(row.integer(0)) : 0
        }
    }

    func setting(_ name: String) throws(StoreError) -> [UInt8]? {
        try query("SELECT value FROM setting WHERE name = ?1") { row throws(StoreError) in
            row.bind(1, name)
            return try row.step() ? row.bytes(0) : nil
        }
    }

    func settings(withPrefix prefix: String) throws(StoreError) -> [(name: String, value: [UInt8])] {
        try query("SELECT name, value FROM setting WHERE name >= ?1 ORDER BY name") { row throws(StoreError) in
            row.bind(1, prefix)
            var found: [(name: String, value: [UInt8])] = []
            while try row.step() {
                let name = row.text(0)
                guard name.utf8.starts(with: prefix.utf8) else { break }
                found.append((name, row.bytes(1)))
            }
            return found
        }
    }
}

extension SQLStatement {
    borrowing func bind(_ scope: Scope) {
        bind(1, scope.account.description)
        bind(2, scope.region.description)
    }

    borrowing func bind(_ key: RecordKey) {
        bind(key.scope)
        bind(3, key.kind.rawValue)
        bind(4, key.id)
    }

    /// The scope whose account and region stand in these columns.
    borrowing func scope(_ account: Int32, _ region: Int32) throws(StoreError) -> Scope {
        let regionName = text(region)
        let global = regionName.hasPrefix("*") ? Partition(rawValue: String(regionName.dropFirst())) : nil
        guard let account = AccountID(text(account)), let region = global.map(Region.global) ?? Region(regionName)
        else { throw .damaged("a row has an impossible account or region") }
        return Scope(account: account, region: region)
    }

    /// All rows of account, region, id, revision and document.
    borrowing func records(kind: RecordKind) throws(StoreError) -> [StoredRecord] {
        var found: [StoredRecord] = []
        while try step() {
            let key = RecordKey(scope: try scope(0, 1), kind: kind, id: text(2))
            found.append(StoredRecord(key: key, revision: integer(3), document: bytes(4)))
        }
        return found
    }
}
