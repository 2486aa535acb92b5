// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import CofferStore
internal import GRDB
internal import GRDBSQLite

/// A transaction on one connection: what the bodies of `read` and `write` are given.
final class SQLiteSession {
    let db: Database
    /// Set when SQLite gave up the transaction by itself: nothing may be written then, for it would commit alone.
    private var failure: StoreError?
    /// The last revision that was given out, where this transaction gave one.
    private var revision: Int64?

    init(_ db: Database) { self.db = db }

    /// Runs `body` over a prepared statement and watches for the end of the transaction.
    func query<R>(_ sql: String, _ body: (borrowing SQLStatement) throws(StoreError) -> R) throws(StoreError) -> R {
        try checkTransaction()
        do throws(StoreError) {
            return try body(try SQLStatement(db, sql))
        } catch {
            // SQLite rolls back by itself where it can't go on (disk full, I/O, memory).
            if isOver { failure = error }
            throw error
        }
    }

    private var isOver: Bool { sqlite3_get_autocommit(db.sqliteConnection) != 0 }

    private func checkTransaction() throws(StoreError) {
        if isOver, failure == nil { failure = .io("the database gave up the transaction") }
        if let failure { throw failure }
    }

    /// A revision that no record has had.
    func nextRevision() throws(StoreError) -> Int64 {
        let last =
            if let revision { revision } else {
                try query("SELECT value FROM counter WHERE name = 'revision'") { row throws(StoreError) in
                    guard try row.step() else { throw .damaged("the counter of revisions is gone") }
                    return row.integer(0)
                }
            }
        guard last >= 0, last < Int64.max else { throw .damaged("the counter of revisions is impossible") }
        // A savepoint that is undone doesn't take its revisions back: they stay used.
        revision = last + 1
        return last + 1
    }

    /// The last work before the commit.
    func finish() throws(StoreError) {
        try checkTransaction()
        guard let revision else { return }
        try query("UPDATE counter SET value = ?1 WHERE name = 'revision'") { row throws(StoreError) in
            row.bind(1, revision)
            try row.step()
        }
    }

    func undoSavepoint() throws(StoreError) {
        do throws(StoreError) {
            try query("ROLLBACK TO part") { row throws(StoreError) in _ = try row.step() }
            try query("RELEASE part") { row throws(StoreError) in _ = try row.step() }
        } catch {
            failure = error
            throw error
        }
    }
}
