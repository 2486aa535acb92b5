// SPDX-License-Identifier: Apache-2.0
public import CofferBase

/// When, from where and how often something holds. Without any it always does.
public struct AccessLimits: Sendable, Hashable {
    public var hours: DailyHours?
    /// Nil for every day. Of a window over midnight, the days on which it begins.
    public var days: WeekDays?
    /// What `hours` and `days` are meant in.
    public var zone: String?
    /// The first moment when it holds no more.
    public var until: Timestamp?
    /// Addresses and ranges of them.
    public var from: [String] = []
    public var rate: CallRate?

    public static let none = AccessLimits()
    public var isNone: Bool { self == .none }

    /// Whether they hang on conditions that AWS has none for.
    public var needCoffer: Bool { hours != nil || days != nil || rate != nil }

    public init(
        hours: DailyHours? = nil, days: WeekDays? = nil, zone: String? = nil, until: Timestamp? = nil,
        from: [String] = [],
        rate: CallRate? = nil
    ) {
        self.hours = hours
        self.days = days == .all ? nil : days
        self.zone = self.hours == nil && self.days == nil ? nil : zone
        self.until = until
        self.from = Array(Set(from)).sorted()
        self.rate = rate
    }

    /// `08:00-23:00 mon-fri`; nil where time of day and day don't matter.
    public var window: String? {
        let parts = [hours?.description, days?.description].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    /// One by one: `08:00-23:00 mon-fri (Europe/Berlin)`, `until 2026-12-31`, `100/hour`, `from 10.0.0.0/8`.
    public var phrases: [String] {
        var phrases: [String] = []
        if let window { phrases.append("\(window) (\(zone ?? "UTC"))") }
        if let until {
            let clock = zone.flatMap { try? LocalClock(zone: $0) } ?? .here
            phrases.append("until \(clock.lastBefore(until))")
        }
        if let rate { phrases.append(rate.description) }
        if !from.isEmpty { phrases.append("from \(from.joined(separator: " or "))") }
        return phrases
    }

    public var text: String { isNone ? "always" : phrases.joined(separator: ", ") }

    public var json: JSONValue {
        func text(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }
        return [
            "hours": text(hours?.description), "days": text(days?.description), "zone": text(zone),
            "until": text(until?.iso8601), "from": .array(from.map(JSONValue.string)), "rate": text(rate?.description),
        ]
    }
}
