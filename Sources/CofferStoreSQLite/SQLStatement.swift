// SPDX-License-Identifier: Apache-2.0
internal import CofferStore
internal import GRDB
internal import GRDBSQLite

/// One use of a cached prepared statement: bind, step, read the columns. Reset when it goes out of scope.
///
/// It speaks to SQLite directly because GRDB's rows and arguments box each value, which costs more than the query
/// itself on the path of every request. Values are bound, never written into the text.
struct SQLStatement: ~Copyable {
    private let handle: OpaquePointer
    private let database: Database

    init(_ database: Database, _ sql: String) throws(StoreError) {
        do {
            handle = try database.cachedStatement(sql: sql).sqliteStatement
        } catch {
            throw StoreError(sqlite: error)
        }
        self.database = database
    }

    deinit {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
    }

    /// Moves to the next row; false when there is none.
    @discardableResult
    borrowing func step() throws(StoreError) -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code: throw StoreError(code: code, connection: database.sqliteConnection)
        }
    }

    // SQLite copies what is bound (SQLITE_TRANSIENT): nothing here is long, and no pointer can dangle.
    private var copying: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

    borrowing func bind(_ index: Int32, _ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            utf8.withMemoryRebound(to: CChar.self) { characters in
                if let start = characters.baseAddress, !characters.isEmpty {
                    _ = sqlite3_bind_text(handle, index, start, Int32(clamping: characters.count), copying)
                } else {
                    _ = sqlite3_bind_text(handle, index, "", 0, copying)
                }
            }
        }
    }

    borrowing func bind(_ index: Int32, _ number: Int64) { sqlite3_bind_int64(handle, index, number) }

    borrowing func bind(_ index: Int32, _ number: Int) { sqlite3_bind_int64(handle, index, Int64(number)) }

    borrowing func bind(_ index: Int32, _ bytes: [UInt8]) {
        if bytes.isEmpty {
            // A null pointer would bind NULL instead of no bytes.
            sqlite3_bind_zeroblob(handle, index, 0)
        } else {
            sqlite3_bind_blob(handle, index, bytes, Int32(clamping: bytes.count), copying)
        }
    }

    borrowing func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

    borrowing func bytes(_ column: Int32) -> [UInt8] {
        guard let start = sqlite3_column_blob(handle, column) else { return [] }
        return [UInt8](UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
    }

    borrowing func text(_ column: Int32) -> String {
        guard let start = sqlite3_column_text(handle, column) else { return "" }
        let utf8 = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
        return String(decoding: utf8, as: UTF8.self)
    }
}
