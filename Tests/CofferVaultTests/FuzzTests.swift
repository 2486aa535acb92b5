// SPDX-License-Identifier: Apache-2.0
import CofferBase
import CofferTesting
import CofferVault
import Testing

/// People's files, damaged: nothing is fatal, and places lie where they are said to be.
@Suite("damaged files")
struct FuzzTests {
    private static let tokens = [
        "\"", "'", "=", "#", "\n", "\r\n", "export ", "\\", "\u{0}", "coffer://vault/", "coffer://blob/", "é", "\u{feff}", " ",
        InventedKey.groq, InventedKey.accessKeyID,
    ]

    @Test("env files")
    func envFiles() {
        var random = SeededRandom(seed: 21)
        let samples = [
            "# keys\nexport A=\"x\\n\\\"y\"\nB='z' # note\nC=\nD = 1 2 3 #4\n",
            "OPENAI_API_KEY=coffer://vault/openai/bot\r\nE=\"two\nlines\"\nF=coffer://blob/QUJD\n",
        ]
        for _ in Fuzz.rounds(10_000) {
            let bytes = Fuzz.damage(Array(random.pick(samples).utf8), tokens: Self.tokens, &random)
            let file = EnvFile(SharedSecret(copying: bytes))
            var end = 0
            for entry in file.entries {
                #expect(entry.range.lowerBound >= end && entry.range.upperBound <= bytes.count)
                end = entry.range.upperBound
                _ = file.value(of: entry)
                _ = try? file.reference(of: entry)
            }
        }
    }

    @Test("references")
    func references() throws {
        var random = SeededRandom(seed: 22)
        let samples = ["coffer://vault/openai/bot", "coffer://blob/QUJDREVG", "coffer://", "coffer://vault/"]
        for _ in Fuzz.rounds(10_000) {
            let bytes = Fuzz.damage(Array(random.pick(samples).utf8), tokens: Self.tokens + ["/", "..", "%2f"], &random)
            guard let reference = try? Reference(parsing: String(decoding: bytes, as: UTF8.self)) else { continue }
            #expect(try Reference(parsing: reference.description) == reference)
        }
    }

    @Test("scanned texts")
    func scanned() throws {
        var random = SeededRandom(seed: 23)
        let scanner = try testScanner {
            $0.keepsSecrets = true
            $0.generic = true
        }
        let samples = [
            "OPENAI=\"\(InventedKey.anthropic)\"\n\(InventedKey.elevenLabs),\(InventedKey.huggingFace)\n",
            "aws_access_key_id = \(InventedKey.accessKeyID)\naws_secret_access_key = \(InventedKey.awsSecret)\n{\"key\": \"\(InventedKey.groq)\"}",
        ]
        for _ in Fuzz.rounds(3000) {
            let bytes = Fuzz.damage(Array(random.pick(samples).utf8), tokens: Self.tokens, &random)
            let report = bytes.withUnsafeBytes { scanner.scanText($0, name: "f") }
            for finding in report.findings {
                guard let range = finding.place.range, let secret = finding.secret() else { continue }
                #expect(range.upperBound <= bytes.count)
                #expect(secret.isEqual(to: SharedSecret(copying: Array(bytes[range]))))
            }
        }
    }
}
