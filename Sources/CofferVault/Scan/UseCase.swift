// SPDX-License-Identifier: Apache-2.0

/// A guess at what a key is for, from the names around it.
enum UseCase {
    private static let longest = 40
    /// Words that say what the thing is, not what it is for.
    private static let plain: Set<String> = [
        "api", "apikey", "key", "keys", "token", "secret", "access", "id", "auth", "authorization", "bearer", "value",
        "my", "the", "env", "export", "const", "let", "var", "hub", "xi", "x", "credential", "credentials", "password",
        "default", "name", "config", "settings", "client", "ai", "admin",
    ]

    /// `bot` for `OPENAI_API_KEY_BOT`, `openaiKeyBot` or `OpenAI key (bot)`; nil where nothing is left.
    static func guess(from name: String, providerWords: Set<String>) -> String? {
        let rest = words(of: name).filter { !plain.contains($0) && !providerWords.contains($0) }
        guard !rest.isEmpty else { return nil }
        let text = rest.joined(separator: "-")
        return text.utf8.count <= longest && text.utf8.contains(where: \.isLetter) ? text : nil
    }

    /// The folder that the file is in, as a name.
    static func folder(ofPath path: String) -> String? {
        let parts = path.split(separator: "/").dropLast()
        guard let folder = parts.last(where: { $0 != "." && $0 != ".." }) else { return nil }
        let text = words(of: String(folder)).joined(separator: "-")
        return text.isEmpty || text.utf8.count > longest ? nil : text
    }

    /// The words that name a provider, cut as names are.
    static func providerWords(_ provider: Provider) -> Set<String> {
        let texts = [provider.name, provider.title] + provider.words + provider.environment
        return Set(texts.flatMap(words(of:)) + texts.map { $0.lowercased() })
    }

    /// Lower-case words: cut at everything that is no letter or digit, and where `camelCase` turns.
    static func words(of name: String) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        var previous: UInt8 = 0
        func end() {
            if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
            word = []
        }
        for byte in name.utf8 {
            if !byte.isAlphanumeric {
                end()
            } else {
                if byte.isUpper, previous.isLower { end() }
                word.append(byte.lowercased)
            }
            previous = byte
        }
        end()
        return words
    }

    /// True for a text that may be shown: short, and nothing in it is long and random enough to be a secret.
    static func isShowable(_ text: some Collection<UInt8>) -> Bool {
        guard text.count <= 128 else { return false }
        var run = 0
        var digits = 0
        for byte in text {
            guard byte >= 0x20, byte != 0x7f else { return false }
            run = byte.isAlphanumeric ? run + 1 : 0
            digits = run == 0 ? 0 : digits + (byte.isDigit ? 1 : 0)
            if run >= 16 && digits > 0 || run >= 32 { return false }
        }
        return true
    }
}
