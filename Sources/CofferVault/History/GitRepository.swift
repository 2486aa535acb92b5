// SPDX-License-Identifier: Apache-2.0
internal import CofferExtract
internal import Glibc

/// A git repository, read with the `git` that is installed.
///
/// The repository may be a stranger's: git gets none of the user's settings, starts no program that the repository names,
/// and uses no network.
struct GitRepository {
    /// The folder that its `.git` lies in.
    let path: String

    func path(of file: String) -> String { file.isEmpty ? path : path + (path.hasSuffix("/") ? "" : "/") + file }

    /// Nil where there is no git.
    func run(_ arguments: [String], input: Int32? = nil, keepsHooksPath: Bool = false) -> SpawnedProgram? {
        let nothing = open("/dev/null", O_RDONLY | O_CLOEXEC)
        defer { close(nothing) }
        let safe = [
            "-C", path, "--no-replace-objects", "--no-optional-locks", "-c", "safe.directory=*", "-c", "core.fsmonitor=false",
            "-c", "protocol.allow=never", "-c", "core.pager=cat", "-c", "log.showSignature=false",
        ] + (keepsHooksPath ? [] : ["-c", "core.hooksPath=/dev/null"])
        let environment = [
            "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_TERMINAL_PROMPT": "0",
            "GIT_NO_LAZY_FETCH": "1", "GIT_CEILING_DIRECTORIES": path,
        ]
        return try? SpawnedProgram(["git"] + safe + arguments, input: input ?? nothing, environment: environment)
    }

    /// The oldest commit that has each of those versions, by the version's name.
    func commits(having versions: Set<String>) -> [String: Finding.Place.Commit] {
        let format = "%x01%H %cI"
        guard let log = run(
            ["log", "--all", "--reflog", "--no-renames", "--raw", "--no-abbrev", "-m", "--root", "--no-ext-diff",
             "--no-textconv", "--no-show-signature", "--format=\(format)"])
        else { return [:] }
        var found: [String: Finding.Place.Commit] = [:]
        var commit: Finding.Place.Commit?
        let lines = ProgramReader(log)
        while let line = lines.line() {
            if line.first == 1 {
                let parts = line.dropFirst().split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
                commit = parts.count == 2 ? Finding.Place.Commit(id: parts[0], date: parts[1]) : nil
            } else if line.first == UInt8(ascii: ":"), let commit {
                // :old mode, new mode, old version, new version, …
                let fields = line.split(separator: 0x20, maxSplits: 4)
                guard fields.count == 5 else { continue }
                let version = String(decoding: fields[3], as: UTF8.self)
                // The log runs from new to old: the last one met is the oldest.
                if versions.contains(version) { found[version] = commit }
            }
        }
        return found
    }
}
