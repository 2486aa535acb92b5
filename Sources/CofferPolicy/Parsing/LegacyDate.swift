// SPDX-License-Identifier: Apache-2.0
internal import CofferBase

/// What IAM takes for a date in a condition: beyond what we read also such as `01T` and `2016-12-13t2:00:00+23`.
///
/// Source: IAM's answers as moto's `tests/test_iam/test_iam_policies.py` records them.
enum LegacyDate {
    static func takes(_ text: String) -> Bool {
        if Timestamp(condition: text) != nil { return true }
        let text = lowered(text)
        guard text.contains(0x74) || text.contains(0x2d) else { return number(text[...], 0...Int64.max) }
        let halves = text.split(separator: 0x74, maxSplits: 1, omittingEmptySubsequences: false)
        return day(halves[0]) && (halves.count == 1 || time(halves[1]))
    }

    /// `year`, `year-month` or `year-month-day`; the year may be negative.
    private static func day(_ text: ArraySlice<UInt8>) -> Bool {
        let isNegative = text.first == 0x2d
        let parts = text.dropFirst(isNegative ? 1 : 0).split(separator: 0x2d, omittingEmptySubsequences: false)
        guard parts.count <= 3, number(parts[0], 0...(isNegative ? 292_275_054 : 292_278_993)) else { return false }
        return (parts.count < 2 || number(parts[1], 1...12)) && (parts.count < 3 || number(parts[2], 1...31))
    }

    /// Nothing, or hours with minutes, seconds, a fraction of nine digits and a zone, each as far as it is there.
    private static func time(_ text: ArraySlice<UInt8>) -> Bool {
        if text.isEmpty { return true }
        let parts = text.split(separator: 0x3a, maxSplits: 2, omittingEmptySubsequences: false)
        guard number(parts[0], 0...23), parts.count < 2 || number(parts[1], 0...59) else { return false }
        guard parts.count == 3 else { return true }
        var seconds = parts[2]
        if seconds.last == 0x7a {
            seconds = seconds.dropLast()
        } else if let sign = seconds.firstIndex(of: 0x2b) {
            let zone = seconds[(sign + 1)...].split(separator: 0x3a, omittingEmptySubsequences: false)
            guard zone.count <= 2, zone.allSatisfy({ $0.count == 2 }), number(zone[0], 0...23),
                zone.count < 2 || number(zone[1], 0...59)
            else { return false }
            seconds = seconds[..<sign]
        }
        let digits = seconds.split(separator: 0x2e, maxSplits: 1, omittingEmptySubsequences: false)
        return number(digits[0], 0...59) && (digits.count < 2 || number(digits[1], 0...999_999_999))
    }

    private static func number(_ digits: ArraySlice<UInt8>, _ range: ClosedRange<Int64>) -> Bool {
        guard digits.allSatisfy({ (0x30...0x39).contains($0) }),
            let number = Int64(String(decoding: digits, as: UTF8.self))
        else { return false }
        return range.contains(number)
    }
}
