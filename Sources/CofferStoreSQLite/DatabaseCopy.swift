// SPDX-License-Identifier: Apache-2.0
public import CofferStore
internal import GRDB

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// A second file with everything that a store's file holds at one moment.
public enum DatabaseCopy {
    /// Writes the copy, reads it whole (as `verifyIntegrity` does), and has it on the disk when it returns.
    ///
    /// Others may read and write the original meanwhile, in this process or another. What was deleted isn't in the copy.
    /// - Parameters:
    ///   - path: the original, which stays as it is.
    ///   - copy: a new file, made with mode 0600. It is left behind, unfinished, where this throws.
    ///
    /// Source: sqlite.org, "VACUUM", "VACUUM with an INTO clause", which leaves it to the caller to sync.
    public static func write(of path: String, to copy: String) throws(StoreError) {
        let file = open(copy, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw StoreError(file: copy, cause: errno) }
        defer { close(file) }
        let original = try SQLiteConnection(path: path, role: .reader)
        try original.withDatabase { try $0.execute(sql: "VACUUM INTO ?", arguments: [copy]) }
        try original.close()
        guard fsync(file) == 0 else { throw StoreError(file: copy, cause: errno) }
        try verify(copy)
    }

    private static func verify(_ copy: String) throws(StoreError) {
        let connection = try SQLiteConnection(path: copy, role: .reader)
        do { try connection.read { try ($0 as? SQLiteSession)?.verifyIntegrity() } } catch { throw StoreError(sqlite: error) }
        try connection.close()
    }
}
