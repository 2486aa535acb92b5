// SPDX-License-Identifier: Apache-2.0
import CofferVault
import Testing

@Suite("The provider catalogue")
struct ProviderCatalogueTests {
    private static let detectors = (try? ProviderCatalogue.builtIn().detectors) ?? []

    private static func catalogue(pattern: String) -> String {
        let detector = #"{"id":"d","pattern":"\#(pattern)","severity":"high"}"#
        return #"{"version":1,"providers":[{"name":"p","title":"P","detectors":[\#(detector)]}]}"#
    }

    @Test("the built-in catalogue loads and knows the providers that people use")
    func loads() throws {
        let catalogue = try ProviderCatalogue.builtIn()
        for name in ["openai", "anthropic", "elevenlabs", "runway", "stability", "gemini", "huggingface", "xai", "aws"]
        {
            let provider = try #require(catalogue[name])
            #expect(!provider.detectors.isEmpty && !provider.environment.isEmpty)
            #expect(provider.rotationDays == 90)
        }
        #expect(catalogue.provider(forVariable: "OPENAI_API_KEY_BOT")?.name == "openai")
        #expect(catalogue.provider(forVariable: "STAGING_HF_TOKEN")?.name == "huggingface")
        #expect(catalogue.provider(forVariable: "OPENROUTER_API_KEY")?.name == "openrouter")
        #expect(catalogue.provider(forVariable: "PATH") == nil)
    }

    @Test("each detector finds its examples and nothing in its counter-examples", arguments: detectors.map(\.id))
    func examples(_ id: String) throws {
        let detector = try #require(Self.detectors.first { $0.id == id })
        let scanner = try testScanner { $0.generic = detector.isGeneric }
        #expect(!detector.positive.isEmpty && !detector.negative.isEmpty)
        for example in detector.positive {
            let found = scanner.scanText(example, name: "example").findings.map(\.detector)
            #expect(found.contains(id), "\(example) gave \(found)")
            let others = found.filter { $0 != id && !(id == "aws-secret-access-key" && $0 == "aws-access-key-id") }
            #expect(others.isEmpty, "\(example) gave \(others) as well")
        }
        for example in detector.negative {
            let found = scanner.scanText(example, name: "example").findings.map(\.detector)
            #expect(!found.contains(id), "\(example)")
        }
    }

    @Test("a catalogue with a pattern that is none is refused, with the place")
    func badPattern() {
        let text =
            Self.catalogue(pattern: "ab+")
        let error = #expect(throws: CatalogueError.self) { try ProviderCatalogue(parsing: Array(text.utf8)) }
        #expect(error?.description.contains("detector d") == true)
        #expect(error?.description.contains("character 3") == true)
    }

    @Test("a detector that starts with nothing fixed needs a context")
    func prefixOrContext() {
        let text =
            Self.catalogue(pattern: "[a-z]{9}")
        #expect(throws: CatalogueError.self) { try ProviderCatalogue(parsing: Array(text.utf8)) }
    }
}
