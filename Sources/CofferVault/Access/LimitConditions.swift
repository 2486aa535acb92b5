// SPDX-License-Identifier: Apache-2.0
internal import CofferBase

/// Limits as conditions of IAM statements.
///
/// A statement's conditions must all hold, so a window over midnight is two statements: from its start to midnight, and,
/// on the following days, from midnight to its end.
extension AccessLimits {
    typealias Conditions = [(operator: String, key: String, values: [String])]

    /// Which part of a window over midnight a statement stands for. The text ends its Sid.
    enum Part: String, CaseIterable {
        case whole = ""
        case morning = "AfterMidnight"
    }

    var parts: [Part] { hours?.isOverMidnight == true ? [.whole, .morning] : [.whole] }

    private static let time = "coffer:TimeOfDay/"
    private static let day = "coffer:DayOfWeek/"
    private static let now = "aws:CurrentTime"
    private static let address = "aws:SourceIp"

    /// What holds of time.
    func timeConditions(_ part: Part) -> Conditions {
        var found: Conditions = []
        let zone = zone ?? "UTC"
        if let hours {
            if part == .whole {
                found.append(("NumericGreaterThanEquals", Self.time + zone, [DailyHours.number(hours.start)]))
            }
            if part == .morning || !hours.isOverMidnight {
                found.append(("NumericLessThan", Self.time + zone, [DailyHours.number(hours.end)]))
            }
        }
        if let days { found.append(("StringEquals", Self.day + zone, (part == .morning ? days.next : days).names)) }
        if let until { found.append(("DateLessThan", Self.now, [until.iso8601])) }
        return found
    }

    /// What holds of the caller's own request: a service that decrypts on their behalf has another address, and its
    /// decryptions of all secrets count as one.
    var requestConditions: Conditions {
        var found: Conditions = []
        if !from.isEmpty { found.append(("IpAddress", Self.address, from)) }
        if let rate { found.append(("NumericLessThanEquals", rate.period.key, [String(rate.count)])) }
        return found
    }

    /// Reads back what `conditions` gave for the whole, and for the morning where there is one.
    init(reading whole: JSONValue?, morning: JSONValue?) {
        self.init()
        var (start, end): (Int?, Int?)
        func each(_ condition: JSONValue?, _ body: (String, String, [String]) -> Void) {
            for (name, keys) in condition?.object?.members ?? [] {
                for (key, value) in keys.object?.members ?? [] { body(name, key, value.texts) }
            }
        }
        var zone: String?
        each(whole) { name, key, values in
            let first = values.first ?? ""
            switch name {
            case "NumericGreaterThanEquals" where key.hasPrefix(Self.time):
                start = DailyHours.minute(number: first)
                zone = String(key.dropFirst(Self.time.count))
            case "NumericLessThan" where key.hasPrefix(Self.time): end = DailyHours.minute(number: first)
            case "StringEquals" where key.hasPrefix(Self.day):
                days = WeekDays(names: values)
                zone = String(key.dropFirst(Self.day.count))
            case "DateLessThan" where key == Self.now: until = Timestamp(iso8601: first)
            case "IpAddress" where key == Self.address: from = values
            case "NumericLessThanEquals":
                if let period = CallRate.Period.allCases.first(where: { $0.key == key }), let count = Int(first) {
                    rate = CallRate(count, per: period)
                }
            default: break
            }
        }
        each(morning) { name, key, values in
            if name == "NumericLessThan", key.hasPrefix(Self.time) {
                end = values.first.flatMap { DailyHours.minute(number: $0) }
            }
        }
        if let start, let end { hours = DailyHours(start: start, end: end) }
        self.zone = zone
    }
}

extension JSONValue {
    /// An array's texts, or a text as the only one.
    var texts: [String] { array?.compactMap(\.string) ?? string.map { [$0] } ?? [] }

    /// A statement's `Condition`.
    static func condition(_ conditions: AccessLimits.Conditions) -> JSONValue {
        var operators = JSONObject()
        for (name, key, values) in conditions {
            let value: JSONValue = values.count == 1 ? .string(values[0]) : .array(values.map(JSONValue.string))
            var keys = operators[name]?.object ?? JSONObject()
            keys.members.append((key, value))
            operators.members.removeAll { $0.name == name }
            operators.members.append((name, .object(keys)))
        }
        return .object(operators)
    }
}
