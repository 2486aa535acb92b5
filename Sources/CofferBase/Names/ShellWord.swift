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

    /// The same, in quotes whether it needs them or not.
    public static func inQuotes(_ text: String) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
    }
}
