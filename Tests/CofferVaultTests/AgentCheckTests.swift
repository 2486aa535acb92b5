// SPDX-License-Identifier: Apache-2.0
import CofferBase
import CofferTesting
import Glibc
import Testing

@testable import CofferVault

@Suite("What coding agents may read")
struct AgentCheckTests {
    /// A project and a home folder, one beside the other.
    private struct Place {
        let folder: ScanTestFolder
        var project: String { folder.path + "/project" }
        var home: String { folder.path + "/home" }

        init(_ files: [String: String]) throws {
            folder = try ScanTestFolder()
            try folder.write("home/.profile", "")
            try folder.write("project/.git/HEAD", "ref: refs/heads/main\n")
            for (name, text) in files { try folder.write(name, text) }
        }

        func report(searchPath: [String] = [], exposed: [String] = []) async throws -> AgentCheck.Report {
            let check = try AgentCheck(paths: [project], home: home, searchPath: searchPath, exposed: exposed)
            let scanner = try testScanner()
            return try await check.report { await scanner.scan($0) }
        }

        /// The agents that may read the project's file.
        func readers(of path: String) throws -> [String] {
            let folders = AgentFolders(path: project, home: home)
            return try CodingAgent.builtIn().filter { AgentSight($0, folders).mayRead(folders.project + "/" + path) }.map(\.name)
        }
    }

    private static let env = "GROQ_API_KEY=\(InventedKey.groq)\n"

    @Test("an agent counts where its folder, its file or its program is there, and no other does")
    func inUse() async throws {
        #expect(try await Place([:]).report().agents == [])
        #expect(try await Place(["home/.codex/config.toml": ""]).report().agents == ["Codex CLI"])
        #expect(try await Place(["project/.clinerules/a.md": ""]).report().agents == ["Cline"])
        let place = try Place(["bin/gemini": "#!/bin/sh\n", "bin/aider/x": ""])
        chmod(place.folder.path + "/bin/gemini", 0o755)
        #expect(try await place.report(searchPath: [place.folder.path + "/bin"]).agents == ["Gemini CLI"])
    }

    @Test(
        "Claude Code's deny rules keep what they name from it, and nothing else does",
        arguments: [
            ("Read(./.env)", ".env", false), ("Read(.env)", "sub/.env", false), ("Read(./.env)", "sub/.env", true),
            ("Read(**/.env*)", "sub/.env.local", false), ("Read(/sub/**)", "sub/a.py", false), ("Read", "a.py", false),
            ("Read(./sub)", "sub/a.py", false), ("Edit(./.env)", ".env", true), ("Read(./.env", ".env", true),
            ("Read(//**/.env)", ".env", false), ("Read(~/.env)", ".env", true), ("Bash(cat:*)", ".env", true),
            ("Read(!.env)", ".env", true), ("Read()", ".env", true),
        ])
    func claude(rule: String, path: String, mayRead: Bool) throws {
        let settings = JSONValue.object(JSONObject([("permissions", ["deny": [.string(rule)]])])).text()
        let place = try Place(["project/.claude/settings.json": settings])
        #expect(try place.readers(of: path).contains("Claude Code") == mayRead)
    }

    @Test("rules for all projects count too, but not those that belong to the settings' own folder")
    func claudeForAll() throws {
        let place = try Place([
            "home/.claude/settings.json": #"{"permissions": {"deny": ["Read(**/.env)", "Read(/key.txt)"]}}"#
        ])
        #expect(try !place.readers(of: "a/.env").contains("Claude Code"))
        #expect(try place.readers(of: "key.txt").contains("Claude Code"))
    }

