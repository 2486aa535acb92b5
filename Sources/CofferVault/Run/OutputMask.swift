// SPDX-License-Identifier: Apache-2.0
public import CofferBase

/// Replaces secret values in a program's output, whatever pieces it comes in, in time that grows with the output alone.
///
/// It keeps keys out of a terminal's scrollback and a build's log when a program prints them as they are. It is no wall:
/// a program that has a key can print it in another form. Of a value with several lines, such as a key file, each run of
/// characters that looks random is masked.
public struct OutputMask {
    /// Shorter values are not masked: ordinary text holds them too. In bytes.
    public static let shortest = 8
    /// The shortest run that is masked of a value with several lines.
    private static let shortestRun = 16
    /// So many bytes of what may become a value are shown when nothing follows, so that a prompt is not held back.
    static let shownAhead = 3
    private static let longestName = 64
    private static let pieceSize = 32 * 1024

    /// Bytes of what is held that are to be masked.
    private struct Cover {
        var range: Range<Int>
        var pattern: Int
        /// Its beginning was passed on already, and with it the name.
        var isTold = false
    }

    private let automaton: PatternAutomaton
    /// Of each pattern, the name that stands in its place.
    private let names: [String]
    /// How far into the patterns the output's end is.
    private var state = PatternAutomaton.root
    /// The end of the output so far that may become a value, or a longer one.
    private var held: SharedSecret?
    /// In order; none overlaps another.
    private var covers: [Cover] = []
    /// How many of the held bytes were shown ahead.
    private var shown = 0

    /// The names of those that were masked.
    public private(set) var masked: Set<String> = []

    public init(_ secrets: [(name: String, value: SharedSecret)]) {
        let patterns = secrets.flatMap { secret in Self.parts(of: secret.value).map { (secret.name, $0) } }
        names = patterns.map { name, _ in name.utf8.count > Self.longestName ? String(name.prefix(Self.longestName)) + "…" : name }
        automaton = PatternAutomaton(patterns.map { $0.1 })
    }

    /// Whether there is anything to mask of a value.
    public static func covers(_ value: SharedSecret) -> Bool { !parts(of: value).isEmpty }

    private static func parts(of value: SharedSecret) -> [SharedSecret] {
        value.withUnsafeBytes { bytes in
            guard bytes.contains(0x0a) || bytes.contains(0x0d) else { return bytes.count >= shortest ? [SharedSecret(copying: bytes)] : [] }
            var parts: [SharedSecret] = []
            var at = 0
            while at < bytes.count {
                // An escape, as in JSON: its letter is no part of what follows.
                if bytes[at] == UInt8(ascii: "\\") { at += 2 }
                let start = min(at, bytes.count)
                at = start
                while at < bytes.count, bytes[at].isWord || "+/=.-".utf8.contains(bytes[at]) { at += 1 }
                let run = UnsafeRawBufferPointer(rebasing: bytes[start..<at])
                if run.count >= shortestRun, run.contains(where: \.isDigit), run.contains(where: \.isLetter) {
                    parts.append(SharedSecret(copying: run))
                }
                if at < bytes.count, bytes[at] != UInt8(ascii: "\\") { at += 1 }
            }
            return parts
        }
    }

    /// Takes the next piece of the output, and shows what of it is certain.
    /// - Parameter read: fills the buffer, and returns how much; 0 or less is passed on, and shows nothing.
    public mutating func pass(
        read: (UnsafeMutableRawBufferPointer) -> Int, show: (UnsafeRawBufferPointer) -> Void
    ) -> Int {
        let before = held?.count ?? 0
        var got = 0
        let piece = SecretBytes(count: before + Self.pieceSize) { target in
            held?.withUnsafeBytes { target.copyMemory(from: $0) }
            got = read(UnsafeMutableRawBufferPointer(rebasing: target[before...]))
        }
        guard got > 0 else { return got }
        piece.withUnsafeBytes { bytes in
            let text = UnsafeRawBufferPointer(rebasing: bytes[..<(before + got)])
            for place in before..<text.count {
                state = automaton.next(state, text[place])
                if let found = automaton.pattern(endingAt: state) { cover(found, upTo: place + 1) }
            }
            let certain = text.count - automaton.depth(state)
            emit(text, upTo: certain, show)
            held = certain < text.count ? SharedSecret(copying: UnsafeRawBufferPointer(rebasing: text[certain...])) : nil
        }
        return got
    }

    /// A pattern ends there: the longest that does. What it overlaps becomes a part of the same.
    private mutating func cover(_ found: (pattern: Int, length: Int), upTo end: Int) {
        let start = end - found.length
        while let last = covers.last, last.range.lowerBound >= start, !last.isTold { covers.removeLast() }
        if let last = covers.last, last.range.upperBound > start {
            covers[covers.count - 1].range = last.range.lowerBound..<end
        } else {
            covers.append(Cover(range: start..<end, pattern: found.pattern))
        }
    }

    /// Passes on what is certain, and forgets it.
    private mutating func emit(
        _ text: UnsafeRawBufferPointer, upTo end: Int, _ show: (UnsafeRawBufferPointer) -> Void
    ) {
        var at = shown
        func tell(upTo place: Int) {
            if at < place { show(UnsafeRawBufferPointer(rebasing: text[at..<place])) }
            at = max(at, place)
        }
        var rest: [Cover] = []
        for cover in covers {
            guard cover.range.lowerBound < end else {
                var later = cover
                later.range = cover.range.lowerBound - end..<cover.range.upperBound - end
                rest.append(later)
                continue
            }
            tell(upTo: cover.range.lowerBound)
            if !cover.isTold {
                Array("<masked: \(names[cover.pattern])>".utf8).withUnsafeBytes(show)
                masked.insert(names[cover.pattern])
            }
            at = max(at, cover.range.upperBound)
            if cover.range.upperBound > end {
                rest.append(Cover(range: 0..<cover.range.upperBound - end, pattern: cover.pattern, isTold: true))
            }
        }
        tell(upTo: end)
        covers = rest
        shown = max(0, shown - end)
    }

    /// Whether `pause` has something to show.
    public var isHoldingBack: Bool {
        guard let held, covers.isEmpty else { return false }
        return held.count <= Self.shownAhead && held.count > shown
    }

    /// Nothing came for a moment: shows what was held back, where it is a few bytes.
    public mutating func pause(show: (UnsafeRawBufferPointer) -> Void) {
        guard isHoldingBack, let held else { return }
        held.withUnsafeBytes { show(UnsafeRawBufferPointer(rebasing: $0[shown...])) }
        shown = held.count
    }

    /// The output is at its end: shows the rest. A value that broke off beyond its middle is masked.
    public mutating func finish(show: (UnsafeRawBufferPointer) -> Void) {
        guard let rest = held else { return }
        let broken = automaton.shortest(through: state)
        if let broken, rest.count * 2 > broken.length { cover((broken.pattern, rest.count), upTo: rest.count) }
        rest.withUnsafeBytes { emit($0, upTo: rest.count, show) }
        (held, state) = (nil, PatternAutomaton.root)
    }
}
