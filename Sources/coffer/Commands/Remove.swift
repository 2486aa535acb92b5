// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import AWSClient
internal import ArgumentParser
internal import CofferBase
internal import CofferLocal
internal import CofferVault

struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take a secret out of the vault; for 30 days it can come back.", usage: "coffer remove NAME [--undo]",
        discussion: """
            Nobody can read it from now on. The key itself works until you end it at its provider.

            Examples:
              coffer remove openai/test
              coffer remove openai/test --undo     it was needed after all
            """)

    @Argument(help: "The secret.", completion: .secrets)
    var name: String

    @Flag(name: .long, help: "Bring it back.")
    var undo = false

    @OptionGroup var connection: Connection

    func run() async throws {
        if TypedKey.isMeant(by: name) { throw Failure(.usage, "that is a key, not a secret's name") }
        let question = "Remove \(name)? What reads it fails from then on."
        guard try undo || Terminal.confirm(question, yes: connection.yes.isGiven) else {
            throw Failure(.refusedInput, "nothing was removed", hint: "coffer list shows what there is")
        }
        try await connection.with("remove") { session in
            do {
                if undo {
                    _ = try await session.client.call(
                        SecretsManager.RestoreSecret.self, SecretsManager.RestoreSecretInput(secretId: name))
                } else {
                    _ = try await session.client.call(
                        SecretsManager.DeleteSecret.self,
                        SecretsManager.DeleteSecretInput(secretId: name, recoveryWindowInDays: 30))
                }
            } catch let error as AWSError where error.code == "ResourceNotFoundException" {
                throw Failure.noSecret(name)
            }
        }
        Output.line(undo ? "\(name) is back" : "Removed \(name); within 30 days coffer remove \(name) --undo brings it back")
    }
}

struct Disallow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take away what coffer allow gave.", usage: "coffer disallow APP SECRET…",
        discussion: "It holds at once: the app's next reading is refused.")

    @Argument(help: "The app.", completion: .apps)
    var app: String

    @Argument(help: "Names of secrets.", completion: .secrets)
    var secrets: [String] = []

    @Option(name: .long, help: "All secrets for one use, as coffer allow --use gave them. Can be given again.")
    var use: [String] = []

    @Flag(name: .long, help: "Opening blobs made with coffer encrypt, too.")
    var blobs = false

    @OptionGroup var connection: Connection

    func run() async throws {
        let role = try AppRole(named: app)
        guard !secrets.isEmpty || !use.isEmpty || blobs else {
            throw Failure(.usage, "nothing to take away", hint: "coffer disallow \(app) openai/bot")
        }
        let left = try await connection.with("disallow") { session in
            guard let current = try await role.current(session.client) else {
                throw Failure(.notFound, "there is no app \(app)", hint: "coffer list --apps shows the apps")
            }
            let names = current.secrets.map { ($0, AppRole.shortName(ofSecret: $0)) }
            let taken = secrets + use.map { "*/\($0)" }
            if let other = taken.first(where: { secret in !names.contains { $0.1 == secret } }) {
                throw Failure(
                    .notFound, "\(app) may not read \(other) as it is",
                    hint: "it may read \(names.isEmpty ? "nothing" : names.map { $0.1 }.joined(separator: ", "))")
            }
            return try await role.disallow(
                names.filter { taken.contains($0.1) }.map { $0.0 }, blobs: blobs, session.client)
        }
        if left.isEmpty { return Output.line("\(app) may read nothing any more") }
        Output.line("\(app) may still read:")
        left.show()
    }
}
