// SPDX-License-Identifier: Apache-2.0
public import CofferBase
internal import Foundation

/// Dates and times of day in a time zone.
public struct LocalClock: Sendable {
    public let zone: String
    private let calendar: Calendar

    /// Of this machine's zone.
    public static var here: LocalClock { LocalClock(.current, TimeZone.current.identifier) }

    private init(_ zone: TimeZone, _ name: String) {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        self.calendar = calendar
        self.zone = name
    }

    /// Of a zone that a policy or a machine names.
    public init(zone name: String) throws(LimitError) {
        guard !name.isEmpty, let zone = TimeZone(identifier: name) else { throw Self.unknown(name) }
        self.init(zone, name)
    }

    /// Of a zone that somebody types: a name of the IANA database with its area, or UTC. Short ones (`IST`, `EST`) mean
    /// more than one zone, or none that has summer time.
    public init(typed name: String) throws(LimitError) {
        guard name.contains("/") || name == "UTC" else { throw Self.unknown(name) }
        try self.init(zone: name)
    }

    private static func unknown(_ name: String) -> LimitError {
        LimitError(
            "there is no time zone '\(name)'",
            hint: likely(name).map { "did you mean --zone \($0)?" }
                ?? "such as --zone Europe/Berlin, America/New_York or UTC")
    }

    /// The zone of that name in another case, or of that city.
    private static func likely(_ name: String) -> String? {
        let wanted = name.lowercased().split(separator: " ").joined(separator: "_")
        guard !wanted.isEmpty else { return nil }
        return TimeZone.knownTimeZoneIdentifiers.first {
            $0.contains("/") && ($0.lowercased() == wanted || $0.lowercased().hasSuffix("/\(wanted)"))
        }
    }

    /// `2026-12-31T18:30`, in UTC with a `Z` behind it; or a day: then its end, or with `isEnd` false its beginning.
    public func time(_ text: String, isEnd: Bool) throws(LimitError) -> Timestamp {
        if text.hasSuffix("Z"), let time = Timestamp(iso8601: text) { return time }
        let parts = text.split(separator: "T", omittingEmptySubsequences: false)
        let day = parts[0].split(separator: "-", omittingEmptySubsequences: false).compactMap { Int($0) }
        let clock =
            parts.count == 2
            ? parts[1].split(separator: ":", omittingEmptySubsequences: false).compactMap { Int($0) } : [0, 0]
        var components = DateComponents()
        if parts.count <= 2, parts[0].utf8.count == 10, day.count == 3, clock.count == 2,
            parts.count == 1 || parts[1].utf8.count == 5
        {
            (components.year, components.month, components.day) = (day[0], day[1], day[2])
            (components.hour, components.minute) = (clock[0], clock[1])
            if components.isValidDate(in: calendar), let date = calendar.date(from: components),
                let moved = parts.count == 1 && isEnd ? calendar.date(byAdding: .day, value: 1, to: date) : date
            {
                return Timestamp(milliseconds: Int64(moved.timeIntervalSince1970) * 1000)
            }
        }
        throw LimitError("'\(text)' is no time", hint: "such as 2026-12-31 or 2026-12-31T18:30")
    }

    /// `2026-12-31 18:30`.
    public func text(_ time: Timestamp) -> String {
        let parts = parts(time)
        return "\(Self.date(parts)) \(DailyHours.clock((parts.hour ?? 0) * 60 + (parts.minute ?? 0)))"
    }

    /// The last moment before: the day alone where a day ends then.
    func lastBefore(_ time: Timestamp) -> String {
        let parts = parts(time)
        guard parts.hour == 0, parts.minute == 0, parts.second == 0 else { return text(time) }
        return Self.date(self.parts(Timestamp(milliseconds: time.milliseconds - 1000)))
    }

    /// As the condition keys `coffer:TimeOfDay` and `coffer:DayOfWeek` have it.
    public func conditionValues(_ time: Timestamp) -> (timeOfDay: String, day: String) {
        let parts = parts(time)
        return (String((parts.hour ?? 0) * 100 + (parts.minute ?? 0)), WeekDays.names[((parts.weekday ?? 1) + 5) % 7])
    }

    private func parts(_ time: Timestamp) -> DateComponents {
        calendar.dateComponents(
            [.year, .month, .day, .hour, .minute, .second, .weekday], from: Date(timeIntervalSince1970: time.seconds))
    }

    private static func date(_ parts: DateComponents) -> String {
        func two(_ number: Int?) -> String { (number ?? 0) < 10 ? "0\(number ?? 0)" : "\(number ?? 0)" }
        return "\(parts.year ?? 0)-\(two(parts.month))-\(two(parts.day))"
    }
}

/// `30d`, `12h`, `45m`, `2w`.
public enum Span {
    public static func seconds(_ text: String, option: String) throws(LimitError) -> Int64 {
        let units: [Character: Int64] = ["m": 60, "h": 3600, "d": 86_400, "w": 604_800]
        guard let unit = text.last.flatMap({ units[$0] }), let count = Int64(text.dropLast()),
            (1...100_000).contains(count)
        else {
            throw LimitError(
                "'\(text)' is no span of time", hint: "such as \(option) 30d; also m (minutes), h (hours), w (weeks)")
        }
        return count * unit
    }
}
