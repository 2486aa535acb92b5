// SPDX-License-Identifier: Apache-2.0

/// How often something may be done: `100/hour`.
public struct CallRate: Sendable, Hashable, CustomStringConvertible {
    public enum Period: String, Sendable, CaseIterable {
        case minute, hour, day

        var key: String {
            switch self {
            case .minute: "coffer:CallsPerMinute"
            case .hour: "coffer:CallsPerHour"
            case .day: "coffer:CallsPerDay"
            }
        }
    }

    public let count: Int
    public let period: Period

    public var description: String { "\(count)/\(period.rawValue)" }

    init(_ count: Int, per period: Period) {
        self.count = count
        self.period = period
    }

    public init(parsing text: String) throws(LimitError) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let period = Period(rawValue: String(parts[1])), let count = Int(parts[0]),
            (1...1_000_000_000).contains(count)
        else { throw LimitError("'\(text)' is no rate", hint: "such as --rate 100/hour; also /minute and /day") }
        self.init(count, per: period)
    }
}
