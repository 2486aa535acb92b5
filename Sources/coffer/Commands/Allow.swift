// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import AWSClient
internal import ArgumentParser
internal import CofferBase
internal import CofferLocal
internal import CofferVault

struct Allow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Let an app read secrets, and nothing else.", usage: "coffer allow APP SECRET… [LIMITS]",
        discussion: """
            Limits hold for the secrets of this command. Allowing the same secret again replaces its limits; without any, \
            it lifts them. All limits of a command must hold at once.

            A window over midnight belongs to the day on which it begins: 22:00-06:00 on fri ends on Saturday at 06:00. \
            A rate counts each secret by itself, in whole minutes, hours or days (UTC). Programs that coffer run starts \
            on the vault's own machine have no address, so --from is for clients that come over the network: it refuses \
            what has no address.

            On AWS --until, --for, --from and --use are possible; hours, days and rates are Coffer's own.

            Examples:
              coffer allow bot openai/bot
              coffer allow bot openai/bot --hours 08:00-23:00 --days mon-fri
              coffer allow bot openai/bot --hours 22:00-06:00 --zone Europe/Berlin
              coffer allow bot groq/bot --for 30d --rate 100/hour
              coffer allow ci openai/ci --until 2026-12-31 --from 10.0.0.0/8
              coffer allow bot --use bot           every PROVIDER/bot, those to come too
            """)

    @Argument(help: "The app's name: it becomes the IAM role app/APP.", completion: .apps)
    var app: String

    @Argument(help: "Names of secrets.", completion: .secrets)
    var secrets: [String] = []

    @Option(name: .long, help: "All secrets for one use: bot stands for every PROVIDER/bot. Can be given again.")
    var use: [String] = []

    @Flag(name: .long, help: "Also open blobs made with coffer encrypt.")
    var blobs = false

    @OptionGroup(title: "Limits") var limits: LimitOptions

    @OptionGroup(title: "Limits") var rate: RateOption

    @OptionGroup var connection: Connection
    @OptionGroup var format: FormatOption

    func run() async throws {
        let role = try AppRole(named: app)
        guard !secrets.isEmpty || !use.isEmpty || blobs else {
            throw Failure(.usage, "nothing to allow", hint: "coffer allow \(app) openai/bot")
        }
        let limits = try limits.limits(rate: rate.rate)
        try limits.check(at: connection)
        if blobs, limits.rate != nil {
            throw Failure(
                .usage, "blobs can't be counted apart from the app's secrets: --rate and --blobs don't go together",
                hint: "coffer allow \(app) --blobs without --rate, then the secrets with it")
        }
        let (all, before, added, arn) = try await connection.with("allow") { session in
            let account = try await session.account()
            let named = try await SecretARNs.named(secrets, uses: use, account: account, session)
            let added = AppRole.Permissions(
                secrets: named, keys: [try await SecretStoring(session.client).keyARN()], blobs: blobs ? limits : nil,
                limits: limits)
            let (all, before) = try await role.allow(added, account: account, session.client)
            return (all, before, added, role.arn(account: account, region: session.region))
        }
        if format.isJSON {
            Output.json([
                "app": .string(app), "role": .string(arn), "secrets": .array(all.secrets.map(JSONValue.string)),
                "blobs": .bool(all.opensBlobs), "grants": .array(all.grants.map(\.json)),
            ])
            return
        }
        Output.line("\(app) may read:")
        all.show()
        tellChanges(added, before)
        tellOverlaps(added, all)
        Output.line("Start it with: coffer run --app \(app) -- COMMAND")
    }

    /// Limits that don't bind, since something else allows the same.
    private func tellOverlaps(_ added: AppRole.Permissions, _ all: AppRole.Permissions) {
        for pair in all.overlaps where pair.secret.limits != pair.pattern.limits {
            guard added.secrets.contains(pair.secret.arn) || added.secrets.contains(pair.pattern.arn) else { continue }
            let (name, use) = (
                AppRole.shortName(ofSecret: pair.secret.arn), AppRole.shortName(ofSecret: pair.pattern.arn)
            )
            Output.line("\(name) is allowed by \(use), too (\(pair.pattern.limits.text)): either is enough")
        }
    }

    /// Limits that this command replaced.
    private func tellChanges(_ added: AppRole.Permissions, _ before: AppRole.Permissions) {
        func tell(_ what: String, _ old: AccessLimits?, _ new: AccessLimits?) {
            guard let old, let new, old != new else { return }
            let change =
                new.isNone ? "the limits are lifted" : old.isNone ? "there are limits now" : "the limits are replaced"
            Output.line("\(what): \(change) (before: \(old.text))")
        }
        for secret in added.secrets {
            tell(AppRole.shortName(ofSecret: secret), before.limits(of: secret), added.limits(of: secret))
        }
        tell("blobs", before.blobs, added.blobs)
    }
}

/// What commands name secrets with, as policies do.
enum SecretARNs {
    static func named(_ names: [String], uses: [String], account: AccountID, _ session: VaultSession) async throws
        -> [String]
    {
        var arns = try uses.map { try AppRole.pattern(ofUse: $0, account: account, region: session.region) }
        for name in names {
            do {
                let found = try await session.client.call(
                    SecretsManager.DescribeSecret.self, SecretsManager.DescribeSecretInput(secretId: name))
                if let arn = found.arn, !arns.contains(arn) { arns.append(arn) }
            } catch let error as AWSError where error.code == "ResourceNotFoundException" {
                throw Failure.noSecret(name)
            }
        }
        return arns
    }
}

extension AppRole.Permissions {
    /// What may be read, a line each.
    func show() {
        grants.show()
        if let blobs { Output.line("  blobs of coffer encrypt" + (blobs.isNone ? "" : "  \(blobs.text)")) }
    }
}

extension [AppRole.Grant] {
    func show() {
        let lines = flatMap { grant in grant.secrets.map { (AppRole.shortName(ofSecret: $0), grant.limits) } }.sorted {
            $0.0 < $1.0
        }
        let width = lines.map { $0.0.count }.max() ?? 0
        for (name, limits) in lines {
            let gap = String(repeating: " ", count: width - name.count + 2)
            guard !limits.isNone else {
                Output.line("  \(name)")
                continue
            }
            // One line where it fits, else a line for each.
            let fits = width + 4 + limits.text.count <= 80
            for (number, phrase) in (fits ? [limits.text] : limits.phrases).enumerated() {
                Output.line("  \(number == 0 ? name : String(repeating: " ", count: name.count))\(gap)\(phrase)")
            }
        }
    }
}

extension AppRole.Grant {
    var json: JSONValue {
        [
            "secrets": .array(secrets.map { .string(AppRole.shortName(ofSecret: $0)) }), "limits": limits.json,
            "when": .string(limits.text),
        ]
    }
}
