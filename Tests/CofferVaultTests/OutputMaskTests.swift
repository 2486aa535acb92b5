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
        #expect(shown(["abcdefghijkl"], ["A": "abcdefgh", "B": "efghijkl"]) == "<masked: A>", "what overlaps is one")
        #expect(shown(["abcdefghabcdefgh"], secrets) == "<masked: A><masked: A>")
    }

    @Test("of a value with several lines what looks random is masked, however lines end, and nothing that others say too")
    func lines() {
        let json = "{\n \"type\": \"service_account\",\n \"private_key\": \"-----BEGIN KEY-----\\nMIIEvexample00000\\nAb+/9example00000=\"\n}\n"
        #expect(shown(["-----BEGIN KEY-----\r\nMIIEvexample00000\r\nAb+/9example00000=\r\n"], ["K": json])
            == "-----BEGIN KEY-----\r\n<masked: K>\r\n<masked: K>\r\n")
        #expect(shown([" \"type\": \"service_account\","], ["K": json]) == " \"type\": \"service_account\",")
        #expect(!OutputMask.covers(SharedSecret(utf8: "1234567\n1234567")))
    }

    @Test("a value of one repeated byte takes no longer than another")
    func repeated() {
        let value = String(repeating: "a", count: 65_000)
        let text = String(repeating: "a", count: 30_000)
        let (short, broken, long) = (
            shown([text, text, "b"], ["A": value]), shown([text, text, text], ["A": value + "b"]),
            shown([text, text, text, text, "b"], ["A": value])
        )
        #expect(short.utf8.count == 60_001)
        // The end of it may be its start.
        #expect(broken.utf8.count == 25_000 + 11 && broken.hasSuffix("a<masked: A>"))
        #expect(long.utf8.count < 20, "what overlaps is one")
    }

    @Test("a long name is cut")
    func longName() {
        let name = String(repeating: "N", count: 100_000)
        #expect(shown(["12345678"], [name: "12345678"]).utf8.count < 100)
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
