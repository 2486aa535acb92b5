// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import CofferBase
internal import CofferLocal
internal import CofferVault

struct Scan: AsyncParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, sarif }

    static let configuration = CommandConfiguration(
        abstract: "Find API keys in files. Shows where, never the key.",
        usage: "coffer scan PATH… | --environments | --clipboard | --staged",
        discussion: """
            Looks into text, archives, office documents, PDFs, SQLite databases, and git history. Exit code 1 where a key was \
            found, 0 where none was.

            --verify asks each key's provider whether it still works: it sends the key, the way the provider's programs do, to \
            the provider and nobody else. Before that it shows what would go where, and asks. "refused" is the provider's word \
            on the key alone; what leaves it open is "unknown". Keys of AWS GovCloud and AWS China read as refused.

            Examples:
              coffer scan .                                    this folder, with its git history
              coffer scan ~ --everything                       all you have
              coffer scan . --write-baseline known-keys.json   accept what is there today
              coffer scan . --baseline known-keys.json         tell only of what is new
              coffer scan . --verify                           and which of them still work
              coffer scan --environments --clipboard           variables of your programs, and what you copied
              coffer scan --staged                             what is about to be committed (coffer hook install)
            """)

    @Argument(help: "Files and folders.", completion: .file())
    var paths: [String] = []

    @Flag(name: .long, help: "What is about to be committed in this git repository, instead of files.")
    var staged = false

    @Flag(name: .long, help: "The environments of your own processes, as they were started, too.")
    var environments = false

    @Flag(name: .long, help: "The clipboard too, with wl-paste, xclip or xsel.")
    var clipboard = false

    @Flag(name: .long, help: "Ask the providers which keys still work, after a confirmation.")
    var verify = false

    @Option(name: .long, help: "Leave out the findings that this file lists.", completion: .file())
    var baseline: String?

    @Option(name: .customLong("write-baseline"), help: "Write the findings to this file, for --baseline.", completion: .file())
    var newBaseline: String?

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

    @Option(name: .long, help: "How to print: text, json, or sarif.")
    var format: Format = .text

    @OptionGroup var connection: Connection

    func validate() throws {
        if staged, paths.count > 1 { throw ValidationError("--staged looks at one repository: name at most one folder") }
        if staged, environments || clipboard {
            throw ValidationError("--staged looks at one repository: leave out --environments and --clipboard")
        }
        if staged, verify { throw ValidationError("--staged and --verify don't go together: a commit waits for no provider") }
        if verify, newBaseline != nil { throw ValidationError("--verify and --write-baseline don't go together") }
        if !staged, !environments, !clipboard, paths.isEmpty { throw ValidationError("nothing to scan: name files and folders, such as coffer scan .") }
        if baseline != nil, newBaseline != nil { throw ValidationError("--baseline and --write-baseline don't go together") }
    }

    func run() async throws {
        var options = ScanOptions()
        options.readsImages = images
        options.history = history
        options.respectsGitignore = gitignore
        options.scansEverything = everything
        options.generic = generic
        options.environments = environments
        options.clipboard = clipboard
        options.keepsSecrets = verify
        let reference = newBaseline == nil ? try accepted : Baseline()
        var report = try await scan(options, key: reference?.key)
        if let newBaseline, let reference { return try write(report, reference, to: newBaseline) }
        var known = 0
        if let reference { (report, known) = reference.newFindings(in: report) }
        if verify, report.isComplete { report = try await ScanVerification.verify(report, yes: connection.yes.isGiven) }
        switch format {
        case .json: Output.json(report.json(catalogue: try .builtIn()))
        case .sarif: Output.json(report.sarif(toolVersion: CofferCommand.version, catalogue: try .builtIn()))
        case .text: try show(report)
        }
        if staged, !report.findings.isEmpty {
            Output.message("Not committed: take the key out of the file first, or pass this by with git commit --no-verify")
        }
        if known > 0 { Output.message("\(known) known from the baseline \(known == 1 ? "is" : "are") left out") }
        for warning in report.warnings { Output.message("coffer: \(Terminal.plain(warning.description))") }
        if !report.isComplete { throw Failure(.internalError, "the scan was interrupted") }
        if report.findings.isEmpty, report.warnings.contains(where: { (staged ? [paths.first ?? "."] : paths).contains($0.path) }) {
            Output.message("hint: name files and folders that you may read, such as coffer scan .")
            throw ExitCode(ExitStatus.refusedInput.rawValue)
        }
        if !report.findings.isEmpty { throw ExitCode(ExitStatus.findings.rawValue) }
    }

    private var accepted: Baseline? {
        get throws {
            guard let baseline else { return nil }
            do {
                return try Baseline(parsing: try SmallFile.read(baseline, limit: 64 << 20))
            } catch {
                throw Failure(
                    .refusedInput, "can't use the baseline \(baseline): \(error)",
                    hint: "make one with coffer scan … --write-baseline \(baseline)")
            }
        }
    }

    /// With the fingerprints of a baseline, or with the vault's.
    private func scan(_ options: ScanOptions, key: SharedSecret?) async throws -> ScanReport {
        let staged = staged ? paths.first ?? "." : nil
        guard let key else { return try await ScanRunner.scan(paths, staged: staged, options: options, connection: connection) }
        return try await ScanRunner.scan(paths, staged: staged, options: options, key: key)
    }

    private func write(_ report: ScanReport, _ empty: Baseline, to path: String) throws {
        var baseline = empty
        baseline.accept(report)
        do { try baseline.write(to: path) } catch {
            throw Failure(.refusedInput, error.description, hint: "name a file that you may write")
        }
        for warning in report.warnings { Output.message("coffer: \(Terminal.plain(warning.description))") }
        let count = report.findings.count
        Output.line("Wrote \(path): \(count) finding\(count == 1 ? "" : "s") that later scans with --baseline leave out")
        if count > 0 { Output.message("hint: they still lie in plaintext; coffer import FILE --rewrite takes them out") }
    }

    private func show(_ report: ScanReport) throws {
        let catalogue = try ProviderCatalogue.builtIn()
        for finding in report.findings { FindingText.show(finding, catalogue[finding.provider]) }
        if verify { ScanVerification.showReasons(report) }
        Output.message("\(Plural.keys(report.findings.count)) in \(places(report))")
        let inHistory = report.findings.count(where: \.isInHistory)
        if inHistory > 0 {
            Output.message(
                "\(inHistory) of them in git history: who has a copy of the repository has the key. Replace it at the provider first")
        }
        if !report.findings.isEmpty { Output.message("hint: coffer protect FOLDER moves keys into the vault, step by step") }
    }

    /// Where it was looked.
    private func places(_ report: ScanReport) -> String {
        let statistics = report.statistics
        var places: [String] = []
        if !environments && !clipboard || !paths.isEmpty {
            places.append(Plural.files(statistics.files))
        }
        if environments {
            let closed = statistics.closedProcesses
            places.append(
                "\(statistics.processes) process\(statistics.processes == 1 ? "" : "es")"
                    + (closed > 0 ? " (\(closed) more may not be read)" : ""))
        }
        if clipboard, !report.warnings.contains(where: { $0.path == "clipboard" }) { places.append("the clipboard") }
        if places.isEmpty { return "no place" }
        return places.count > 1 ? places.dropLast().joined(separator: ", ") + " and " + (places.last ?? "") : places.joined()
    }
}
