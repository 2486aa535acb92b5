// SPDX-License-Identifier: Apache-2.0
internal import CofferStore
internal import GRDB

/// One connection to the database; its queue lets one caller in at a time, on the caller's own thread.
struct SQLiteConnection: Sendable {
    enum Role { case writer, reader, memory }

    private let queue: DatabaseQueue

    init(path: String, role: Role) throws(StoreError) {
        do {
            switch role {
            case .memory:
                queue = try DatabaseQueue(configuration: Self.configuration(role))
                try queue.writeWithoutTransaction { try Schema.migrate($0) }
            case .reader:
                queue = try DatabaseQueue(path: path, configuration: Self.configuration(role))
            case .writer:
                queue = try DatabaseQueue(path: path, configuration: Self.configuration(role))
                try queue.writeWithoutTransaction { db in
                    try Self.makeDurable(db)
                    try Schema.migrate(db)
                }
            }
        } catch {
            throw StoreError(sqlite: error)
        }
    }

    private static func configuration(_ role: Role) -> Configuration {
        var configuration = Configuration()
        configuration.label = "coffer.store"
        configuration.foreignKeysEnabled = false
        configuration.readonly = role == .reader
        // The vault has one owner at a time, by a file lock outside: somebody else here is a short accident.
        configuration.busyMode = .timeout(0.5)
        configuration.prepareDatabase { db in
            // A damaged or planted schema must not run functions, and a damaged page must not pass for a sound one.
            try db.execute(
                sql: """
                    PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;
                    PRAGMA temp_store = MEMORY
                    """)
            // KiB. The operating system keeps the file's pages too, so a connection's own cache may be small.
            try db.execute(sql: "PRAGMA cache_size = -\(role == .reader ? 1024 : 4096)")
            if role != .reader {
                // What is deleted or replaced is overwritten with zeros.
                try db.execute(sql: "PRAGMA secure_delete = ON")
            }
        }
        return configuration
    }

    /// INVARIANT 4: a commit returns after the log has reached the disk.
    private static func makeDurable(_ db: Database) throws {
        guard try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL") == "wal" else {
            throw StoreError.io("the folder's file system does not support shared memory (SQLite's WAL)")
        }
        try db.execute(sql: "PRAGMA synchronous = FULL")
        // How many pages the log may hold before they are copied into the database. Some change with each commit: the
        // rarer they are copied the less there is to write, and the longer the one commit that does it takes.
        try db.execute(sql: "PRAGMA wal_autocheckpoint = 2048")
        guard try Int.fetchOne(db, sql: "PRAGMA synchronous") == 2 else {
            throw StoreError.io("the database can't be set to write through to the disk")
        }
    }

    func read<R>(_ body: (any StoreReader) throws -> R) throws -> R {
        try queue.unsafeRead { db in
            try SQLStatement(db, "BEGIN").step()
            let result = Result { try body(SQLiteSession(db)) }
            try SQLStatement(db, "COMMIT").step()
            return try result.get()
        }
    }

    func write<R>(_ body: (any StoreWriter) throws -> R) throws -> R {
        var result: R?
        do {
            try queue.inTransaction(.immediate) { db in
                let session = SQLiteSession(db)
                do {
                    result = try body(session)
                    try session.finish()
                    return .commit
                } catch {
                    throw BodyError(cause: error)
                }
            }
        } catch let error as BodyError {
            throw error.cause
        } catch {
            // From BEGIN or COMMIT: the store's own.
            throw StoreError(sqlite: error)
        }
        guard let result else { throw StoreError.io("the transaction gave no result") }
        return result
    }

    /// Keeps the body's own errors apart from the database's.
    private struct BodyError: Error { let cause: any Error }

    /// For checks and upkeep, outside any transaction of the store's.
    func withDatabase<R>(_ body: (Database) throws -> R) throws(StoreError) -> R {
        do { return try queue.writeWithoutTransaction(body) } catch { throw StoreError(sqlite: error) }
    }

    func close() throws(StoreError) {
        do { try queue.close() } catch { throw StoreError(sqlite: error) }
    }
}
