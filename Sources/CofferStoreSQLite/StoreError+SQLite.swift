// SPDX-License-Identifier: Apache-2.0
internal import CofferStore
internal import GRDB
internal import GRDBSQLite

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

extension StoreError {
    /// What an error that came from GRDB means; a `StoreError` stays itself.
    init(sqlite error: any Error) {
        switch error {
        case let error as StoreError: self = error
        case let error as DatabaseError:
            self.init(code: error.extendedResultCode.rawValue, message: error.message)
        default: self = .io("the database can't be used")
        }
    }

    /// What the system's refusal to open or write a file means.
    init(file path: String, cause: Int32) {
        switch cause {
        case ENOSPC, EDQUOT: self = .full
        case EIO: self = .io(String(cString: strerror(cause)))
        case ELOOP: self = .permission("\(path) is a symbolic link")
        default: self = .permission("\(path): \(String(cString: strerror(cause)))")
        }
    }

    /// What a result code of the connection's latest call means.
    init(code: Int32, connection: OpaquePointer?) {
        // A quota that is used up is reported as a failed write, a full disk as SQLITE_FULL.
        if code & 0xff == SQLITE_IOERR, sqlite3_system_errno(connection) == EDQUOT {
            self = .full
        } else {
            self.init(code: code, message: connection.map { String(cString: sqlite3_errmsg($0)) })
        }
    }

    /// SQLite's messages name tables, columns and causes, but no bound value.
    private init(code: Int32, message: String?) {
        let message = message ?? String(cString: sqlite3_errstr(code))
        switch code & 0xff {
        case SQLITE_FULL: self = .full
        case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL: self = .busy
        case SQLITE_NOTADB: self = .damaged("the file is not a database")
        case SQLITE_CORRUPT, SQLITE_FORMAT, SQLITE_CONSTRAINT, SQLITE_MISMATCH, SQLITE_ERROR, SQLITE_SCHEMA:
            self = .damaged(message)
        case SQLITE_PERM, SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_AUTH: self = .permission(message)
        case SQLITE_MISUSE: self = .closed
        default: self = .io(message)
        }
    }
}
