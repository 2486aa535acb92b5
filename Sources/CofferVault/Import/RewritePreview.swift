// SPDX-License-Identifier: Apache-2.0
internal import CofferBase

/// The changed lines of a rewrite, in the manner of `diff -u`, for a terminal. Shows no secret: neither those that are
/// replaced nor what else on their lines looks like one.
enum RewritePreview {
    /// Characters of a line that are shown before and behind a change.
    private static let shown = 48

    static func text(of snapshot: FileSnapshot, replacements: [FileRewriter.Replacement]) -> String {
        snapshot.bytes.withUnsafeBytes { bytes in
            var text = "--- \(plain(snapshot.path))\n+++ \(plain(snapshot.path))\n"
            var line = 1
            var counted = 0
            var index = 0
            while index < replacements.count {
                let first = replacements[index]
                if first.range.isEmpty {
                    text += "@@ at the end @@\n"
                    text += first.text.split(separator: "\n").map { "+" + plain(String($0)) + "\n" }.joined()
                    index += 1
                    continue
                }
                let start = (bytes[..<first.range.lowerBound].lastIndex(of: 0x0a) ?? -1) + 1
                line += bytes[counted..<start].count { $0 == 0x0a }
                counted = start
                var members = [first]
                // Replacements that share lines are shown together.
                var end = lineEnd(bytes, first.range.upperBound)
                while index + members.count < replacements.count,
                    replacements[index + members.count].range.lowerBound < end,
                    !replacements[index + members.count].range.isEmpty
                {
                    members.append(replacements[index + members.count])
                    end = lineEnd(bytes, members[members.count - 1].range.upperBound)
                }
                text += "@@ line \(line) @@\n"
                text += "-" + shown(bytes, start..<end, members) { "«\(plain($0.label))»" } + "\n"
                text += "+" + shown(bytes, start..<end, members) { plain($0.text) } + "\n"
                index += members.count
            }
            return text
        }
    }

    private static func lineEnd(_ bytes: UnsafeRawBufferPointer, _ from: Int) -> Int {
        bytes[from...].firstIndex(of: 0x0a) ?? bytes.count
    }

    private static func shown(
        _ bytes: UnsafeRawBufferPointer, _ line: Range<Int>, _ members: [FileRewriter.Replacement],
        _ middle: (FileRewriter.Replacement) -> String
    ) -> String {
        var text = ""
        var from = line.lowerBound
        for member in members {
            text += context(bytes, from..<member.range.lowerBound, keepsEnd: true)
            text += middle(member)
            from = member.range.upperBound
        }
        return text + context(bytes, from..<line.upperBound, keepsEnd: false)
    }

    /// The text beside a change, shortened, with long random-looking runs masked before it is cut.
    private static func context(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, keepsEnd: Bool) -> String {
        // A run that lies partly within what is shown is judged as a whole, so more is read than shown.
        let reach = shown + 512
        let isCut = range.count > reach
        let near =
            keepsEnd
            ? max(range.lowerBound, range.upperBound - reach)..<range.upperBound
            : range.lowerBound..<min(range.upperBound, range.lowerBound + reach)
        let text = masked(bytes, near)
        guard text.count > shown || isCut else { return text }
        return keepsEnd ? "…" + text.suffix(shown) : text.prefix(shown) + "…"
    }

    /// Names, blanks and marks as they are; texts in quotes, and what could be a password, masked.
    private static func masked(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> String {
        var text = ""
        var at = range.lowerBound
        while at < range.upperBound {
            let byte = bytes[at]
            var end = at + 1
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`") {
                // A quote that opens or closes around the change itself has no other on its side.
                guard let close = bytes[end..<range.upperBound].firstIndex(of: byte) else {
                    text += String(UnicodeScalar(byte))
                    at = end
                    continue
                }
                let quote = UnicodeScalar(byte)
                text += close == end ? "\(quote)\(quote)" : "\(quote)«…»\(quote)"
                at = close + 1
            } else if isMark(byte) {
                text += plain(String(UnicodeScalar(byte)))
                at = end
            } else {
                while end < range.upperBound, !isMark(bytes[end]), !"\"'`".utf8.contains(bytes[end]) { end += 1 }
                text += isName(bytes[at..<end]) ? String(decoding: bytes[at..<end], as: UTF8.self) : "«…»"
                at = end
            }
        }
        return text
    }

    private static func isMark(_ byte: UInt8) -> Bool {
        byte.isBlank || byte < 0x20 || "=:,;()[]{}<>".utf8.contains(byte)
    }

    /// Words joined by dots, hyphens or underscores, without a digit where they are longer than a number. What holds other signs, as
    /// passwords and addresses with one do, is none.
    private static func isName(_ run: Slice<UnsafeRawBufferPointer>) -> Bool {
        guard run.allSatisfy({ $0.isWord || "-./#*&|+$".utf8.contains($0) }) else { return false }
        let isJoined = run.contains { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") }
        let hasDigit = run.contains(where: \.isDigit)
        return run.count < 6 || !hasDigit && (run.count < 20 || isJoined && run.count < 48)
    }

    /// Without control characters, which a terminal would obey.
    private static func plain(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    switch scalar.properties.generalCategory {
                    case .control, .format, .lineSeparator, .paragraphSeparator: scalar == "\t" ? " " : "\u{fffd}"
                    default: scalar
                    }
                }))
    }
}
