// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import CofferBase
internal import CofferLocal
internal import CofferVault

struct Run: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Start a program with its keys in its environment alone.",
        usage: "coffer run --app APP [--env-file FILE] -- COMMAND…",
        discussion: """
            Every variable of the environment or the file that is coffer://vault/NAME or coffer://blob/… gets the value \
            that it names. Returns the program's exit code, 128+N where signal N ended it.

            Of the rest of the environment the program gets what holds no key: a variable with a key in plaintext, and the \
            credentials that 'coffer credentials' set, are kept from it. --keep NAME passes one on; --clean passes on only what \
            every program needs, such as PATH and HOME, and what is named.

            Where the program prints a value, <masked: VARIABLE> stands in its place; at a terminal the program has one too, so \
            its colours and prompts stay. That keeps keys out of scrollback and logs; a program that means to can print them in \
            another form. Values and lines of less than \(OutputMask.shortest) bytes are not masked. --no-masking shows all, \
            and has the program take coffer's place: for programs that leave others running behind, and where every \
            millisecond counts.

            Examples:
              coffer run --app bot --env-file .env -- python bot.py
              coffer run --app bot --clean --env-file .env -- npx some-tool
              coffer run --app bot --no-masking --env-file .env -- ./make-config > config.json
            """)

    @Option(name: .long, help: "The app whose permissions count.", completion: .apps)
    var app: String

    @Option(name: .customLong("env-file"), help: "A .env file; may be given several times.", completion: .file())
    var envFiles: [String] = []

    @Option(name: .long, help: "A variable to pass on although it holds a key; may be given several times.")
    var keep: [String] = []

    @Flag(name: .long, help: "Pass on only what every program needs, and what is named.")
    var clean = false

    @Flag(name: .customLong("no-masking"), help: "Pass the program's output on as it is.")
    var showsValues = false

    @OptionGroup var connection: Connection

    @Argument(parsing: .captureForPassthrough, help: "The program and its arguments.")
    var command: [String]

    func run() async throws {
        let role = try AppRole(named: app)
        var command = command
        if command.first == "--" { command.removeFirst() }
        guard let program = command.first else { throw Failure(.usage, "no program to run", hint: "coffer run --app \(app) -- COMMAND") }
        var environment = try ChildEnvironment.inherited(isClean: clean, keeping: Set(keep))
        for name in environment.withheld {
            let shown = TypedKey.isMeant(by: name) ? "a variable with a key for a name" : name
            Output.message("coffer: \(shown) holds a key in plaintext, so the program does not get it (--keep NAME passes it on)")
        }
        for file in envFiles { try environment.add(file: file) }
        let references = try environment.references()
        if references.isEmpty, envFiles.isEmpty, let file = Self.unnamedFile {
            Output.message("coffer: no variable is a reference, so the program gets no key: did you mean --env-file \(file)?")
        }
        if !references.isEmpty {
            let name = TypedKey.isMeant(by: program) ? "" : String(program.split(separator: "/").last ?? "")
            let agent = "coffer-run/\(CofferCommand.version) " + name.unicodeScalars.filter { $0.isASCII && $0.value > 0x20 && $0.value != 0x7f }.map(String.init).joined()
            // The vault is let go of before the child starts: others wait milliseconds, not for the child's end.
            environment.resolve(
                try await connection.with("run", userAgent: agent) { session in
                    try await session.values(of: references, for: role)
                })
        }
        let secrets = showsValues ? [] : try environment.secrets()
        if secrets.isEmpty { throw ExitCode(try ChildProcess.replace(by: command, environment: environment)) }
        for secret in secrets where !OutputMask.covers(secret.value) {
            Output.message("coffer: the value of \(secret.name) is too short to be masked in the program's output")
        }
        throw ExitCode(try ChildProcess.run(command, environment: environment, mask: OutputMask(secrets)))
    }

    /// An `.env` file of this folder with references in it.
    private static var unnamedFile: String? {
        [".env", ".env.local"].first { file in
            guard var bytes = try? SmallFile.read(file, limit: EnvFile.longest) else { return false }
            let env = EnvFile(SharedSecret(moving: &bytes))
            return env.entries.contains { (try? env.reference(of: $0)) != nil }
        }
    }
}
