// SPDX-License-Identifier: Apache-2.0
import CofferBase
import CofferTesting
import Testing

@testable import CofferVault

@Suite("Masking a program's output")
struct OutputMaskTests {
    /// What is shown of text that comes in these pieces, with a pause after each where `pauses`.
    private func shown(_ pieces: [String], _ secrets: [String: String], pauses: Bool = false) -> String {
        var mask = OutputMask(secrets.sorted { $0.key < $1.key }.map { ($0.key, SharedSecret(utf8: $0.value)) })
        var text: [UInt8] = []
        for piece in pieces where !piece.isEmpty {
            let got = mask.pass(
                read: { target in
                    target.copyBytes(from: Array(piece.utf8))
                    return piece.utf8.count
                }, show: { text += $0 })
            #expect(got == piece.utf8.count)
            if pauses { mask.pause { text += $0 } }
        }
        mask.finish { text += $0 }
        return String(decoding: text, as: UTF8.self)
    }

    @Test("values are replaced, and nothing else is")
    func replaced() {
        let secrets = ["A": "abcdefgh", "B": "abcdefghij", "C": "xyxyxyxz"]
        #expect(shown([""], secrets) == "")
        #expect(shown(["abcdefg"], ["A": "abcdefghijklmnopqrst"]) == "abcdefg")
        #expect(shown(["-abcdefgh-"], secrets) == "-<masked: A>-")
        #expect(shown(["-abcdefghij-"], secrets) == "-<masked: B>-", "the longest counts")
        #expect(shown(["-abcdefghi-"], secrets) == "-<masked: A>i-")
        #expect(shown(["xyxyxyxyxyxz!"], secrets) == "xyxy<masked: C>!", "a start that fails may hold another")
        #expect(shown(["abcdefghabcdefgh"], secrets) == "<masked: A><masked: A>")
    }

    @Test("of a value with several lines each is masked, however lines end")
    func lines() {
        let value = "-----BEGIN KEY-----\nMIIEvexample0000\n  short\n\t\"id\": \"0123456789\",\n"
        #expect(shown(["x MIIEvexample0000\r\ny \"id\": \"0123456789\", short"], ["K": value]) == "x <masked: K>\r\ny <masked: K> short")
        #expect(!OutputMask.covers(SharedSecret(utf8: "1234567\n1234567")))
    }

    @Test("a few bytes are shown when nothing follows, and the rest is masked all the same")
    func pauses() {
        let secrets = ["A": "sk-abcdefgh"]
        #expect(shown(["as", "k? ", "sk", "-abcdefgh."], secrets, pauses: true) == "ask? sk<masked: A>.")
        #expect(shown(["s", "k", "-", "abc", "defgh"], secrets, pauses: true) == "sk-<masked: A>")
        #expect(shown(["s", "k", "-", "abc", "x"], secrets, pauses: true) == "sk-abcx")
    }

    @Test("at the end a value is masked when more than its half is there")
    func end() {
        #expect(shown(["x abcdefghij"], ["A": "abcdefghijklmnop"]) == "x <masked: A>")
        #expect(shown(["x abcdefgh"], ["A": "abcdefghijklmnop"]) == "x abcdefgh")
    }

    @Test("the pieces make no difference, and no value is ever shown")
    func fuzz() {
        var random = SeededRandom(seed: 11)
        for _ in Fuzz.rounds(3000) {
            // Few letters, so that values begin within each other.
            func text(_ count: Int) -> String { String((0..<count).map { _ in "aab".randomElement(using: &random) ?? "a" }) }
            let secrets = ["A": text(8), "B": text(Int.random(in: 8...14, using: &random))]
            var parts = (0..<6).map { _ in text(Int.random(in: 0...9, using: &random)) }
            parts.insert(secrets["A"] ?? "", at: 2)
            parts.insert(secrets["B"] ?? "", at: 5)
            let whole = parts.joined() + "."
            let masked = shown([whole], secrets)
            var pieces: [String] = []
            var rest = Substring(whole)
            while !rest.isEmpty {
                let count = Int.random(in: 1...5, using: &random)
                pieces.append(String(rest.prefix(count)))
                rest = rest.dropFirst(count)
            }
            #expect(shown(pieces, secrets) == masked)
            for value in secrets.values { #expect(!masked.contains(value)) }
        }
    }
}
