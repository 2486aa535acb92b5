// SPDX-License-Identifier: Apache-2.0
public import CofferBase

/// Replaces parts of a file, whole or not at all.
///
/// First `prepare`, which reads and shows; then the caller stores `PreparedRewrite.original`, encrypted; then `commit`.
public struct FileRewriter: Sendable {
    /// What to replace.
    public struct Replacement: Sendable {
        /// Bytes of the file; empty only at its end, where text is added.
        public let range: Range<Int>
        /// What must stand there.
        public let expected: SharedSecret
        public let text: String
        /// What the preview shows in the secret's place, as `openai key fp_1a2b`.
        public let label: String

        public init(range: Range<Int>, expected: SharedSecret, text: String, label: String) {
            self.range = range
            self.expected = expected
            self.text = text
            self.label = label
        }
    }

    /// Files up to this size are rewritten: they are held in locked memory.
    public static let longest = 16 << 20

    let interrupt: FileReplacement.Interrupt

    public init() { self.init(interrupt: { _ in nil }) }

    /// For tests: `interrupt` is called before each step and may fail it.
    init(interrupt: @escaping FileReplacement.Interrupt) { self.interrupt = interrupt }

    /// Reads the file and checks that everything to be replaced is there. Changes nothing.
    ///
    /// Of a symbolic link, the file it leads to is meant.
    public func prepare(
        path: String, replacements: [Replacement]
    ) throws(RewriteError) -> PreparedRewrite {
        let snapshot = try FileSnapshot(path: path)
        try snapshot.checkWritable()
        let ordered = replacements.sorted { $0.range.lowerBound < $1.range.lowerBound }
        var end = 0
        for replacement in ordered {
            guard replacement.range.lowerBound >= end,
                !replacement.range.isEmpty || replacement.range.lowerBound == snapshot.bytes.count
            else {
                throw RewriteError(.badReplacement, snapshot.path, "two replacements overlap, or one is empty")
            }
            end = replacement.range.upperBound
            let isThere = snapshot.bytes.withUnsafeBytes { bytes in
                end <= bytes.count
                    && replacement.expected.withUnsafeBytes { bytes[replacement.range].elementsEqual($0) }
            }
            guard isThere else {
                throw RewriteError(.changed, snapshot.path, "the file has changed since it was scanned; scan it again")
            }
        }
        return PreparedRewrite(
            snapshot: snapshot, preview: RewritePreview.text(of: snapshot, replacements: ordered),
            content: Self.replacing(ordered, in: snapshot.bytes), interrupt: interrupt)
    }

    /// Where a file is, without links: under this path its original is kept.
    public static func realPath(_ path: String) throws(RewriteError) -> String { try FileSnapshot(path: path).path }

    /// Puts bytes back into a file, as atomically as `PreparedRewrite.commit`; for undoing an import.
    /// - Parameter isExpected: whether the file holds what it should hold now.
    public func restore(
        path: String, bytes: SharedSecret, isExpected: (SharedSecret) -> Bool
    ) throws(RewriteError) {
        let snapshot = try FileSnapshot(path: path)
        try snapshot.checkWritable()
        guard isExpected(snapshot.bytes) else {
            throw RewriteError(.changed, snapshot.path, "the file was changed since: not put back")
        }
        try FileReplacement(snapshot: snapshot, interrupt: interrupt).write(bytes)
    }

    private static func replacing(_ replacements: [Replacement], in bytes: SharedSecret) -> SharedSecret {
        let added = replacements.reduce(0) { $0 + $1.text.utf8.count - $1.range.count }
        return bytes.withUnsafeBytes { old in
            SharedSecret(
                SecretBytes(count: old.count + added) { target in
                    var (from, to) = (0, 0)
                    func copy(_ part: UnsafeRawBufferPointer) {
                        UnsafeMutableRawBufferPointer(rebasing: target[to..<to + part.count]).copyMemory(from: part)
                        to += part.count
                    }
                    for replacement in replacements {
                        copy(UnsafeRawBufferPointer(rebasing: old[from..<replacement.range.lowerBound]))
                        var text = replacement.text
                        text.withUTF8 { copy(UnsafeRawBufferPointer($0)) }
                        from = replacement.range.upperBound
                    }
                    copy(UnsafeRawBufferPointer(rebasing: old[from...]))
                })
        }
    }
}

/// A rewrite that is ready, and has changed nothing yet.
public struct PreparedRewrite: Sendable {
    private let snapshot: FileSnapshot
    /// The changed lines before and after, secrets masked, for people.
    public let preview: String
    /// The file's new bytes.
    public let content: SharedSecret
    private let interrupt: FileReplacement.Interrupt

    init(
        snapshot: FileSnapshot, preview: String, content: SharedSecret, interrupt: @escaping FileReplacement.Interrupt
    ) {
        self.snapshot = snapshot
        self.preview = preview
        self.content = content
        self.interrupt = interrupt
    }

    /// The file that will be written: of a link, what it leads to.
    public var path: String { snapshot.path }

    /// The file's bytes as they are now. Store them, encrypted, before `commit`: they are nowhere else afterwards.
    public var original: SharedSecret { snapshot.bytes }

    /// Writes the file. When this returns, the new text survives a power loss; when it throws, the old one is there, but
    /// with `notDurable`.
    /// - Throws: `changed` where the file is not what `prepare` saw.
    public func commit() throws(RewriteError) {
        try FileReplacement(snapshot: snapshot, interrupt: interrupt).write(content)
    }
}
