// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// Where coding agents' files are looked for.
struct AgentFolders: Sendable {
    /// The project's top: the folder that holds `.git`, else the folder that was asked about. Without links.
    let project: String
    let home: String?

    /// - Parameter path: a file or folder of the project.
    init(path: String, home: String?) {
        let real = Self.real(path) ?? path
        let start = Self.isFolder(real) ? real : Self.parent(of: real)
        let home = home.flatMap(Self.real)
        self.home = home
        var folder = start
        while folder != "/", folder != home {
            if FileKind.exists(Array((folder + "/.git").utf8)) { break }
            folder = Self.parent(of: folder)
        }
        project = folder == "/" || folder == home ? start : folder
    }

    /// Where a path of `agents.json` leads; nil for one in the home folder where there is none.
    func resolved(_ path: String) -> String? {
        if path.hasPrefix("/") { return path }
        if path.hasPrefix("~/") { return home.map { $0 + path.dropFirst(1) } }
        return project + (project.hasSuffix("/") ? "" : "/") + path
    }

    /// For people: `~/…` in the home folder, `./…` in the project's.
    func shown(_ path: String) -> String {
        if path.hasPrefix(project + "/") { return "." + path.dropFirst(project.count) }
        if let home, path.hasPrefix(home + "/") { return "~" + path.dropFirst(home.count) }
        return path
    }

    func exists(_ path: String) -> Bool { resolved(path).map { FileKind.exists(Array($0.utf8)) } ?? false }

    /// A file of at most 1 MiB, also where it is a link; nil where there is none.
    func read(_ path: String) -> [UInt8]? {
        guard let real = resolved(path).flatMap(Self.real), let slash = real.lastIndex(of: "/") else { return nil }
        return FileKind.smallFile(in: Array(real[..<slash].utf8), named: String(real[real.index(after: slash)...]))
    }

    /// Without links; nil where there is nothing.
    static func real(_ path: String) -> String? {
        TreeWalker.realPath(path).map { String(decoding: $0, as: UTF8.self) }
    }

    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    private static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
        return String(path[..<slash])
    }
}
