// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import CofferBase
internal import CofferLocal
internal import CofferVault

struct Access: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show which app may read what, when, and when it last did.",
        usage: "coffer access [--app APP] [--secret SECRET] [--unused 30d]",
        discussion: """
            Below stands who can read secrets by other policies: users, roles, and apps that were given more elsewhere. coffer why answers \
            whether one of them may read a certain secret now.

            Examples:
              coffer access
              coffer access --secret openai/bot    who may read it
              coffer access --unused 30d           what nobody needs any more
            """)

    @Option(name: .long, help: "One app alone.", completion: .apps)
    var app: String?

    @Option(name: .long, help: "One secret alone.", completion: .secrets)
    var secret: String?

    @Option(name: .long, help: "Only what was not read for so long, or never: 30d, 12h.")
    var unused: String?

    @OptionGroup var connection: Connection
    @OptionGroup var format: FormatOption

    func run() async throws {
        let now = SystemClock().now()
        let since = try unused.map {
            Timestamp(milliseconds: now.milliseconds - (try Span.seconds($0, option: "--unused")) * 1000)
        }
        let list = try await connection.with("access") { session in
            try await AccessList(session.client, isAWS: session.isAWS)
        }
        let others = list.others.filter { app == nil || $0.app == app }
        if let app, others.isEmpty, !list.entries.contains(where: { $0.app == app }) {
            throw Failure(.notFound, "no app \(app) may read anything", hint: "coffer access shows all apps")
        }
        let entries = list.entries.filter { entry in
            (app ?? entry.app) == entry.app && (secret.map(entry.concerns) ?? true)
                && (since.map(entry.isUnused) ?? true)
        }
        if format.isJSON {
            return Output.json([
                "access": .array(entries.map(\.json)),
                "others": .array(
                    others.map { ["who": .string($0.who), "policies": .array($0.policies.map(JSONValue.string))] }),
            ])
        }
        if list.isDaysAlone { Output.message("At AWS the last reading is a day, and any app's") }
        if since != nil { return showUnused(entries) }
        show(entries, isDaysAlone: list.isDaysAlone)
        show(others, below: !entries.isEmpty)
    }

    private func showUnused(_ entries: [AccessList.Entry]) {
        guard !entries.isEmpty else { return Output.line("All that is allowed was read in that time") }
        var table = Table(["APP", "KEY", "LAST READ", "TAKE IT AWAY WITH"], flexible: 1)
        for entry in entries { table.add([entry.app, entry.key, entry.lastReadAt?.day ?? "never", entry.removal]) }
        table.printed()
    }

    private func show(_ entries: [AccessList.Entry], isDaysAlone: Bool) {
        guard !entries.isEmpty else {
            return Output.message(
                "\(app ?? "no app") may \(app == nil ? "" : "not ")read \(secret ?? "anything") yet\n"
                    + "hint: coffer allow \(app ?? "bot") \(secret ?? "openai/bot") allows it"
            )
        }
        var table = Table(["APP", "KEY", "WHAT", "WHEN", "LAST READ"], flexible: 3)
        table.breaks = true
        for entry in entries {
            let last = entry.lastReadAt.map { isDaysAlone ? $0.day : LocalClock.here.text($0) } ?? "never"
            table.add([entry.app, entry.key, entry.kind.rawValue, entry.limits.text, entry.kind == .read ? last : "-"])
        }
        table.printed()
    }

    private func show(_ others: [AccessList.Other], below: Bool) {
        guard !others.isEmpty else { return }
        if below { Output.line("") }
        Output.line("By policies that coffer allow did not write, these can read secrets:")
        for other in others { Output.line("  \(other.who): \(other.policies.joined(separator: ", "))") }
    }
}

extension AccessList.Entry {
    /// Whether it says something of that secret.
    func concerns(_ secret: String) -> Bool {
        key == secret || key == "everything" || key.hasPrefix("*/") && secret.hasSuffix(key.dropFirst(1))
    }

    var json: JSONValue {
        [
            "app": .string(app), "key": .string(key), "what": .string(kind.rawValue), "limits": limits.json,
            "when": .string(limits.text), "last_read": lastReadAt.map { .string($0.iso8601) } ?? .null,
            "take_away": .string(removal),
        ]
    }
}

extension Timestamp {
    /// The day in this machine's time zone.
    fileprivate var day: String { String(LocalClock.here.text(self).prefix(10)) }
}
