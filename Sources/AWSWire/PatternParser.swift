// SPDX-License-Identifier: Apache-2.0

/// The tree of a pattern.
indirect enum PatternNode {
    case scalars(ScalarSet)
    case sequence([PatternNode])
    case choice([PatternNode])
    case repeated(PatternNode, ClosedRange<Int>)
    case start, end

    private static let longestProgram = 20_000

    /// Appends the steps. False when the program would be too long.
    func compile(into program: inout [ValuePattern.Step]) -> Bool {
        guard program.count < Self.longestProgram else { return false }
        switch self {
        case .scalars(let set): program.append(.scalars(set))
        case .start: program.append(.start)
        case .end: program.append(.end)
        case .sequence(let nodes): return nodes.allSatisfy { $0.compile(into: &program) }
        case .choice(let nodes):
            var ends: [Int] = []
            for (index, node) in nodes.enumerated() {
                let split = program.count
                if index < nodes.count - 1 { program.append(.jump(0)) }
                guard node.compile(into: &program) else { return false }
                guard index < nodes.count - 1 else { break }
                ends.append(program.count)
                program.append(.jump(0))
                program[split] = .split(split + 1, program.count)
            }
            for end in ends { program[end] = .jump(program.count) }
        case .repeated(let node, let count):
            for _ in 0..<count.lowerBound { guard node.compile(into: &program) else { return false } }
            if count.upperBound == Int.max {
                let split = program.count
                program.append(.jump(0))
                guard node.compile(into: &program) else { return false }
                program.append(.jump(split))
                program[split] = .split(split + 1, program.count)
                return true
            }
            var splits: [Int] = []
            for _ in count.lowerBound..<count.upperBound {
                splits.append(program.count)
                program.append(.jump(0))
                guard node.compile(into: &program) else { return false }
            }
            for split in splits { program[split] = .split(split + 1, program.count) }
        }
        return true
    }
}

/// Reads a pattern. Gives up (nil) on anything it does not know.
struct PatternParser {
    private let text: [Unicode.Scalar]
    private var at = 0
    private var depth = 0

    init(_ pattern: String) { text = Array(pattern.unicodeScalars) }

    mutating func parse() -> PatternNode? {
        guard let node = choice(), at == text.count else { return nil }
        // `^…$` around one class says nothing, since the whole text must match.
        if case .sequence(var parts) = node {
            if case .start? = parts.first { parts.removeFirst() }
            if case .end? = parts.last { parts.removeLast() }
            return parts.count == 1 ? parts[0] : .sequence(parts)
        }
        return node
    }

