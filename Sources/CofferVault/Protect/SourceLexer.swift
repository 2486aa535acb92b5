// SPDX-License-Identifier: Apache-2.0
internal import CofferBase

/// Finds the literals and comments of a source file, as far as telling what a byte belongs to needs it.
///
/// Where a file is written in a way that this does not follow (a regular expression with a quote in it, say), quotes no longer
/// pair up, and what looks like a literal is none: then nothing is changed, which is the safe side.
struct SourceLexer {
    struct Language {
        let quotes: Set<UInt8>
        /// Whether three quotes begin a text of several lines.
        var hasTriples = false
        /// What begins a comment to the line's end.
        let comment: [UInt8]
        /// Whether `/* … */` is a comment.
        var hasBlocks = false
        /// Quotes whose text may run over several lines.
        var multiline: Set<UInt8> = []

        static let python = Language(quotes: [0x22, 0x27], hasTriples: true, comment: Array("#".utf8))
        static let ruby = Language(quotes: [0x22, 0x27], comment: Array("#".utf8), multiline: [0x22, 0x27])
        static let javaScript = Language(
            quotes: [0x22, 0x27, 0x60], comment: Array("//".utf8), hasBlocks: true, multiline: [0x60])
    }

    /// Where literals of one quote on each side are, with their quotes.
    private(set) var literals: [Range<Int>] = []
    /// Lines that begin in code, with no blank before: their texts' places.
    private(set) var lines: [Range<Int>] = []

    /// - Parameter end: nothing behind it matters, but the literal that is open there.
    init(_ text: UnsafeRawBufferPointer, _ language: Language) {
        var at = 0
        var isLineStart = true
        while at < text.count {
            if isLineStart {
                let end = text[at...].firstIndex(of: 0x0a) ?? text.count
                lines.append(at..<end)
                isLineStart = false
            }
            let byte = text[at]
            if byte == 0x0a {
                isLineStart = true
                at += 1
            } else if text[at...].starts(with: language.comment) {
                at = text[at...].firstIndex(of: 0x0a) ?? text.count
            } else if language.hasBlocks, text[at...].starts(with: [0x2f, 0x2a]) {
                at = Self.end(of: [0x2a, 0x2f], from: at + 2, in: text)
            } else if language.quotes.contains(byte) {
                let triple = [byte, byte, byte]
                if language.hasTriples, text[at...].starts(with: triple) {
                    at = Self.end(of: triple, from: at + 3, in: text)
                } else {
                    let end = Self.end(ofLiteral: byte, from: at + 1, in: text, runsOn: language.multiline.contains(byte))
                    if let end { literals.append(at..<end) }
                    // One that isn't closed ends with its line.
                    at = end ?? text[at...].firstIndex(of: 0x0a) ?? text.count
                }
            } else {
                at += 1
            }
        }
    }

    private static func end(of mark: [UInt8], from start: Int, in text: UnsafeRawBufferPointer) -> Int {
        var at = start
        while at + mark.count <= text.count {
            if text[at] == UInt8(ascii: "\\") {
                at += 2
            } else if text[at..<at + mark.count].elementsEqual(mark) {
                return at + mark.count
            } else {
                at += 1
            }
        }
        return text.count
    }

    private static func end(ofLiteral quote: UInt8, from start: Int, in text: UnsafeRawBufferPointer, runsOn: Bool) -> Int? {
        var at = start
        while at < text.count {
            switch text[at] {
            case UInt8(ascii: "\\"): at += 2
            case quote: return at + 1
            case 0x0a where !runsOn: return nil
            default: at += 1
            }
        }
        return nil
    }
}
