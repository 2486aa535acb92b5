// SPDX-License-Identifier: Apache-2.0

/// Detectors made ready for the hot path. Immutable, shared by all workers.
final class DetectorSet: Sendable {
    /// A word that makes detectors without a fixed start look around.
    struct ContextWord: Sendable {
        /// In lower case.
        let bytes: [UInt8]
        /// Refuse the word as part of a longer one.
        let isWhole: Bool
        var detectors: [Int]
    }

    struct Named: Sendable {
        let name: String
        let words: [[UInt8]]
        /// In the name of a variable or a column.
        let nameWords: [[UInt8]]
    }

    let detectors: [Detector]
    /// Index into `providers` for each detector.
    let providerOf: [Int]
    let providers: [Named]
    let contextWords: [ContextWord]
    /// For each detector, the detectors that look around when it finds something.
    let followers: [[Int]]
    let prefilter: Prefilter
    let placeholders: Set<[UInt8]>
    let placeholderWords: [[UInt8]]
    let contains: [[UInt8]?]
    /// For each provider, the words of its name, which say nothing about a key's use.
    let useCaseWords: [Set<String>]
    private let mentions: Prefilter

    init(_ catalogue: ProviderCatalogue, generic: Bool) {
        let providers = catalogue.providers
        let detectors = catalogue.detectors.filter { generic || !$0.isGeneric }
        let providerOf = detectors.map { detector in
            providers.firstIndex { $0.name == detector.provider } ?? 0
        }
        var words: [ContextWord] = []
        var followers = [[Int]](repeating: [], count: detectors.count)
        func add(_ texts: [String], _ detector: Int, isWhole: Bool) {
            for text in texts {
                let bytes = text.utf8.map(\.lowercased)
                if let known = words.firstIndex(where: { $0.bytes == bytes && $0.isWhole == isWhole }) {
                    words[known].detectors.append(detector)
                } else {
                    words.append(ContextWord(bytes: bytes, isWhole: isWhole, detectors: [detector]))
                }
            }
        }
        for (index, detector) in detectors.enumerated() where !detector.hasPrefix {
            switch detector.context {
            case .provider:
                let provider = providers[providerOf[index]]
                add(provider.words + provider.nameWords, index, isWhole: true)
            case .variable(let texts): add(texts, index, isWhole: true)
            case .words(let texts, let near):
                add(texts, index, isWhole: false)
                for (other, candidate) in detectors.enumerated() where near.contains(candidate.id) {
                    followers[other].append(index)
                }
            case nil: break
            }
        }
        var wanted: [(kind: Prefilter.Trigger.Kind, classes: [ByteClass])] = []
        for (index, detector) in detectors.enumerated() where detector.hasPrefix {
            for (number, sequence) in detector.compiled.sequences.enumerated() {
                wanted.append((.key(detector: index, sequence: number), sequence.fixedClasses))
                wanted.append((.encodedKey(detector: index, sequence: number), EncodedKey.classes(of: sequence)))
            }
        }
        for (index, word) in words.enumerated() {
            wanted.append((.word(index), Self.classes(ofWord: word.bytes)))
        }
        self.detectors = detectors
        self.providerOf = providerOf
        self.providers = providers.map { provider in
            let words = provider.words.map { $0.utf8.map(\.lowercased) }
            return Named(
                name: provider.name, words: words, nameWords: words + provider.nameWords.map { $0.utf8.map(\.lowercased) })
        }
        self.contextWords = words
        self.followers = followers
        self.prefilter = Prefilter(wanted)
        self.placeholders = Set(catalogue.placeholders.map { Array($0.utf8) })
        self.placeholderWords = catalogue.placeholderWords.map { $0.utf8.map(\.lowercased) }
        self.contains = detectors.map { $0.contains.map { Array($0.utf8) } }
        self.useCaseWords = providers.map(UseCase.providerWords)
        var names: [(kind: Prefilter.Trigger.Kind, classes: [ByteClass])] = []
        for (provider, named) in self.providers.enumerated() {
            for (index, word) in named.words.enumerated() {
                names.append((.key(detector: provider, sequence: index), Self.classes(ofWord: word)))
            }
        }
        self.mentions = Prefilter(names)
    }

    private static func classes(ofWord word: [UInt8]) -> [ByteClass] {
        word.map { ByteClass($0.isLower ? [$0, $0 & 0xdf] : [$0]) }
    }

    /// The providers that are named in a part of a text, by index. Three bytes behind the text must be readable.
    func providers(namedIn range: Range<Int>, of window: TextWindow) -> [Int] {
        var found: [Int] = []
        mentions.search(window.text, from: range.lowerBound, to: range.upperBound) { place, triggers in
            for trigger in triggers {
                guard case .key(let provider, let index) = trigger.kind, !found.contains(provider) else { continue }
                let word = providers[provider].words[index]
                let start = place - trigger.offset
                if start >= range.lowerBound, start + word.count <= range.upperBound,
                    window.hasWord(word, at: start, isWhole: true)
                {
                    found.append(provider)
                }
            }
        }
        return found
    }
}