    private var peek: Unicode.Scalar? { at < text.count ? text[at] : nil }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard peek == scalar else { return false }
        at += 1
        return true
    }

    private mutating func choice() -> PatternNode? {
        guard depth < 32 else { return nil }
        depth += 1
        defer { depth -= 1 }
        var options: [PatternNode] = []
        repeat {
            guard let option = sequence() else { return nil }
            options.append(option)
        } while take("|")
        return options.count == 1 ? options[0] : .choice(options)
    }

    private mutating func sequence() -> PatternNode? {
        var parts: [PatternNode] = []
        while let next = peek, next != "|", next != ")" {
            guard let atom = atom(), let part = quantified(atom) else { return nil }
            parts.append(part)
        }
        return .sequence(parts)
    }

    private mutating func quantified(_ atom: PatternNode) -> PatternNode? {
        var count: ClosedRange<Int>
        switch peek {
        case "*": count = 0...Int.max
        case "+": count = 1...Int.max
        case "?": count = 0...1
        case "{":
            guard let bounds = bounds() else { return nil }
            count = bounds
            at -= 1
        default: return atom
        }
        at += 1
        // Lazy and possessive forms, and repetitions of repetitions, are left out.
        if let next = peek, next == "?" || next == "+" || next == "*" || next == "{" { return nil }
        return .repeated(atom, count)
    }

    /// `{2}`, `{2,}` or `{2,5}`; stands after the brace when done.
    private mutating func bounds() -> ClosedRange<Int>? {
        at += 1
        guard let low = integer() else { return nil }
        var high = low
        if take(",") {
            if peek == "}" { high = Int.max } else if let bound = integer() { high = bound } else { return nil }
        }
        guard take("}"), low <= high, low <= 1000, high == Int.max || high <= 100_000 else { return nil }
        return low...high
    }

    private mutating func integer() -> Int? {
        let start = at
        while let digit = peek, ("0"..."9").contains(digit) { at += 1 }
        return at - start <= 6 ? Int(String(String.UnicodeScalarView(text[start..<at]))) : nil
    }

    private mutating func atom() -> PatternNode? {
        guard let next = peek else { return nil }
        switch next {
        case "^":
            at += 1
            return .start
        case "$":
            at += 1
            return .end
        case ".":
            at += 1
            return .scalars(ScalarSet.lineEnds.inverted)
        case "(":
            at += 1
            if take("?") { guard take(":") else { return nil } }
            guard let inner = choice(), take(")") else { return nil }
            return inner
        case "[":
            at += 1
            return bracket().map { .scalars($0) }
        case "\\": return escape().map { .scalars($0) }
        case "*", "+", "?", "{", ")", "|": return nil
        default:
            at += 1
            return .scalars(ScalarSet(next.value...next.value))
        }
    }

    private mutating func bracket() -> ScalarSet? {
        var set = ScalarSet()
        let isInverted = take("^")
        while let next = peek, next != "]" {
            // Nested classes and intersections are left out.
            if next == "[" || (next == "&" && at + 1 < text.count && text[at + 1] == "&") { return nil }
            guard let first = member() else { return nil }
            if let low = first.onlyScalar, peek == "-", at + 1 < text.count, text[at + 1] != "]" {
                at += 1
                guard let last = member()?.onlyScalar, low <= last else { return nil }
                set.insert(low...last)
            } else {
                set.formUnion(first)
            }
        }
        guard take("]") else { return nil }
        return isInverted ? set.inverted : set
    }

    private mutating func member() -> ScalarSet? {
        guard let next = peek else { return nil }
        if next == "\\" { return escape() }
        at += 1
        return ScalarSet(next.value...next.value)
    }

    private mutating func escape() -> ScalarSet? {
        at += 1
        guard let letter = peek else { return nil }
        at += 1
        switch letter {
        case "w": return .word
        case "W": return ScalarSet.word.inverted
        case "d": return ScalarSet(0x30...0x39)
        case "D": return ScalarSet(0x30...0x39).inverted
        case "s": return .space
        case "S": return ScalarSet.space.inverted
        case "t": return ScalarSet(0x09...0x09)
        case "n": return ScalarSet(0x0a...0x0a)
        case "r": return ScalarSet(0x0d...0x0d)
        case "u": return hex().map { ScalarSet($0...$0) }
        case "p":
            guard take("{"), let name = peek, ScalarSet.isCategory(name) else { return nil }
            at += 1
            return take("}") ? ScalarSet(category: name) : nil
        default:
            let isLetterOrDigit = letter.value < 0x80 && ScalarSet.word.contains(letter.value) && letter != "_"
            return isLetterOrDigit ? nil : ScalarSet(letter.value...letter.value)
        }
    }

    /// Four digits. The models also write `\u10000` and `\u10FFFF` and mean those code points, so they are read so,
    /// where Java reads U+1000 and a zero.
    private mutating func hex() -> UInt32? {
        for long in ["10000", "10FFFF"] where text[at...].starts(with: long.unicodeScalars) {
            at += long.unicodeScalars.count
            return UInt32(long, radix: 16)
        }
        guard at + 4 <= text.count else { return nil }
        let digits = String(String.UnicodeScalarView(text[at..<at + 4]))
        at += 4
        return UInt32(digits, radix: 16)
    }
}
