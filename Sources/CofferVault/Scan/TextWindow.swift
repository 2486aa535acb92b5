// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// The part of a text that is in memory. Positions count from its first byte. Valid for the length of one call.
struct TextWindow {
    let text: UnsafePointer<UInt8>
    let count: Int

    subscript(index: Int) -> UInt8 { text[index] }

    /// The first byte of the line that `place` is on, or `place - reach` where the line began earlier.
    func lineStart(of place: Int, reach: Int) -> Int {
        let floor = max(0, place - reach)
        var at = place
        while at > floor, text[at - 1] != 0x0a { at -= 1 }
        return at
    }

    /// The end of the line that `place` is on, its line feed not included, or `place + reach`.
    func lineEnd(of place: Int, reach: Int) -> Int {
        let ceiling = min(count, place + reach)
        guard place < ceiling, let found = memchr(text + place, 0x0a, ceiling - place) else { return ceiling }
        return UnsafeRawPointer(found) - UnsafeRawPointer(text)
    }

    /// Where the line `lines` after that of `place` ends, at most `reach` bytes on.
    func end(ofLinesAfter place: Int, lines: Int, reach: Int) -> Int {
        let ceiling = min(count, place + reach)
        var end = lineEnd(of: place, reach: reach)
        for _ in 0..<lines {
            guard end < ceiling else { return end }
            end = lineEnd(of: end + 1, reach: ceiling - end - 1)
        }
        return end
    }

    /// Where the line `lines` before that of `place` starts, at most `reach` bytes back.
    func start(ofLinesBefore place: Int, lines: Int, reach: Int) -> Int {
        let floor = max(0, place - reach)
        var start = lineStart(of: place, reach: reach)
        for _ in 0..<lines {
            guard start > floor, text[start - 1] == 0x0a else { return start }
            start = lineStart(of: start - 1, reach: start - 1 - floor)
        }
        return start
    }

    /// True where `word` (lower case) stands at `place` in either case; as a word of its own if `isWhole`.
    func hasWord(_ word: [UInt8], at place: Int, isWhole: Bool) -> Bool {
        let end = place + word.count
        guard place >= 0, end <= count else { return false }
        for index in 0..<word.count where text[place + index].lowercased != word[index] { return false }
        return !isWhole || (!joins(place - 1, place) && !joins(end - 1, end))
    }

    /// True where two neighbours are letters of one word: both lower or both upper case, so `cohereKey` is two words.
    private func joins(_ left: Int, _ right: Int) -> Bool {
        guard left >= 0, right < count else { return false }
        return (text[left].isLower && text[right].isLower) || (text[left].isUpper && text[right].isUpper)
    }

    func containsWord(_ word: [UInt8], in range: Range<Int>, isWhole: Bool) -> Bool {
        place(ofWord: word, in: range, isWhole: isWhole) != nil
    }

    /// Where a word stands first.
    func place(ofWord word: [UInt8], in range: Range<Int>, isWhole: Bool) -> Int? {
        guard let first = word.first, range.count >= word.count else { return nil }
        for place in range.lowerBound...(range.upperBound - word.count) where text[place].lowercased == first {
            if hasWord(word, at: place, isWhole: isWhole) { return place }
        }
        return nil
    }

    func containsAny(_ words: [[UInt8]], in range: Range<Int>, isWhole: Bool = true) -> Bool {
        words.contains { containsWord($0, in: range, isWhole: isWhole) }
    }
}
