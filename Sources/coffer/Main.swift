// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import CofferBase
internal import CofferExtract
internal import Glibc

@main
enum Main {
    static func main() async {
        // Where standard files are closed, ours would take their numbers.
        for file: Int32 in 0...2 where fcntl(file, F_GETFD) < 0 { _ = open("/dev/null", O_RDWR) }
        // The process that takes documents apart for a scan: it needs nothing of what follows.
        let arguments = CommandLine.arguments
        if arguments.count > 1, arguments[1] == ScanRunner.extractor { exit(ExtractorProcess.run()) }
        // A reader that closed early, such as `head`, ends us without a word.
        let before = signal(SIGPIPE, SIG_DFL)
        ChildSignals.ignoresBrokenPipes = unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
        // No core dump, and no look into the memory from the user's other programs.
        SecretMemory.forbidDumps()
        do {
            try TypedKey.refuse(in: arguments)
            if let step = try HelpStep.asked(by: arguments) {
                Output.line(step)
            } else {
                try await run()
            }
        } catch {
            let code = Failure.report(error)
            if Output.failure == nil { exit(code) }
        }
        if let failure = Output.failure { exit(Failure.report(failure)) }
    }

    private static func run() async throws {
        var command = try CofferCommand.parseAsRoot()
        if var command = command as? any AsyncParsableCommand {
            try await command.run()
        } else {
            try command.run()
        }
    }
}

/// The root of all commands.
struct CofferCommand: AsyncParsableCommand {
    static let version = "0.1.0"
    static var names: Set<String> {
        let commands = configuration.subcommands + configuration.groupedSubcommands.flatMap(\.subcommands)
        return Set(commands.map { $0._commandName } + ["help"])
    }

    static let configuration = CommandConfiguration(
        commandName: "coffer", abstract: "One encrypted vault for all your API keys.",
        discussion: """
            New here? 'coffer help steps' explains the six steps, one at a time.

            Exit codes: 0 done, 1 something was found or a check failed, 2 wrong usage, 3 not allowed, 4 not found, \
            5 no vault or a sealed one, 6 taken or busy, 7 refused input, 70 internal error. `run` returns its program's.
            """,
        version: version,
        groupedSubcommands: [
            CommandGroup(name: "Keys", subcommands: [Protect.self, Scan.self, Hook.self, Add.self, Import.self, List.self, Rotate.self, Remove.self]),
            CommandGroup(name: "Programs", subcommands: [
                Allow.self, Disallow.self, Deny.self, Access.self, Why.self, Trust.self, Run.self, Read.self, Inject.self,
            ]),
            CommandGroup(name: "The vault", subcommands: [
                Init.self, Status.self, Log.self, Doctor.self, Backup.self, Unlock.self, Lock.self, Serve.self,
                CredentialsCommand.self, Account.self,
            ]),
            CommandGroup(name: "Other", subcommands: [Encrypt.self, Decrypt.self, Completion.self]),
        ])
}
