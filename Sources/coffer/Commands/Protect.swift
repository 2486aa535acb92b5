// SPDX-License-Identifier: Apache-2.0
internal import AWSClient
internal import ArgumentParser
internal import CofferBase
internal import CofferCrypto
internal import CofferLocal
internal import CofferVault
internal import Glibc

struct Protect: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "From keys lying around to keys in the vault, step by step.", usage: "coffer protect [FOLDER]",
        discussion: """
            Finds the keys in a folder, stores each under a name for its use, puts references into your files in their place, \
            lets each project read its own keys, and says in which order to replace them at their providers and what is left \
            to do. Asks before each change; Enter takes the safe answer. Git history is never changed.

            Each file that changes is kept in the vault as it was, encrypted, until you confirm that all is well.

            Examples:
              coffer protect ~/bot              step by step
              coffer protect ~/bot --dry-run    show what would change, and change nothing
              coffer protect ~/bot --yes        without questions: .env files, and code with --code
              coffer protect ~/bot --undo       all files as they were, with their keys in plaintext
              coffer protect ~/bot --confirm    all is well: forget the files as they were
            """)

    @Argument(help: "The folder; by default the one that you are in.", completion: .directory)
    var folder = "."

    @Flag(name: .customLong("dry-run"), help: "Show what would change, and change nothing.")
    var isDry = false

    @Flag(name: .long, help: "Have code read its keys from the environment, without asking.")
    var code = false

    @Flag(name: .long, help: "Put the files back as they were.")
    var undo = false

    @Flag(name: .long, help: "With --undo: files that were changed since, too. What was changed in them is lost.")
    var force = false

    @Flag(name: .long, help: "Forget the files as they were, keys and all.")
    var confirm = false

    @OptionGroup var connection: Connection

    func validate() throws {
        if [isDry, undo, confirm].count(where: { $0 }) > 1 {
            throw ValidationError("--dry-run, --undo and --confirm don't go together: give one")
        }
        if force, !undo { throw ValidationError("--force goes with --undo") }
    }

    func run() async throws {
        let folder = try realFolder
        if undo { return try await ProtectedFiles(folder, connection).putBack(isForced: force) }
        if confirm { return try await ProtectedFiles(folder, connection).forget() }
        if !isDry, !connection.yes.isGiven, !Terminal.isInput {
            throw Failure(
                .refusedInput, "this asks before each change, and there is no terminal to ask on",
                hint: "add --yes, or --dry-run to see what would change")
        }
        Output.line("Coffer protects the keys in \(Terminal.plain(folder)), in six steps.")
        if isDry { Output.line("Nothing is changed.") } else if !connection.yes.isGiven {
            Output.line("It asks before each change; Enter takes the safe answer, Ctrl-C leaves.")
        }
        Self.tellWhenLeft()
        if !isDry {
            guard try await mayHaveKeys(folder) else { return Output.line("No key was found, so there is nothing to do.") }
            try await openVault()
        }
        var flow = ProtectFlow(folder: folder, isDry: isDry, code: code, connection: connection)
        if try await flow.run() { throw ExitCode(ExitStatus.findings.rawValue) }
    }

    private var realFolder: String {
        get throws {
            var status = stat()
            if stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
                throw Failure(
                    .refusedInput, "\(Terminal.plain(folder)) is a file, and coffer protect takes the folder that it is in",
                    hint: "for this file alone: coffer import --rewrite \(ShellWord.quoted(folder))")
            }
            guard let path = realpath(folder, nil), stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
                throw Failure(.refusedInput, "\(Terminal.plain(folder)) is no folder", hint: "name the folder that holds your project: coffer protect ~/bot")
            }
            defer { free(path) }
            return String(cString: path)
        }
    }

    /// Ctrl-C at a question: says how things stand.
    private static func tellWhenLeft() {
        signal(SIGINT) { _ in
            let text: StaticString = "\nLeft. What was done so far stays, and what was not asked yet was not done: run it again to go on.\n"
            _ = write(2, text.utf8Start, text.utf8CodeUnitCount)
            _exit(130)
        }
    }

    /// Looks before a vault is made: nobody should think of a passphrase for nothing.
    private func mayHaveKeys(_ folder: String) async throws -> Bool {
        guard try connection.options("protect").endpoint == nil, try !VaultFolder.standard().holdsVault else { return true }
        var options = ScanOptions()
        options.history = true
        let report = try await ScanRunner.scan([folder], options: options, key: .random(count: 32))
        return !report.findings.isEmpty || !report.isComplete
    }

    /// Makes the vault where there is none, and keeps one with a passphrase open for all the steps.
    private func openVault() async throws {
        guard try connection.options("protect").endpoint == nil else { return }
        let vault = try VaultFolder.standard()
        let unlock = try Unlock.parse([])
        if !vault.holdsVault {
            Output.line("")
            Output.line("First: there is no vault yet. What shall open it?")
            Output.line("  1  a passphrase that you type")
            Output.line("  2  a key file on this machine, so that programs can start by themselves")
            let answer = connection.yes.isGiven ? "2" : try Terminal.choose("1 or 2? [1] ", ["1", "2"], usual: "1")
            if connection.yes.isGiven { Output.line("With --yes it is 2.") }
            var arguments = ["--seal", answer == "2" ? "key-file" : "passphrase"]
            if connection.yes.isGiven { arguments.append("--yes") }
            if let passphrase = try await Init.parse(arguments).make() { try unlock.keepOpen(passphrase, vault) }
            return
        }
        try vault.check()
        let kinds = try VaultDescription.load(vault).seals.map(\.kind)
        if kinds.contains("passphrase"), !kinds.contains("key-file"), !VaultSession.hasServer(vault), Terminal.isInput {
            try await unlock.run()
        }
    }
}

