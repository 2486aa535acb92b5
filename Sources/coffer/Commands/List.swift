// SPDX-License-Identifier: Apache-2.0
internal import AWSClient
internal import ArgumentParser
internal import CofferBase
internal import CofferLocal
internal import CofferVault

struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the secrets, their age and what is due.")

    @Flag(name: .long, help: "Coffer's own keepings too.")
    var all = false

    @Flag(name: [.short, .long], help: "The names alone, a line each.")
    var quiet = false

    @OptionGroup var connection: Connection
    @OptionGroup var format: FormatOption

    func run() async throws {
        let secrets = try await connection.with("list") { try await SecretSummary.all($0.client) }
            .filter { all || !$0.isOwn }
        if quiet {
            for secret in secrets { Output.line(secret.name) }
            return
        }
        let now = SystemClock().now()
        if format.isJSON {
            Output.json([
                "secrets": .array(
                    secrets.map { secret in
                        [
                            "name": .string(secret.name), "arn": .string(secret.arn),
                            "provider": secret.provider.map(JSONValue.string) ?? .null,
                            "fingerprint": secret.fingerprint.map(JSONValue.string) ?? .null,
                            "age_days": .integer(Int64(secret.age(at: now))),
                            "rotation_days": .integer(Int64(secret.rotationDays)),
                            "due_in_days": .integer(Int64(secret.daysLeft(at: now))),
                            "due": .bool(secret.isDue(at: now)), "exposed": secret.exposure.map(JSONValue.string) ?? .null,
                             "created": .string(secret.createdAt.iso8601),
                        ]
                    })
            ])
            return
        }
        guard !secrets.isEmpty else {
            Output.message("the vault holds no secrets yet\nhint: coffer add openai/bot stores one")
            return
        }
        var table = Table(["NAME", "PROVIDER", "AGE", "DUE", "FINGERPRINT"])
        for secret in secrets {
            let left = secret.daysLeft(at: now)
            table.add([
                secret.name, secret.provider ?? "-", "\(secret.age(at: now)) d",
                secret.exposure != nil ? "now (exposed)" : left > 0 ? "in \(left) d" : "now", secret.fingerprint ?? "-",
            ])
        }
        table.printed()
    }
}