    @Test(
        "Codex is kept from what its default profile denies, where no sandbox_mode sets that aside",
        arguments: [
            ("default_permissions = \"p\"\n[permissions.p.filesystem.\":workspace_roots\"]\n\"**/.env\" = \"deny\"", false),
            ("default_permissions='p' # x\n[ permissions . p . filesystem . ':workspace_roots' ]\n'.env'='none'", false),
            ("default_permissions = \"q\"\n[permissions.p.filesystem.\":workspace_roots\"]\n\"**/.env\" = \"deny\"", true),
            ("sandbox_mode = \"read-only\"\ndefault_permissions = \"p\"\n[permissions.p.filesystem.\":workspace_roots\"]\n\"**/.env\" = \"deny\"", true),
            ("[permissions.p.filesystem.\":workspace_roots\"]\n\"**/.env\" = \"deny\"", true),
            ("default_permissions = \"p\"\n[permissions.p.filesystem.\":workspace_roots\"]\n\"**/.env\" = \"read\"", true),
            ("default_permissions = \"p\"\n[[permissions.p.filesystem.\":workspace_roots\"]]\n\"**/.env\" = \"deny\"", true),
            ("default_permissions = \"p\"\n# [permissions.p.filesystem.\":workspace_roots\"]\n\"**/.env\" = \"deny\"", true),
            ("default_permissions = \"p\"\n[permissions.p.filesystem]\n\"~/other\" = \"deny\"", true),
            ("= [ \" . \n[\n[]\n\"", true),
        ])
    func codex(config: String, mayRead: Bool) throws {
        let place = try Place(["home/.codex/config.toml": config])
        #expect(try place.readers(of: ".env").contains("Codex CLI") == mayRead)
    }

    @Test("git's rules bind the agents that follow them, unless their settings say otherwise")
    func gitignore() throws {
        var files = ["project/.gitignore": ".env\n", "project/sub/.gitignore": "!.env\n"]
        #expect(try !Place(files).readers(of: ".env").contains("Gemini CLI"))
        #expect(try Place(files).readers(of: "sub/.env").contains("Gemini CLI"))
        #expect(try Place(files).readers(of: ".env").contains("Claude Code"))
        files["project/.geminiignore"] = "!.env\n"
        #expect(try Place(files).readers(of: ".env").contains("Gemini CLI"))
        files["project/.geminiignore"] = nil
        files["home/.gemini/settings.json"] = #"{"context": {"fileFiltering": {"respectGitIgnore": false}}}"#
        #expect(try Place(files).readers(of: ".env").contains("Gemini CLI"))
        files["project/.gemini/settings.json"] = #"{"context": {"fileFiltering": {"respectGitIgnore": true}}}"#
        #expect(try !Place(files).readers(of: ".env").contains("Gemini CLI"))
    }

    @Test("an ignored folder hides what is in it, and a name that only begins alike is another")
    func folders() throws {
        let place = try Place(["project/.rooignore": "/secret/\n"])
        #expect(try !place.readers(of: "secret/a/b.env").contains("Roo Code"))
        #expect(try place.readers(of: "secrets/a.env").contains("Roo Code"))
    }

