// SPDX-License-Identifier: Apache-2.0
public import CofferBase
internal import CofferCrypto
internal import CofferStore
internal import CofferStoreSQLite
internal import Glibc

/// A copy of a vault folder without the key file: what is in it stays encrypted.
///
/// It opens like any vault, with the passphrase, or once the key file was put beside it.
public struct VaultBackup: Sendable {
    /// The new folder, named after the moment in UTC: `coffer-20261124-000616`.
    public let path: String
    /// Of the database.
    public let bytes: Int
    /// Whether the vault is opened by a key file, which has to be kept elsewhere.
    public let needsKeyFile: Bool
    /// Whether it is on the vault's own disk, and lost with it.
    public let isOnSameDisk: Bool

    /// Makes one in a folder that exists: whole and read through, or not at all.
    ///
    /// The vault may be in use meanwhile, by a server too. Throws `VaultError`, `StoreError`.
    public static func make(of folder: VaultFolder, into destination: String, at time: Timestamp) throws -> VaultBackup {
        let description = try VaultDescription.load(folder)
        let parent = try place(destination, outside: folder)
        let draft = try DraftFolder(in: parent, purpose: "backup")
        var isDone = false
        defer { if !isDone { draft.discard() } }

        try SmallFile.create(draft.folder.description, SmallFile.read(folder.description, limit: 1 << 20))
        do throws(StoreError) { try DatabaseCopy.write(of: folder.database, to: draft.folder.database) } catch {
            guard error == .full else { throw error }
            throw VaultError(
                .failed, "no room in \(parent): no backup was made", hint: "free some space there, or name another folder")
        }
        var (original, copy) = (stat(), stat())
        guard stat(folder.database, &original) == 0, stat(draft.folder.database, &copy) == 0 else {
            throw VaultError(.failed, "can't look at the copy in \(parent): \(reason(errno))")
        }
        let moment = time.iso8601.prefix(19).filter { $0 != "-" && $0 != ":" }.replacing("T", with: "-")
        let name = "\(parent == "/" ? "" : parent)/coffer-\(moment)"
        var path = name
        var code = draft.move(to: path)
        for number in 2..<100 where code == ENOTEMPTY || code == EEXIST || code == ENOTDIR {
            path = "\(name)-\(number)"
            code = draft.move(to: path)
        }
        guard code == 0 else { throw VaultError(.failed, "can't put the backup into \(path): \(reason(code))") }
        isDone = true
        return VaultBackup(
            path: path, bytes: Int(copy.st_size), needsKeyFile: description.seals.allSatisfy { $0.kind == KeyFileSeal.kind },
            isOnSameDisk: original.st_dev == copy.st_dev)
    }

    /// The destination without symbolic links.
    private static func place(_ destination: String, outside folder: VaultFolder) throws(VaultError) -> String {
        let hint = "mkdir makes it; a disk has to be mounted first"
        var status = stat()
        guard let parent = real(destination), stat(parent, &status) == 0 else {
            throw VaultError(.refused, "there is no folder \(destination)", hint: hint)
        }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            throw VaultError(.refused, "\(destination) is not a folder", hint: "name the folder to put the backup into")
        }
        let vault = real(folder.path) ?? folder.path
        guard parent != vault, !parent.hasPrefix(vault + "/") else {
            throw VaultError(
                .refused, "\(destination) is in the vault's own folder, and would be lost with it",
                hint: "name a folder on another disk")
        }
        return parent
    }

    private static func real(_ path: String) -> String? {
        guard let found = realpath(path, nil) else { return nil }
        defer { free(found) }
        return String(cString: found)
    }
}
