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

    @Argument(help: "Files, or folders.")
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
        for warning in report.warnings { Output.message("coffer: \(warning)") }
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
        let there = try await SecretSummary.all(session.client)
        var names = Set(there.map(\.name))
        let byFingerprint = Dictionary(there.compactMap { secret in secret.fingerprint.map { ($0, secret.name) } }) { first, _ in first }
        let catalogue = try ProviderCatalogue.builtIn()
        let storing = SecretStoring(session.client)
        var imported: [Imported] = []
        for finding in findings {
            if let known = byFingerprint[finding.fingerprint] {
                imported.append(Imported(finding: finding, name: known, isNew: false))
                continue
            }
            guard let value = finding.secret() else { continue }
            let base = "\(finding.provider)/\(finding.useCase ?? "default")"
            var text = base
            var number = 2
            while names.contains(text) {
                text = "\(base)-\(number)"
                number += 1
            }
            let name = try SecretName(parsing: text)
            try await storing.create(
                name, value: value, fingerprint: finding.fingerprint,
                rotationDays: catalogue[finding.provider]?.rotationDays ?? SecretSummary.defaultRotationDays)
            names.insert(text)
            imported.append(Imported(finding: finding, name: text, isNew: true))
        }
        return imported
    }

    /// The files that were rewritten, and whether those are all that hold the keys.
    private func rewriteFiles(_ imported: [Imported]) async throws -> (paths: [String], isComplete: Bool) {
        var replacements: [String: [FileRewriter.Replacement]] = [:]
        var isComplete = true
        for item in imported {
            guard let secret = item.finding.secret(), let reference = Reference(name: item.name) else { continue }
            for place in [item.finding.place] + item.finding.otherPlaces {
                guard let range = place.range else {
                    Output.message(
                        place.part == nil
                            ? "coffer: \(place.text): not plain UTF-8 text, so it is not rewritten and still holds its key"
                            : "coffer: \(place.text): a document, so it is not rewritten and still holds its key")
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
            guard one.original.count <= SecretStoring.largestOriginal else {
                throw Failure(
                    .refusedInput, "\(path) is larger than \(SecretStoring.largestOriginal) bytes, so its original can't be kept for undo",
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
            let key = try await session.fingerprintKey()
            for one in prepared {
                try await SecretStoring(session.client).keepOriginal(
                    one.original, path: one.path, name: Self.undoName(one.path, key: key),
                    rewritten: Fingerprint.text(of: one.content, key: key))
            }
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
            let key = try await session.fingerprintKey()
            for file in files {
                let original: SharedSecret
                let rewritten: String?
                do {
                    (original, rewritten) = try await SecretStoring(session.client).original(Self.undoName(file, key: key))
                } catch let error as AWSError where error.code == "ResourceNotFoundException" {
                    throw Failure(
                        .notFound, "the vault has no original of \(file): no import has rewritten it",
                        hint: "name a file that coffer import --rewrite changed")
                }
                try FileRewriter().restore(path: file, bytes: original) {
                    Fingerprint.text(of: $0, key: key) == rewritten
                }
                if !format.isJSON { Output.line("put back \(Terminal.plain(file))") }
            }
        }
        if format.isJSON { Output.json(["restored": .array(files.map(JSONValue.string))]) }
    }

    private static func undoName(_ path: String, key: SharedSecret) -> String {
        var path = path
        let hash = path.withUTF8 { FingerprintText.of(UnsafeRawBufferPointer($0), key: key) }
        return "coffer/undo/" + hash.dropFirst(3)
    }
}
