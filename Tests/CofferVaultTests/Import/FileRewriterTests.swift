// SPDX-License-Identifier: Apache-2.0
import CofferBase
import Glibc
import Synchronization
import Testing

@testable import CofferVault

@Suite("Rewriting files")
struct FileRewriterTests {
    private static let text = "# keys\nGROQ_API_KEY=\(InventedKey.groq) # x\nOTHER=1\n"
    private static let rewritten = "# keys\nGROQ_API_KEY=coffer://vault/groq/bot # x\nOTHER=1\n"

    private func replacements(in text: String = text) throws -> [FileRewriter.Replacement] {
        let report = try testScanner { $0.keepsSecrets = true }.scanText(text, name: "n")
        return try report.findings.map { finding in
            FileRewriter.Replacement(
                range: try #require(finding.place.range), expected: try #require(finding.secret()),
                text: "coffer://vault/groq/bot", label: "groq key \(finding.fingerprint)")
        }
    }

    private func content(_ path: String) -> String? {
        ScanTestFolder.read(path).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test("a rewrite replaces the key, keeps the mode and gives the original for undoing")
    func rewrites() throws {
        let folder = try ScanTestFolder()
        let path = try folder.write(".env", Self.text)
        chmod(path, 0o640)
        let prepared = try FileRewriter().prepare(path: path, replacements: replacements())
        #expect(content(path) == Self.text)
        #expect(prepared.original.withText { $0 } == Self.text)
        try prepared.commit()
        #expect(content(path) == Self.rewritten)
        var status = stat()
        #expect(stat(path, &status) == 0 && status.st_mode & 0o7777 == 0o640)
        #expect(folder.names == [".env"])
        try FileRewriter().restore(path: path, bytes: prepared.original, isExpected: prepared.content.isEqual)
        #expect(content(path) == Self.text)
    }

    @Test("the preview shows the change and no secret, not even one that stays")
    func preview() throws {
        let folder = try ScanTestFolder()
        let line = "GROQ_API_KEY=\(InventedKey.groq) TOKEN=7zQ4mW9xK2vB5nJ8pL3h \u{1b}[31m\n"
        let path = try folder.write("f", "a\nb\n" + line)
        let prepared = try FileRewriter().prepare(path: path, replacements: replacements(in: "a\nb\n" + line))
        let lines = prepared.preview.split(separator: "\n")
        #expect(lines[2] == "@@ line 3 @@")
        #expect(lines[3].hasPrefix("-GROQ_API_KEY=«groq key fp_"))
        #expect(lines[4].hasPrefix("+GROQ_API_KEY=coffer://vault/groq/bot TOKEN=«…»"))
        #expect(
            !prepared.preview.contains("NotARealK") && !prepared.preview.contains("7zQ4")
                && !prepared.preview.contains("\u{1b}"))
    }

    @Test("beside a change no password is shown, whatever it looks like")
    func previewOfPasswords() throws {
        let folder = try ScanTestFolder()
        let others = ["s3.cr3t.p4ss.w0rd", "Pa$$w0rd!2024", "abcd1234.efgh5678.ijkl", "hunter2", "KéyWithÜml12345678", "onlylettersbutverymanyofthemhere"]
        let text = others.map { "x(\"\($0)\", key=\"\(InventedKey.groq)\", pw = \($0), user:\($0)@host)\n" }.joined()
        let path = try folder.write("a.py", text)
        let preview = try FileRewriter().prepare(path: path, replacements: replacements(in: text)).preview
        for other in others { #expect(!preview.contains(other.prefix(6)), "\(other)") }
        #expect(preview.contains("-x(\"«…»\", key=\"«groq key"))
    }

    @Test(
        "whatever step fails, the file is as it was and nothing is left beside it",
        arguments: FileReplacement.Step.allCases)
    func faults(_ step: FileReplacement.Step) throws {
        let folder = try ScanTestFolder()
        let path = try folder.write(".env", Self.text)
        let rewriter = FileRewriter(interrupt: { $0 == step ? ENOSPC : nil })
        let prepared = try rewriter.prepare(path: path, replacements: replacements())
        switch step {
        case .compare: try prepared.commit()
        case .syncFolder:
            let error = #expect(throws: RewriteError.self) { try prepared.commit() }
            #expect(error?.reason == .notDurable)
        default:
            let error = #expect(throws: RewriteError.self) { try prepared.commit() }
            #expect(error?.reason == .notWritten)
            #expect(content(path) == Self.text)
        }
        #expect(folder.names == [".env"])
    }

    @Test("a file that was changed since is left alone")
    func changedBefore() throws {
        let folder = try ScanTestFolder()
        let path = try folder.write(".env", Self.text)
        let prepared = try FileRewriter().prepare(path: path, replacements: replacements())
        try folder.write(".env", Self.text + "NEW=1\n")
        #expect(throws: RewriteError.self) { try prepared.commit() }
        #expect(content(path) == Self.text + "NEW=1\n")
        let error = #expect(throws: RewriteError.self) {
            try FileRewriter().prepare(path: path, replacements: replacements(in: "x" + Self.text))
        }
        #expect(error?.reason == .changed)
    }