/// The files of a folder that were rewritten and not confirmed.
private struct ProtectedFiles {
    let folder: String
    let connection: Connection

    init(_ folder: String, _ connection: Connection) { (self.folder, self.connection) = (folder, connection) }

    func putBack(isForced: Bool) async throws {
        let kept = try await all()
        let files = Set(kept.map(\.path)).sorted()
        for file in files { Output.line("  \(Terminal.plain(file))") }
        Output.message("These files will be as they were: with their keys in plaintext, and those that were replaced since are old.")
        guard try Terminal.confirm("Put \(Plural.files(files.count)) back?", yes: connection.yes.isGiven) else {
            throw Failure(.refusedInput, "no file was changed", hint: "coffer protect \(ShellWord.quoted(folder)) --confirm forgets the files as they were")
        }
        var failed: Set<String> = []
        try await connection.with("protect --undo") { session in
            let originals = try await session.originals()
            // The newest first, each on top of the one before.
            for one in kept where !failed.contains(one.path) {
                do { try await originals.putBack(one, isForced: isForced) } catch let error as RewriteError {
                    Output.message("coffer: \(Terminal.plain(error.description))")
                    failed.insert(one.path)
                }
            }
        }
        for file in files where !failed.contains(file) { Output.line("put back \(Terminal.plain(file))") }
        if !failed.isEmpty {
            Output.message("hint: what was changed since is yours; --undo --force puts the files back all the same")
            throw ExitCode(ExitStatus.refusedInput.rawValue)
        }
    }

    func forget() async throws {
        let kept = try await all()
        let count = Set(kept.map(\.path)).count
        let question = "Forget how \(Plural.files(count)) looked, keys and all? They can't be put back then."
        guard try Terminal.confirm(question, yes: connection.yes.isGiven) else {
            throw Failure(.refusedInput, "nothing was forgotten", hint: "coffer protect \(ShellWord.quoted(folder)) --undo puts the files back")
        }
        try await connection.with("protect --confirm") { session in
            let originals = try await session.originals()
            for one in kept { try await originals.forget(one) }
        }
        Output.line("Confirmed: \(Plural.files(count)) stay\(count == 1 ? "s" : "") as \(count == 1 ? "it is" : "they are")")
    }

    private func all() async throws -> [Originals.Kept] {
        let kept = try await connection.with("protect") { session in
            try await session.originals().kept(under: folder)
        }
        guard !kept.isEmpty else {
            throw Failure(
                .notFound, "the vault keeps no files of \(Terminal.plain(folder)) as they were: none was rewritten, or all is confirmed",
                hint: "name the folder that coffer protect was given")
        }
        return kept
    }
}
