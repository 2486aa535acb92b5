// SPDX-License-Identifier: Apache-2.0
internal import CofferExtract
internal import Glibc

/// Versions of files in a repository, one after another.
final class GitVersions: ByteSource {
    struct Version {
        /// As git names it.
        let id: String
        /// Where it lies in a commit that has it.
        let path: String
        let size: Int
    }

    /// A document is put into memory; larger ones are left out.
    private static let largestDocument = 64 << 20

    private let names: SpawnedProgram?
    private let contents: ProgramReader
    /// Of the version, what was not read yet.
    private var rest = 0
    private var isFirst = true

    private static let reading = ["cat-file", "--batch=%(objectname) %(objecttype) %(objectsize) %(rest)", "--buffer"]

    /// All that its history has, each once: of all branches, tags, stashes and reflogs, and of the index.
    ///
    /// Nil where there is no git.
    init?(historyOf repository: GitRepository) {
        guard let names = repository.run(["rev-list", "--objects", "--all", "--reflog", "--indexed-objects", "--missing=allow-any"]),
            let contents = repository.run(Self.reading, input: names.output)
        else { return nil }
        self.names = names
        self.contents = ProgramReader(contents)
    }

    /// The files that are about to be committed, as the commit will have them.
    ///
    /// Nil where there is no git or no repository.
    init?(stagedIn repository: GitRepository) {
        let changes = ["diff", "--cached", "--raw", "--no-abbrev", "--no-renames", "--diff-filter=ACMT", "--no-ext-diff", "-z"]
        guard let list = MemoryFile(), let program = repository.run(changes) else { return nil }
        // `:mode mode old new status`, NUL, path, NUL. A path with a line feed can't be told to git: its name is left out.
        let fields = ProgramReader(program)
        while let change = fields.line(endingIn: 0), let path = fields.line(endingIn: 0) {
            let parts = change.split(separator: 0x20)
            guard parts.count == 5 else { continue }
            let line = Array(parts[3]) + [0x20] + (path.contains(0x0a) ? [] : path) + [0x0a]
            guard line.withUnsafeBytes(list.write) else { return nil }
        }
        list.rewind()
        guard fields.isWhole, let contents = repository.run(Self.reading, input: list.descriptor) else { return nil }
        names = nil
        self.contents = ProgramReader(contents)
    }

    /// The next version of a file; what is left of the one before is passed over.
    func next() -> Version? {
        while true {
            if !isFirst { contents.skip(rest + 1) }
            isFirst = false
            guard let line = contents.line() else { return nil }
            let fields = line.split(separator: 0x20, maxSplits: 3, omittingEmptySubsequences: false)
            guard fields.count >= 3, let size = Int(String(decoding: fields[2], as: UTF8.self)), size >= 0 else {
                // `… missing`: nothing follows it.
                isFirst = true
                continue
            }
            rest = size
            guard fields[1].elementsEqual("blob".utf8) else { continue }
            return Version(
                id: String(decoding: fields[0], as: UTF8.self),
                path: fields.count > 3 ? String(decoding: fields[3], as: UTF8.self) : "", size: size)
        }
    }

    /// Whether git came through without an error. To be asked at the end.
    var isWhole: Bool { contents.isWhole && (names?.wait() ?? .exited(0)) == .exited(0) }

    /// What the version is, where it is no text.
    var documentKind: DocumentKind? { contents.peek(rest) { DocumentKind(start: $0) } }

    /// The version as an open file; nil where it is too large.
    func file() -> MemoryFile? {
        guard rest <= Self.largestDocument, let file = MemoryFile() else { return nil }
        var piece = [UInt8](repeating: 0, count: 64 * 1024)
        while case let count = piece.withUnsafeMutableBytes({ read(into: $0) }), count > 0 {
            guard piece.withUnsafeBytes({ file.write(UnsafeRawBufferPointer(rebasing: $0[..<count])) }) else { return nil }
        }
        file.rewind()
        return file
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = contents.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(rest)))
        rest -= count
        return count
    }
}
