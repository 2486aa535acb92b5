// SPDX-License-Identifier: Apache-2.0
public import CofferBase

/// A key that was found, without the key.
public struct Finding: Sendable, CustomStringConvertible, CustomReflectable {
    /// Where one copy of the key stands.
    public struct Place: Sendable, Hashable, Comparable {
        /// As it was given or found; bytes that are not UTF-8 are replaced.
        public let path: String
        /// From 1.
        public let line: Int
        /// From 1, in bytes; in UTF-16 files in bytes of the text's UTF-8.
        public let column: Int
        /// The key's bytes in the file; nil where the file is not UTF-8 or ASCII, so it can't be rewritten in place.
        public let range: Range<Int>?
        /// The place within a document, in its own terms: `Sheet1!B7`, `page 3, line 4`, `notes.txt:12`.
        public var part: String?
        /// The variable that holds it.
        public var variable: String?
        /// What it seems to be for, as a name: `bot` for `OPENAI_API_KEY_BOT`, else the folder.
        public var useCase: String?
        /// Where the key stands in a repository's history: the oldest commit that has it so. `path` is the file's then.
        public var commit: Commit?

        public var origin = Origin.file

        /// What a path names. Only files can be rewritten.
        public enum Origin: String, Sendable {
            case file
            /// A process: `path` is for people, `part` the variable.
            case environment
            case clipboard
        }

        /// A commit of a repository.
        public struct Commit: Sendable, Hashable {
            /// As git names it, in full; empty for what was never committed.
            public let id: String
            /// When it was committed: `2026-11-23T21:43:15+01:00`.
            public let date: String
        }

        public static func < (a: Place, b: Place) -> Bool {
            if a.path != b.path { return a.path < b.path }
            return (a.commit?.date ?? "", a.part ?? "", a.line, a.column)
                < (b.commit?.date ?? "", b.part ?? "", b.line, b.column)
        }

        /// For people: `path:line`, or `path (part)`.
        public var text: String {
            if origin == .environment { return part.map { "\(path), \($0)" } ?? path }
            guard let commit else { return part.map { "\(path) (\($0))" } ?? "\(path):\(line)" }
            let when = commit.id.isEmpty ? "in git, in no commit" : "commit \(commit.id.prefix(9)) of \(commit.date.prefix(10))"
            return "\(path) (\(when), \(part ?? "line \(line)"))"
        }
    }

    public internal(set) var place: Place
    /// Further places of the same key, in order.
    public internal(set) var otherPlaces: [Place] = []
    /// Lower case, without spaces: `openai`.
    public let provider: String
    public let detector: String
    public let severity: Severity
    /// False where the key's shape is a guess.
    public let isVerified: Bool
    /// A keyed hash of the key.
    public let fingerprint: String
    /// For an AWS pair: the fingerprint of the access key id, in both halves.
    public internal(set) var group: String?
    /// Whether it still works; nil where nobody asked.
    public internal(set) var status: KeyStatus?
    let key: SharedSecret?

    /// Whether a repository's history has it: then whoever has a copy of the repository has the key.
    public var isInHistory: Bool { places.contains { $0.commit != nil } }
    public var path: String { place.path }
    public var line: Int { place.line }
    public var column: Int { place.column }
    public var variable: String? { place.variable }
    public var useCase: String? { place.useCase }
    /// All places of the key, in order.
    public var places: [Place] { [place] + otherPlaces }
    /// Further places of the same key, for people.
    public var alsoAt: [String] { otherPlaces.map(\.text) }

    /// The key itself, for `import`. Nil unless `ScanOptions.keepsSecrets` asked for it.
    ///
    /// A method, not a property, so that nothing that prints or encodes a finding's members meets it.
    public func secret() -> SharedSecret? { key }

    public var description: String { "\(place.text):\(column) \(provider) \(detector) \(fingerprint)" }
    public var customMirror: Mirror { Mirror(reflecting: description) }

    /// The finding as it is printed with `--format json`.
    /// - Parameter console: the page where the provider's keys are made.
    public func json(console: String?) -> JSONValue {
        .object(
            JSONObject([
                ("path", .string(path)), ("origin", .string(place.origin.rawValue)),
                ("part", place.part.map(JSONValue.string) ?? .null), ("line", .integer(Int64(line))),
                ("column", .integer(Int64(column))),
                ("provider", .string(provider)), ("detector", .string(detector)),
                ("severity", .string(severity.rawValue)), ("verified", .bool(isVerified)),
                ("fingerprint", .string(fingerprint)),
                ("variable", variable.map(JSONValue.string) ?? .null),
                ("use_case", useCase.map(JSONValue.string) ?? .null),
                ("group", group.map(JSONValue.string) ?? .null),
                ("status", status.map { .string($0.name) } ?? .null),
                ("status_reason", status?.reason.map(JSONValue.string) ?? .null),
                ("commit", place.commit.map { .string($0.id) } ?? .null),
                ("committed_at", place.commit.map { .string($0.date) } ?? .null), ("in_history", .bool(isInHistory)),
                ("also_at", .array(alsoAt.map(JSONValue.string))),
                ("next_steps", .array(nextSteps(console: console).map(JSONValue.string))),
            ]))
    }
}
