// SPDX-License-Identifier: Apache-2.0
internal import AWSClient
internal import ArgumentParser
internal import CofferBase
internal import CofferLocal
internal import CofferVault

struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the secrets, their age and what is due; or the apps.",
        usage: "coffer list [--all | --quiet | --apps]",
        discussion: "coffer list --apps shows which app may read which secrets; coffer access also when, and who else.")

    @Flag(name: .long, help: "Coffer's own keepings too.")
    var all = false

    @Flag(name: .long, help: "The apps instead, and what each may read.")
    var apps = false

    @Flag(name: [.short, .long], help: "The names alone, a line each.")
    var quiet = false

    @OptionGroup var connection: Connection
    @OptionGroup var format: FormatOption

    func validate() throws {
        if apps, all { throw ValidationError("--apps lists apps, --all lists secrets: give one") }
    }

    func run() async throws {
        if apps { return try await listApps() }
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

    private func listApps() async throws {
        let found = try await connection.with("list") { session in
            var found: [(name: String, may: AppRole.Permissions)] = []
            for app in try await AppRole.all(session.client) {
                found.append((app.name, try await app.current(session.client) ?? AppRole.Permissions()))
            }
            return found
        }
        if quiet {
            for app in found { Output.line(app.name) }
        } else if format.isJSON {
            Output.json([
                "apps": .array(
                    found.map { app in
                        [
                            "name": .string(app.name), "blobs": .bool(app.may.opensBlobs),
                            "secrets": .array(app.may.secrets.map { .string(AppRole.shortName(ofSecret: $0)) }),
                        ]
                    })
            ])
        } else if found.isEmpty {
            Output.message("no app may read anything yet\nhint: coffer allow bot openai/bot lets one")
        } else {
            var table = Table(["APP", "MAY READ"], flexible: 1)
            for app in found {
                let names = app.may.secrets.map { AppRole.shortName(ofSecret: $0) }
                table.add([app.name, (names + (app.may.opensBlobs ? ["blobs"] : [])).joined(separator: ", ")])
            }
            table.printed()
        }
    }
}
