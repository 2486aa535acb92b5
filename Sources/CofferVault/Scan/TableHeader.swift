// SPDX-License-Identifier: Apache-2.0

/// The first line of a CSV or TSV file: what its columns are called.
struct TableHeader: Sendable, Equatable {
    static let longest = 4096

    let delimiter: UInt8
    let cells: [[UInt8]]

    /// Reads the first line of `start`. Nil where it has only one column, unless the delimiter is known.
    init?(firstLineOf start: UnsafeBufferPointer<UInt8>, delimiter known: UInt8? = nil) {
        let bom: [UInt8] = [0xef, 0xbb, 0xbf]
        let text = start.starts(with: bom) ? start.dropFirst(3) : start[...]
        let line = Array(text.prefix(Self.longest).prefix { $0 != 0x0a && $0 != 0x0d })
        if let known {
            delimiter = known
            cells = Self.split(line, at: known)
            return
        }
        let delimiters: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        let counts = delimiters.map { mark in line.count { $0 == mark } }
        guard let most = counts.max(), most > 0, let index = counts.firstIndex(of: most) else { return nil }
        delimiter = delimiters[index]
        cells = Self.split(line, at: delimiters[index])
    }

    /// The header of the column that `place` is in; nil behind the last, and on the first line itself.
    func header(of place: Int, in window: TextWindow, lineStart: Int) -> [UInt8]? {
        let column = column(of: place, in: window, lineStart: lineStart)
        return column < cells.count ? cells[column] : nil
    }

    private func column(of place: Int, in window: TextWindow, lineStart: Int) -> Int {
        var column = 0
        var isQuoted = false
        for index in lineStart..<place {
            if window[index] == UInt8(ascii: "\"") {
                isQuoted.toggle()
            } else if window[index] == delimiter, !isQuoted {
                column += 1
            }
        }
        return column
    }

    /// A sheet's name for its column: `A` for 0, `AA` for 26.
    static func letters(_ column: Int) -> String {
        let last = String(UnicodeScalar(UInt8(0x41 + column % 26)))
        return column < 26 ? last : letters(column / 26 - 1) + last
    }

    /// The cells of a line, without quotes and outer blanks.
    static func split(_ line: [UInt8], at delimiter: UInt8) -> [[UInt8]] {
        var cells: [[UInt8]] = [[]]
        var isQuoted = false
        for byte in line {
            if byte == UInt8(ascii: "\"") {
                isQuoted.toggle()
            } else if byte == delimiter, !isQuoted {
                cells.append([])
            } else {
                cells[cells.count - 1].append(byte)
            }
        }
        return cells.map { cell in
            Array(cell.drop(while: \.isBlank).reversed().drop(while: \.isBlank).reversed())
        }
    }
}

extension TableHeader {
    /// True where a column's header is the context of a detector that has no fixed start: then every row counts.
    func asks(for index: Int, in set: DetectorSet) -> Bool {
        let detector = set.detectors[index]
        guard !detector.hasPrefix else { return false }
        let words: [[UInt8]] =
            switch detector.context {
            case nil: []
            case .provider: set.providers[set.providerOf[index]].nameWords
            case .variable(let texts), .words(let texts, _): texts.map { Array($0.utf8) }
            }
        return cells.contains { cell in
            cell.withUnsafeBufferPointer { bytes in
                guard let base = bytes.baseAddress else { return false }
                return TextWindow(text: base, count: bytes.count).containsAny(words, in: 0..<bytes.count)
            }
        }
    }
}
