// SPDX-License-Identifier: Apache-2.0

/// Text for a POSIX shell's command line.
public enum ShellWord {
    /// One word that stands for exactly this text: in single quotes where a shell would make something else of it.
    public static func quoted(_ text: String) -> String {
        let isPlain = !text.isEmpty && text.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2b...0x2f, 0x3a, 0x40, 0x5f: true
            default: false
            }
        }
        return isPlain ? text : inQuotes(text)
    }

    /// The same, in quotes whether it needs them or not. Control characters are escaped, so that it stays one line: in the
    /// way of `$'…'` (POSIX.1-2024), which bash, zsh and ksh know.
    public static func inQuotes(_ text: String) -> String {
        if text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
            let escaped = text.unicodeScalars.map { scalar in
                switch scalar {
                case "'", "\\": "\\\(scalar)"
                case "\n": "\\n"
                case _ where scalar.properties.generalCategory == .control:
                    String(scalar).utf8.map { byte in
                        "\\" + String(repeating: "0", count: byte < 8 ? 2 : byte < 64 ? 1 : 0) + String(byte, radix: 8)
                    }.joined()
                default: String(scalar)
                }
            }
            return "$'" + escaped.joined() + "'"
        }
        return "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
    }
}
