// SPDX-License-Identifier: Apache-2.0

/// One line of a `.gitignore` file. Source: git's documentation of gitignore, "Pattern format".
struct IgnoreRule: Sendable, Equatable {
    private enum Segment: Sendable, Equatable {
        /// `**`: any number of folders.
        case anyDepth
        case glob([UInt8])
    }

    let isNegated: Bool
    let isFolderOnly: Bool
    private let segments: [Segment]

    /// Nil for blank lines and comments.
    init?(line: some Collection<UInt8>) {
        var text = Array(line)
        if text.last == 0x0d { text.removeLast() }
        while text.last == UInt8(ascii: " "), !(text.count > 1 && text[text.count - 2] == UInt8(ascii: "\\")) {
            text.removeLast()
        }
        guard let first = text.first, first != UInt8(ascii: "#") else { return nil }
        isNegated = first == UInt8(ascii: "!")
        if isNegated { text.removeFirst() }
        isFolderOnly = text.last == UInt8(ascii: "/")
        if isFolderOnly { text.removeLast() }
        guard !text.isEmpty else { return nil }
        // A slash at the start or in the middle ties the pattern to the file's own folder.
        let isAnchored = text.contains(UInt8(ascii: "/"))
        if text.first == UInt8(ascii: "/") { text.removeFirst() }
        let star: [UInt8] = [UInt8(ascii: "*"), UInt8(ascii: "*")]
        let parts = text.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let tied = parts.map { Array($0) == star ? Segment.anyDepth : .glob(Array($0)) }
        segments = isAnchored ? tied : [.anyDepth] + tied
    }

    /// Whether the path, given as its parts below the rule's folder, is what the rule means.
    func matches(_ path: [ArraySlice<UInt8>], isFolder: Bool) -> Bool {
        if isFolderOnly, !isFolder { return false }
        // `a/**` means what is in `a`, not `a` itself.
        let lastMustExist = segments.last == .anyDepth
        var (pattern, at) = (0, 0)
        var retry: (pattern: Int, at: Int)?
        while at < path.count {
            if pattern < segments.count {
                switch segments[pattern] {
                case .anyDepth:
                    if lastMustExist, pattern == segments.count - 1 { return true }
                    retry = (pattern + 1, at)
                    pattern += 1
                    continue
                case .glob(let glob):
                    if Glob.matches(glob[...], path[at]) {
                        pattern += 1
                        at += 1
                        continue
                    }
                }
            }
            guard let (again, from) = retry else { return false }
            retry = (again, from + 1)
            pattern = again
            at = from + 1
        }
        return pattern == segments.count
    }
}

/// Shell patterns within one part of a path: `*`, `?`, `[a-z]`, `[!a]`, `[[:alpha:]]` and `\`.
enum Glob {
    static func matches(_ pattern: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Bool {
        var (p, t) = (pattern.startIndex, text.startIndex)
        var retry: (p: Int, t: Int)?
        while t < text.endIndex {
            if p < pattern.endIndex {
                if pattern[p] == UInt8(ascii: "*") {
                    p += 1
                    retry = (p, t)
                    continue
                }
                if let after = one(pattern, p, text[t]) {
                    p = after
                    t += 1
                    continue
                }
            }
            guard let (again, from) = retry else { return false }
            retry = (again, from + 1)
            p = again
            t = from + 1
        }
        while p < pattern.endIndex, pattern[p] == UInt8(ascii: "*") { p += 1 }
        return p == pattern.endIndex
    }

    /// Where the pattern goes on if its element at `p` means this byte.
    private static func one(_ pattern: ArraySlice<UInt8>, _ p: Int, _ byte: UInt8) -> Int? {
        switch pattern[p] {
        case UInt8(ascii: "?"): return p + 1
        case UInt8(ascii: "\\") where p + 1 < pattern.endIndex: return pattern[p + 1] == byte ? p + 2 : nil
        case UInt8(ascii: "["):
            if let (holds, after) = set(pattern, p + 1, byte) { return holds ? after : nil }
            return byte == UInt8(ascii: "[") ? p + 1 : nil
        default: return pattern[p] == byte ? p + 1 : nil
        }
    }

    /// Reads a bracket expression. Nil where it is not closed.
    private static func set(_ pattern: ArraySlice<UInt8>, _ start: Int, _ byte: UInt8) -> (Bool, Int)? {
        var p = start
        var holds = false
        guard p < pattern.endIndex else { return nil }
        let isNegated = pattern[p] == UInt8(ascii: "!") || pattern[p] == UInt8(ascii: "^")
        if isNegated { p += 1 }
        var isFirst = true
        while p < pattern.endIndex, isFirst || pattern[p] != UInt8(ascii: "]") {
            isFirst = false
            if pattern[p...].starts(with: Array("[:".utf8)),
                let end = pattern[p...].firstIndex(of: UInt8(ascii: "]")), pattern[end - 1] == UInt8(ascii: ":"),
                end - 1 > p + 1
            {
                holds = holds || named(String(decoding: pattern[p + 2..<end - 1], as: UTF8.self), byte)
                p = end + 1
                continue
            }
            if pattern[p] == UInt8(ascii: "\\"), p + 1 < pattern.endIndex { p += 1 }
            let low = pattern[p]
            var high = low
            if p + 2 < pattern.endIndex, pattern[p + 1] == UInt8(ascii: "-"), pattern[p + 2] != UInt8(ascii: "]") {
                p += 2
                if pattern[p] == UInt8(ascii: "\\"), p + 1 < pattern.endIndex { p += 1 }
                high = pattern[p]
            }
            if low <= high, (low...high).contains(byte) { holds = true }
            p += 1
        }
        guard p < pattern.endIndex else { return nil }
        return (holds != isNegated, p + 1)
    }

    private static func named(_ name: String, _ byte: UInt8) -> Bool {
        switch name {
        case "alpha": byte.isLetter
        case "digit": byte.isDigit
        case "alnum": byte.isAlphanumeric
        case "lower": byte.isLower
        case "upper": byte.isUpper
        case "space": byte == 0x20 || (0x09...0x0d).contains(byte)
        case "xdigit": byte.isHexDigit
        case "punct": (0x21...0x7e).contains(byte) && !byte.isAlphanumeric
        default: false
        }
    }
}

/// The rules of one folder's `.gitignore`, above those of the folders around it.
final class IgnoreScope: Sendable {
    private let parent: IgnoreScope?
    private let rules: [IgnoreRule]
    /// Length of the folder's real path with its closing slash, which rules don't see.
    private let folderLength: Int

    init(parent: IgnoreScope?, folder: [UInt8], text: [UInt8]) {
        self.parent = parent
        folderLength = folder.count + (folder.last == UInt8(ascii: "/") ? 0 : 1)
        let bom: [UInt8] = [0xef, 0xbb, 0xbf]
        let lines = (text.starts(with: bom) ? text.dropFirst(3) : text[...]).split(separator: 0x0a)
        rules = lines.compactMap { IgnoreRule(line: $0) }
    }

    /// Whether the file or folder at this real path is ignored. The last rule that fits decides, the innermost first.
    func ignores(_ path: [UInt8], isFolder: Bool) -> Bool {
        var scope: IgnoreScope? = self
        while let current = scope {
            let parts = path.dropFirst(current.folderLength).split(separator: UInt8(ascii: "/"))
            if let rule = current.rules.last(where: { $0.matches(parts, isFolder: isFolder) }) {
                return !rule.isNegated
            }
            scope = current.parent
        }
        return false
    }
}
