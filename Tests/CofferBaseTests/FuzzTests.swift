// SPDX-License-Identifier: Apache-2.0
import CofferBase
import CofferTesting
import Testing

/// What is read is written again and read as the same; nothing is fatal.
@Suite("damaged texts")
struct FuzzTests {
    private func damaged(_ samples: [String], _ tokens: [String], _ random: inout SeededRandom) -> String {
        String(decoding: Fuzz.damage(Array(random.pick(samples).utf8), tokens: tokens, &random), as: UTF8.self)
    }

    @Test("JSON")
    func json() throws {
        var random = SeededRandom(seed: 11)
        let samples = [
            #"{"a":[1,-2.5e3,true,false,null,"\u00e9\n\ud83d\udd11"],"b":{"c":{}},"":""}"#,
            #"[9223372036854775807,-9223372036854775808,1e-7,0.1,123456789012345678901234567890]"#,
            String(repeating: "[", count: 40) + String(repeating: "]", count: 40),
        ]
        let tokens = ["\"", "\\", "\\u", "\\ud800", "{", "[", "]", "}", ":", ",", "1e999", "-", ".", "\u{0}", "é", "\u{feff}"]
        for _ in Fuzz.rounds(10_000) {
            let bytes = Fuzz.damage(Array(random.pick(samples).utf8), tokens: tokens, &random)
            guard let value = try? JSONValue(parsing: bytes) else { continue }
            let again = try JSONValue(parsing: value.encoded())
            #expect(again.encoded() == value.encoded())
        }
    }

    @Test("dates")
    func dates() {
        var random = SeededRandom(seed: 12)
        let samples = ["2026-11-23T21:43:15Z", "2024-02-29T23:59:60.999+14:00", "0001-01-01T00:00:00-00:00", "2026-11-23"]
        for _ in Fuzz.rounds(10_000) {
            let text = damaged(samples, ["9", ":", "-", "+", "T", "Z", ".", "é"], &random)
            _ = Timestamp(basicISO8601: text)
            guard let time = Timestamp(iso8601: text) else { continue }
            #expect(Timestamp(iso8601: time.iso8601)?.iso8601 == time.iso8601, "\(text)")
        }
    }

    @Test("names")
    func names() {
        var random = SeededRandom(seed: 13)
        let samples = [
            "arn:aws:kms:eu-central-1:111122223333:key/1", "arn:aws-cn:iam::111122223333:role/a/b", "us-gov-west-1", "111122223333",
        ]
        for _ in Fuzz.rounds(10_000) {
            let text = damaged(samples, [":", "/", "*", "arn", "aws", " ", "é"], &random)
            if let arn = ARN(text) { #expect(arn.description == text) }
            if let region = Region(text) { #expect(region.description == text) }
            if let account = AccountID(text) { #expect(account.description == text) }
        }
    }

    @Test("base64")
    func base64() {
        var random = SeededRandom(seed: 14)
        for _ in Fuzz.rounds(10_000) {
            let text = damaged(["", "QQ==", "QUI=", "QUJDREVGR0g=", "/+8="], ["=", "==", "-", "_", "\n", " ", "é", "A"], &random)
            if let bytes = Base64.decode(text) { #expect(Base64.encode(bytes) == text) }
        }
    }
}
