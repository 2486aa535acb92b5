// SPDX-License-Identifier: Apache-2.0

/// Some days of the week, Monday first.
public struct WeekDays: OptionSet, Sendable, Hashable, CustomStringConvertible {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue & 0x7f }

    public static let all = WeekDays(rawValue: 0x7f)

    /// As `coffer:DayOfWeek` spells them.
    static let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let longNames = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    private static let sets: [String: WeekDays] = ["weekdays": WeekDays(0...4), "weekend": WeekDays(5...6)]

    init(_ numbers: some Sequence<Int>) {
        self = numbers.reduce(into: []) { $0.insert(WeekDays(rawValue: 1 << UInt8($1 % 7))) }
    }

    private var numbers: [Int] { (0..<7).filter { contains(WeekDays(rawValue: 1 << UInt8($0))) } }

    var names: [String] { numbers.map { Self.names[$0] } }

    /// Nil where one of the names is none.
    init?(names: [String]) {
        let numbers = names.compactMap { Self.names.firstIndex(of: $0) }
        guard numbers.count == names.count, !numbers.isEmpty else { return nil }
        self.init(numbers)
    }

    /// Each a day later.
    var next: WeekDays { WeekDays(numbers.map { $0 + 1 }) }
    /// Each a day earlier.
    var previous: WeekDays { WeekDays(numbers.map { $0 + 6 }) }

    /// `mon-fri`, `mon,wed,sun`, `sat-mon`, `weekdays`, `weekend`.
    public init(parsing text: String) throws(LimitError) {
        var days: WeekDays = []
        for part in text.lowercased().split(separator: ",", omittingEmptySubsequences: false) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Self.number(String($0)) }
            if let set = Self.sets[String(part)] {
                days.formUnion(set)
            } else if ends.count == 1, let day = ends[0] {
                days.formUnion(WeekDays([day]))
            } else if ends.count == 2, let first = ends[0], let last = ends[1] {
                days.formUnion(WeekDays(first...(last < first ? last + 7 : last)))
            } else {
                throw LimitError(
                    "'\(part)' names no days", hint: "such as --days mon-fri, mon,wed,sun, weekdays or weekend")
            }
        }
        self = days
    }

    private static func number(_ name: String) -> Int? {
        names.firstIndex { $0.lowercased() == name } ?? longNames.firstIndex(of: name)
    }

    /// `mon-fri`, `mon,wed,sat-sun`.
    public var description: String {
        var runs: [ClosedRange<Int>] = []
        for day in numbers {
            if let last = runs.last, last.upperBound == day - 1 {
                runs[runs.count - 1] = last.lowerBound...day
            } else {
                runs.append(day...day)
            }
        }
        func name(_ day: Int) -> String { Self.names[day].lowercased() }
        return runs.map { $0.count == 1 ? name($0.lowerBound) : "\(name($0.lowerBound))-\(name($0.upperBound))" }
            .joined(separator: ",")
    }
}
