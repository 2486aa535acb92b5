// SPDX-License-Identifier: Apache-2.0

/// A key's place in a text, before it is known whether another detector claims the same bytes.
struct KeyMatch: Equatable {
    let start: Int
    let end: Int
    let detector: Int
    /// Bytes that the pattern fixes: the more, the more specific.
    let literals: Int
    let isVerified: Bool
    /// In base64.
    var isEncoded = false

    /// True where this match says more about the same bytes than the other.
    private func isBetter(than other: KeyMatch) -> Bool {
        if literals != other.literals { return literals > other.literals }
        if isVerified != other.isVerified { return isVerified }
        if end - start != other.end - other.start { return end - start > other.end - other.start }
        return (start, detector) < (other.start, other.detector)
    }

    /// Of matches that overlap, the most specific. The matches are sorted by their starts, and so is the result.
    static func winners(of matches: [KeyMatch]) -> [KeyMatch] {
        var winners: [KeyMatch] = []
        var cluster: [KeyMatch] = []
        var clusterEnd = 0
        func close() {
            var kept: [KeyMatch] = []
            for match in cluster.sorted(by: { $0.isBetter(than: $1) })
            where !kept.contains(where: { $0.start < match.end && match.start < $0.end }) {
                kept.append(match)
            }
            winners += kept.sorted { $0.start < $1.start }
            cluster = []
        }
        for match in matches {
            if match.start >= clusterEnd { close() }
            cluster.append(match)
            clusterEnd = max(clusterEnd, match.end)
        }
        close()
        return winners
    }
}

/// Counts lines while the buffer slides.
struct LineCounter {
    /// The line at the place that was asked for last, from 1.
    private(set) var number = 1
    /// Where that line starts, as an offset in the text.
    private(set) var start = 0
    private var counted = 0

    /// Goes on to `place`, an index of the window, whose first byte is at `base` in the text.
    mutating func advance(to place: Int, in window: TextWindow, base: Int) {
        let from = counted - base
        guard place > from, from >= 0 else { return }
        let feeds = Self.lineFeeds(window.text + from, place - from)
        if feeds > 0 {
            number += feeds
            start = base + window.lineStart(of: place, reach: place - from)
        }
        counted = base + place
    }

    /// Counts eight bytes at a time: a large file is counted whole, so this would be half of the scan.
    private static func lineFeeds(_ text: UnsafePointer<UInt8>, _ count: Int) -> Int {
        let bytes = UnsafeRawPointer(text)
        let low: UInt64 = 0x7f7f_7f7f_7f7f_7f7f
        var total = 0
        var at = 0
        while count - at >= 8 {
            // One counter in each byte of a word, so at most 255 words before they are added up.
            let words = min(255, (count - at) / 8)
            var counters: UInt64 = 0
            for word in 0..<words {
                let value = bytes.loadUnaligned(fromByteOffset: at &+ word &* 8, as: UInt64.self)
                let other = value ^ 0x0a0a_0a0a_0a0a_0a0a
                // The high bit of each byte that is zero, that is, was a line feed.
                counters &+= (~(((other & low) &+ low) | other | low)) >> 7
            }
            at += words * 8
            let even = counters & 0x00ff_00ff_00ff_00ff
            let odd = counters >> 8 & 0x00ff_00ff_00ff_00ff
            total += Int(((even &+ odd) &* 0x0001_0001_0001_0001) >> 48)
        }
        while at < count {
            total += text[at] == 0x0a ? 1 : 0
            at += 1
        }
        return total
    }
}

/// Cuts a text into runs of bytes that a key could consist of.
enum RunFinder {
    private static let runBytes: ByteClass = {
        var bytes = ByteClass((0...255).filter { UInt8($0).isWord }.map { UInt8($0) })
        for mark: UInt8 in [UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "-")] { bytes.insert(mark) }
        return bytes
    }()

    /// Calls `body` for each run that starts in the range and stands alone, with up to two `=` of padding.
    static func forEachRun(in range: Range<Int>, of window: TextWindow, _ body: (Range<Int>) -> Void) {
        let runBytes = runBytes
        var at = range.lowerBound
        if at > 0, runBytes.contains(window[at - 1]) {
            while at < range.upperBound, runBytes.contains(window[at]) { at += 1 }
        }
        while at < range.upperBound {
            guard runBytes.contains(window[at]) else {
                at += 1
                continue
            }
            let start = at
            while at < window.count, runBytes.contains(window[at]), at - start <= BytePattern.longestMatch { at += 1 }
            if at < window.count, runBytes.contains(window[at]) {
                // Too long for any key.
                while at < range.upperBound, runBytes.contains(window[at]) { at += 1 }
                continue
            }
            if let run = alone(start..<at, window) { body(run) }
        }
    }

    private static func alone(_ run: Range<Int>, _ window: TextWindow) -> Range<Int>? {
        if run.lowerBound > 0 {
            let before = window[run.lowerBound - 1]
            if before == UInt8(ascii: ".") || before == UInt8(ascii: "%") || before == UInt8(ascii: "@")
                || before >= 0x80
            {
                return nil
            }
        }
        var end = run.upperBound
        while end < window.count, end - run.upperBound < 2, window[end] == UInt8(ascii: "=") { end += 1 }
        guard end < window.count else { return run.lowerBound..<end }
        let after = window[end]
        if end > run.upperBound, runBytes.contains(after) || after == UInt8(ascii: "=") {
            return run
        }
        if after == UInt8(ascii: "."), end + 1 < window.count, window[end + 1].isWord { return nil }
        return after >= 0x80 || after == UInt8(ascii: "@") ? nil : run.lowerBound..<end
    }
}

/// Joins the halves of keys that consist of two, like AWS's.
enum KeyPairs {
    private static let lines = 5

    /// Gives both halves the first's fingerprint as their group. The findings are in the order of one file.
    static func join(_ findings: inout [Finding], _ set: DetectorSet) {
        for (index, detector) in set.detectors.enumerated() where !set.followers[index].isEmpty {
            let followers = set.followers[index].map { set.detectors[$0].id }
            for half in findings.indices where followers.contains(findings[half].detector) {
                let near = max(0, half - 4)...min(findings.count - 1, half + 4)
                let others = near.filter {
                    findings[$0].detector == detector.id
                        && abs(findings[$0].line - findings[half].line) <= Self.lines
                }
                let closest = others.min {
                    distance(findings[$0], findings[half]) < distance(findings[$1], findings[half])
                }
                guard let closest else { continue }
                findings[closest].group = findings[closest].fingerprint
                findings[half].group = findings[closest].fingerprint
            }
        }
    }

    /// Lines between, a key before its other half being closer than one behind.
    private static func distance(_ a: Finding, _ half: Finding) -> Int {
        abs(a.line - half.line) * 2 + (a.place < half.place ? 0 : 1)
    }
}
