// SPDX-License-Identifier: Apache-2.0
internal import GRDBSQLite
internal import Glibc

/// The tables of an SQLite database, row by row.
struct DatabaseText {
    let sink: TextSink
    private static let longestValue = 1 << 20

    func extract(_ input: DocumentInput, path: String) throws(ExtractionStop) {
        let database = try open(input)
        defer { sqlite3_close_v2(database) }
        sqlite3_limit(database, SQLITE_LIMIT_LENGTH, 64 << 20)
        sqlite3_exec(database, "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0", nil, nil, nil)
        for table in try tables(of: database) { try extract(table, of: database, path: path) }
    }

    private func open(_ input: DocumentInput) throws(ExtractionStop) -> OpaquePointer {
        // `immutable`: nothing is locked, and no log beside the file is looked for.
        let location =
            switch input {
            case .file(let descriptor): "file:/proc/self/fd/\(descriptor)?immutable=1"
            case .memory: ":memory:"
            }
        var database: OpaquePointer?
        let flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX
        guard sqlite3_open_v2(location, &database, flags, nil) == SQLITE_OK, let database else {
            sqlite3_close_v2(database)
            throw .damaged("the database can't be opened")
        }
        guard case .memory(let bytes) = input else { return database }
        guard let copy = sqlite3_malloc64(UInt64(bytes.count)) else { throw .damaged("there is no memory to read it with") }
        UnsafeMutableRawBufferPointer(start: copy, count: bytes.count).copyBytes(from: bytes)
        let start = copy.assumingMemoryBound(to: UInt8.self)
        // A database in memory has no log beside it (the file format's bytes 18 and 19).
        if bytes.count > 19 { (start[18], start[19]) = (1, 1) }
        let kept = UInt32(SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY)
        sqlite3_deserialize(database, "main", start, Int64(bytes.count), Int64(bytes.count), kept)
        return database
    }

    /// Virtual tables are left out: what they hold lies in ordinary ones.
    private func tables(of database: OpaquePointer) throws(ExtractionStop) -> [String] {
        var tables: [String] = []
        let isRead = try rows(
            database, "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE TABLE%' ORDER BY rootpage"
        ) { row throws(ExtractionStop) in
            tables.append(String(decoding: Self.text(row, 0), as: UTF8.self))
        }
        if !isRead { throw .damaged(String(cString: sqlite3_errmsg(database))) }
        return tables
    }

    private func extract(_ table: String, of database: OpaquePointer, path: String) throws(ExtractionStop) {
        let quoted = "\"" + table.replacing("\"", with: "\"\"") + "\""
        var hasHeader = false
        let isRead = try rows(database, "SELECT * FROM \(quoted)") { row throws(ExtractionStop) in
            let columns = 0..<sqlite3_column_count(row)
            if !hasHeader {
                hasHeader = true
                try sink.begin(DocumentPart(name: path + table, layout: .table))
                try add(columns.map { sqlite3_column_name(row, $0).map { Array(String(cString: $0).utf8) } ?? [] })
            }
            try add(columns.map { Self.text(row, $0) })
        }
        if !isRead { try sink.warn("the table \(table) is read only in part: \(String(cString: sqlite3_errmsg(database)))") }
    }

    private func add(_ cells: [[UInt8]]) throws(ExtractionStop) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { try sink.add([0x09]) }
            try sink.add(cell.map { $0 == 0x09 || $0 == 0x0a || $0 == 0x0d ? 0x20 : $0 })
        }
        try sink.add([0x0a])
    }

    /// False where an error ended it early.
    private func rows(
        _ database: OpaquePointer, _ sql: String, _ body: (OpaquePointer) throws(ExtractionStop) -> Void
    ) throws(ExtractionStop) -> Bool {
        var statement: OpaquePointer?
        guard sqlite3_prepare_v2(database, sql, -1, &statement, nil) == SQLITE_OK, let statement else { return false }
        defer { sqlite3_finalize(statement) }
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW: try body(statement)
            case SQLITE_DONE: return true
            default: return false
            }
        }
    }

    /// Numbers as their digits; of blobs only those that are text.
    private static func text(_ row: OpaquePointer, _ column: Int32) -> [UInt8] {
        let isBlob = sqlite3_column_type(row, column) == SQLITE_BLOB
        guard let start = isBlob ? sqlite3_column_blob(row, column) : sqlite3_column_text(row, column).map({ UnsafeRawPointer($0) })
        else { return [] }
        let count = min(Int(sqlite3_column_bytes(row, column)), longestValue)
        let bytes = Array(UnsafeRawBufferPointer(start: start, count: count))
        return bytes.contains(0) ? [] : bytes
    }
}
