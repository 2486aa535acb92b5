// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import Glibc

/// Puts new bytes in a file's place: written beside it under another name, then renamed over it.
///
/// The new file has the old one's mode, owner and extended attributes. Nothing else is ever written, so whatever
/// happens, the path holds the old text or the new one, and a file that a crash leaves over holds the new one.
struct FileReplacement {
    enum Step: Sendable, CaseIterable {
        case create, write, attributes, sync, rename, compare, syncFolder
    }
    /// Called before a step. An error number makes the step fail with it.
    typealias Interrupt = @Sendable (Step) -> Int32?

    let snapshot: FileSnapshot
    let interrupt: Interrupt

    private var path: String { snapshot.path }

    /// Replaces the file, which must be as the snapshot has it.
    func write(_ content: SharedSecret) throws(RewriteError) {
        let folder = open(snapshot.folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw failure(SystemError()) }
        defer { close(folder) }
        // Held to the end: through it one sees a change that another program makes at the very moment of renaming.
        let old = try FileSnapshot.open(path)
        defer { close(old) }
        let now = try FileSnapshot(path: path, descriptor: old)
        guard now.identity.hasSameText(as: snapshot.identity), now.bytes.isEqual(to: snapshot.bytes) else {
            throw FileSnapshot.changed(path)
        }
        try now.checkWritable()
        let temporary = ".coffer-\(UniqueID.text(12, from: "abcdefghijklmnopqrstuvwxyz234567")).tmp"
        do throws(SystemError) {
            try create(temporary, in: folder, like: now, from: old, content)
        } catch {
            unlinkat(folder, temporary, 0)
            throw failure(error)
        }
        var status = stat()
        guard fstatat(folder, snapshot.name, &status, AT_SYMLINK_NOFOLLOW) == 0,
            FileSnapshot.Identity(status) == now.identity
        else {
            unlinkat(folder, temporary, 0)
            throw FileSnapshot.changed(path)
        }
        do throws(SystemError) {
            try check(.rename, renameat(folder, temporary, folder, snapshot.name))
        } catch {
            unlinkat(folder, temporary, 0)
            throw failure(error)
        }
        try keepLateChange(old, now)
        do throws(SystemError) {
            try check(.syncFolder, fsync(folder))
        } catch {
            throw RewriteError(
                .notDurable, path,
                "is rewritten, but the folder could not be synced (\(error)): a power loss may undo it")
        }
    }

    private func failure(_ error: SystemError) -> RewriteError {
        let isReadOnly = error.code == EROFS
        return RewriteError(isReadOnly ? .readOnly : .notWritten, path, "can't write: \(error); the file is unchanged")
    }

    private func check(_ step: Step, _ result: @autoclosure () -> Int32) throws(SystemError) {
        if let code = interrupt(step) { throw SystemError(code) }
        guard result() == 0 else { throw SystemError() }
    }

    private func create(
        _ name: String, in folder: Int32, like old: FileSnapshot, from source: Int32, _ content: SharedSecret
    ) throws(SystemError) {
        if let code = interrupt(.create) { throw SystemError(code) }
        let descriptor = openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw SystemError() }
        defer { close(descriptor) }
        if let code = interrupt(.write) { throw SystemError(code) }
        let size = content.count
        try content.withUnsafeBytes { (bytes) throws(SystemError) in
            var written = 0
            while written < size {
                let count = Glibc.write(descriptor, bytes.baseAddress.map { $0 + written }, size - written)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { throw SystemError(count < 0 ? errno : EIO) }
                written += count
            }
        }
        if let code = interrupt(.attributes) { throw SystemError(code) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw SystemError() }
        if status.st_uid != old.owner || status.st_gid != old.group {
            guard fchown(descriptor, old.owner, old.group) == 0 else { throw SystemError() }
        }
        // After the owner, whose change clears bits of the mode; before the attributes, of which an access control
        // list gives the mode its last form.
        guard fchmod(descriptor, old.mode) == 0 else { throw SystemError() }
        try ExtendedAttributes.copy(from: source, to: descriptor)
        try check(.sync, fsync(descriptor))
    }

    /// After the renaming: if another program wrote to the old file until then, its text is put in place again.
    private func keepLateChange(_ old: Int32, _ before: FileSnapshot) throws(RewriteError) {
        _ = interrupt(.compare)
        var status = stat()
        guard fstat(old, &status) == 0, !FileSnapshot.Identity(status).hasSameText(as: before.identity) else { return }
        let late = try FileSnapshot(path: path, descriptor: old)
        let current = try FileSnapshot(path: path)
        try FileReplacement(snapshot: current, interrupt: { _ in nil }).write(late.bytes)
        throw FileSnapshot.changed(path)
    }
}
