// SPDX-License-Identifier: Apache-2.0
internal import CofferBase

/// Which files a coding agent's own settings keep from it. What can't be read or isn't understood keeps nothing.
struct AgentSight {
    /// Settings that can't be read, for people.
    private(set) var warnings: [String] = []
    private var scopes: [(folder: [UInt8], scope: IgnoreScope)] = []
    private let followsGitignore: Bool
    private let project: [UInt8]
    /// What comes after git's rules, and may take them back.
    private let ignored: [UInt8]
    private let builtIn: [UInt8]

    init(_ agent: CodingAgent, _ folders: AgentFolders) {
        project = Array(folders.project.utf8)
        builtIn = Array(agent.builtInIgnores.joined(separator: "\n").utf8)
        ignored = Array(agent.ignoreFiles.compactMap { folders.read($0) }.joined(separator: [0x0a]))
        var warnings: [String] = []
        func json(_ path: String) -> JSONValue? {
            guard let bytes = folders.read(path) else { return nil }
            if let value = try? JSONValue(parsing: bytes) { return value }
            let shown = folders.resolved(path).map(folders.shown) ?? path
            warnings.append("\(shown) can't be read as JSON, so what it sets for \(agent.name) does not count here")
            return nil
        }
        let turns = agent.gitignoreSwitch.files.compactMap(json).flatMap { file in
            agent.gitignoreSwitch.members.compactMap { $0.reduce(file) { value, name in value?[name] }?.bool }
        }
        followsGitignore = agent.followsGitignore && (turns.first ?? true)
        for path in agent.homeIgnoreFiles {
            if let text = folders.read(path) { add(text, below: folders.project) }
        }
        for path in agent.denyRules {
            let rules = json(path)?["permissions"]?["deny"]?.array?.compactMap(\.string) ?? []
            for rule in rules { deny(rule, isProjects: !path.hasPrefix("~") && !path.hasPrefix("/"), folders) }
        }
        let profile = CodexProfile(agent.codexConfigs.compactMap { folders.read($0) })
        for pattern in profile.deniedPatterns { add(Array(("/" + pattern).utf8), below: folders.project) }
        for path in profile.deniedPaths {
            if path.hasPrefix("/") { add(Array(path.utf8), below: "/") }
            if path.hasPrefix("~/"), let home = folders.home { add(Array(path.utf8.dropFirst()), below: home) }
        }
        self.warnings = warnings
    }

    /// Whether the settings let the agent read the file.
    /// - Parameter path: without links.
    func mayRead(_ path: String) -> Bool {
        let path = Array(path.utf8)
        if scopes.contains(where: { Self.ignores($0.scope, in: $0.folder, path) }) { return false }
        var scope: IgnoreScope? = IgnoreScope(parent: nil, folder: project, text: builtIn)
        if followsGitignore { scope = gitScope(of: path, above: scope) }
        return !Self.ignores(IgnoreScope(parent: scope, folder: project, text: ignored), in: project, path)
    }

    /// A rule of Claude Code's: `Read`, `Read(./.env)`, `Read(**/.env)`, `Read(~/keys)`, `Read(//srv/keys)`.
    private mutating func deny(_ rule: String, isProjects: Bool, _ folders: AgentFolders) {
        if rule == "Read" { return add(Array("*".utf8), below: "/") }
        guard rule.hasPrefix("Read("), rule.hasSuffix(")") else { return }
        let pattern = String(rule.dropFirst(5).dropLast())
        if pattern.hasPrefix("//") { return add(Array(pattern.utf8.dropFirst()), below: "/") }
        if pattern.hasPrefix("~/") {
            if let home = folders.home { add(Array(pattern.utf8.dropFirst()), below: home) }
            return
        }
        // Relative to the settings' own folder, which for all projects' is not this one.
        if pattern.hasPrefix("/"), !isProjects { return }
        let text = pattern.hasPrefix("./") ? pattern.dropFirst() : pattern[...]
        // No rule takes another back.
        if !text.hasPrefix("!") { add(Array(text.utf8), below: folders.project) }
    }

    private mutating func add(_ text: [UInt8], below folder: String) {
        let folder = Array(folder.utf8)
        scopes.append((folder, IgnoreScope(parent: nil, folder: folder, text: text)))
    }

    /// The `.gitignore` files from the project's top down to the file's folder.
    private func gitScope(of path: [UInt8], above outer: IgnoreScope?) -> IgnoreScope? {
        var scope = outer
        if let text = FileKind.smallFile(in: project + Array("/.git/info".utf8), named: "exclude") {
            scope = IgnoreScope(parent: scope, folder: project, text: text)
        }
        var folder = project
        for part in Self.parts(of: path, in: project).dropLast() + [[]] {
            if let text = FileKind.smallFile(in: folder, named: ".gitignore") {
                scope = IgnoreScope(parent: scope, folder: folder, text: text)
            }
            folder += [UInt8(ascii: "/")] + part
        }
        return scope
    }

    /// Whether the file, or a folder on the way to it, is ignored.
    private static func ignores(_ scope: IgnoreScope, in folder: [UInt8], _ path: [UInt8]) -> Bool {
        let parts = parts(of: path, in: folder)
        var at = folder.last == UInt8(ascii: "/") ? Array(folder.dropLast()) : folder
        for (index, part) in parts.enumerated() {
            at += [UInt8(ascii: "/")] + part
            if scope.ignores(at, isFolder: index < parts.count - 1) { return true }
        }
        return false
    }

    /// The names from the folder to the path; none where it lies elsewhere.
    private static func parts(of path: [UInt8], in folder: [UInt8]) -> [ArraySlice<UInt8>] {
        let prefix = folder.last == UInt8(ascii: "/") ? folder : folder + [UInt8(ascii: "/")]
        guard path.starts(with: prefix) else { return [] }
        return path.dropFirst(prefix.count).split(separator: UInt8(ascii: "/"))
    }
}
