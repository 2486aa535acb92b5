// SPDX-License-Identifier: Apache-2.0

/// Why a detector's pattern is not one, and where.
public struct PatternError: Error, Sendable, Equatable, CustomStringConvertible {
    public let message: String
    /// Bytes before the place.
    public let offset: Int

    public var description: String { "\(message) at character \(offset + 1) of the pattern" }
}

/// One way a pattern can run: byte classes in a row, each repeated so and so often.
struct ByteSequence: Sendable, Equatable {
    struct Element: Sendable, Equatable {
        var bytes: ByteClass
        var minimum: Int
        var maximum: Int
    }

    var elements: [Element] = []

    var minimumLength: Int { elements.reduce(0) { $0 + $1.minimum } }
    var maximumLength: Int { elements.reduce(0) { $0 + $1.maximum } }

    /// How many bytes are fixed to one value: of two patterns that fit, the one with more says more.
    var literalCount: Int { elements.reduce(0) { $0 + ($1.bytes.count == 1 ? $1.minimum : 0) } }

    /// Literal bytes at the start.
    var prefixLength: Int {
        var length = 0
        for element in elements {
            guard element.bytes.count == 1, element.minimum == element.maximum else { break }
            length += element.minimum
        }
        return length
    }

    /// The classes of the leading bytes whose place is certain.
    var fixedClasses: [ByteClass] {
        var classes: [ByteClass] = []
        for element in elements {
            classes += repeatElement(element.bytes, count: min(element.minimum, 64))
            if element.minimum != element.maximum || classes.count > 64 { break }
        }
        return classes
    }

    /// Where the longest match from `start` ends, or nil. `accept` may refuse an end, and then a shorter one is tried.
    func match(
        _ text: UnsafePointer<UInt8>, from start: Int, limit: Int, accept: (Int) -> Bool
    ) -> Int? {
        step(0, text, start, limit, accept)
    }

    private func step(
        _ index: Int, _ text: UnsafePointer<UInt8>, _ start: Int, _ limit: Int, _ accept: (Int) -> Bool
    ) -> Int? {
        guard index < elements.count else { return accept(start) ? start : nil }
        let element = elements[index]
        let farthest = min(limit, start + element.maximum)
        var end = start
        while end < farthest, element.bytes.contains(text[end]) { end += 1 }
        while end - start >= element.minimum {
            if let match = step(index + 1, text, end, limit, accept) { return match }
            end -= 1
        }
        return nil
    }
}

/// A key's shape in a small pattern language: literal bytes, `\` before a byte that would mean something, classes like
/// `[A-Za-z0-9_-]`, groups of alternatives `(a|b)`, and after a byte or class `{m}` or `{m,n}`.
///
/// No `*`, `+` or `?`: every match has a bounded length, so scanning needs bounded memory. At most three repetitions
/// of open length are taken, which bounds the time as well.
struct BytePattern: Sendable, Equatable {
    static let longestMatch = 512
    private static let mostSequences = 64

    let sequences: [ByteSequence]

    init(_ text: String) throws(PatternError) {
        var parser = PatternParser(Array(text.utf8))
        let sequences = try parser.alternatives(nested: false)
        for sequence in sequences {
            let open = sequence.elements.count { $0.minimum != $0.maximum }
            guard sequence.minimumLength >= 1, sequence.maximumLength <= Self.longestMatch, open <= 3 else {
                throw PatternError(
                    message: "matches nothing, more than 512 bytes, or has too many open lengths", offset: 0)
            }
        }
        guard sequences.count <= Self.mostSequences else {
            throw PatternError(message: "more than \(Self.mostSequences) alternatives", offset: 0)
        }
        self.sequences = sequences
    }
}

private struct PatternParser {
    private let text: [UInt8]
    private var at = 0

    init(_ text: [UInt8]) { self.text = text }

    mutating func alternatives(nested: Bool) throws(PatternError) -> [ByteSequence] {
        var all: [ByteSequence] = []
        var current = [ByteSequence()]
        while at < text.count, text[at] != UInt8(ascii: ")") {
            switch text[at] {
            case UInt8(ascii: "|"):
                guard nested else { throw error("alternatives need parentheses") }
                at += 1
                all += current
                current = [ByteSequence()]
            case UInt8(ascii: "("):
                guard !nested else { throw error("groups can't be nested") }
                at += 1
                let group = try alternatives(nested: true)
                guard at < text.count else { throw error("the group is not closed") }
                at += 1
                current = current.flatMap { start in
                    group.map { ByteSequence(elements: start.elements + $0.elements) }
                }
            default:
                let element = try element()
                for index in current.indices { current[index].elements.append(element) }
            }
        }
        if !nested, at < text.count { throw error("a group ends that never began") }
        return all + current
    }

    private func error(_ message: String) -> PatternError { PatternError(message: message, offset: at) }

    private mutating func element() throws(PatternError) -> ByteSequence.Element {
        let byte = text[at]
        at += 1
        var bytes = ByteClass()
        switch byte {
        case UInt8(ascii: "["): bytes = try byteClass()
        case UInt8(ascii: "\\"): bytes.insert(try escaped())
        case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"), UInt8(ascii: "{"), UInt8(ascii: "}"),
            UInt8(ascii: "]"), UInt8(ascii: "."), UInt8(ascii: "^"), UInt8(ascii: "$"):
            at -= 1
            throw error("this character needs a \\ before it")
        default: bytes.insert(byte)
        }
        let (minimum, maximum) = try repetition()
        return ByteSequence.Element(bytes: bytes, minimum: minimum, maximum: maximum)
    }

    private mutating func escaped() throws(PatternError) -> UInt8 {
        guard at < text.count, !text[at].isAlphanumeric else { throw error("unknown escape") }
        at += 1
        return text[at - 1]
    }

    private mutating func byteClass() throws(PatternError) -> ByteClass {
        var bytes = ByteClass()
        while at < text.count, text[at] != UInt8(ascii: "]") {
            var low = text[at]
            at += 1
            if low == UInt8(ascii: "\\") { low = try escaped() }
            if at + 1 < text.count, text[at] == UInt8(ascii: "-"), text[at + 1] != UInt8(ascii: "]") {
                let high = text[at + 1]
                at += 2
                guard low <= high else { throw error("the range runs backwards") }
                for byte in low...high { bytes.insert(byte) }
            } else {
                bytes.insert(low)
            }
        }
        guard at < text.count, bytes.count > 0 else { throw error("the class is empty or not closed") }
        at += 1
        return bytes
    }

    private mutating func repetition() throws(PatternError) -> (Int, Int) {
        guard at < text.count, text[at] == UInt8(ascii: "{") else { return (1, 1) }
        at += 1
        let minimum = try number()
        var maximum = minimum
        if at < text.count, text[at] == UInt8(ascii: ",") {
            at += 1
            maximum = try number()
        }
        guard at < text.count, text[at] == UInt8(ascii: "}"), minimum <= maximum, maximum > 0 else {
            throw error("the repetition is not {m} or {m,n}")
        }
        at += 1
        return (minimum, maximum)
    }

    private mutating func number() throws(PatternError) -> Int {
        let start = at
        while at < text.count, text[at].isDigit, at - start < 4 { at += 1 }
        guard let value = Int(String(decoding: text[start..<at], as: UTF8.self)) else {
            throw error("a number is missing")
        }
        return value
    }
}
