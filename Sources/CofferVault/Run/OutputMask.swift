// SPDX-License-Identifier: Apache-2.0
public import CofferBase

/// Replaces secret values in a program's output, whatever pieces it comes in.
///
/// It keeps keys out of a terminal's scrollback and a build's log when a program prints them as they are. It is no wall:
/// a program that has a key can print it in another form. Of a value with several lines, each line is masked.
public struct OutputMask {
    /// Shorter values and lines are not masked: ordinary text holds them too. In bytes.
    public static let shortest = 8
    /// So many bytes of what may become a value are shown when nothing follows, so that a prompt is not held back.
    static let shownAhead = 3
    private static let pieceSize = 32 * 1024

    private struct Pattern {
        let value: SharedSecret
        let name: String
    }

    /// The longest first.
    private let patterns: [Pattern]
    /// Whether a pattern begins with a byte.
    private var starts = [Bool](repeating: false, count: 256)
    /// The end of the output so far that may become a value; its first `shown` bytes were shown.
    private var held: SharedSecret?
    private var shown = 0

    /// The names of those that were masked.
    public private(set) var masked: Set<String> = []

    public init(_ secrets: [(name: String, value: SharedSecret)]) {
        patterns = secrets.flatMap { secret in
            Self.lines(of: secret.value).map { Pattern(value: $0, name: secret.name) }
        }.sorted { $0.value.count > $1.value.count }
        for pattern in patterns { pattern.value.withUnsafeBytes { starts[Int($0[0])] = true } }
    }

    /// Whether there is anything to mask of a value.
    public static func covers(_ value: SharedSecret) -> Bool { !lines(of: value).isEmpty }

    private static func lines(of value: SharedSecret) -> [SharedSecret] {
        value.withUnsafeBytes { bytes in
            bytes.split(whereSeparator: { $0 == 0x0a || $0 == 0x0d }).compactMap { line in
                var line = line.drop(while: \.isBlank)
                while line.last?.isBlank == true { line.removeLast() }
                return line.count >= shortest ? SharedSecret(copying: UnsafeRawBufferPointer(rebasing: line)) : nil
            }
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
        piece.withUnsafeBytes { scan(UnsafeRawBufferPointer(rebasing: $0[..<(before + got)]), isEnd: false, show) }
        return got
    }

    /// Whether `pause` has something to show.
    public var isHoldingBack: Bool { held.map { $0.count <= Self.shownAhead && $0.count > shown } ?? false }

    /// Nothing came for a moment: shows what was held back, where it is a few bytes.
    public mutating func pause(show: (UnsafeRawBufferPointer) -> Void) {
        guard isHoldingBack, let held else { return }
        held.withUnsafeBytes { show(UnsafeRawBufferPointer(rebasing: $0[shown...])) }
        shown = held.count
    }

    /// The output is at its end: shows the rest. A value that broke off beyond its middle is masked.
    public mutating func finish(show: (UnsafeRawBufferPointer) -> Void) {
        guard let rest = held else { return }
        rest.withUnsafeBytes { scan($0, isEnd: true, show) }
    }

    private enum Match {
        case none, open
        case found(Pattern, length: Int)
    }

    private mutating func scan(
        _ text: UnsafeRawBufferPointer, isEnd: Bool, _ show: (UnsafeRawBufferPointer) -> Void
    ) {
        var done = shown
        var at = 0
        func tell(upTo end: Int) {
            if done < end { show(UnsafeRawBufferPointer(rebasing: text[done..<end])) }
            done = max(done, end)
        }
        scanning: while at < text.count {
            guard starts[Int(text[at])] else {
                at += 1
                continue
            }
            switch match(UnsafeRawBufferPointer(rebasing: text[at...]), isEnd: isEnd) {
            case .none: at += 1
            case .open: break scanning
            case .found(let pattern, let length):
                tell(upTo: at)
                Array("<masked: \(pattern.name)>".utf8).withUnsafeBytes(show)
                masked.insert(pattern.name)
                at += length
                done = at
            }
        }
        tell(upTo: at)
        held = at < text.count ? SharedSecret(copying: UnsafeRawBufferPointer(rebasing: text[at...])) : nil
        shown = done - at
    }

    /// The longest pattern that the text begins with; or whether it may yet become one. At the end, one that broke off.
    private func match(_ text: UnsafeRawBufferPointer, isEnd: Bool) -> Match {
        var broken: Match = .none
        for pattern in patterns {
            let length = min(pattern.value.count, text.count)
            guard pattern.value.withUnsafeBytes({ $0[..<length].elementsEqual(text[..<length]) }) else { continue }
            if length == pattern.value.count { return .found(pattern, length: length) }
            if !isEnd { return .open }
            if length * 2 > pattern.value.count { broken = .found(pattern, length: length) }
        }
        return broken
    }
}
