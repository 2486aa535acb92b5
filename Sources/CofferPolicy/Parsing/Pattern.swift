// SPDX-License-Identifier: Apache-2.0

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

    static func fold(_ tokens: [Token]) -> [Token] {
        // Only the operators without wildcards fold, so that the tokens are bytes.
        let bytes = tokens.map { UInt8(truncatingIfNeeded: $0) }
        return folded(bytes.span).map(Token.init)
    }
}
