// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import CofferBase
internal import CofferVault

/// When and from where something is allowed or denied.
struct LimitOptions: ParsableArguments {
    @Option(name: .long, help: "Inside a window of the day: 08:00-23:00, or 22:00-06:00 over midnight.")
    var hours: [String] = []

    @Option(name: .long, help: "On some days: mon-fri, mon,wed,sun, weekdays, weekend.")
    var days: [String] = []

    @Option(name: .long, help: "The time zone of all these: Europe/Berlin. Default: this machine's.")
    var zone: String?

    @Option(name: .long, help: "To the end of a day, or to a time: 2026-12-31, 2026-12-31T18:30.")
    var until: String?

    @Option(name: .customLong("for"), help: "From now on for so long: 30d, 12h.")
    var span: String?

    @Option(name: .long, help: "From these addresses: 10.0.0.0/8. Can be given again.")
    var from: [String] = []

    /// Throws where one of them can't be meant.
    func limits(rate: String? = nil, at now: Timestamp = SystemClock().now()) throws -> AccessLimits {
        let hours = try Self.once(hours, "--hours", hint: "a second coffer allow replaces the first: choose one window")
        let days = try Self.once(days, "--days", hint: "name all days in one: --days mon-fri,sun")
        let clock = try zone.map { try LocalClock(typed: $0) } ?? .here
        if zone != nil, hours == nil, days == nil, until == nil {
            throw Failure(.usage, "--zone says what --hours, --days and --until are meant in", hint: "add one of them")
        }
        if until != nil, span != nil {
            throw Failure(.usage, "--until and --for both say when it ends", hint: "give one of them")
        }
        var end = try until.map { try clock.time($0, isEnd: true) }
        if let span {
            end =
                Timestamp(milliseconds: now.milliseconds + (try Span.seconds(span, option: "--for")) * 1000)
                .wholeSeconds
        }
        if let end, end <= now {
            throw Failure(
                .usage, "\(until ?? "that") is over: it is \(clock.text(now)) in \(clock.zone)",
                hint: "name a time to come, or --for 30d")
        }
        return AccessLimits(
            hours: try hours.map { try DailyHours(parsing: $0) }, days: try days.map { try WeekDays(parsing: $0) },
            zone: clock.zone, until: end, from: try from.map { try AddressRange.checked($0) },
            rate: try rate.map { try CallRate(parsing: $0) })
    }
}

extension LimitOptions {
    /// An option's value; the last of several would silently be the only one.
    static func once(_ values: [String], _ option: String, hint: String) throws -> String? {
        guard values.count <= 1 else { throw Failure(.usage, "\(option) is given more than once", hint: hint) }
        return values.first
    }
}

/// How often at most. Nothing is denied for being rare.
struct RateOption: ParsableArguments {
    @Option(name: .customLong("rate"), help: "So often at most: 100/hour; also /minute and /day.")
    var rates: [String] = []

    var rate: String? {
        get throws { try LimitOptions.once(rates, "--rate", hint: "give the tightest one") }
    }
}

extension AccessLimits {
    /// Throws where AWS could not keep them.
    func check(at connection: Connection) throws {
        guard needCoffer, connection.isAWS else { return }
        throw Failure(
            .usage,
            "hours, days and rates are Coffer's own: AWS has no conditions for them, and nothing would be allowed",
            hint: "on AWS these are possible: --until, --for, --from and --use")
    }
}
