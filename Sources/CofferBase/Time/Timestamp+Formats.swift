// SPDX-License-Identifier: Apache-2.0

/// A date and time of day in the proleptic Gregorian calendar, UTC.
public struct CivilTime: Hashable, Sendable {
    public var year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int, millisecond: Int
    /// 0 is Sunday.
    public var weekday: Int
}

extension Timestamp {
    /// Days-to-civil after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    public var civil: CivilTime {
        func floorDivide(_ a: Int64, _ b: Int64) -> Int64 { a >= 0 ? a / b : (a - b + 1) / b }
        let days = floorDivide(milliseconds, 86_400_000)
        let inDay = Int(milliseconds - days * 86_400_000)
        let shifted = days + 719_468
        let era = floorDivide(shifted, 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthIndex = (5 * dayOfYear + 2) / 153
        let day = Int(dayOfYear - (153 * monthIndex + 2) / 5 + 1)
        let month = Int(monthIndex < 10 ? monthIndex + 3 : monthIndex - 9)
        let year = Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0)
        return CivilTime(
            year: year, month: month, day: day, hour: inDay / 3_600_000, minute: inDay / 60_000 % 60,
            second: inDay / 1000 % 60, millisecond: inDay % 1000, weekday: Int(((days + 4) % 7 + 7) % 7))
    }

    public init(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0, millisecond: Int = 0) {
        let shiftedYear = Int64(month <= 2 ? year - 1 : year)
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = Int64((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1)
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        let days = era * 146_097 + dayOfEra - 719_468
        let seconds = days * 86_400 + Int64(hour * 3600 + minute * 60 + second)
        self.init(milliseconds: seconds * 1000 + Int64(millisecond))
    }

    /// `2026-11-23T21:43:15Z`, as CloudTrail and the Query services write it.
    public var iso8601: String {
        let t = civil
        guard (0...9999).contains(t.year) else {
            return "\(pad(t.year, 4))-\(pad(t.month))-\(pad(t.day))T\(pad(t.hour)):\(pad(t.minute)):\(pad(t.second))Z"
        }
        // On every request's path.
        return String(unsafeUninitializedCapacity: 20) { out in
            func two(_ number: Int, at place: Int, _ next: UInt8) {
                out[place] = UInt8(0x30 + number / 10)
                out[place + 1] = UInt8(0x30 + number % 10)
                out[place + 2] = next
            }
            two(t.year / 100, at: 0, 0x30)
            two(t.year % 100, at: 2, 0x2d)
            two(t.month, at: 5, 0x2d)
            two(t.day, at: 8, 0x54)
            two(t.hour, at: 11, 0x3a)
            two(t.minute, at: 14, 0x3a)
            two(t.second, at: 17, 0x5a)
            return 20
        }
    }

    /// `2026-11-23T21:43:15.042Z`.
    public var iso8601Milliseconds: String { "\(iso8601.dropLast()).\(pad(civil.millisecond, 3))Z" }

    /// `20261123T214315Z`, the form of `X-Amz-Date`.
    public var basicISO8601: String {
        let t = civil
        return "\(basicDate)T\(pad(t.hour))\(pad(t.minute))\(pad(t.second))Z"
    }

    /// `20261123`.
    public var basicDate: String {
        let t = civil
        return "\(pad(t.year, 4))\(pad(t.month))\(pad(t.day))"
    }

    /// `Mon, 23 Nov 2026 21:43:15 GMT` (RFC 9110, section 5.6.7).
    public var httpDate: String {
        let t = civil
        let day = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][t.weekday]
        let month = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][t.month - 1]
        return "\(day), \(pad(t.day)) \(month) \(pad(t.year, 4)) \(pad(t.hour)):\(pad(t.minute)):\(pad(t.second)) GMT"
    }

    /// Reads `20261123T214315Z`; nil for anything else, impossible dates included.
    public init?(basicISO8601 text: some StringProtocol) {
        let c = Array(text.utf8)
        guard c.count == 16, c[8] == 0x54, c[15] == 0x5a else { return nil }
        self.init(digits: c, year: 0, month: 4, day: 6, hour: 9, minute: 11, second: 13, millisecond: 0)
    }

    /// Reads `2026-11-23T21:43:15Z` with optional fraction and offset (`+01:00`), or a bare date.
    public init?(iso8601 text: some StringProtocol) {
        let c = Array(text.utf8)
        guard c.count >= 10, c[4] == 0x2d, c[7] == 0x2d else { return nil }
        if c.count == 10 {
            self.init(digits: c + Array("T000000".utf8), year: 0, month: 5, day: 8, hour: 11, minute: 13, second: 15, millisecond: 0)
            return
        }
        guard c.count >= 20, c[10] == 0x54 || c[10] == 0x74 || c[10] == 0x20, c[13] == 0x3a, c[16] == 0x3a else { return nil }
        var at = 19
        var fraction = 0
        if c[at] == 0x2e {
            at += 1
            var scale = 100
            let start = at
            while at < c.count, (0x30...0x39).contains(c[at]) {
                fraction += Int(c[at] - 0x30) * scale
                scale /= 10
                at += 1
            }
            guard at > start else { return nil }
        }
        guard let offset = Self.offset(c[at...]) else { return nil }
        guard let local = Timestamp(digits: c, year: 0, month: 5, day: 8, hour: 11, minute: 14, second: 17, millisecond: fraction)
        else { return nil }
        self = local - .seconds(offset)
    }

    /// Seconds east of UTC from `Z`, `+hh:mm` or `+hhmm`.
    private static func offset(_ text: ArraySlice<UInt8>) -> Int? {
        let c = text.filter { $0 != 0x3a }
        if c == [0x5a] || c == [0x7a] { return 0 }
        guard c.count == 5, c[0] == 0x2b || c[0] == 0x2d, let hours = digits(c, 1, 2), let minutes = digits(c, 3, 2),
            hours < 24, minutes < 60
        else { return nil }
        return (c[0] == 0x2d ? -1 : 1) * (hours * 3600 + minutes * 60)
    }

    private init?(digits c: [UInt8], year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int, millisecond: Int) {
        guard let y = Self.digits(c, year, 4), let mo = Self.digits(c, month, 2), let d = Self.digits(c, day, 2),
            let h = Self.digits(c, hour, 2), let mi = Self.digits(c, minute, 2), let s = Self.digits(c, second, 2),
            (1...12).contains(mo), d >= 1, h < 24, mi < 60, s < 61
        else { return nil }
        let made = Timestamp(year: y, month: mo, day: d, hour: h, minute: mi, second: s, millisecond: millisecond)
        guard made.civil.day == d || (h == 23 && s == 60) else { return nil }
        self = made
    }

    private static func digits(_ c: [UInt8], _ start: Int, _ count: Int) -> Int? {
        guard start + count <= c.count else { return nil }
        var value = 0
        for digit in c[start..<start + count] {
            guard (0x30...0x39).contains(digit) else { return nil }
            value = value * 10 + Int(digit - 0x30)
        }
        return value
    }
}

private func pad(_ value: Int, _ width: Int = 2) -> String {
    let text = String(value)
    return text.count >= width ? text : String(repeating: "0", count: width - text.count) + text
}
