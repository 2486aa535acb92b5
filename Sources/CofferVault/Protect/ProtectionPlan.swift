// SPDX-License-Identifier: Apache-2.0

/// What becomes of the keys that a scan has found: which secret each is, for which use, and who reads it.
public struct ProtectionPlan: Sendable {
    /// A key in one use. One that stands in several projects is several secrets, so that each can be given a key of its own
    /// later without a change to its files.
    public struct Entry: Sendable {
        public let finding: Finding
        /// The project that uses it, which is the app's name too.
        public let app: String
        /// The project's folder.
        public let folder: String
        /// The places in that project.
        public let places: [Finding.Place]
        /// The secret's name.
        public fileprivate(set) var name: String
        /// Whether the vault has it under that name already, or had it before the last rotation.
        public let isStored: Bool
        /// Whether that secret has another value by now: the key should be of no use any more.
        public let isReplaced: Bool
        /// Whether only history has it, so that no program reads it.
        public let isGone: Bool
    }

    public private(set) var entries: [Entry] = []
    private var names: NewNames

    /// - Parameter folder: what was scanned, as it was given to the scan.
    public init(_ report: ScanReport, folder: String, secrets: [SecretSummary]) {
        names = NewNames(secrets)
        for finding in report.findings {
            let isGone = finding.places.allSatisfy { $0.commit != nil }
            // Notes and history are no use of their own: they go with the first that is one.
            let used = finding.places.filter(KeyPlacement.isUsed)
            let first = Project(of: (used.first ?? finding.place).path, in: folder)
            let uses = Dictionary(grouping: finding.places) { place in
                KeyPlacement.isUsed(by: place) ? Project(of: place.path, in: folder) : first
            }
            var (stored, before) = (names.names(of: finding.fingerprint), names.successors(of: finding.fingerprint))
            for (project, places) in uses.sorted(by: { $0.value[0] < $1.value[0] }) {
                let use = Self.use(of: places) ?? project.name
                let wanted = "\(finding.provider)/\(use)"
                let isReplaced = before.contains(wanted) || stored.isEmpty && !before.isEmpty
                let known = isReplaced ? Self.take(wanted, from: &before) : Self.take(wanted, from: &stored)
                entries.append(
                    Entry(
                        finding: finding, app: project.name, folder: project.folder, places: places,
                        name: known ?? names.take(provider: finding.provider, use: use), isStored: known != nil,
                        isReplaced: isReplaced, isGone: isGone && known == nil))
            }
        }
    }

    /// The name that is wanted, or any other; nil where there is none.
    private static func take(_ wanted: String, from names: inout [String]) -> String? {
        (names.firstIndex(of: wanted) ?? names.indices.first).map { names.remove(at: $0) }
    }

    /// Gives an entry another name. False where that is taken.
    public mutating func rename(_ index: Int, to name: SecretName) -> Bool {
        if entries[index].name == name.description { return true }
        guard names.take(name) else { return false }
        entries[index].name = name.description
        return true
    }

    /// A project's program, and what it reads.
    public struct App: Sendable {
        public let name: String
        public let folder: String
        public let secrets: [String]
        /// Its `.env` files that held keys or hold references, from its folder on.
        public let envFiles: [String]
    }

    /// Those that a program reads, or may.
    public var used: [Entry] { entries.filter { !$0.isGone && !$0.isReplaced } }

    /// The apps, in order of their names.
    public var apps: [App] {
        Dictionary(grouping: used, by: \.app).map { name, entries in
            App(
                name: name, folder: entries[0].folder, secrets: Set(entries.map(\.name)).sorted(),
                envFiles: EnvReferences(folder: entries[0].folder).files)
        }.sorted { $0.name < $1.name }
    }

    /// Entries whose key another entry has too: the first of each key left out, for which the key stays.
    public var shared: [Entry] {
        var seen: Set<String> = []
        return used.filter { !seen.insert($0.finding.fingerprint).inserted }
    }

    /// The order in which keys should be replaced: the most exposed first, of those the most powerful.
    public var rotation: [(entry: Entry, exposure: Exposure)] {
        let ranked = used.map { (entry: $0, exposure: Exposure.worst(of: $0.finding.places)) }
        return ranked.sorted { a, b in
            if a.exposure != b.exposure { return a.exposure < b.exposure }
            let (first, second) = (a.entry.finding.severity, b.entry.finding.severity)
            if first != second { return first > second }
            return a.entry.name < b.entry.name
        }
    }

    /// What the variables' names say, where they say more than the folder does.
    private static func use(of places: [Finding.Place]) -> String? {
        places.lazy.compactMap { place in place.useCase == UseCase.folder(ofPath: place.path) ? nil : place.useCase }.first
    }
}

/// What a file belongs to: the folder below the scanned one that it is in; the scanned one itself for what lies in that, in a
/// dotted folder, or in one that is a part of a project by its name.
private struct Project: Hashable {
    let name: String
    let folder: String

    init(of path: String, in scanned: String) {
        let base = scanned.hasSuffix("/") ? scanned : scanned + "/"
        let parts = (path.hasPrefix(base) ? path.dropFirst(base.count) : path[...]).split(separator: "/")
        if parts.count > 1, !parts[0].hasPrefix("."), !Self.parts.contains(parts[0].lowercased()),
            let name = Self.name(parts[0])
        {
            self.name = name
            folder = base + parts[0]
        } else {
            name = scanned.split(separator: "/").last.flatMap(Self.name) ?? "default"
            folder = base == "/" ? base : String(base.dropLast())
        }
    }

    /// As a name of a secret and an app.
    private static func name(_ folder: Substring) -> String? {
        let text = UseCase.words(of: String(folder)).joined(separator: "-")
        return text.isEmpty || text.utf8.count > 40 ? nil : text
    }

    private static let parts: Set<String> = [
        "src", "app", "lib", "test", "tests", "scripts", "config", "docs", "notebooks", "data", "public", "backend", "frontend",
        "server", "client",
    ]
}
