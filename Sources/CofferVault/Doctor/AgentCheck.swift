// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import Glibc

/// Looks for keys in plaintext that coding agents may read: in a project's files, in the agents' own settings, in what
/// they wrote down of their talks, and in the environment. Only agents that are in use here count.
///
/// Settings bind an agent's own tools. A program that the agent starts may read what the agent may not, so the mend is
/// to leave no key in plaintext.
public struct AgentCheck: Sendable {
    public struct Report: Sendable {
        public internal(set) var findings: [DoctorFinding] = []
        /// The agents in use.
        public internal(set) var agents: [String] = []
        /// What can't be told, for people.
        public internal(set) var warnings: [String] = []
    }

    private let paths: [String]
    private let home: String?
    private let exposed: [String]
    private let inUse: [(agent: CodingAgent, programs: [String])]

    /// - Parameters:
    ///   - paths: files and folders of projects.
    ///   - searchPath: the folders of PATH.
    ///   - exposed: names of variables of the environment that hold a key in plaintext.
    public init(
        paths: [String], home: String?, searchPath: [String], exposed: [String] = []
    ) throws(AgentCatalogueError) {
        self.paths = paths
        self.home = home
        self.exposed = exposed
        let projects = paths.map { AgentFolders(path: $0, home: home) }
        inUse = try CodingAgent.builtIn().compactMap { agent in
            let programs = agent.programs.filter { program in
                searchPath.map { $0 + "/" + program }.contains { access($0, X_OK) == 0 && !AgentFolders.isFolder($0) }
            }
            let shows = projects.contains { project in agent.signs.contains(where: project.exists) }
            return shows || !programs.isEmpty ? (agent, programs) : nil
        }
    }

    /// - Parameter scan: scans files and folders, without their git history.
    public func report(scan: ([String]) async throws -> ScanReport) async throws -> Report {
        var report = Report()
        report.agents = inUse.map(\.agent.name)
        guard !inUse.isEmpty else { return report }
        report.warnings = inUse.compactMap { used in used.agent.untold.map { "\(used.agent.name): \($0)" } }
        let own = ownFiles()
        try await addProjects(to: &report, without: own, scan)
        try await addOwn(own, to: &report, scan)
        for name in exposed {
            report.findings.append(
                DoctorFinding(
                    .environment, "the variable \(name) holds a key, which every agent started from this shell gets",
                    mend: "unset \(name), and take it out of your shell's start file",
                    alternatives: inUse.compactMap(\.programs.first).map {
                        "start the agent without it: coffer run --app \($0) -- \($0)"
                    }))
        }
        return report
    }

    /// An agent's own file or folder that is there.
    private struct Own {
        let agent: String
        /// Without links.
        let path: String
        let shown: String
        let isTranscript: Bool
    }

    private func ownFiles() -> [Own] {
        var seen: Set<String> = []
        var found: [Own] = []
        for folders in paths.map({ AgentFolders(path: $0, home: home) }) {
            for (agent, _) in inUse {
                for (path, isTranscript) in agent.settings.map({ ($0, false) }) + agent.transcripts.map({ ($0, true) }) {
                    guard let resolved = folders.resolved(path), let real = AgentFolders.real(resolved),
                        seen.insert(real).inserted
                    else { continue }
                    let shown = folders.shown(resolved)
                    found.append(Own(agent: agent.name, path: real, shown: shown, isTranscript: isTranscript))
                }
            }
        }
        return found
    }

    private func addOwn(
        _ own: [Own], to report: inout Report, _ scan: ([String]) async throws -> ScanReport
    ) async throws {
        for file in own {
            let found = try await scan([file.path]).findings
            guard !found.isEmpty else { continue }
            let place = ShellWord.quoted(file.path)
            let keys = found.count == 1 ? "a key" : "\(found.count) keys"
            if file.isTranscript {
                report.findings.append(
                    DoctorFinding(
                        .agentTranscripts, "\(file.agent) wrote down \(keys) in \(file.shown)",
                        mend: "coffer scan --no-history \(place) shows them: replace each at its provider, "
                            + "then coffer rotate NAME"))
            } else {
                report.findings.append(
                    DoctorFinding(
                        .agentSettings, "\(file.shown):\(found[0].line) holds \(keys) (\(Self.providers(found)))",
                        mend: "coffer import \(place), replace the key at its provider, "
                            + "and name a variable in the file instead"))
            }
        }
    }

    private func addProjects(
        to report: inout Report, without own: [Own], _ scan: ([String]) async throws -> ScanReport
    ) async throws {
        for path in paths {
            let folders = AgentFolders(path: path, home: home)
            let sights = inUse.map { (agent: $0.agent, sight: AgentSight($0.agent, folders)) }
            for warning in sights.flatMap(\.sight.warnings) where !report.warnings.contains(warning) {
                report.warnings.append(warning)
            }
            var files: [String: [Finding]] = [:]
            for finding in try await scan([path]).findings {
                for place in Set(finding.places.map(\.path)) {
                    files[place, default: []].append(finding)
                }
            }
            for (file, found) in files.sorted(by: { $0.key < $1.key }) {
                let real = AgentFolders.real(file) ?? file
                if own.contains(where: { real == $0.path || real.hasPrefix($0.path + "/") }) { continue }
                let readers = sights.filter { $0.sight.mayRead(real) }.map(\.agent)
                guard !readers.isEmpty else { continue }
                report.findings.append(Self.finding(file, real, found, readers, folders))
            }
        }
    }

    private static func finding(
        _ file: String, _ real: String, _ found: [Finding], _ readers: [CodingAgent], _ folders: AgentFolders
    ) -> DoctorFinding {
        let keys = found.count == 1 ? "a key" : "\(found.count) keys"
        let told = readers.filter { $0.untold == nil }.map(\.name)
        let untold = readers.filter { $0.untold != nil }.map(\.name)
        let who = told.isEmpty ? "\(listed(untold)) may perhaps read" : "\(listed(told)) may read"
        return DoctorFinding(
            .agent, "\(file) holds \(keys) (\(providers(found))), which \(who)",
            mend: DoctorFinding.mendOfPlaintext(in: file),
            alternatives: readers.compactMap { agent in
                remedy(agent, real, folders).map { "keep \(agent.name) from it: \($0)" }
            })
    }

    /// What keeps one agent from one file.
    private static func remedy(_ agent: CodingAgent, _ real: String, _ folders: AgentFolders) -> String? {
        guard real.hasPrefix(folders.project + "/") else { return nil }
        let path = String(real.dropFirst(folders.project.count + 1))
        if let remedy = agent.remedy {
            let parts = remedy.split(separator: "{pattern}", omittingEmptySubsequences: false)
            return remedy.isEmpty ? nil : parts.joined(separator: path)
        }
        guard let file = agent.ignoreFiles.first else { return nil }
        let escaped = path.reduce(into: "/") { $0 += #"\*?["#.contains($1) ? "\\\($1)" : String($1) }
        let target = AgentFolders.real(".") == folders.project ? file : folders.project + "/" + file
        return "echo \(ShellWord.inQuotes(escaped)) >> \(ShellWord.quoted(target))"
    }

    private static func providers(_ found: [Finding]) -> String {
        Set(found.map(\.provider)).sorted().joined(separator: ", ")
    }

    private static func listed(_ names: [String]) -> String {
        names.count < 2 ? names.joined() : names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
    }
}
