// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI

/// The filters of ListSecrets and BatchGetSecretValue: all must hold, and of each filter's values one.
///
/// Source: Secrets Manager API Reference, ListSecrets and Filter; how words are split follows what AWS answers.
struct SecretFilters: Sendable {
    private struct Filter: Sendable {
        let attribute: Attribute
        let patterns: [Pattern]
    }

    private enum Attribute: String, Sendable {
        case description, name, all
        case tagKey = "tag-key"
        case tagValue = "tag-value"
        case primaryRegion = "primary-region"
        case owningService = "owning-service"
    }

    /// A value of a filter; one that begins with `!` holds where the rest doesn't match.
    private struct Pattern: Sendable {
        let isNegated: Bool
        let text: String
        let words: [[UInt8]]

        init(_ value: String) {
            isNegated = value.hasPrefix("!")
            text = isNegated ? String(value.dropFirst()) : value
            words = WordSplitter.words(text)
        }
    }

    private let filters: [Filter]

    /// Throws InvalidParameterException for a filter without key or values.
    init(_ shapes: [SecretsManager.Filter]?) throws {
        filters = try (shapes ?? []).map { shape in
            guard let key = shape.key, let attribute = Attribute(rawValue: key) else {
                throw AWSError.invalidParameter("Invalid filter key")
            }
            guard let values = shape.values, !values.isEmpty else {
                throw AWSError.invalidParameter("Invalid filter values for key: \(key)")
            }
            return Filter(attribute: attribute, patterns: values.map { Pattern($0) })
        }
    }

    func match(_ secret: SecretRecord) -> Bool {
        filters.allSatisfy { filter in
            let texts = Self.texts(filter.attribute, secret)
            switch filter.attribute {
            case .description, .all:
                let words = texts.flatMap { WordSplitter.words($0) }
                return filter.patterns.contains { Self.hasWords($0, words) != $0.isNegated }
            case .name, .tagKey, .tagValue, .primaryRegion, .owningService:
                return filter.patterns.contains { pattern in
                    texts.contains { Self.begins($0, with: pattern.text) } != pattern.isNegated
                }
            }
        }
    }

    private static func texts(_ attribute: Attribute, _ secret: SecretRecord) -> [String] {
        let tags = secret.tags ?? []
        switch attribute {
        case .name: return [secret.name]
        case .description: return secret.description.map { [$0] } ?? []
        case .tagKey: return tags.map(\.key)
        case .tagValue: return tags.map(\.value)
        // Replicas and secrets that services manage have these; there are none here.
        case .primaryRegion, .owningService: return []
        case .all:
            return [secret.name] + (secret.description.map { [$0] } ?? []) + tags.flatMap { [$0.key, $0.value] }
        }
    }

    /// Case counts.
    private static func begins(_ text: String, with prefix: String) -> Bool { text.utf8.starts(with: prefix.utf8) }

    /// Each word of the pattern begins a word of the attribute. Case doesn't count; no words match nothing.
    private static func hasWords(_ pattern: Pattern, _ words: [[UInt8]]) -> Bool {
        !pattern.words.isEmpty && pattern.words.allSatisfy { wanted in words.contains { $0.starts(with: wanted) } }
    }
}

/// Splits text into words as AWS's search does, in lower case.
///
/// At blanks, where an upper-case letter (or another that is not lower-case) precedes a lower-case one, and at one kind
/// of the characters `/-_+=.@`. Text with two kinds of them is one word.
enum WordSplitter {
    private static let separators = Array("/-_+=.@".utf8)

    static func words(_ text: String) -> [[UInt8]] {
        let bytes = Array(text.utf8)
        let kinds = Set(bytes.filter { separators.contains($0) })
        if kinds.count > 1 { return [lowered(bytes[...])] }
        let parts = bytes.split { kinds.contains($0) || $0 == 0x20 }
        return parts.flatMap { splitByCase($0) }
    }

    /// One character that is not lower-case and the lower-case ones after it are a word; so is what lies between such.
    private static func splitByCase(_ part: ArraySlice<UInt8>) -> [[UInt8]] {
        var words: [[UInt8]] = []
        var start = part.startIndex
        var at = start
        while at < part.endIndex {
            guard !isLower(part[at]), at + 1 < part.endIndex, isLower(part[at + 1]) else {
                at += 1
                continue
            }
            if at > start { words.append(lowered(part[start..<at])) }
            let end = part[(at + 1)...].firstIndex { !isLower($0) } ?? part.endIndex
            words.append(lowered(part[at..<end]))
            start = end
            at = end
        }
        if start < part.endIndex { words.append(lowered(part[start...])) }
        return words
    }

    private static func isLower(_ byte: UInt8) -> Bool { (0x61...0x7a).contains(byte) }

    private static func lowered(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        bytes.map { (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 }
    }
}
