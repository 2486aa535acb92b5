// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import AWSClient
internal import ArgumentParser
internal import CofferBase
internal import CofferLocal
internal import CofferVault

struct Deny: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Forbid an app what it may read otherwise: at times, or all at once.",
        usage: "coffer deny APP [SECRET…] [LIMITS] [--lift] | --sessions APP",
        discussion: """
            A denial wins over whatever else allows it, and holds at once. With limits it holds inside of them: \
            --hours 22:00-06:00 forbids the night. Without a secret everything is denied, until --lift.

            --sessions ends the sessions that the app has now, such as those of coffer credentials --app; it may begin new \
            ones.

            Examples:
              coffer deny bot                                 stop it: it may do nothing
              coffer deny bot --lift                          it may go on
              coffer deny bot openai/bot --hours 22:00-06:00  never at night
              coffer deny bot --use prod --days weekend
              coffer deny bot openai/bot --lift
              coffer deny --sessions bot
            """)

    @Argument(help: "The app.", completion: .apps)
    var app: String

    @Argument(help: "Names of secrets. Default: everything.", completion: .secrets)
    var secrets: [String] = []

    @Option(name: .long, help: "All secrets for one use. Can be given again.")
    var use: [String] = []

    @Flag(name: .long, help: "Take the denial back.")
    var lift = false

    @Flag(name: .long, help: "Revoke the sessions that were issued until now.")
    var sessions = false

    @OptionGroup(title: "Limits") var limits: LimitOptions
    @OptionGroup var connection: Connection
    @OptionGroup var format: FormatOption

    func run() async throws {
        let role = try AppRole(named: app)
        let limits = try limits.limits()
        guard !(lift || sessions) || limits.isNone else {
            throw Failure(
                .usage, "limits say when something is denied: not with --lift or --sessions", hint: "leave them out")
        }
        try limits.check(at: connection)
        if sessions, !secrets.isEmpty || !use.isEmpty {
            throw Failure(
                .usage, "sessions are the app's as a whole, not a secret's", hint: "coffer deny --sessions \(app)")
        }
        let (denials, revoked) = try await connection.with("deny") { session in
            guard try await role.exists(session.client) else {
                throw Failure(.notFound, "there is no app \(app)", hint: "coffer list --apps shows the apps")
            }
            if sessions {
                if lift {
                    try await role.restoreSessions(session.client)
                } else {
                    try await role.revokeSessions(session.client)
                }
                return (try await role.denials(session.client), try await role.sessionsRevoked(session.client))
            }
            let named = try await SecretARNs.named(secrets, uses: use, account: try await session.account(), session)
            let targets = named.isEmpty ? [AppRole.everything] : named
            let all =
                lift
                ? try await lifted(targets, role, session)
                : try await role.deny(AppRole.Grant(targets, limits), session.client)
            return (all, try await role.sessionsRevoked(session.client))
        }
        show(denials, revoked)
    }

    private func lifted(_ targets: [String], _ role: AppRole, _ session: VaultSession) async throws -> [AppRole.Grant] {
        let current = try await role.denials(session.client).flatMap(\.secrets)
        if let other = targets.first(where: { !current.contains($0) }) {
            let names = current.map { AppRole.shortName(ofSecret: $0) }
            throw Failure(
                .notFound, "\(AppRole.shortName(ofSecret: other)) is not denied to \(app)",
                hint: names.isEmpty ? "nothing is" : "denied are: \(names.joined(separator: ", "))")
        }
        return try await role.lift(targets, session.client)
    }

    private func show(_ denials: [AppRole.Grant], _ revoked: Timestamp?) {
        if format.isJSON {
            return Output.json([
                "app": .string(app), "denials": .array(denials.map(\.json)),
                "sessions_revoked_before": revoked.map { .string($0.iso8601) } ?? .null,
            ])
        }
        if sessions {
            Output.line(
                lift
                    ? "Older sessions of \(app) may go on"
                    : "All sessions that \(app) had are over; it may begin new ones")
        } else if denials.isEmpty {
            Output.line("Nothing is denied to \(app) any more")
        } else {
            Output.line("\(app) is denied:")
            denials.show()
            if !lift { Output.line("Take it back with: \(undoing)") }
        }
    }

    private var undoing: String {
        (["coffer deny", app] + secrets + use.map { "--use \($0)" } + ["--lift"]).joined(separator: " ")
    }
}
