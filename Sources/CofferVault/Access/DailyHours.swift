// SPDX-License-Identifier: Apache-2.0

/// A window of the day, to the minute: `08:00-23:00`. One whose end is before its start goes over midnight.
public struct DailyHours: Sendable, Hashable, CustomStringConvertible {
    /// Minutes since midnight: 0 to 1439.
    public let start: Int
    /// The first minute that is outside: 1 to 1440.
    public let end: Int

    public static let day = 24 * 60

    public var isOverMidnight: Bool { end < start }

    public var description: String { "\(Self.clock(start))-\(Self.clock(end))" }

    /// Nil where nothing or everything would be inside.
    init?(start: Int, end: Int) {
        let end = end == 0 ? Self.day : end
        guard (0..<Self.day).contains(start), (1...Self.day).contains(end), start != end else { return nil }
        self.start = start
        self.end = end
    }

    public init(parsing text: String) throws(LimitError) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Self.minute(String($0)) }
        guard parts.count == 2, let start = parts[0], let end = parts[1], let hours = DailyHours(start: start, end: end)
        else {
            throw LimitError(
                "'\(text)' is no window of the day", hint: "such as --hours 08:00-23:00, or 22:00-06:00 over midnight")
        }
        self = hours
    }

    /// `8:05` and `8` as well as `08:05`.
    private static func minute(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count),
            parts.allSatisfy({ (1...2).contains($0.count) && $0.allSatisfy(\.isASCIIDigit) }),
            parts.count == 1 || parts[1].count == 2, let hour = Int(parts[0]),
            let minute = parts.count == 2 ? Int(parts[1]) : 0,
            minute < 60, hour * 60 + minute <= day
        else { return nil }
        return hour * 60 + minute
    }

    static func clock(_ minute: Int) -> String { "\(twoDigits(minute / 60)):\(twoDigits(minute % 60))" }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// As `coffer:TimeOfDay` counts: 08:05 is 805.
    static func number(_ minute: Int) -> String { String(minute / 60 * 100 + minute % 60) }

    static func minute(number text: String) -> Int? {
        guard let number = Int(text), (0...2400).contains(number), number % 100 < 60 else { return nil }
        return number / 100 * 60 + number % 100
    }
}

extension Character {
    var isASCIIDigit: Bool { isASCII && isNumber }
}
