// SPDX-License-Identifier: Apache-2.0
#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// A text with wildcards (`*` any run, `?` one character) and variables, compared byte by byte.
///
/// Two spellings of one character are two characters here: Swift's own comparison would take them for one. What a
/// variable stands for is literal, whatever characters it holds (peer mistake 8).
struct Pattern: Sendable {
    enum Form: Sendable {
        case exact([UInt8])
        /// Bytes, then anything.
        case prefix([UInt8])
        case glob([Token])
        case template([Piece])
    }

    /// A literal byte, or one of the wildcards above 255.
    typealias Token = UInt16
    static let star: Token = 256
    static let one: Token = 257

    enum Piece: Sendable {
        case tokens([Token])
        case variable(ContextKey, default: [UInt8]?)
    }

    let form: Form
    /// Compare without regard to case.
    let folds: Bool

    /// A pattern in which `*` and `?` are wildcards and nothing else is special.
    init(glob bytes: [UInt8]) {
        form = Self.simplest(bytes.map { $0 == 0x2a ? Self.star : $0 == 0x3f ? Self.one : Token($0) })
        folds = false
    }

    init(
        parsing text: String, variables: Bool, wildcards: Bool, folds: Bool = false, place: String
    ) throws(PolicyError) {
        self.folds = folds
        let bytes = Array(text.utf8)
        var pieces: [Piece] = []
        var tokens: [Token] = []
        var at = 0
        while at < bytes.count {
            if variables, bytes[at] == 0x24, at + 1 < bytes.count, bytes[at + 1] == 0x7b {
                guard let end = bytes[at...].firstIndex(of: 0x7d) else { throw Self.badVariable(place) }
                let inner = bytes[(at + 2)..<end]
                if inner.count == 1, let only = inner.first, only == 0x2a || only == 0x3f || only == 0x24 {
                    tokens.append(Token(only))
                } else {
                    if !tokens.isEmpty { pieces.append(.tokens(folds ? Self.fold(tokens) : tokens)) }
                    tokens = []
                    pieces.append(try Self.variable(inner, folds: folds, place))
                }
                at = end + 1
                continue
            }
            switch bytes[at] {
            case 0x2a where wildcards: tokens.append(Self.star)
            case 0x3f where wildcards: tokens.append(Self.one)
            default: tokens.append(Token(bytes[at]))
            }
            at += 1
        }
        if folds { tokens = Self.fold(tokens) }
        if pieces.isEmpty {
            form = Self.simplest(tokens)
        } else {
            if !tokens.isEmpty { pieces.append(.tokens(tokens)) }
            form = .template(pieces)
        }
    }

    var hasVariables: Bool { if case .template = form { true } else { false } }

    /// What its variables stand for, each with whether it has a default text.
    var variables: [(key: ContextKey, hasDefault: Bool)] {
        guard case .template(let pieces) = form else { return [] }
        return pieces.compactMap { piece in
            guard case .variable(let key, let fallback) = piece else { return nil }
            return (key, fallback != nil)
        }
    }

    /// `key` or `key, 'default'`.
    private static func variable(_ inner: ArraySlice<UInt8>, folds: Bool, _ place: String) throws(PolicyError) -> Piece
    {
        var key = inner
        var fallback: [UInt8]?
        if let comma = inner.firstIndex(of: 0x2c) {
            key = inner[..<comma]
            let rest = inner[(comma + 1)...].drop { $0 == 0x20 }
            guard rest.count >= 2, rest.first == 0x27, rest.last == 0x27 else { throw badVariable(place) }
            let text = Array(rest.dropFirst().dropLast())
            guard !text.contains(0x27) else { throw badVariable(place) }
            fallback = folds ? folded(text.span) : text
        }
        guard let colon = key.firstIndex(of: 0x3a), colon > key.startIndex, colon < key.endIndex - 1,
            !key.contains(where: { $0 == 0x2a || $0 == 0x3f || $0 == 0x24 || $0 == 0x7b })
        else { throw badVariable(place) }
        return .variable(ContextKey(String(decoding: key, as: UTF8.self)), default: fallback)
    }

    private static func badVariable(_ place: String) -> PolicyError {
        PolicyError("A policy variable must be written ${key} or ${key, 'default'}.", at: place)
    }

    private static func simplest(_ tokens: [Token]) -> Form {
        let wild = tokens.firstIndex { $0 > 255 }
        if wild == nil { return .exact(tokens.map { UInt8(truncatingIfNeeded: $0) }) }
        if wild == tokens.count - 1, tokens.last == star {
            return .prefix(tokens.dropLast().map { UInt8(truncatingIfNeeded: $0) })
        }
        return .glob(tokens)
    }

    private static func fold(_ tokens: [Token]) -> [Token] {
        // Only the operators without wildcards fold, so that the tokens are bytes.
        let bytes = tokens.map { UInt8(truncatingIfNeeded: $0) }
        return folded(bytes.span).map(Token.init)
    }

    // MARK: Matching

