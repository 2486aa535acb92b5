// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import Glibc

/// The folder that holds a vault.
///
/// INVARIANT 9: it has mode 0700 and its files 0600; other modes are refused with the command that mends them.
public struct VaultFolder: Sendable, Equatable {
    public let path: String

    public init(path: String) { self.path = path }

    /// `COFFER_HOME`, else `coffer` in `XDG_DATA_HOME`, else `~/.local/share/coffer`.
    public static func standard(environment: (String) -> String? = VaultFolder.variable) throws(VaultError) -> VaultFolder {
        func value(_ name: String) -> String? { environment(name).flatMap { $0.isEmpty ? nil : $0 } }
        if let home = value("COFFER_HOME") { return VaultFolder(path: absolute(home)) }
        // XDG says that a relative path is to be ignored.
        if let data = value("XDG_DATA_HOME"), data.hasPrefix("/") { return VaultFolder(path: data + "/coffer") }
        guard let home = value("HOME"), home.hasPrefix("/") else {
            throw VaultError(.absent, "there is no home folder to keep a vault in", hint: "set COFFER_HOME to a folder")
        }
        return VaultFolder(path: home + "/.local/share/coffer")
    }

    @Sendable public static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

    static func absolute(_ path: String) -> String {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        if path.hasPrefix("/") { return path }
        guard let folder = getcwd(nil, 0) else { return path }
        defer { free(folder) }
        return String(cString: folder) + "/" + path
    }

    public var database: String { path + "/vault.db" }
    public var description: String { path + "/vault.json" }
    public var keyFile: String { path + "/vault.key" }
    public var lock: String { path + "/lock" }
    public var socket: String { path + "/coffer.sock" }

    /// Whether there is a vault in it.
    public var holdsVault: Bool { access(description, F_OK) == 0 }

    /// Refuses a folder or files that others may reach, or that belong to somebody else.
    public func check() throws(VaultError) {
        var status = stat()
        guard stat(path, &status) == 0 else {
            if errno == ENOENT || errno == ENOTDIR { throw absent }
            throw VaultError(.failed, "can't look at \(path): \(reason(errno))")
        }
        guard status.st_mode & S_IFMT == S_IFDIR else { throw VaultError(.damaged, "\(path) is not a folder") }
        guard status.st_uid == geteuid() else {
            throw VaultError(.unsafe, "the vault folder \(path) belongs to another user", hint: "ls -ld \(ShellWord.quoted(path))")
        }
        guard status.st_mode & 0o077 == 0 else {
            throw VaultError(
                .unsafe, "the vault folder \(path) has mode \(octal(status.st_mode)), so others can reach it",
                hint: "chmod 700 \(ShellWord.quoted(path))")
        }
        guard holdsVault else { throw absent }
        for file in [description, keyFile, database, database + "-wal", database + "-shm", lock, socket] {
            guard lstat(file, &status) == 0 else { continue }
            guard status.st_mode & S_IFMT == (file == socket ? S_IFSOCK : S_IFREG), status.st_uid == geteuid() else {
                throw VaultError(.unsafe, "\(file) is not an ordinary file of yours", hint: "ls -l \(ShellWord.quoted(file))")
            }
            guard status.st_mode & 0o077 == 0 else {
                throw VaultError(
                    .unsafe, "\(file) has mode \(octal(status.st_mode)), so others can reach it",
                    hint: "chmod 600 \(ShellWord.quoted(file))")
            }
        }
    }

    var absent: VaultError {
        VaultError(.absent, "there is no vault in \(path)", hint: "coffer init makes one; COFFER_HOME names another folder")
    }

    private func octal(_ mode: mode_t) -> String {
        let digits = String(mode & 0o7777, radix: 8)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}

func reason(_ code: Int32) -> String { String(cString: strerror(code)).lowercased() }
