// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import Glibc

/// A vault folder in the making: under a hidden name beside its place, and moved there when it is whole.
///
/// Who is interrupted leaves one behind, which the next one in the same parent removes: a live one is locked. Its files
/// are reached by their paths, so nobody else may be able to put something in its place meanwhile.
struct DraftFolder {
    let folder: VaultFolder
    private let parent: String
    /// Holds the lock.
    private let descriptor: Int32

    /// Makes an empty one (0700) in a folder that exists.
    /// - Parameter purpose: a word of its hidden name, such as `init`.
    init(in parent: String, purpose: String) throws(VaultError) {
        try Self.checkOthers(parent)
        let prefix = ".coffer-\(purpose)-"
        Self.sweep(parent, prefix)
        var template = Array("\(parent == "/" ? "" : parent)/\(prefix)XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw VaultError(.failed, "can't make a folder in \(parent): \(reason(errno))")
        }
        let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        guard let locked = Self.locked(path) else {
            rmdir(path)
            throw VaultError(.failed, "can't lock the folder \(path): its disk may not be made for that", hint: "name a folder on another disk")
        }
        descriptor = locked
        folder = VaultFolder(path: path)
        self.parent = parent
    }

    /// Refuses a folder where somebody else could rename what is ours: one that others may write to, unless it is
    /// sticky, as /tmp is.
    private static func checkOthers(_ parent: String) throws(VaultError) {
        var status = stat()
        guard stat(parent, &status) == 0 else {
            throw VaultError(.failed, "can't look at \(parent): \(reason(errno))")
        }
        let isShared = status.st_mode & 0o022 != 0 && status.st_mode & S_ISVTX == 0
        guard !isShared, status.st_uid == geteuid() || status.st_uid == 0 else {
            let own = ShellWord.quoted(parent + "/coffer")
            throw VaultError(
                .unsafe, "others can rename and replace what is in \(parent)",
                hint: "name a folder in it that is yours alone: mkdir -m 700 \(own)")
        }
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
            let folder = VaultFolder(path: "\(parent)/\(name)")
            // A vault that somebody uses has a lock file, and is nobody's draft whatever its name.
            guard name.hasPrefix(prefix), name.utf8.count == prefix.utf8.count + 6, access(folder.lock, F_OK) != 0,
                let descriptor = locked(folder.path, owner: geteuid())
            else { continue }
            remove(folder)
            close(descriptor)
        }
    }

    /// The folder, if it is still there and nobody has it.
    /// - Parameter owner: who it must belong to; on some disks all files belong to somebody else than their maker.
    private static func locked(_ path: String, owner: uid_t? = nil) -> Int32? {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        var (held, named) = (stat(), stat())
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, fstat(descriptor, &held) == 0, lstat(path, &named) == 0,
            held.st_ino == named.st_ino, held.st_dev == named.st_dev, owner == nil || owner == held.st_uid
        else {
            close(descriptor)
            return nil
        }
        return descriptor
    }
}
