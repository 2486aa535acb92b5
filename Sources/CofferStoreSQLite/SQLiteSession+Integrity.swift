// SPDX-License-Identifier: Apache-2.0
internal import CofferStore

extension SQLiteSession {
    func verifyIntegrity() throws(StoreError) {
        let found = try query("PRAGMA integrity_check(20)") { row throws(StoreError) in
            var lines: [String] = []
            while try row.step() { lines.append(row.text(0)) }
            return lines
        }
        guard found == ["ok"] else { throw .damaged(found.joined(separator: "; ")) }
        try verifyIndexes()
    }

    /// Each entry in a record's row stands in the index, and nothing else does.
    private func verifyIndexes() throws(StoreError) {
        let entries = try query(
            "SELECT account, region, kind, id, indexes FROM record"
        ) { row throws(StoreError) in
            var count = 0
            while try row.step() {
                let key = RecordKey(scope: try row.scope(0, 1), kind: RecordKind(row.text(2)), id: row.text(3))
                for entry in Set(try IndexCoding.decode(row.bytes(4))) {
                    guard try contains(entry, of: key) else {
                        throw .damaged("\(key.kind) \(key.id) is missing from the index \(entry.name)")
                    }
                    count += 1
                }
            }
            return count
        }
        let indexed = try query("SELECT count(*) FROM record_index") { row throws(StoreError) in
            try row.step() ? Int(row.integer(0)) : 0
        }
        guard indexed == entries else { throw .damaged("the index names records that are gone") }
    }

    private func contains(_ entry: IndexEntry, of key: RecordKey) throws(StoreError) -> Bool {
        try query(
            """
            SELECT 1 FROM record_index
            WHERE account = ?1 AND region = ?2 AND kind = ?3 AND id = ?4 AND name = ?5 AND value = ?6
            """
        ) { row throws(StoreError) in
            row.bind(key)
            row.bind(5, entry.name)
            row.bind(6, entry.value)
            return try row.step()
        }
    }
}
