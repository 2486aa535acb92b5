// SPDX-License-Identifier: Apache-2.0

/// Reads the lines of a `.env` file.
enum EnvParser {
    static func parse(_ text: UnsafeRawBufferPointer) -> ([EnvFile.Entry], [EnvFile.Problem]) {
        var reader = Reader(text: text)
        reader.read()
        return (reader.entries, reader.problems)
    }

    /// Gives the bytes that a double-quoted value means, one by one with their places. Returns their number.
    static func unescape(_ raw: UnsafeRawBufferPointer, _ give: (Int, UInt8) -> Void) -> Int {
        var (from, to) = (0, 0)
        while from < raw.count {
            var byte = raw[from]
            if byte == UInt8(ascii: "\\"), from + 1 < raw.count {
                let meaning: UInt8? =
                    switch raw[from + 1] {
                    case UInt8(ascii: "n"): 0x0a
                    case UInt8(ascii: "r"): 0x0d
                    case UInt8(ascii: "t"): 0x09
                    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "$"): raw[from + 1]
                    default: nil
                    }
                if let meaning {
                    byte = meaning
                    from += 1
                }
            }
            give(to, byte)
            from += 1
            to += 1
        }
        return to
    }

    private struct Reader {
        let text: UnsafeRawBufferPointer
        var entries: [EnvFile.Entry] = []
        var problems: [EnvFile.Problem] = []
        private var at = 0
        private var line = 1

        init(text: UnsafeRawBufferPointer) { self.text = text }

        mutating func read() {
            if text.starts(with: [0xef, 0xbb, 0xbf]) { at = 3 }
            while at < text.count {
                let end = lineEnd(from: at)
                if let problem = readLine(upTo: end) {
                    problems.append(EnvFile.Problem(line: line, reason: problem))
                    next(after: end)
                }
            }
        }

        /// Where the line's text ends, before its line feed and the carriage return before that.
        private func lineEnd(from start: Int) -> Int {
            var end = start
            while end < text.count, text[end] != 0x0a { end += 1 }
            return end > start && end < text.count && text[end - 1] == 0x0d ? end - 1 : end
        }

        /// Goes on behind the line that ends there.
        private mutating func next(after end: Int) {
            var end = end
            while end < text.count, text[end] != 0x0a { end += 1 }
            at = min(text.count, end + 1)
            line += 1
        }

        private func skipBlanks(_ start: Int, _ end: Int) -> Int {
            var place = start
            while place < end, text[place].isBlank { place += 1 }
            return place
        }

        /// Reads one line and goes on to the next, or says what is wrong with it.
        private mutating func readLine(upTo end: Int) -> String? {
            var place = skipBlanks(at, end)
            guard place < end, text[place] != UInt8(ascii: "#") else {
                next(after: end)
                return nil
            }
            var isExported = false
            let export = Array("export".utf8)
            if text[place..<end].starts(with: export), place + 6 < end, text[place + 6].isBlank {
                let after = skipBlanks(place + 6, end)
                if after < end, text[after] != UInt8(ascii: "=") {
                    isExported = true
                    place = after
                }
            }
            let nameStart = place
            while place < end,
                text[place].isWord || text[place] == UInt8(ascii: ".") || text[place] == UInt8(ascii: "-")
            {
                place += 1
            }
            guard place > nameStart, !text[nameStart].isDigit else { return "no variable's name at the start" }
            let name = String(decoding: text[nameStart..<place], as: UTF8.self)
            place = skipBlanks(place, end)
            guard place < end, text[place] == UInt8(ascii: "=") else { return "no = after the name" }
            let afterSign = place + 1
            place = skipBlanks(afterSign, end)
            if place < end, let quote = EnvFile.Quote(rawValue: text[place]), quote != .none {
                return readQuoted(name, quote, from: place + 1, isExported: isExported)
            }
            var valueEnd = place
            while valueEnd < end {
                if text[valueEnd] == UInt8(ascii: "#"), text[valueEnd - 1].isBlank { break }
                if text[valueEnd] == 0 { return "a NUL byte in the value" }
                valueEnd += 1
            }
            while valueEnd > place, text[valueEnd - 1].isBlank { valueEnd -= 1 }
            // An empty value stands before the blanks, so that a comment stays one when a value comes there.
            if valueEnd == place { (place, valueEnd) = (afterSign, afterSign) }
            entries.append(
                EnvFile.Entry(name: name, line: line, range: place..<valueEnd, quote: .none, isExported: isExported))
            next(after: end)
            return nil
        }

        private mutating func readQuoted(
            _ name: String, _ quote: EnvFile.Quote, from start: Int, isExported: Bool
        ) -> String? {
            var place = start
            var feeds = 0
            while place < text.count, text[place] != quote.rawValue {
                if text[place] == 0 { return "a NUL byte in the value" }
                if text[place] == UInt8(ascii: "\\"), quote == .double, place + 1 < text.count { place += 1 }
                if text[place] == 0x0a { feeds += 1 }
                place += 1
            }
            guard place < text.count else { return "the quote is not closed" }
            let end = lineEnd(from: place + 1)
            let after = skipBlanks(place + 1, end)
            guard after >= end || text[after] == UInt8(ascii: "#") else { return "text behind the closing quote" }
            entries.append(
                EnvFile.Entry(name: name, line: line, range: start..<place, quote: quote, isExported: isExported))
            line += feeds
            next(after: end)
            return nil
        }
    }
}
