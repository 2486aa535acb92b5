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
    static func of(
        _ range: Range<Int>, in bytes: UnsafeRawBufferPointer, path: String, env: EnvFile, variable: String
    ) -> KeyPlacement {
        let name = path.split(separator: "/").last.map { String($0) } ?? ""
        let entry = env.entries.first { $0.range.overlaps(range) }
        if EnvFile.isNamedLikeOne(path) {
            return entry?.range == range ? .reference : .stays(.partOfValue)
        }
        if startFiles.contains(name) { return .stays(.startFile) }
        let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
        let isCompose = ["yml", "yaml"].contains(ending) && (name.hasPrefix("docker-compose") || name.hasPrefix("compose"))
        switch ending {
        case "py":
            let lexer = SourceLexer(bytes, .python)
            let hasImport = lexer.lines.contains { bytes[$0].elementsEqual("import os".utf8) }
            return literal(range, bytes, lexer, (hasImport ? "os" : "__import__(\"os\")") + ".environ[\"\(variable)\"]")
        case "js", "mjs", "cjs": return literal(range, bytes, SourceLexer(bytes, .javaScript), "process.env.\(variable)")
        case "ts", "mts", "cts": return literal(range, bytes, SourceLexer(bytes, .javaScript), "process.env.\(variable)!")
        case "rb": return literal(range, bytes, SourceLexer(bytes, .ruby), "ENV.fetch(\"\(variable)\")")
        case "sh", "bash", "zsh":
            return isExpanded(range.lowerBound, bytes) ? .code(range, "${\(variable)}") : .stays(.code)
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

    private static let code: Set<String> = ["py", "js", "mjs", "cjs", "ts", "mts", "cts", "rb", "sh", "bash", "zsh"]
    private static let otherCode: Set<String> = [
        "jsx", "tsx", "vue", "php", "svelte", "html", "go", "rs", "java", "kt", "swift", "c", "cc", "cpp", "h", "cs",
        "scala", "dart", "lua", "pl", "r", "ipynb", "fish", "ps1", "bat", "cmd", "gradle", "tf",
    ]
    private static let configurations: Set<String> = [
        "json", "yaml", "yml", "toml", "ini", "cfg", "conf", "properties", "xml", "tfvars",
    ]

    /// Files that a shell reads when it starts.
    private static let startFiles: Set<String> = [
        ".bashrc", ".bash_profile", ".bash_login", ".profile", ".zshrc", ".zshenv", ".zprofile", ".zlogin", ".kshrc",
    ]

    /// Whether a shell would put a variable's value there: not in single quotes, a comment or a here-document; where
    /// commands stand within others, that is left open, and so denied.
    private static func isExpanded(_ place: Int, _ bytes: UnsafeRawBufferPointer) -> Bool {
        var quote = EnvFile.Quote.none
        var at = 0
        while at < place {
            let next = at + 1 < place ? bytes[at + 1] : 0
            switch bytes[at] {
            case UInt8(ascii: "\\") where quote != .single: at += 1
            case EnvFile.Quote.single.rawValue where quote != .double: quote = quote == .single ? .none : .single
            case EnvFile.Quote.double.rawValue where quote != .single: quote = quote == .double ? .none : .double
            case EnvFile.Quote.backtick.rawValue where quote != .single: return false
            case UInt8(ascii: "$") where quote != .single && next == UInt8(ascii: "("): return false
            case UInt8(ascii: "<") where quote == .none && next == UInt8(ascii: "<"): return false
            case UInt8(ascii: "#") where quote == .none && (at == 0 || bytes[at - 1].isBlank || bytes[at - 1] == 0x0a):
                at = bytes[at...].firstIndex(of: 0x0a) ?? place
            default: break
            }
            at += 1
        }
        return at == place && quote != .single
    }

    /// The whole literal around the key, where the key is all that it holds, and an expression can stand in its place: behind
    /// an assignment, as an argument or as an element.
    private static func literal(
        _ range: Range<Int>, _ bytes: UnsafeRawBufferPointer, _ lexer: SourceLexer, _ text: String
    ) -> KeyPlacement {
        guard let whole = lexer.literals.first(where: { $0.overlaps(range) }),
            whole == range.lowerBound - 1..<range.upperBound + 1
        else { return .stays(.code) }
        var before = whole.lowerBound
        while before > 0, bytes[before - 1].isBlank { before -= 1 }
        var after = whole.upperBound
        while after < bytes.count, bytes[after].isBlank { after += 1 }
        let follows = before > 0 && "=(,[:".utf8.contains(bytes[before - 1])
        let ends = after == bytes.count || "\n\r,;)]}#".utf8.contains(bytes[after]) || bytes[after...].starts(with: "//".utf8)
        // `==` compares, and `{"key": …}` and `x[…]` name: an expression there would be another thing.
        let compares = before > 1 && "=!<>".utf8.contains(bytes[before - 2]) && bytes[before - 1] == UInt8(ascii: "=")
        return follows && ends && !compares ? .code(whole, text) : .stays(.code)
    }
}
