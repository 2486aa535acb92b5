// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import Glibc

/// Keys in base64, as Kubernetes' Secrets and some configurations hold them: the key alone, with or without a line feed.
enum EncodedKey {
    private static let longest = (BytePattern.longestMatch + 4) / 3 * 4
    private static let shortest = 24

    /// The bytes that a key's fixed start begins with in base64.
    static func classes(of sequence: ByteSequence) -> [ByteClass] {
        var start: [UInt8] = []
        for fixed in sequence.fixedClasses.prefix(sequence.prefixLength) { fixed.forEach { start.append($0) } }
        // Only whole digits are certain.
        let digits = Base64.encode(start).utf8.prefix(start.count * 8 / 6)
        return digits.map { ByteClass([$0]) }
    }

    /// The run of base64 that begins at `start`; nil where it begins earlier or can't be a key.
    static func run(at start: Int, of window: TextWindow) -> Range<Int>? {
        if start > 0, isDigit(window[start - 1]) || window[start - 1] == UInt8(ascii: "=") { return nil }
        var end = start
        while end < window.count, end - start <= longest, isDigit(window[end]) { end += 1 }
        let digits = end
        while end < window.count, end - digits < 2, window[end] == UInt8(ascii: "=") { end += 1 }
        let count = end - start
        guard count >= shortest, count <= longest, count.isMultiple(of: 4) else { return nil }
        if end < window.count, isDigit(window[end]) || window[end] == UInt8(ascii: "=") { return nil }
        return start..<end
    }

    /// Calls `body` with what the run means; with nothing where it is no base64. The copy is wiped.
    static func withDecoded<R>(_ run: Range<Int>, of window: TextWindow, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
        let text = UnsafeRawBufferPointer(start: window.text + run.lowerBound, count: run.count)
        var bytes = run.count >= shortest && run.count.isMultiple(of: 4) ? Base64.decode(text) ?? [] : []
        defer { bytes.withUnsafeMutableBytes { if let start = $0.baseAddress { explicit_bzero(start, $0.count) } } }
        let count = bytes.last == 0x0a ? bytes.count - 1 : bytes.count
        return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[..<count])) }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        byte.isAlphanumeric || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/")
    }
}
