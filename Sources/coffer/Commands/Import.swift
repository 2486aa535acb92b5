// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import AWSClient
internal import ArgumentParser
internal import CofferBase
internal import CofferCrypto
internal import CofferLocal
internal import CofferVault

struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Store the keys that files hold, and put references in their place.", usage: "coffer import FILE… [--rewrite | --undo]")

    @Argument(help: "Files, or folders.", completion: .file())
    var paths: [String]

    @Flag(name: .long, help: "Replace each key in the files by a reference, after showing the change.")
    var rewrite = false

    @Flag(name: .long, help: "Put a rewritten file back as it was, with its keys in plaintext.")
    var undo = false

    @OptionGroup var connection: Connection
    @OptionGroup var format: FormatOption

    func validate() throws {
        if undo, rewrite { throw ValidationError("--undo and --rewrite are opposites: give one") }
    }

    func run() async throws {
        if undo { return try await undoRewrites() }
        var options = ScanOptions()
        options.keepsSecrets = true
        let key = try await connection.with("import") { try await $0.fingerprintKey() }
        let report = try await ScanRunner.scan(paths, options: options, key: key)
        for warning in report.warnings { Output.message("coffer: \(Terminal.plain(warning.description))") }
        if report.findings.isEmpty {
            let missing = report.warnings.contains { paths.contains($0.path) }
            if format.isJSON { Output.json(["imported": [], "rewritten": []]) }
            Output.message("no keys found")
            if missing {
                Output.message("hint: name files or folders that hold keys; coffer scan PATH shows where they are")
                throw ExitCode(ExitStatus.refusedInput.rawValue)
            }
            return
        }
        let imported = try await connection.with("import") { try await store(report.findings, $0) }
        if !format.isJSON {
            for item in imported { Output.line("\(item.isNew ? "stored  " : "known   ")\(item.name)  \(item.finding.fingerprint)") }
        }
        let (rewritten, isComplete) = rewrite ? try await rewriteFiles(imported) : ([], true)
        if format.isJSON {
            Output.json([
                "imported": .array(
                    imported.map {
                        ["name": .string($0.name), "fingerprint": .string($0.finding.fingerprint), "new": .bool($0.isNew),
                         "path": .string($0.finding.path), "line": .integer(Int64($0.finding.line))]
                    }),
                "rewritten": .array(rewritten.map(JSONValue.string)),
            ])
        } else if !rewrite {
            Output.message("hint: coffer import … --rewrite replaces the keys in the files by references")
        }
        if !isComplete { throw ExitCode(ExitStatus.refusedInput.rawValue) }
    }

    private struct Imported {
        let finding: Finding
        let name: String
        let isNew: Bool
    }

    private func store(_ findings: [Finding], _ session: VaultSession) async throws -> [Imported] {
        var names = NewNames(try await SecretSummary.all(session.client))
        let catalogue = try ProviderCatalogue.builtIn()
        let storing = SecretStoring(session.client)
        var imported: [Imported] = []
        for finding in findings {
            if let known = names.names(of: finding.fingerprint).first {
                imported.append(Imported(finding: finding, name: known, isNew: false))
                continue
            }
            guard let value = finding.secret() else { continue }
            let name = names.take(provider: finding.provider, use: finding.useCase)
            try await storing.create(
                try SecretName(parsing: name), value: value, fingerprint: finding.fingerprint,
                rotationDays: catalogue.rotationDays(of: finding.provider))
            imported.append(Imported(finding: finding, name: name, isNew: true))
        }
        return imported
    }

    /// The files that were rewritten, and whether those are all that hold the keys.
    private func rewriteFiles(_ imported: [Imported]) async throws -> (paths: [String], isComplete: Bool) {
        var replacements: [String: [FileRewriter.Replacement]] = [:]
        var isComplete = true
        for item in imported {
            guard let secret = item.finding.secret(), let reference = Reference(name: item.name) else { continue }
            for place in item.finding.places {
                guard let range = place.range else {
                    Output.message(
                        place.part == nil
                            ? "coffer: \(place.text): not plain UTF-8 text, so it is not rewritten and still holds its key"
                            : "coffer: \(place.text): a document, so it is not rewritten and still holds its key")
                    isComplete = false
                    continue
                }
                if Self.isPart(range, ofValueIn: place.path) {
                    Output.message(
                        "coffer: \(place.text): a part of a longer value, which no reference can stand in: give the key a "
                            + "variable of its own, \(reference)")
                    isComplete = false
                    continue
                }
                replacements[place.path, default: []].append(
                    FileRewriter.Replacement(
                        range: range, expected: secret, text: reference.description,
                        label: "\(item.finding.provider) key \(item.finding.fingerprint)"))
            }
        }
        var prepared: [PreparedRewrite] = []
        for (path, parts) in replacements.sorted(by: { $0.key < $1.key }) {
            let one = try FileRewriter().prepare(path: path, replacements: parts)
            guard one.original.count <= Originals.longest else {
                throw Failure(
                    .refusedInput, "\(path) is larger than \(Originals.longest) bytes, so its original can't be kept for undo",
                    hint: "replace its keys by hand; they are in the vault now")
            }
            prepared.append(one)
        }
        guard !prepared.isEmpty else { return ([], isComplete) }
        for one in prepared {
            Output.message(one.preview)
            if !EnvFile.isNamedLikeOne(one.path) {
                Output.message(
                    "coffer: \(one.path) is no .env file: coffer run puts values into environment variables alone, so the "
                        + "program has to read its key from one, such as OPENAI_API_KEY")
            }
        }
        let count = prepared.count
        guard try Terminal.confirm("Change \(count) file\(count == 1 ? "" : "s") like this?", yes: connection.yes.isGiven) else {
            throw Failure(.refusedInput, "no file was changed", hint: "the keys are stored; run it again to rewrite")
        }
        // INVARIANT 1: the original is kept encrypted, before the file loses it, and nowhere else.
        try await connection.with("import") { session in
            let originals = try await session.originals()
            for one in prepared { try await originals.keep(one) }
        }
        var done: [String] = []
        for one in prepared {
            try one.commit()
            done.append(one.path)
            if !format.isJSON { Output.line("rewrote \(Terminal.plain(one.path))") }
        }
        Output.message("hint: coffer import --undo FILE puts a file back as it was")
        return (done, isComplete)
    }

    /// Puts files back as they were before an import, each whole or not at all.
    private func undoRewrites() async throws {
        let files = try paths.map { try FileRewriter.realPath($0) }
        let count = files.count
        for file in files { Output.message("\(file) will hold its keys in plaintext again") }
        let question = "Put \(count) file\(count == 1 ? "" : "s") back?"
        guard try Terminal.confirm(question, yes: connection.yes.isGiven) else {
            throw Failure(.refusedInput, "no file was changed")
        }
        try await connection.with("import --undo") { session in
            let originals = try await session.originals()
            for file in files {
                guard let newest = try await originals.kept(of: file).first else {
                    throw Failure(
                        .notFound, "the vault has no original of \(file): no import has rewritten it",
                        hint: "name a file that coffer import --rewrite changed")
                }
                try await originals.putBack(newest)
                if !format.isJSON { Output.line("put back \(Terminal.plain(file))") }
            }
        }
        if format.isJSON { Output.json(["restored": .array(files.map(JSONValue.string))]) }
    }

    /// Whether a key is not all of an `.env` variable's value.
    private static func isPart(_ range: Range<Int>, ofValueIn path: String) -> Bool {
        guard EnvFile.isNamedLikeOne(path), var bytes = try? SmallFile.read(path, limit: EnvFile.longest) else { return false }
        return !EnvFile(SharedSecret(moving: &bytes)).entries.contains { $0.range == range }
    }
}
