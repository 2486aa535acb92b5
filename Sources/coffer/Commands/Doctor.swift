// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import AWSClient
internal import ArgumentParser
internal import CofferBase
internal import CofferLocal
internal import CofferVault

struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check for the five common mistakes, and the vault's own health.",
        discussion: "Each finding names the command that mends it. Exit code 1 when there is one.")

    @Argument(help: "Files and folders to look for plaintext keys in. Default: this folder's .env files alone.")
    var paths: [String] = []

    @OptionGroup var connection: Connection
    @OptionGroup var format: FormatOption

    func run() async throws {
        var findings: [DoctorFinding] = []
        let key = try await connection.with("doctor") { session in
            let now = SystemClock().now()
            let integrity = try await session.client.call(Coffer.CheckIntegrity.self, Coffer.CheckIntegrityInput())
            let mend = "put the newest backup back: coffer backup --help says how"
            findings += integrity.findings.map { DoctorFinding("vault", $0, mend: mend) }
            let log = try await session.client.call(Coffer.VerifyLog.self, Coffer.VerifyLogInput())
            if !log.isIntact {
                findings.append(DoctorFinding("log", "the log is not intact: \(log.finding ?? "")", mend: mend))
            }
            let status = try await session.client.call(Coffer.GetStatus.self, Coffer.GetStatusInput())
            findings += try await VaultDoctor(session.client).findings(at: now, lastBackup: status.lastBackupAt)
            if status.secretMemoryIsLocked == false {
                findings.append(DoctorFinding("memory", "memory for secrets could not be locked against swapping", mend: "ulimit -l 65536"))
            }
            return try await session.fingerprintKey()
        }
        let places = paths.isEmpty ? [".env", ".env.local", ".env.production"].filter { Self.isThere($0) } : paths
        if !places.isEmpty {
            let report = try await ScanRunner.scan(places, options: ScanOptions(), key: key)
            findings += report.findings.map { finding in
                let path = ShellWord.quoted(finding.path)
                return DoctorFinding(
                    "plaintext", "\(finding.path):\(finding.line) holds a key of \(finding.provider) in plaintext",
                    mend: EnvFile.isNamedLikeOne(finding.path)
                        ? "coffer import \(path) --rewrite"
                        : "coffer import \(path), then let the program read the key from its environment (coffer run)")
            }
        }
        if format.isJSON {
            Output.json([
                "findings": .array(
                    findings.map { ["check": .string($0.check), "message": .string($0.message), "mend": .string($0.mend)] })
            ])
        } else if findings.isEmpty {
            Output.line("Nothing found: the vault is sound, and none of the five mistakes is made")
        } else {
            for finding in findings {
                Output.line("\(Terminal.bold(finding.check)): \(finding.message)")
                Output.line("  mend it: \(finding.mend)")
            }
        }
        if !findings.isEmpty { throw ExitCode(ExitStatus.findings.rawValue) }
    }

    private static func isThere(_ path: String) -> Bool { (try? SmallFile.read(path, limit: 1 << 24)) != nil }
}
