// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import AWSClient
internal import ArgumentParser
internal import CofferBase
internal import CofferLocal
internal import CofferVault

struct Allow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Let an app read secrets, and nothing else.", usage: "coffer allow APP SECRET…")

    @Argument(help: "The app's name: it becomes the IAM role app/APP.", completion: .apps)
    var app: String

    @Argument(help: "Names of secrets.", completion: .secrets)
    var secrets: [String] = []

    @Flag(name: .long, help: "Also open blobs made with coffer encrypt.")
    var blobs = false

    @OptionGroup var connection: Connection
    @OptionGroup var format: FormatOption

    func run() async throws {
        let role = try AppRole(named: app)
        guard !secrets.isEmpty || blobs else {
            throw Failure(.usage, "nothing to allow", hint: "coffer allow \(app) openai/bot")
        }
        let (all, arn) = try await connection.with("allow") { session in
            var added = AppRole.Permissions(opensBlobs: blobs)
            let key = try await SecretStoring(session.client).keyARN()
            added.keys = [key]
            for name in secrets {
                do {
                    let found = try await session.client.call(
                        SecretsManager.DescribeSecret.self, SecretsManager.DescribeSecretInput(secretId: name))
                    if let arn = found.arn { added.secrets.append(arn) }
                } catch let error as AWSError where error.code == "ResourceNotFoundException" {
                    throw Failure.noSecret(name)
                }
            }
            let account = try await session.account()
            return (try await role.allow(added, account: account, session.client), role.arn(account: account, region: session.region))
        }
        if format.isJSON {
            Output.json([
                "app": .string(app), "role": .string(arn), "secrets": .array(all.secrets.map(JSONValue.string)),
                "blobs": .bool(all.opensBlobs),
            ])
            return
        }
        Output.line("\(app) may read:")
        all.show()
        Output.line("Start it with: coffer run --app \(app) -- COMMAND")
    }
}

extension AppRole.Permissions {
    /// What may be read, a line each.
    func show() {
        for secret in secrets { Output.line("  \(AppRole.shortName(ofSecret: secret))") }
        if opensBlobs { Output.line("  blobs of coffer encrypt") }
    }
}