    @Test("the line that a finding names keeps the agent from the file", arguments: ["a b/k*y[1].env", "key.py"])
    func remedies(name: String) async throws {
        let byLine: Set = ["Aider", "Cline", "Cursor", "Gemini CLI", "Roo Code", "Windsurf"]
        let place = try Place([
            "project/" + name: Self.env, "home/.claude.json": "{}", "home/.codex/config.toml": "", "project/.cursorignore": "",
            "project/GEMINI.md": "", "project/.aiderignore": "", "project/.devinignore": "", "project/.clineignore": "",
            "project/.rooignore": "",
        ])
        let found = try await place.report().findings
        #expect(found.map(\.check) == [.agent])
        #expect(try byLine.isSubset(of: place.readers(of: name)))
        let commands = found[0].alternatives.compactMap { line in
            line.firstRange(of: ": echo ").map { "echo " + line[$0.upperBound...] }
        }
        #expect(commands.count == byLine.count)
        for command in commands { #expect(system(command) == 0) }
        #expect(try byLine.isDisjoint(with: place.readers(of: name)))
        let neighbour = name.replacing("*", with: "e").replacing(".py", with: ".pyc")
        #expect(try byLine.isSubset(of: place.readers(of: neighbour)), "no more than that file is kept from it")
    }

    @Test("a file with keys is told of once, with those who may read it, and never with the key")
    func finding() async throws {
        let place = try Place([
            "project/.env": Self.env + "ELEVENLABS_API_KEY=\(InventedKey.elevenLabs)\n", "project/CLAUDE.md": "",
            "home/.copilot/x": "",
        ])
        let report = try await place.report(exposed: ["GROQ_API_KEY"])
        #expect(report.findings.map(\.check) == [.agent, .environment])
        #expect(report.findings[0].message.hasSuffix(
            "/.env holds 2 keys (elevenlabs, groq), which Claude Code may read"))
        #expect(report.findings[0].mend.hasSuffix("/.env --rewrite"))
        #expect(report.warnings.contains { $0.hasPrefix("GitHub Copilot: ") })
        #expect(!"\(report)".contains(InventedKey.groq))
    }

    @Test("keys in an agent's settings and transcripts are told of, each file once")
    func own() async throws {
        let place = try Place([
            "project/.mcp.json": #"{"env": {"GROQ_API_KEY": "\#(InventedKey.groq)"}}"#, "project/CLAUDE.md": "",
            "home/.claude/projects/a/1.jsonl": #"{"text": "\#(InventedKey.groq)"}"#,
            "home/.claude/projects/a/2.jsonl": #"{"text": "\#(InventedKey.elevenLabs)"}"#,
        ])
        let found = try await place.report().findings
        #expect(found.map(\.check) == [.agentSettings, .agentTranscripts])
        #expect(found.map(\.message) == [
            "./.mcp.json:1 holds a key (groq)", "Claude Code wrote down 2 keys in ~/.claude/projects",
        ])
    }

    @Test(
        "settings that are no JSON count for nothing, and that is told",
        arguments: ["// comment\n{}", "", "{", "[1,2", "\u{0}", #"{"permissions": {"deny": ["Read"]},}"#])
    func unreadable(text: String) async throws {
        let place = try Place(["project/.claude/settings.json": text, "project/.env": Self.env])
        let report = try await place.report()
        #expect(report.findings.count == 1)
        #expect(report.warnings == ["./.claude/settings.json can't be read as JSON, so what it sets for Claude Code does not count here"])
    }

    @Test("settings of the wrong form count for nothing")
    func wrongForm() throws {
        for text in ["[]", "1", #"{"permissions": []}"#, #"{"permissions": {"deny": "Read"}}"#, #"{"permissions": {"deny": [1]}}"#] {
            #expect(try Place(["project/.claude/settings.json": text]).readers(of: ".env").contains("Claude Code"))
        }
    }

    @Test("no settings make it crash")
    func fuzz() throws {
        var random = SeededRandom(seed: 5)
        let toml = Array("default_permissions = \"p\"\n[permissions.p.filesystem.\":workspace_roots\"]\n\"**/.env\" = \"deny\"\n".utf8)
        for _ in Fuzz.rounds(2000) {
            _ = CodexProfile([Fuzz.damage(toml, tokens: ["\"", "[", "]", "=", ".", "\n"], &random)])
        }
        let folder = try ScanTestFolder()
        let rules = Array(#"{"permissions": {"deny": ["Read(./.env)", "Read(~/a/**)", "Read(//b)"]}}"#.utf8)
        let agent = try #require(CodingAgent.builtIn().first)
        for _ in Fuzz.rounds(200) {
            try folder.write(
                ".claude/settings.json", bytes: Fuzz.damage(rules, tokens: ["Read(", ")", "/", "**", "[", "!"], &random))
            _ = AgentSight(agent, AgentFolders(path: folder.path, home: folder.path)).mayRead(folder.path + "/.env")
        }
    }
}
