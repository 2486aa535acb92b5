// SPDX-License-Identifier: Apache-2.0
import CofferBase
import Foundation
import Testing

@Suite struct TimestampTests {
    @Test(
        "known instants have their texts",
        arguments: [
            (0, "1970-01-01T00:00:00Z"), (951_782_400, "2000-02-29T00:00:00Z"), (1_795_470_195, "2026-11-23T21:43:15Z"),
            (4_107_542_400, "2100-03-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"),
            (253_402_300_799, "9999-12-31T23:59:59Z"),
        ])
    func known(seconds: Int64, text: String) {
        let time = Timestamp(milliseconds: seconds * 1000)
        let basic = text.filter { $0 != "-" && $0 != ":" }
        #expect(time.iso8601 == text && time.basicISO8601 == basic && time.basicDate == basic.prefix(8))
        #expect(Timestamp(iso8601: text) == time && Timestamp(basicISO8601: basic) == time)
    }

    @Test("HTTP's date", arguments: [(784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"), (1_795_470_195, "Mon, 23 Nov 2026 21:43:15 GMT")])
    func http(seconds: Int64, text: String) {
        #expect(Timestamp(milliseconds: seconds * 1000).httpDate == text)
    }

    @Test("each day of four centuries agrees with Foundation's calendar")
    func calendar() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
        for day in stride(from: -60_000, to: 100_000, by: 61) {
            let time = Timestamp(milliseconds: Int64(day) * 86_400_000 + 1)
            let parts = calendar.dateComponents(
                [.year, .month, .day, .weekday], from: Date(timeIntervalSince1970: time.seconds))
            let civil = time.civil
            #expect(civil.year == parts.year && civil.month == parts.month && civil.day == parts.day)
            #expect(civil.weekday + 1 == parts.weekday && civil.millisecond == 1)
            #expect(Timestamp(year: civil.year, month: civil.month, day: civil.day, millisecond: 1) == time)
        }
    }

    @Test("fractions, offsets and bare dates are read")
    func forms() {
        let noon = Timestamp(year: 2026, month: 11, day: 23, hour: 12)
        #expect(
            Timestamp(iso8601: "2026-11-23T13:00:00+01:00") == noon
                && Timestamp(iso8601: "2026-11-23T06:30:00-0530") == noon)
        #expect(Timestamp(iso8601: "2026-11-23T12:00:00.0429Z") == noon + .milliseconds(42))
        #expect(Timestamp(iso8601: "2026-11-23") == noon - .seconds(43_200))
        #expect((noon + .milliseconds(42)).iso8601Milliseconds == "2026-11-23T12:00:00.042Z")
        #expect(Timestamp(milliseconds: -1).wholeSeconds == Timestamp(milliseconds: -1000))
    }

    @Test(
        "what isn't a date is refused",
        arguments: [
            "", "2026", "2026-11-23T", "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-02-29T00:00:00Z",
            "2026-04-31", "2026-11-00",
            "2026-11-23T24:00:00Z", "2026-11-23T00:60:00Z", "2026-11-23T00:00:61Z", "2026-11-23T00:00:00",
            "2026-11-23T00:00:00.Z",
            "2026-11-23T00:00:00+25:00", "2026-11-23T00:00:00Zx", "2026-11-23 00-00-00Z", "+026-11-23", "２０２６-11-23",
        ])
    func refuses(text: String) { #expect(Timestamp(iso8601: text) == nil) }

    @Test(
        "X-Amz-Date has one form only",
        arguments: [
            "20261123T214315", "20261123T214315z", "20261123 214315Z", "2026-11-23T21:43:15Z", "20261131T000000Z",
            "2026112300000000",
            "20261123T214315ZZ", "2026112aT214315Z",
        ])
    func basic(text: String) { #expect(Timestamp(basicISO8601: text) == nil) }
}
