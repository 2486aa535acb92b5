// SPDX-License-Identifier: Apache-2.0
import CofferBase
import CofferTesting
import CofferVault
import Testing

@Suite("Scanning in chunks")
struct ChunkTests {
    /// Where findings are, as text that can be compared.
    private func places(_ text: [UInt8], chunk: Int, name: String = "n") throws -> [String] {
        let scanner = try testScanner { $0.chunkSize = chunk }
        return text.withUnsafeBytes { scanner.scanText($0, name: name) }.findings.map {
            "\($0.line):\($0.column) \($0.detector) \($0.variable ?? "") \($0.useCase ?? "") \($0.place.range ?? 0..<0)"
        }
    }

    @Test("a key is found at every place relative to a chunk's border")
    func everyOffset() throws {
        // The buffer holds 12 KiB beside the chunk; keys wander over each byte of a chunk and its borders.
        let key = Array("\nGROQ_API_KEY_BOT=\(InventedKey.groq)\n".utf8)
        let scanner = try testScanner { $0.chunkSize = 64 }
        for offset in 0..<140 {
            let before = 12 * 1024 - 70 + offset
            let text = [UInt8](repeating: 0x2e, count: before) + key + [UInt8](repeating: 0x2e, count: 9000)
            let findings = text.withUnsafeBytes { scanner.scanText($0, name: "n") }.findings
            #expect(findings.map(\.column) == [18] && findings.map(\.line) == [2], "at \(before)")
            #expect(findings.first?.useCase == "bot" && findings.first?.place.range?.lowerBound == before + 18)
        }
    }

    @Test("what is found does not depend on the chunks' size", arguments: [1 as UInt64, 2, 3, 4])
    func sameResults(_ seed: UInt64) throws {
        var numbers = SeededRandom(seed: seed)
        let catalogue = try ProviderCatalogue.builtIn()
        let snippets = catalogue.detectors.flatMap { $0.positive + $0.negative }
        var text: [UInt8] = []
        while text.count < 60_000 {
            switch Int.random(in: 0..<6, using: &numbers) {
            case 0: text += Array(repeating: 0x20, count: .random(in: 0..<1500, using: &numbers))
            case 1: text += Array("word=42; mistral, cohere and deepgram are words\n".utf8)
            case 2: text += (0..<200).map { _ in UInt8.random(in: 0x21...0x7e, using: &numbers) }
            default: text += Array((snippets.randomElement(using: &numbers) ?? "").utf8)
            }
            if Bool.random(using: &numbers) { text.append(0x0a) }
        }
        let whole = try places(text, chunk: 1 << 20)
        #expect(whole.count > 20)
        for chunk in [97, 1024, 5000, 33_333] { #expect(try places(text, chunk: chunk) == whole, "chunk \(chunk)") }
    }

    @Test("a line of 20 MB is scanned whole, with the columns right")
    func longLine() throws {
        var text = [UInt8](repeating: 0x61, count: 20_000_000)
        let key = Array(" \(InventedKey.groq) ".utf8)
        for start in [5, 9_999_999, 20_000_000 - key.count] {
            text.replaceSubrange(start..<start + key.count, with: key)
        }
        let report = try text.withUnsafeBytes { try testScanner().scanText($0, name: "n") }
        #expect(report.findings.map(\.column) == [7])
        #expect(report.findings.first?.otherPlaces.map(\.column) == [10_000_001, 20_000_000 - key.count + 2])
    }

    @Test("more keys than the limit are counted, not kept")
    func limits() throws {
        var numbers = SeededRandom(seed: 9)
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)
        var text: [UInt8] = []
        for _ in 0..<300 {
            text += Array("hf_".utf8) + (0..<34).map { _ in letters.randomElement(using: &numbers) ?? 0x41 } + [0x0a]
        }
        let report = try text.withUnsafeBytes { try testScanner { $0.maximumFindings = 100 }.scanText($0, name: "n") }
        #expect(report.findings.count == 100 && report.statistics.dropped == 200)
    }
}
