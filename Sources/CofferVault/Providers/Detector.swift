// SPDX-License-Identifier: Apache-2.0

/// How bad a key's leak is.
public enum Severity: String, Sendable, Comparable, CaseIterable {
    /// Probably a secret, of nobody knows what.
    case low
    /// A provider's key by its surroundings, or by a shape that the provider does not publish.
    case medium
    /// A provider's key.
    case high
    /// A key that can make keys, or reach far more than one service.
    case critical

    public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// What one kind of key looks like. A detector is data: the engine knows no provider.
public struct Detector: Sendable {
    /// What must stand near a match before it counts, where the shape alone says too little.
    public enum Context: Sendable, Equatable {
        /// The provider must be what the variable, the line or the three lines before it name.
        case provider
        /// One of these words in the variable or on the line, or a match of one of these detectors within three lines.
        case words([String], near: [String])
        /// One of these words in the name of the variable that holds it.
        case variable([String])
    }

    /// Bytes of this kind must occur in a match.
    public enum Requirement: String, Sendable { case upper, lower, digit }

    public let id: String
    /// The provider's name in lower case, without spaces.
    public let provider: String
    /// In the language of `BytePattern`.
    public let pattern: String
    public let severity: Severity
    /// Bits for each byte of the part behind the fixed start; below it a match counts as a placeholder.
    public let minimumEntropy: Double
    /// False where the shape is a guess.
    public let isVerified: Bool
    /// True for the detectors that `ScanOptions.generic` switches on.
    public let isGeneric: Bool
    /// A text that every match has somewhere inside.
    public let contains: String?
    public let context: Context?
    public let requirements: [Requirement]
    /// A word like "key" or "token" must name it too.
    public let needsKeyword: Bool
    /// Texts in which it finds a key, and texts in which it finds none.
    public let positive: [String], negative: [String]

    let compiled: BytePattern

    /// True where the pattern starts with something to search for; the others are searched only near their context.
    var hasPrefix: Bool { compiled.sequences.allSatisfy { $0.prefixLength >= 3 } }
}

/// A service whose keys Coffer knows.
public struct Provider: Sendable {
    /// Lower case, without spaces: `openai`.
    public let name: String
    /// For people: `OpenAI`.
    public let title: String
    /// Words in a text that mean this provider.
    public let words: [String]
    /// Everyday words that mean this provider only as the name of a variable or a column.
    public let nameWords: [String]
    /// Environment variables that its programs read, the usual one first.
    public let environment: [String]
    /// The page where a person makes and revokes its keys.
    public let console: String?
    /// A request that reads only, to see whether a key works; nil where there is none that is free.
    public let check: ProviderCheck?
    public let rotationDays: Int
    public let detectors: [Detector]
}