    /// Whether the whole text matches. Unresolved variables match nothing; one with several values is undecided.
    func matches(_ text: Span<UInt8>, _ context: ConditionContext, _ budget: inout StepBudget) -> Tri {
        switch form {
        case .exact, .prefix, .glob: return matchesGlob(text, &budget)
        case .template(let pieces):
            if !folds, pieces.count == 1, case .variable(let key, _) = pieces[0],
                budget.spend(context.lookupSteps + Self.comparison(text.count)), case .value(let value) = context.single(key)
            {
                return Tri(Self.equal(value.utf8Span.span, text))
            }
            var tokens: [Token] = []
            var several = false
            for piece in pieces {
                switch piece {
                case .tokens(let literal):
                    guard budget.spend(literal.count) else { return .undecided }
                    tokens += literal
                case .variable(let key, let fallback):
                    guard budget.spend(context.lookupSteps) else { return .undecided }
                    switch context.single(key) {
                    case .missing:
                        guard let fallback else { return .no }
                        guard budget.spend(fallback.count) else { return .undecided }
                        for byte in fallback { tokens.append(Token(byte)) }
                    case .several: several = true
                    case .value(let value):
                        guard budget.spend(value.utf8.count) else { return .undecided }
                        tokens += folds ? Self.fold(value.utf8.map(Token.init)) : value.utf8.map(Token.init)
                    }
                }
            }
            return several ? .undecided : Self.glob(tokens, text, &budget)
        }
    }

    /// The same for a pattern that is known to have no variables.
    func matchesGlob(_ text: Span<UInt8>, _ budget: inout StepBudget) -> Tri {
        switch form {
        case .exact(let bytes):
            guard text.count == bytes.count else { return budget.spend(1) ? .no : .undecided }
            return budget.spend(Self.comparison(bytes.count)) ? Tri(Self.starts(text, with: bytes)) : .undecided
        case .prefix(let bytes):
            guard text.count >= bytes.count else { return budget.spend(1) ? .no : .undecided }
            return budget.spend(Self.comparison(bytes.count)) ? Tri(Self.starts(text, with: bytes)) : .undecided
        case .glob(let tokens): return Self.glob(tokens, text, &budget)
        case .template: return .undecided
        }
    }

    /// The steps of comparing so many bytes with `memcmp`.
    private static func comparison(_ count: Int) -> Int { 1 + count >> 3 }

    private static func equal(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Bool {
        guard a.count == b.count else { return false }
        for index in 0..<a.count where a[index] != b[index] { return false }
        return true
    }

    private static func starts(_ text: Span<UInt8>, with bytes: [UInt8]) -> Bool {
        text.withUnsafeBufferPointer { text in
            bytes.withUnsafeBufferPointer { bytes in
                guard let text = text.baseAddress, let prefix = bytes.baseAddress else { return bytes.isEmpty }
                return memcmp(text, prefix, bytes.count) == 0
            }
        }
    }

    /// Greedy matching with one step back to the last star, without recursion. At worst it takes text × pattern steps:
    /// what is walked a second time is paid for each time, the first walk beforehand.
    private static func glob(_ pattern: [Token], _ text: Span<UInt8>, _ budget: inout StepBudget) -> Tri {
        guard budget.spend(pattern.count + text.count) else { return .undecided }
        return text.withUnsafeBufferPointer { text in
            pattern.withUnsafeBufferPointer { pattern in glob(pattern, text, &budget) }
        }
    }

    private static func glob(
        _ pattern: UnsafeBufferPointer<Token>, _ text: UnsafeBufferPointer<UInt8>, _ budget: inout StepBudget
    ) -> Tri {
        var p = 0
        var t = 0
        var starAt = -1
        var resume = 0
        while t < text.count {
            if p < pattern.count, pattern[p] == Token(text[t]) {
                p += 1
                t += 1
            } else if p < pattern.count, pattern[p] == one {
                p += 1
                t += 1
                while t < text.count, text[t] & 0xc0 == 0x80 { t += 1 }
            } else if p < pattern.count, pattern[p] == star {
                starAt = p
                resume = t
                p += 1
            } else if starAt >= 0 {
                guard budget.spend(t - resume + 1) else { return .undecided }
                p = starAt + 1
                resume += 1
                // The star reaches at least to where what follows it begins.
                if p < pattern.count, pattern[p] < star {
                    guard let next = place(of: UInt8(truncatingIfNeeded: pattern[p]), in: text, from: resume) else {
                        return .no
                    }
                    resume = next
                }
                t = resume
            } else {
                return .no
            }
        }
        while p < pattern.count, pattern[p] == star { p += 1 }
        return Tri(p == pattern.count)
    }

    private static func place(of byte: UInt8, in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard let base = text.baseAddress, start < text.count,
            let found = memchr(base + start, Int32(byte), text.count - start)
        else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
}

/// Lower case for comparing: ASCII letters among themselves, others by their simple mapping when that stays outside
/// ASCII, so that no look-alike (the Kelvin sign, the dotless i) equals a plain letter.
func folded(_ text: Span<UInt8>) -> [UInt8] {
    var ascii: [UInt8] = []
    ascii.reserveCapacity(text.count)
    for index in 0..<text.count {
        guard text[index] < 0x80 else { return foldedUnicode(text) }
        ascii.append(lowered(text[index]))
    }
    return ascii
}

private func foldedUnicode(_ text: Span<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    for index in 0..<text.count { bytes.append(text[index]) }
    var result: [UInt8] = []
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
        if scalar.isASCII {
            result.append(lowered(UInt8(truncatingIfNeeded: scalar.value)))
        } else {
            let lower = scalar.properties.lowercaseMapping.unicodeScalars
            if lower.count == 1, let only = lower.first, !only.isASCII {
                result += Array(UTF8.encode(only) ?? UTF8.encodedReplacementCharacter)
            } else {
                result += Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
    }
    return result
}
