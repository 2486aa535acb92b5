// SPDX-License-Identifier: Apache-2.0
internal import CofferBase

/// What can stand in a key's place in a file, so that its program goes on working under `coffer run`.
enum KeyPlacement {
    /// A reference that `coffer run` resolves: the whole value of a variable.
    case reference
    /// An expression of the file's language that reads the variable, in the place of these bytes.
    case code(Range<Int>, String)
    /// Nothing that would work.
    case stays(RemainingKey.Reason)

    /// - Parameter range: the key's bytes.
    static func of(_ range: Range<Int>, in bytes: UnsafeRawBufferPointer, path: String, env: EnvFile, variable: String) -> KeyPlacement {
        let name = path.split(separator: "/").last.map { String($0) } ?? ""
        let entry = env.entries.first { $0.range.overlaps(range) }
        if EnvFile.isNamedLikeOne(path) {
            return entry?.range == range ? .reference : .stays(.partOfValue)
        }
        // What these set, programs inherit, and coffer run resolves it.
        if startFiles.contains(name) {
            return entry?.range == range && entry?.isExported == true ? .reference : .stays(.partOfValue)
        }
        let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
        let isCompose = ["yml", "yaml"].contains(ending) && (name.hasPrefix("docker-compose") || name.hasPrefix("compose"))
        switch ending {
        case "py":
            let hasImport = bytes.contains(line: "import os")
            return literal(range, bytes, [.double, .single], (hasImport ? "os" : "__import__(\"os\")") + ".environ[\"\(variable)\"]")
        case "js", "mjs", "cjs": return literal(range, bytes, [.double, .single, .backtick], "process.env.\(variable)")
        case "ts", "mts", "cts": return literal(range, bytes, [.double, .single, .backtick], "process.env.\(variable)!")
        case "rb": return literal(range, bytes, [.double, .single], "ENV.fetch(\"\(variable)\")")
        case "php": return literal(range, bytes, [.double, .single], "getenv('\(variable)')")
        case "sh", "bash", "zsh":
            return isInSingleQuotes(range.lowerBound, bytes) ? .stays(.code) : .code(range, "${\(variable)}")
        case _ where isCompose: return .code(range, "${\(variable)}")
        default:
            return .stays(otherCode.contains(ending) ? .code : configurations.contains(ending) ? .configuration : .text)
        }
    }

    /// Whether programs read their keys from files like this one; not so notes, logs and documents.
    static func isUsed(by place: Finding.Place) -> Bool {
        guard place.commit == nil, place.part == nil else { return false }
        let name = place.path.split(separator: "/").last.map { String($0) } ?? ""
        if EnvFile.isNamedLikeOne(place.path) || startFiles.contains(name) { return true }
        let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
        return code.contains(ending) || otherCode.contains(ending) || configurations.contains(ending)
    }

    /// The folder that a file is in.
    static func folder(of path: String) -> String {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        return parts.isEmpty ? "." : parts == [""] ? "/" : parts.joined(separator: "/")
    }

    private static let code: Set<String> = ["py", "js", "mjs", "cjs", "ts", "mts", "cts", "rb", "php", "sh", "bash", "zsh"]
    private static let otherCode: Set<String> = [
        "jsx", "tsx", "vue", "svelte", "html", "go", "rs", "java", "kt", "swift", "c", "cc", "cpp", "h", "cs", "scala", "dart", "lua", "pl", "r",
        "ipynb", "fish", "ps1", "bat", "cmd", "gradle", "tf",
    ]
    private static let configurations: Set<String> = [
        "json", "yaml", "yml", "toml", "ini", "cfg", "conf", "properties", "xml", "tfvars",
    ]

    /// Files that a shell reads when it starts.
    private static let startFiles: Set<String> = [
        ".bashrc", ".bash_profile", ".bash_login", ".profile", ".zshrc", ".zshenv", ".zprofile", ".zlogin", ".kshrc",
    ]

    /// Whether a shell would take a variable there for text: between single quotes of the same line.
    private static func isInSingleQuotes(_ place: Int, _ bytes: UnsafeRawBufferPointer) -> Bool {
        var quote = EnvFile.Quote.none
        var at = bytes[..<place].lastIndex(of: 0x0a).map { $0 + 1 } ?? 0
        while at < place {
            switch bytes[at] {
            case UInt8(ascii: "\\") where quote != .single: at += 1
            case EnvFile.Quote.single.rawValue where quote != .double: quote = quote == .single ? .none : .single
            case EnvFile.Quote.double.rawValue where quote != .single: quote = quote == .double ? .none : .double
            default: break
            }
            at += 1
        }
        return quote == .single
    }

    /// The whole literal around the key, where the key is all that it holds and nothing before it changes its meaning.
    private static func literal(
        _ range: Range<Int>, _ bytes: UnsafeRawBufferPointer, _ quotes: Set<EnvFile.Quote>, _ text: String
    ) -> KeyPlacement {
        let (start, end) = (range.lowerBound - 1, range.upperBound)
        guard start >= 0, end < bytes.count, bytes[start] == bytes[end], let quote = EnvFile.Quote(rawValue: bytes[start]),
            quotes.contains(quote)
        else { return .stays(.code) }
        let before = start > 0 ? bytes[start - 1] : 0x0a
        let after = end + 1 < bytes.count ? bytes[end + 1] : 0x0a
        // A prefix, as in b"…", or one of three quotes.
        guard !before.isWord, before != quote.rawValue, before != UInt8(ascii: "\\"), after != quote.rawValue, !after.isWord else {
            return .stays(.code)
        }
        return .code(start..<end + 1, text)
    }
}

extension UnsafeRawBufferPointer {
    /// Whether one of the lines is this, but for what follows a blank.
    fileprivate func contains(line: String) -> Bool {
        let wanted = Array(line.utf8)
        return split(separator: 0x0a).contains { line in
            line.starts(with: wanted) && (line.count == wanted.count || !(line[line.startIndex + wanted.count].isWord || line[line.startIndex + wanted.count] == 0x2e))
        }
    }
}
