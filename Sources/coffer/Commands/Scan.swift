// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import CofferBase
internal import CofferLocal
internal import CofferVault

struct Scan: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Find API keys in files. Shows where, never the key.", usage: "coffer scan PATH…")

    @Argument(help: "Files and folders.")
    var paths: [String]

    @Flag(name: .long, help: "Leave out what .gitignore files ignore.")
    var gitignore = false

    @Flag(name: .long, help: "Folders like node_modules and .git too.")
    var everything = false

    @Flag(name: .long, help: "Long random values of unknown providers too.")
    var generic = false

    @Flag(inversion: .prefixedNo, help: "Look through git history too: all branches, tags, stashes and reflogs.")
    var history = true

    @Flag(name: .long, help: "Read the text in pictures too, with tesseract.")
    var images = false

    @OptionGroup var connection: Connection
    @OptionGroup var format: FormatOption

    func run() async throws {
        var options = ScanOptions()
        options.readsImages = images
        options.history = history
        options.respectsGitignore = gitignore
        options.scansEverything = everything
        options.generic = generic
        let report = try await ScanRunner.scan(paths, options: options, connection: connection)
        if format.isJSON {
            Output.json(report.json)
        } else {
            show(report)
        }
        for warning in report.warnings { Output.message("coffer: \(warning)") }
        if !report.isComplete { throw Failure(.internalError, "the scan was interrupted") }
        if report.findings.isEmpty, report.warnings.contains(where: { paths.contains($0.path) }) {
            Output.message("hint: name files and folders that you may read, such as coffer scan .")
            throw ExitCode(ExitStatus.refusedInput.rawValue)
        }
        if !report.findings.isEmpty { throw ExitCode(ExitStatus.findings.rawValue) }
    }

    private func show(_ report: ScanReport) {
        var table = Table(["WHERE", "PROVIDER", "FINGERPRINT"])
        for finding in report.findings {
            table.add([finding.place.text, finding.provider, finding.fingerprint])
            for place in finding.alsoAt { table.add([place, "  the same", ""]) }
        }
        table.printed()
        let keys = report.findings.count
        let files = report.statistics.files
        Output.message("\(keys) key\(keys == 1 ? "" : "s") in \(files) file\(files == 1 ? "" : "s")")
        let inHistory = report.findings.count(where: \.isInHistory)
        if inHistory > 0 {
            Output.message(
                "\(inHistory) of them in git history: who has a copy of the repository has the key. Replace it at the provider first")
        }
        if keys > 0 { Output.message("hint: coffer import FILE moves them into the vault; --rewrite puts references into .env files") }
    }
}

/// Scans with the vault's fingerprints where there is an open vault, and with passing ones where there is none.
enum ScanRunner {
    static func scan(_ paths: [String], options: ScanOptions, connection: Connection) async throws -> ScanReport {
        let key: SharedSecret
        do {
            key = try await connection.with("scan") { try await $0.fingerprintKey() }
        } catch let error as VaultError where error.reason == .absent || error.reason == .sealed {
            Output.message("coffer: no open vault, so these fingerprints hold for this scan alone")
            key = .random(count: 32)
        }
        return try await scan(paths, options: options, key: key)
    }

    /// The argument that makes this program an `ExtractorProcess`.
    static let extractor = "extract-document"

    static func scan(_ paths: [String], options: ScanOptions, key: SharedSecret) async throws -> ScanReport {
        var options = options
        // Still this program where its file was replaced meanwhile.
        options.extractor = ["/proc/self/exe", Self.extractor]
        let scanner = Scanner(options: options, catalogue: try .builtIn()) { FingerprintText.of($0, key: key) }
        guard Terminal.isError else { return await scanner.scan(paths) }
        let report = await scanner.scan(paths) { progress in Output.write(prompt: "\r" + bar(progress)) }
        Output.write(prompt: "\r\u{1b}[K")
        return report
    }

    private static func bar(_ progress: ScanProgress) -> String {
        let share = progress.bytesTotal > 0 ? min(1, Double(progress.bytesDone) / Double(progress.bytesTotal)) : 0
        let filled = Int(share * 30)
        return "scanning [" + String(repeating: "#", count: filled) + String(repeating: " ", count: 30 - filled)
            + "] \(progress.filesDone)/\(progress.filesTotal) files"
    }
}
