// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// A vault folder in the making: under a hidden name beside its place, and moved there when it is whole.
///
/// Who is interrupted leaves one behind, which the next one in the same parent removes: a live one is locked.
struct DraftFolder {
    let folder: VaultFolder
    private let parent: String
    /// Holds the lock.
    private let descriptor: Int32

    /// Makes an empty one (0700) in a folder that exists.
    /// - Parameter purpose: a word of its hidden name, such as `init`.
    init(in parent: String, purpose: String) throws(VaultError) {
        let prefix = ".coffer-\(purpose)-"
        Self.sweep(parent, prefix)
        var template = Array("\(parent == "/" ? "" : parent)/\(prefix)XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw VaultError(.failed, "can't make a folder in \(parent): \(reason(errno))")
        }
        let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        guard let locked = Self.locked(path) else {
            throw VaultError(.busy, "another process took the folder \(path) away", hint: "try again")
        }
        descriptor = locked
        folder = VaultFolder(path: path)
        self.parent = parent
    }

    /// Moves it to its place, which must be new or an empty folder, and has the move on the disk when it returns.
    /// - Returns: zero, or `errno`; it is a draft still then.
    func move(to path: String) -> Int32 {
        SmallFile.syncFolder(folder.path)
        guard rename(folder.path, path) == 0 else { return errno }
        SmallFile.syncFolder(parent)
        close(descriptor)
        return 0
    }

    /// Removes it: only the files that this program makes.
    func discard() {
        Self.remove(folder)
        close(descriptor)
    }

    private static func remove(_ draft: VaultFolder) {
        let database = draft.database
        for file in [database, database + "-wal", database + "-shm", database + "-journal", draft.keyFile, draft.description] {
            unlink(file)
        }
        rmdir(draft.path)
    }

    /// Removes what interrupted ones left.
    private static func sweep(_ parent: String, _ prefix: String) {
        guard let listing = opendir(parent) else { return }
        defer { closedir(listing) }
        while let entry = readdir(listing) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
            guard name.hasPrefix(prefix), let descriptor = locked("\(parent)/\(name)") else { continue }
            remove(VaultFolder(path: "\(parent)/\(name)"))
            close(descriptor)
        }
    }

    /// The folder, if it is ours, still there and nobody has it.
    private static func locked(_ path: String) -> Int32? {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        var (held, named) = (stat(), stat())
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, fstat(descriptor, &held) == 0, lstat(path, &named) == 0,
            held.st_ino == named.st_ino, held.st_uid == geteuid()
        else {
            close(descriptor)
            return nil
        }
        return descriptor
    }
}
