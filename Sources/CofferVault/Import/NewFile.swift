// SPDX-License-Identifier: Apache-2.0
public import CofferBase
internal import Glibc

/// A file that is to be made: whole, for this user alone, in the folder that was looked at, and only where nothing is.
public struct NewFile: Sendable {
    public let path: String
    public let text: String
    private let folder: String
    private let device: UInt
    private let inode: UInt

    /// - Throws: where the folder is none, or something is there already, be it a link to nothing.
    init(path: String, text: String) throws(RewriteError) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        folder = parts.count <= 2 ? "/" : parts.dropLast().joined(separator: "/")
        var status = stat()
        guard lstat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            throw RewriteError(.unreadable, path, "its folder is none, or a link to one")
        }
        (device, inode) = (status.st_dev, status.st_ino)
        guard lstat(path, &status) != 0 else { throw RewriteError(.changed, path, "is there already") }
        self.path = path
        self.text = text
    }

    public var content: SharedSecret { SharedSecret(utf8: text) }

    /// Makes it. When this returns, it survives a power loss; when it throws, nothing was made.
    public func create() throws(RewriteError) {
        let directory = open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard directory >= 0 else { throw failure() }
        defer { close(directory) }
        var status = stat()
        guard fstat(directory, &status) == 0, status.st_dev == device, status.st_ino == inode else {
            throw RewriteError(.changed, path, "its folder was exchanged meanwhile: not made")
        }
        let temporary = ".coffer-\(UniqueID.text(12, from: "abcdefghijklmnopqrstuvwxyz234567")).tmp"
        let file = openat(directory, temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw failure() }
        defer {
            close(file)
            unlinkat(directory, temporary, 0)
        }
        let bytes = Array(text.utf8)
        var at = 0
        while at < bytes.count {
            let put = bytes.withUnsafeBytes { write(file, $0.baseAddress.map { $0 + at }, bytes.count - at) }
            if put < 0, errno == EINTR { continue }
            guard put > 0 else { throw failure() }
            at += put
        }
        guard fsync(file) == 0 else { throw failure() }
        let name = String(path.split(separator: "/").last ?? "")
        // Unlike a rename, this replaces nothing.
        guard linkat(directory, temporary, directory, name, 0) == 0 else {
            if errno == EEXIST { throw RewriteError(.changed, path, "somebody made it meanwhile: left as it is") }
            throw failure()
        }
        guard fsync(directory) == 0 else {
            throw RewriteError(.notDurable, path, "is made, but a power loss may undo it")
        }
    }

    private func failure() -> RewriteError {
        let error = SystemError()
        return RewriteError(error.code == EROFS ? .readOnly : .notWritten, path, "can't make it: \(error)")
    }

    /// Takes a file away that was made so, where it is still the same.
    static func remove(_ path: String, isExpected: (SharedSecret) -> Bool) throws(RewriteError) {
        let snapshot = try FileSnapshot(path: path)
        guard snapshot.path == path, isExpected(snapshot.bytes) else {
            throw RewriteError(.changed, path, "was changed since it was made: left as it is")
        }
        guard unlink(path) == 0 else { throw RewriteError(.notWritten, path, "can't take it away: \(SystemError())") }
    }
}
