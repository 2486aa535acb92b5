// SPDX-License-Identifier: Apache-2.0

/// What stands around a key: the variable that holds it, and the providers that the text names nearby.
///
/// Everything is a function of at most `reach` bytes to each side, so results don't depend on how a file is cut into
/// chunks.
struct KeySurroundings {
    static let reach = 1024
    static let lines = 3
    private static let longestName = 128

    let window: TextWindow
    let key: Range<Int>
    let table: TableHeader?
    /// The file's base name, given only where the file holds little but the key.
    let fileName: [UInt8]

    private static let schemes: [[UInt8]] = ["bearer", "token", "basic", "key"].map { Array($0.utf8) }
    static let keywords: [[UInt8]] = [
        "key", "keys", "apikey", "token", "secret", "auth", "authorization", "bearer", "credential", "credentials",
        "password", "api",
    ].map { Array($0.utf8) } + foreign.flatMap { [Array($0.utf8), $0.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }] }
    /// The same in other languages, in UTF-8 and in Latin-1.
    private static let foreign = [
        "schlüssel", "zugangsdaten", "kennwort", "passwort", "clé", "clef", "jeton", "clave", "contraseña", "chiave", "chave",
        "senha", "sleutel", "nyckel", "nøgle", "nøkkel", "klucz", "hasło", "avain", "anahtar",
    ]
    private static let hashWords: [[UInt8]] = [
        "sha", "md", "hash", "hashes", "digest", "checksum", "commit", "integrity", "etag", "revision", "blob", "tree",
    ].map { Array($0.utf8) }

    /// The name that the key is given to: `X=key`, `"X": "key"`, `X => 'key'`, `setenv("X", "key")`, and in Kubernetes'
    /// form the name on the line before.
    var variable: Range<Int>? {
        guard let name = assignedName(before: key.lowerBound) else { return nil }
        let isValue = name.count == 5 && window.hasWord(Array("value".utf8), at: name.lowerBound, isWhole: false)
        guard isValue else { return name }
        let line = window.lineStart(of: name.lowerBound, reach: Self.reach)
        guard line > 0, window[line - 1] == 0x0a else { return name }
        var end = line - 1
        while end > 0, window[end - 1] == 0x0d || window[end - 1].isBlank || isQuote(window[end - 1]) { end -= 1 }
        return self.name(endingAt: end) ?? name
    }

    private func isQuote(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`")
    }

    private func skipBack(_ place: Int, while holds: (UInt8) -> Bool) -> Int {
        let floor = max(0, key.lowerBound - 2 * Self.longestName)
        var at = place
        while at > floor, window[at - 1] != 0x0a, holds(window[at - 1]) { at -= 1 }
        return at
    }

    private func assignedName(before start: Int) -> Range<Int>? {
        let isGap: (UInt8) -> Bool = { $0.isBlank || isQuote($0) || $0 == UInt8(ascii: "\\") }
        var at = skipBack(start, while: isGap)
        for scheme in Self.schemes where window.hasWord(scheme, at: at - scheme.count, isWhole: true) && at < start {
            at = skipBack(at - scheme.count, while: isGap)
            break
        }
        let separators = skipBack(at) {
            $0.isBlank || $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ">")
                || $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ",")
        }
        guard separators < at else { return nil }
        let marks = separators..<at
        let end = skipBack(separators) { isGap($0) || $0 == UInt8(ascii: "]") || $0 == UInt8(ascii: ")") }
        if marks.allSatisfy({ window[$0].isBlank || window[$0] == UInt8(ascii: ",") }) {
            // A comma alone separates arguments or cells: only a quoted name before it is a name, and never in a table.
            let isArgument = table == nil && end < separators && isQuote(window[separators - 1])
            guard isArgument, marks.contains(where: { window[$0] == UInt8(ascii: ",") }) else { return nil }
        }
        return name(endingAt: end)
    }

    private func name(endingAt end: Int) -> Range<Int>? {
        let start = skipBack(end) {
            $0.isWord || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "$")
        }
        guard start < end, end - start <= Self.longestName, (start..<end).contains(where: { window[$0].isLetter })
        else { return nil }
        return start..<end
    }

    var line: Range<Int> {
        window.lineStart(of: key.lowerBound, reach: Self.reach)..<window.lineEnd(of: key.upperBound, reach: Self.reach)
    }

    /// The line without the key, in which a name would be chance.
    private var besideKey: [Range<Int>] { [line.lowerBound..<key.lowerBound, key.upperBound..<line.upperBound] }

    /// The header of the table's column that the key is in.
    var column: [UInt8]? {
        guard let table else { return nil }
        return table.header(of: key.lowerBound, in: window, lineStart: line.lowerBound)
    }

    /// True where the detector's context is there.
    func satisfies(_ detector: Detector, index: Int, in set: DetectorSet) -> Bool {
        switch detector.context {
        case nil: return true
        case .variable(let words):
            let words = words.map { Array($0.utf8) }
            return variable.map { window.containsAny(words, in: $0) } ?? false || columnHas(words)
        case .words(let words, let near):
            let words = words.map { Array($0.utf8) }
            return besideKey.contains { window.containsAny(words, in: $0, isWhole: false) } || columnHas(words)
                || near.contains { hasMatch(ofDetector: $0, in: set) }
        case .provider:
            guard nearestProviders(in: set).contains(set.providerOf[index]) else { return false }
            return detector.hasPrefix || looksLikeKey(needsKeyword: detector.needsKeyword)
        }
    }

    private func columnHas(_ words: [[UInt8]]) -> Bool {
        guard let column else { return false }
        return column.withUnsafeBufferPointer { header in
            guard let base = header.baseAddress else { return false }
            return TextWindow(text: base, count: header.count).containsAny(words, in: 0..<header.count)
        }
    }

    /// The providers that are named closest to the key: by the variable or column, else by the line, else by one of
    /// the lines before. So a key below another provider's line is not given to that one.
    private func nearestProviders(in set: DetectorSet) -> [Int] {
        if let variable {
            let named = set.providers(namedIn: variable, of: window)
            if !named.isEmpty { return named }
            let byName = set.providers.indices.filter { window.containsAny(set.providers[$0].nameWords, in: variable) }
            if !byName.isEmpty { return byName }
        }
        let byColumn = set.providers.indices.filter { columnHas(set.providers[$0].nameWords) }
        if !byColumn.isEmpty { return byColumn }
        let beside = besideKey.flatMap { providersNamed(onLine: $0, in: set) }
        if !beside.isEmpty { return beside }
        let byCell = providersNamedByCells(in: set)
        if !byCell.isEmpty { return byCell }
        for range in linesBefore {
            let named = providersNamed(onLine: range, in: set)
            if !named.isEmpty { return named }
        }
        let byFile = fileName.withUnsafeBufferPointer { name -> [Int] in
            guard let base = name.baseAddress else { return [] }
            let window = TextWindow(text: base, count: name.count)
            return set.providers.indices.filter { window.containsAny(set.providers[$0].words, in: 0..<name.count) }
        }
        if !byFile.isEmpty { return byFile }
        // `"apiKey": "…",` may stand above `"provider": "deepgram"`.
        for range in linesAfter {
            let named = providersNamed(onLine: range, in: set)
            if !named.isEmpty { return named }
        }
        return []
    }

    /// The lines above the key's, the nearest first.
    private var linesBefore: [Range<Int>] {
        let floor = max(0, key.lowerBound - Self.reach)
        var lines: [Range<Int>] = []
        var start = line.lowerBound
        while lines.count < Self.lines, start > floor, window[start - 1] == 0x0a {
            let end = start - 1
            start = window.lineStart(of: end, reach: end - floor)
            lines.append(start..<end)
        }
        return lines
    }

    /// The lines below the key's, the nearest first.
    private var linesAfter: [Range<Int>] {
        let ceiling = min(window.count, key.upperBound + Self.reach)
        var lines: [Range<Int>] = []
        var end = line.upperBound
        while lines.count < Self.lines, end + 1 < ceiling, window[end] == 0x0a {
            let start = end + 1
            end = window.lineEnd(of: start, reach: ceiling - start)
            lines.append(start..<end)
        }
        return lines
    }

    /// Those that a line names: by a word of theirs, or by an everyday one that stands as a name does.
    private func providersNamed(onLine line: Range<Int>, in set: DetectorSet) -> [Int] {
        let named = set.providers(namedIn: line, of: window)
        guard named.isEmpty else { return named }
        return set.providers.indices.filter { index in
            set.providers[index].nameWords.contains { word in
                var rest = line
                while let place = window.place(ofWord: word, in: rest, isWhole: true) {
                    if standsAsName(place..<place + word.count, on: line) { return true }
                    rest = place + 1..<line.upperBound
                }
                return false
            }
        }
    }

    /// In quotes by itself, called like a function, or all that follows the line's `:` or `=`: `"together"`, `Together(`,
    /// `provider: together`.
    private func standsAsName(_ word: Range<Int>, on line: Range<Int>) -> Bool {
        let before = word.lowerBound > line.lowerBound ? window[word.lowerBound - 1] : 0x0a
        let after = word.upperBound < line.upperBound ? window[word.upperBound] : 0x0a
        if isQuote(before), before == after { return true }
        if after == UInt8(ascii: "("), !before.isWord { return true }
        var start = word.lowerBound
        while start > line.lowerBound, window[start - 1].isBlank { start -= 1 }
        guard start > line.lowerBound, window[start - 1] == UInt8(ascii: ":") || window[start - 1] == UInt8(ascii: "=") else { return false }
        return (word.upperBound..<line.upperBound).allSatisfy { window[$0].isBlank || window[$0] == 0x0d || window[$0] == UInt8(ascii: ",") }
    }

    /// Providers whose name is all that a cell of the key's line holds: `| Together | … |`.
    private func providersNamedByCells(in set: DetectorSet) -> [Int] {
        var named: [Int] = []
        for part in besideKey {
            var cell: [UInt8] = []
            func end() {
                let name = cell.drop { $0.isBlank || isQuote($0) }.reversed().drop { $0.isBlank || isQuote($0) }.reversed()
                if !name.isEmpty { named += set.providers.indices.filter { set.providers[$0].nameWords.contains(Array(name)) } }
                cell = []
            }
            for place in part {
                switch window[place] {
                case 0x09, UInt8(ascii: "|"), UInt8(ascii: ","), UInt8(ascii: ";"): end()
                case let byte where cell.count < Self.longestName: cell.append(byte.lowercased)
                default: break
                }
            }
            end()
        }
        return named
    }

    /// A run of letters and digits near a provider's name is a hash as often as a key.
    private func looksLikeKey(needsKeyword: Bool) -> Bool {
        if let variable, window.containsAny(Self.keywords, in: variable) { return true }
        if columnHas(Self.keywords) { return true }
        if besideKey.contains(where: { window.containsAny(Self.hashWords, in: $0) }) { return false }
        return !needsKeyword || window.containsAny(Self.keywords, in: line.lowerBound..<key.lowerBound)
            || !fileName.isEmpty
    }

    private func hasMatch(ofDetector id: String, in set: DetectorSet) -> Bool {
        guard let detector = set.detectors.first(where: { $0.id == id }) else { return false }
        let start = window.start(ofLinesBefore: key.lowerBound, lines: Self.lines, reach: Self.reach)
        let end = window.end(ofLinesAfter: key.upperBound, lines: Self.lines, reach: Self.reach)
        for place in start..<end {
            for sequence in detector.compiled.sequences
            where KeyBoundary.precedes(window, place)
                && sequence.match(
                    window.text, from: place, limit: window.count, accept: { KeyBoundary.follows(window, $0) })
                    != nil
            {
                return true
            }
        }
        return false
    }
}

/// Where a key may begin and end.
enum KeyBoundary {
    /// True where no longer word runs into `place`. An escape like `\n` or `%3D` before it is no part of a word.
    static func precedes(_ window: TextWindow, _ place: Int) -> Bool {
        guard place > 0, window[place - 1].isWord else { return true }
        if place >= 2, window[place - 2] == UInt8(ascii: "\\") {
            switch window[place - 1] {
            case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"): return true
            default: return false
            }
        }
        if place >= 3, window[place - 3] == UInt8(ascii: "%") {
            return window[place - 2].isHexDigit && window[place - 1].isHexDigit
        }
        if place >= 6, window[place - 6] == UInt8(ascii: "\\"), window[place - 5] == UInt8(ascii: "u") {
            return (place - 4..<place).allSatisfy { window[$0].isHexDigit }
        }
        return false
    }

    /// True where no longer word runs on at `place`.
    static func follows(_ window: TextWindow, _ place: Int) -> Bool {
        guard place < window.count else { return true }
        if window[place].isWord { return false }
        let isHyphen = window[place] == UInt8(ascii: "-") && place + 1 < window.count
        return !(isHyphen && window[place + 1].isWord)
    }
}

extension KeySurroundings {
    /// The variable as text, unless it could itself be a secret.
    var variableName: String? {
        guard let variable else { return nil }
        let name = variable.map { window[$0] }
        return UseCase.isShowable(name) ? String(decoding: name, as: UTF8.self) : nil
    }

    /// What the names around the key say it is for. Never a text that could be a secret: a table without a header has
    /// keys where headers are looked for.
    func useCase(providerWords: Set<String>) -> String? {
        var names = [variableName.map { Array($0.utf8) }, column].compactMap { $0 }
        if let table {
            let row = (line.lowerBound..<key.lowerBound).map { window[$0] }
            if let first = TableHeader.split(row, at: table.delimiter).first { names.append(first) }
        }
        for name in names where UseCase.isShowable(name) {
            let text = String(decoding: name, as: UTF8.self)
            if let guess = UseCase.guess(from: text, providerWords: providerWords) { return guess }
        }
        return nil
    }
}
