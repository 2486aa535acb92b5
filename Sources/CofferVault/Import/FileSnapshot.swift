// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import Glibc

/// A file as it was at one moment: its bytes, and what tells whether it is still the same.
struct FileSnapshot: Sendable {
    struct Identity: Sendable, Equatable {
        let device: UInt
        let inode: UInt
        let size: Int
        let modifiedSeconds: Int
        let modifiedNanoseconds: Int
        let changedSeconds: Int
        let changedNanoseconds: Int

        init(_ status: stat) {
            device = status.st_dev
            inode = status.st_ino
            size = status.st_size
            modifiedSeconds = status.st_mtim.tv_sec
            modifiedNanoseconds = status.st_mtim.tv_nsec
            changedSeconds = status.st_ctim.tv_sec
            changedNanoseconds = status.st_ctim.tv_nsec
        }

        /// The same file with the same text; the time of its last change of name or mode may differ.
        func hasSameText(as other: Identity) -> Bool {
            device == other.device && inode == other.inode && size == other.size
                && modifiedSeconds == other.modifiedSeconds && modifiedNanoseconds == other.modifiedNanoseconds
        }
    }

    /// Without links.
    let path: String
    let identity: Identity
    let mode: UInt32
    let owner: UInt32
    let group: UInt32
    let links: UInt
    let bytes: SharedSecret

    var folder: String {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        return parts.count <= 1 ? "/" : parts.joined(separator: "/")
    }
    var name: String { String(path.split(separator: "/").last ?? "") }

    init(path given: String) throws(RewriteError) {
        guard let resolved = realpath(given, nil) else {
            throw RewriteError(.unreadable, given, SystemError().description)
        }
        defer { free(resolved) }
        let path = String(cString: resolved)
        let descriptor = try Self.open(path)
        defer { close(descriptor) }
        try self.init(path: path, descriptor: descriptor)
    }

    /// Opens a file without waiting for one that is none.
    static func open(_ path: String) throws(RewriteError) -> Int32 {
        let descriptor = Glibc.open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
        guard descriptor >= 0 else { throw RewriteError(.unreadable, path, SystemError().description) }
        return descriptor
    }

    /// Reads an open file whole. It must not change meanwhile.
    init(path: String, descriptor: Int32) throws(RewriteError) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            throw RewriteError(.unreadable, path, SystemError().description)
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw RewriteError(.notAFile, path, "is \(FileKind.name(status.st_mode)), not a file")
        }
        guard status.st_size <= FileRewriter.longest else {
            throw RewriteError(.tooLarge, path, "larger than \(FileRewriter.longest >> 20) MiB: not rewritten")
        }
        let size = status.st_size
        var failure: RewriteError?
        let bytes = SharedSecret(
            SecretBytes(count: size) { target in
                var filled = 0
                while filled < size {
                    let count = pread(descriptor, target.baseAddress.map { $0 + filled }, size - filled, filled)
                    if count < 0, errno == EINTR { continue }
                    guard count > 0 else {
                        failure =
                            count < 0
                            ? RewriteError(.unreadable, path, SystemError().description) : Self.changed(path)
                        return
                    }
                    filled += count
                }
            })
        if let failure { throw failure }
        var after = stat()
        guard fstat(descriptor, &after) == 0, Identity(after) == Identity(status) else { throw Self.changed(path) }
        self.path = path
        self.bytes = bytes
        identity = Identity(status)
        (mode, owner, group, links) = (status.st_mode & 0o7777, status.st_uid, status.st_gid, status.st_nlink)
    }

    static func changed(_ path: String) -> RewriteError {
        RewriteError(.changed, path, "the file changed meanwhile: it was left as it is; scan it again")
    }

    /// Refuses early what could only fail later, or would leave the old text somewhere.
    func checkWritable() throws(RewriteError) {
        guard links == 1 else {
            throw RewriteError(
                .hardLinked, path,
                "has \(links) names (hard links), and the others would keep the key; remove them first")
        }
        guard mode & 0o222 != 0 else {
            throw RewriteError(.readOnly, path, "is read-only; allow writing first: chmod u+w")
        }
        guard access(path, W_OK) == 0, access(folder, W_OK | X_OK) == 0 else {
            let error = SystemError()
            throw RewriteError(error.code == EROFS ? .readOnly : .notWritten, path, "can't write: \(error)")
        }
    }
}
