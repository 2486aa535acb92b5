// SPDX-License-Identifier: Apache-2.0
internal import CofferBase

/// Why the list of coding agents can't be used.
public struct AgentCatalogueError: Error, Sendable, CustomStringConvertible {
    public let message: String
    public var description: String { "the list of coding agents is not usable: \(message)" }
}

/// A coding agent as `agents.json` describes it. Paths begin with `~/` for the home folder, with `/`, or else lie in the
/// project's folder.
struct CodingAgent: Sendable, Equatable {
    let name: String
    /// Its programs, on PATH where it is installed.
    let programs: [String]
    /// Files and folders that are there where it is used.
    let signs: [String]
    /// Files in `.gitignore`'s form, at the project's top: what they name it doesn't read.
    let ignoreFiles: [String]
    /// The same for all projects.
    let homeIgnoreFiles: [String]
    /// Patterns that it never reads.
    let builtInIgnores: [String]
    /// Whether it leaves out what git ignores.
    let followsGitignore: Bool
    /// Where its settings turn that off: members of JSON files, the first file that has one decides.
    let gitignoreSwitch: (files: [String], members: [[String]])
    /// JSON files with `Read(…)` rules under `permissions.deny`.
    let denyRules: [String]
    /// TOML files with permission profiles.
    let codexConfigs: [String]
    /// Files of its own that may hold keys, such as those of its MCP servers.
    let settings: [String]
    /// Files and folders with what was said.
    let transcripts: [String]
    /// Why it can't be told what it reads.
    let untold: String?
    /// What to type or to set so that it doesn't read `{pattern}`; nil where a line in its ignore file does it.
    let remedy: String?

    static func == (a: CodingAgent, b: CodingAgent) -> Bool { a.name == b.name }

    /// The coding agents that Coffer knows.
    static func builtIn() throws(AgentCatalogueError) -> [CodingAgent] { try loaded.get() }

    private static let loaded = Result { () throws(AgentCatalogueError) in try parse(PackageResources.agents_json) }

    static func parse(_ bytes: [UInt8]) throws(AgentCatalogueError) -> [CodingAgent] {
        let document: JSONValue
        do { document = try JSONValue(parsing: bytes) } catch { throw AgentCatalogueError(message: error.description) }
        guard document["version"]?.integer == 1 else { throw AgentCatalogueError(message: "its version is not 1") }
        var agents: [CodingAgent] = []
        for entry in document["agents"]?.array ?? [] {
            guard let agent = CodingAgent(entry) else { throw AgentCatalogueError(message: "an agent has no name") }
            agents.append(agent)
        }
        return agents
    }

    private init?(_ entry: JSONValue) {
        guard let name = entry["name"]?.string else { return nil }
        self.name = name
        programs = entry.list("programs")
        signs = entry.list("signs")
        ignoreFiles = entry.list("ignoreFiles")
        homeIgnoreFiles = entry.list("homeIgnoreFiles")
        builtInIgnores = entry.list("builtInIgnores")
        followsGitignore = entry["gitignore"]?.bool ?? false
        let turn = entry["gitignoreSwitch"]
        gitignoreSwitch = (
            turn?.list("files") ?? [],
            (turn?.list("members") ?? []).map { $0.split(separator: ".").map(String.init) }
        )
        denyRules = entry.list("denyRules")
        codexConfigs = entry.list("codexConfigs")
        settings = entry.list("settings")
        transcripts = entry.list("transcripts")
        untold = entry["untold"]?.string
        remedy = entry["remedy"]?.string
    }
}

extension JSONValue {
    fileprivate func list(_ name: String) -> [String] { self[name]?.array?.compactMap(\.string) ?? [] }
}
