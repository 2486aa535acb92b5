// SPDX-License-Identifier: Apache-2.0
public import CofferStore
internal import GRDB
internal import Synchronization

/// A store in one SQLite file, or in memory.
///
/// One connection writes; each thread that reads at the same time has one of its own. Connections are GRDB's, but not
/// its pool, which opens a transaction and checks the schema for every read.
///
/// A file may be open in one `SQLiteStore` of one process at a time: the vault's lock sees to that.
public final class SQLiteStore: Store {
    private struct State {
        /// Readers that nobody uses now.
        var idle: [SQLiteConnection] = []
        var isClosed = false
    }

    /// Nil for a store in memory, whose one connection does everything.
    private let path: String?
    let writer: SQLiteConnection
    private let state = Mutex(State())
    private static let idleLimit = 8

    /// Opens the file, or makes it with mode 0600, and brings an older format up to date. Its folder must exist.
    ///
    /// The work does not grow with what the file holds. Throws `StoreError`: `.newerSchema` leaves the file untouched.
    public init(path: String) throws(StoreError) {
        try DatabaseFile(path: path).prepare()
        self.path = path
        writer = try SQLiteConnection(path: path, role: .writer)
    }

    private init(memory: Void) throws(StoreError) {
        path = nil
        writer = try SQLiteConnection(path: ":memory:", role: .memory)
    }

    /// An empty store that is gone with the process.
    public static func inMemory() throws(StoreError) -> SQLiteStore { try SQLiteStore(memory: ()) }

    public var isDurable: Bool { path != nil }

    public func read<R>(_ body: (any StoreReader) throws -> R) throws -> R {
        guard let path else {
            try checkOpen()
            return try writer.read(body)
        }
        let connection = try borrow(path)
        defer { giveBack(connection) }
        return try connection.read(body)
    }

    public func write<R>(_ body: (any StoreWriter) throws -> R) throws -> R {
        try checkOpen()
        return try writer.write(body)
    }

    public func checkpointAndClose() throws {
        let idle = try state.withLock { state throws(StoreError) in
            guard !state.isClosed else { throw .closed }
            state.isClosed = true
            defer { state.idle = [] }
            return state.idle
        }
        for reader in idle { try reader.close() }
        if path != nil { try writer.withDatabase { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") } }
        try writer.close()
    }

    /// Reads the whole file: SQLite's own check, then that each record can be found by its index entries, and only so.
    public func verifyIntegrity() throws {
        try read { reader in
            guard let session = reader as? SQLiteSession else { return }
            try session.verifyIntegrity()
        }
    }

    private func checkOpen() throws(StoreError) {
        if state.withLock({ $0.isClosed }) { throw .closed }
    }

    private func borrow(_ path: String) throws(StoreError) -> SQLiteConnection {
        let idle = try state.withLock { state throws(StoreError) in
            guard !state.isClosed else { throw .closed }
            return state.idle.popLast()
        }
        if let idle { return idle }
        return try SQLiteConnection(path: path, role: .reader)
    }

    private func giveBack(_ connection: SQLiteConnection) {
        // A connection that isn't kept closes itself with its last reference.
        state.withLock { state in
            if !state.isClosed, state.idle.count < Self.idleLimit { state.idle.append(connection) }
        }
    }
}
