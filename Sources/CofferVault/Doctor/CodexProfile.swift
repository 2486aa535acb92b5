// SPDX-License-Identifier: Apache-2.0

/// What the permission profile that Codex uses by default keeps from it.
///
/// No TOML library is among the dependencies, and three keys are all that is asked for: a table's head on a line of its
/// own, and `key = "text"` under it. Everything else of TOML is passed over, which claims less protection, never more.
struct CodexProfile: Equatable {
    /// Patterns below the workspace's folder, such as `**/.env`.
    private(set) var deniedPatterns: [String] = []
    /// Paths that begin with `/` or `~/`.
    private(set) var deniedPaths: [String] = []

    /// - Parameter configs: `config.toml` files, the one that counts most first.
    init(_ configs: [[UInt8]]) {
        let files = configs.map { Self.entries(String(decoding: $0, as: UTF8.self)) }
        // Where the older setting stands in any of them, Codex uses no profile.
        guard !files.joined().contains(where: { $0.table.isEmpty && $0.key == "sandbox_mode" }),
            let name = files.joined().first(where: { $0.table.isEmpty && $0.key == "default_permissions" })?.value
        else { return }
        for entry in files.joined() where entry.value == "deny" || entry.value == "none" {
            switch entry.table {
            case ["permissions", name, "filesystem", ":workspace_roots"]: deniedPatterns.append(entry.key)
            case ["permissions", name, "filesystem"]: deniedPaths.append(entry.key)
            default: continue
            }
        }
    }

    private static func entries(_ text: String) -> [(table: [String], key: String, value: String)] {
        var table: [String] = []
        var found: [(table: [String], key: String, value: String)] = []
        for line in text.split(whereSeparator: \.isNewline) {
            var rest = line.drop(while: \.isWhitespace)
            if rest.first == "[" {
                rest.removeFirst()
                guard let path = path(&rest), rest.first == "]" else {
                    // An array of tables, or something unknown: what stands under it is nobody's.
                    table = ["?"]
                    continue
                }
                table = path
            } else if let key = path(&rest), key.count == 1, rest.first == "=" {
                rest.removeFirst()
                rest = rest.drop(while: \.isWhitespace)
                guard rest.first == "\"" || rest.first == "'", let value = word(&rest) else { continue }
                found.append((table, key[0], value))
            }
        }
        return found
    }

    /// Words between dots, and the blanks behind them.
    private static func path(_ text: inout Substring) -> [String]? {
        var words: [String] = []
        while true {
            text = text.drop(while: \.isWhitespace)
            guard let next = word(&text) else { return nil }
            words.append(next)
            text = text.drop(while: \.isWhitespace)
            guard text.first == "." else { return words }
            text.removeFirst()
        }
    }

    /// A bare word, or one in quotes that holds no escapes.
    private static func word(_ text: inout Substring) -> String? {
        if let quote = text.first, quote == "\"" || quote == "'" {
            let inner = text.dropFirst()
            guard let end = inner.firstIndex(of: quote), !inner[..<end].contains("\\") else { return nil }
            text = inner[inner.index(after: end)...]
            return String(inner[..<end])
        }
        let bare = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") }
        text = text.dropFirst(bare.count)
        return bare.isEmpty ? nil : String(bare)
    }
}
