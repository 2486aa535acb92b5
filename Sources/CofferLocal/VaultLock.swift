// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// The right to open a vault's files: one process has it at a time. Given back by `release`, or when the process ends.
public struct VaultLock: Sendable {
    private let file: Int32

    /// Takes the lock, waiting up to `patience` seconds for a short command that has it.
    ///
    /// - Parameters:
    ///   - purpose: what others are told that holds it, such as `serve`.
    ///   - gaveWay: asked while waiting; true ends the wait with nil (a server has come up).
    public static func take(
        _ folder: VaultFolder, purpose: String, patience: Double = 10, gaveWay: () -> Bool = { false }
    ) throws(VaultError) -> VaultLock? {
        let file = open(folder.lock, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw VaultError(.failed, "can't open \(folder.lock): \(reason(errno))") }
        var waited = 0.0
        while flock(file, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR else {
                let code = errno
                close(file)
                throw VaultError(.failed, "can't lock \(folder.lock): \(reason(code))")
            }
            if gaveWay() {
                close(file)
                return nil
            }
            guard waited < patience else {
                let holder = Self.holder(file)
                close(file)
                throw VaultError(
                    .busy, "the vault is in use by \(holder)", hint: "wait for it to end, or stop it, and try again")
            }
            usleep(5_000)
            waited += 0.005
        }
        let note = "\(getpid()) \(purpose)\n"
        ftruncate(file, 0)
        _ = pwrite(file, note, note.utf8.count, 0)
        return VaultLock(file: file)
    }

    public func release() {
        ftruncate(file, 0)
        close(file)
    }

    private static func holder(_ file: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 128)
        let count = pread(file, &bytes, bytes.count, 0)
        let words = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).split(separator: " ", maxSplits: 1)
        guard let pid = words.first else { return "another process" }
        let what = words.count > 1 ? "coffer " + words[1].filter { $0 != "\n" } : "a process"
        return "\(what) (process \(pid))"
    }
}
