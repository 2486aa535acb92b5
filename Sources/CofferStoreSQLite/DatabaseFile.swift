// SPDX-License-Identifier: Apache-2.0
internal import CofferStore

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// The database's file before SQLite opens it.
struct DatabaseFile {
    let path: String

    /// Makes the file where it is missing, private from its first moment (invariant 9), and looks at its header, so
    /// that a file that is not ours or that a newer program wrote is refused untouched (invariant 10).
    ///
    /// SQLite gives the files that it puts beside it (`-wal`, `-shm`) the same mode.
    func prepare() throws(StoreError) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw StoreError(file: path, cause: errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .io(Self.text(errno)) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .permission("\(path) is not a regular file") }
        guard status.st_mode & 0o077 == 0 else {
            throw .permission("others may read or write \(path): type `chmod 600 \(path)`")
        }
        guard status.st_size > 0 else { return }
        var header = [UInt8](repeating: 0, count: 100)
        guard pread(descriptor, &header, header.count, 0) == header.count else {
            throw .damaged("the file is cut off")
        }
        try check(header: header)
    }

    /// Source: sqlite.org, "Database File Format", 1.3: user version at byte 60, application id at byte 68.
    private func check(header: [UInt8]) throws(StoreError) {
        guard header.starts(with: Array("SQLite format 3\u{0}".utf8)) else {
            throw .damaged("the file is not a database")
        }
        func number(_ offset: Int) -> Int32 {
            Int32(bitPattern: header[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) })
        }
        try Schema.check(version: Int(number(60)), applicationID: number(68))
    }

    private static func text(_ cause: Int32) -> String { String(cString: strerror(cause)) }
}