    @Test("a change at any moment of the rewrite is not lost", arguments: FileReplacement.Step.allCases)
    func changedMeanwhile(_ step: FileReplacement.Step) throws {
        let folder = try ScanTestFolder()
        let path = try folder.write(".env", Self.text)
        // Another program that has the file open and writes through that, as editors and loggers do.
        let other = open(path, O_WRONLY | O_APPEND)
        defer { close(other) }
        let rewriter = FileRewriter(interrupt: { at in
            if at == step { _ = write(other, "NEW=1\n", 6) }
            return nil
        })
        let prepared = try rewriter.prepare(path: path, replacements: replacements())
        if step == .syncFolder {
            // Too late to be seen: that program writes into a file without a name.
            try prepared.commit()
        } else {
            let error = #expect(throws: RewriteError.self) { try prepared.commit() }
            #expect(error?.reason == .changed)
            #expect(content(path) == Self.text + "NEW=1\n")
        }
        #expect(folder.names == [".env"])
    }

    @Test("the owner stays", .enabled(if: geteuid() == 0))
    func owner() throws {
        let folder = try ScanTestFolder()
        let path = try folder.write(".env", Self.text)
        #expect(chown(path, 65_534, 12) == 0 && chmod(path, 0o600) == 0)
        try FileRewriter().prepare(path: path, replacements: replacements()).commit()
        var status = stat()
        #expect(stat(path, &status) == 0 && status.st_uid == 65_534 && status.st_gid == 12)
        #expect(status.st_mode & 0o7777 == 0o600 && content(path) == Self.rewritten)
    }

    @Test("a link's target is rewritten and the link stays")
    func link() throws {
        let folder = try ScanTestFolder()
        let path = try folder.write("real", Self.text)
        symlink("real", folder.path + "/.env")
        let prepared = try FileRewriter().prepare(path: folder.path + "/.env", replacements: replacements())
        #expect(prepared.path.hasSuffix("/real"))
        try prepared.commit()
        #expect(content(path) == Self.rewritten)
        var status = stat()
        #expect(lstat(folder.path + "/.env", &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    }

    @Test("hard links, read-only files, folders and FIFOs are refused, each with its reason", .timeLimit(.minutes(1)))
    func refusals() throws {
        let folder = try ScanTestFolder()
        let path = try folder.write("f", Self.text)
        func reason(_ path: String) throws -> RewriteError.Reason? {
            let replacements = try replacements()
            let error = #expect(throws: RewriteError.self) {
                try FileRewriter().prepare(path: path, replacements: replacements)
            }
            return error?.reason
        }
        chmod(path, 0o444)
        #expect(try reason(path) == .readOnly)
        chmod(path, 0o644)
        _ = Glibc.link(path, folder.path + "/g")
        #expect(try reason(path) == .hardLinked)
        mkfifo(folder.path + "/fifo", 0o600)
        #expect(try reason(folder.path + "/fifo") == .notAFile)
        #expect(try reason(folder.path) == .notAFile)
        #expect(try reason(folder.path + "/missing") == .unreadable)
        #expect(content(path) == Self.text)
    }

    @Test("replacements that overlap are refused")
    func overlapping() throws {
        let folder = try ScanTestFolder()
        let path = try folder.write("f", Self.text)
        let one = try replacements()
        let error = #expect(throws: RewriteError.self) {
            try FileRewriter().prepare(path: path, replacements: one + one)
        }
        #expect(error?.reason == .badReplacement)
    }
}
