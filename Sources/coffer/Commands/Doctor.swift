// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import AWSClient
internal import ArgumentParser
internal import CofferBase
internal import CofferLocal
internal import CofferVault
internal import Glibc

struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check for the five common mistakes, and the vault's own health.",
        usage: "coffer doctor [PATH…] [--agents] [--minimum N] | --narrow NAME",
        discussion: """
            Each finding says what was seen, why it matters, and the command that mends it. Commands of aws want a running \
            server: coffer serve, and in another shell eval "$(coffer credentials --format env)".

            Exit code 1 when there is a finding; with --minimum, when the score is below it.

            \(DoctorScore.explanation)
            Several findings of a kind cost no more than its most, and the score never falls below 0.

            --agents asks instead what coding agents may read, of those that are in use here: Claude Code, Codex CLI, \
            Cursor, Gemini CLI, Aider, Windsurf, Cline, Roo Code, Continue and GitHub Copilot. It looks for keys in this \
            folder's files, in the agents' settings and in what they wrote down, and needs no vault. Where a setting keeps \
            an agent from a file, programs that it starts may read the file all the same: coffer import --rewrite leaves \
            nothing to read.

            Examples:
              coffer doctor                        the vault, and this folder's .env files
              coffer doctor ~/bot --minimum 80     for CI: fails below 80 points
              coffer doctor --agents               what coding agents may read here
              coffer doctor --narrow ci > ci.json  a policy of what ci really did
            """)

    @Argument(
        help: "Files and folders to look for plaintext keys in. Default: this folder's .env files alone.",
        completion: .file())
    var paths: [String] = []

    @Option(name: .long, help: "Print a policy that allows what this role or user did in the last 90 days, and nothing else.")
    var narrow: String?

    @Flag(name: .long, help: "Ask what coding agents may read. Default: in this folder.")
    var agents = false

    @Option(name: .long, help: "Exit code 1 only where the score is below this (0 to 100).")
    var minimum: Int?

    @OptionGroup var connection: Connection
    @OptionGroup var format: FormatOption

    func validate() throws {
        if narrow != nil, agents || minimum != nil || !paths.isEmpty { throw ValidationError("--narrow prints a policy: give it alone") }
        if let minimum, !(0...100).contains(minimum) { throw ValidationError("--minimum is a score: 0 to 100") }
    }

    func run() async throws {
        if let narrow { return try await printNarrow(narrow) }
        for path in paths where access(path, F_OK) != 0 {
            throw Failure(.refusedInput, "\(Terminal.plain(path)): \(String(cString: strerror(errno)).lowercased())", hint: "name files and folders that are there")
        }
        let findings = agents ? try await agentsFindings() : try await vaultsFindings()
        let score = DoctorScore(findings)
        if format.isJSON {
            Output.json(["findings": .array(findings.map(Self.json)), "score": .integer(Int64(score.points))])
        } else {
            show(findings)
            Output.line("score  \(score.points) of 100: \(score.advice)")
        }
        if minimum.map({ score.points < $0 }) ?? !findings.isEmpty { throw ExitCode(ExitStatus.findings.rawValue) }
    }

    private func printNarrow(_ name: String) async throws {
        let used = try await connection.with("doctor") { session in
            guard let principal = try await AccountPolicies(session.client).principals.first(where: { $0.isNamed(name) }) else {
                throw Failure(.notFound, "there is no user and no role \(name)", hint: "coffer access shows who may read secrets")
            }
            return try await UsedPermissions(principal, session.client, at: SystemClock().now())
        }
        guard let policy = used.policy else {
            throw Failure(
                .notFound, "\(name) did nothing in the last 90 days that needs a permission",
                hint: "a policy for nobody can go: aws iam help has delete-role-policy and detach-user-policy")
        }
        if used.isCut { Output.message("coffer: the newest \(used.looked) events were looked at, and there are more") }
        Output.json(policy)
    }

    private func vaultsFindings() async throws -> [DoctorFinding] {
        var findings: [DoctorFinding] = []
        let key = try await connection.with("doctor") { session in
            let now = SystemClock().now()
            let integrity = try await session.client.call(Coffer.CheckIntegrity.self, Coffer.CheckIntegrityInput())
            let mend = "put the newest backup back: coffer backup --help says how"
            findings += integrity.findings.map { DoctorFinding(.vault, $0, mend: mend) }
            let log = try await session.client.call(Coffer.VerifyLog.self, Coffer.VerifyLogInput())
            if !log.isIntact {
                findings.append(DoctorFinding(.log, "the log is not intact: \(log.finding ?? "")", mend: mend))
            }
            let status = try await session.client.call(Coffer.GetStatus.self, Coffer.GetStatusInput())
            findings += try await VaultDoctor(session.client).findings(at: now, lastBackup: status.lastBackupAt, isAWS: session.isAWS)
            if status.secretMemoryIsLocked == false {
                findings.append(
                    DoctorFinding(
                        .memory, "memory for secrets could not be locked against swapping", mend: "ulimit -l 65536"))
            }
            return try await session.fingerprintKey()
        }
        let places = paths.isEmpty ? EnvFile.names(in: ".").filter { Self.isThere($0) } : paths
        guard !places.isEmpty else { return findings }
        return findings + DoctorFinding.plaintext(in: try await ScanRunner.scan(places, options: ScanOptions(), key: key))
    }

    private func agentsFindings() async throws -> [DoctorFinding] {
        let check = try AgentCheck(
            paths: paths.isEmpty ? ["."] : paths, home: VaultFolder.variable("HOME"),
            searchPath: (VaultFolder.variable("PATH") ?? "").split(separator: ":").map(String.init),
            exposed: try ChildEnvironment.inherited(isClean: false, keeping: []).withheld)
        // No finding shows a fingerprint, so they may hold for this run alone.
        let key = SharedSecret.random(count: 32)
        let report = try await check.report { try await ScanRunner.scan($0, options: ScanOptions(), key: key) }
        for warning in report.warnings { Output.message("coffer: \(warning)") }
        Output.message(
            report.agents.isEmpty
                ? "No coding agent is in use here" : "In use here: \(report.agents.joined(separator: ", "))")
        return report.findings
    }

    private func show(_ findings: [DoctorFinding]) {
        if findings.isEmpty {
            Output.line(
                agents
                    ? "Nothing found: coding agents see no key here"
                    : "Nothing found: the vault is sound, and none of the five mistakes is made")
        }
        for finding in findings {
            // Names of files are others' words: none may pretend to be a line of ours.
            Output.line("\(Terminal.bold(finding.check.rawValue)): \(Terminal.plain(finding.message))")
            Output.line("  why it matters: \(finding.consequence)")
            Output.line("  mend it: \(Terminal.plain(finding.mend))")
            for other in finding.alternatives { Output.line("  or \(Terminal.plain(other))") }
        }
    }

    private static func json(_ finding: DoctorFinding) -> JSONValue {
        [
            "check": .string(finding.check.rawValue), "message": .string(finding.message),
            "consequence": .string(finding.consequence), "mend": .string(finding.mend),
            "alternatives": .array(finding.alternatives.map(JSONValue.string)),
        ]
    }

    private static func isThere(_ path: String) -> Bool { (try? SmallFile.read(path, limit: 1 << 24)) != nil }
}
