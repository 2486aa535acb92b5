// SPDX-License-Identifier: Apache-2.0
public import CofferBase
internal import Glibc

/// A `.env` file, of which each byte is kept that isn't changed.
///
/// Understood: `NAME=value` and `export NAME=value` with blanks around the name and the `=`; comments on lines of their
/// own and, after a blank, behind values; values bare, or in `'…'`, `"…"` or `` `…` ``, which may run over several
/// lines. Double quotes know `\n \r \t \" \\ \$`. `$NAME` is not replaced. A line that is none of these is reported and
/// kept. The bytes lie in locked memory.
public struct EnvFile: Sendable {
    public enum Quote: UInt8, Sendable {
        case none = 0x00
        case double = 0x22
        case single = 0x27
        case backtick = 0x60
    }

    /// One variable.
    public struct Entry: Sendable, Equatable {
        public let name: String
        /// From 1; where the name stands.
        public let line: Int
        /// The value's bytes in the file, without its quotes.
        public let range: Range<Int>
        public let quote: Quote
        public let isExported: Bool
    }

    /// A line that is no assignment.
    public struct Problem: Sendable, Equatable, CustomStringConvertible {
        public let line: Int
        public let reason: String
        public var description: String { "line \(line): \(reason)" }
    }

    /// Whether a file's name says that it is one: `.env`, `.env.local`, `bot.env`.
    public static func isNamedLikeOne(_ path: String) -> Bool {
        let name = path.split(separator: "/").last ?? ""
        return name.hasPrefix(".env") || name.hasSuffix(".env")
    }

    /// The names of those in one folder, in order. What only bears such a name is among them.
    public static func names(in folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if isNamedLikeOne(name) { names.append(name) }
        }
        return names.sorted()
    }

    /// The largest file that is taken for a `.env` file.
    public static let longest = 1 << 20

    public let entries: [Entry]
    public let problems: [Problem]
    /// The whole file.
    public let bytes: SharedSecret

    /// Reads a file's bytes. Never fails: what is not understood is in `problems`.
    public init(_ bytes: SharedSecret) {
        self.bytes = bytes
        (entries, problems) = bytes.withUnsafeBytes { EnvParser.parse($0) }
    }

    /// The entry that counts: of several of one name, the last.
    public subscript(name: String) -> Entry? { entries.last { $0.name == name } }

    /// What a program gets for the entry: without quotes, and with escapes resolved.
    public func value(of entry: Entry) -> SharedSecret {
        bytes.withUnsafeBytes { text in
            let raw = UnsafeRawBufferPointer(rebasing: text[entry.range])
            guard entry.quote == .double else { return SharedSecret(SecretBytes(copying: raw)) }
            let count = EnvParser.unescape(raw) { _, _ in }
            return SharedSecret(
                SecretBytes(count: count) { target in
                    _ = EnvParser.unescape(raw) { target[$0] = $1 }
                })
        }
    }

    /// The reference that the entry holds; nil where it holds a plain value.
    /// - Throws: where it means to be a reference and is none.
    public func reference(of entry: Entry) throws(ReferenceError) -> Reference? {
        let scheme = Array(Reference.scheme.utf8)
        // Only a text that starts like a reference becomes a `String`: others are secrets.
        let text = bytes.withUnsafeBytes { bytes -> String? in
            let raw = bytes[entry.range]
            return raw.starts(with: scheme) ? String(decoding: raw, as: UTF8.self) : nil
        }
        guard let text else { return nil }
        return try Reference(parsing: text)
    }
}
