// SPDX-License-Identifier: Apache-2.0
internal import CArchive
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
    private static let chunk = 64 * 1024

    private let names: SpawnedProgram?
    private let contents: SpawnedProgram
    private var buffer = [UInt8](repeating: 0, count: chunk)
    private var (start, end) = (0, 0)
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
        self.contents = contents
    }

    /// The files that are about to be committed, as the commit will have them.
    ///
    /// Nil where there is no git or no repository.
    init?(stagedIn repository: GitRepository) {
        let changes = ["diff", "--cached", "--raw", "--no-abbrev", "--no-renames", "--diff-filter=ACMT", "--no-ext-diff", "-z"]
        let list = memfd_create("staged", 1)
        guard list >= 0, let program = repository.run(changes) else { return nil }
        defer { close(list) }
        // `:mode mode old new status`, NUL, path, NUL. A path with a line feed can't be told to git: its name is left out.
        var fields = LineReader(program, separator: 0)
        while let change = fields.next(), let path = fields.next() {
            let parts = change.split(separator: 0x20)
            guard parts.count == 5 else { continue }
            let line = Array(parts[3]) + [0x20] + (path.contains(0x0a) ? [] : path) + [0x0a]
            guard write(list, line, line.count) == line.count else { return nil }
        }
        lseek(list, 0, SEEK_SET)
        guard program.wait() == .exited(0), let contents = repository.run(Self.reading, input: list) else { return nil }
        names = nil
        self.contents = contents
    }

    /// The next version of a file; what is left of the one before is passed over.
    func next() -> Version? {
        while true {
            if !isFirst { skip(rest + 1) }
            isFirst = false
            guard let line = line() else { return nil }
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
    var isWhole: Bool { contents.wait() == .exited(0) && (names?.wait() ?? .exited(0)) == .exited(0) }

    /// What the version is, where it is no text.
    var documentKind: DocumentKind? {
        while end - start < min(rest, 512), fill() {}
        return buffer.withUnsafeBytes { DocumentKind(start: UnsafeRawBufferPointer(rebasing: $0[start..<start + min(rest, end - start)])) }
    }

    /// The version as an open file without a name; nil where it is too large.
    func file() -> Int32? {
        guard rest <= Self.largestDocument else { return nil }
        let file = memfd_create("document", 1)
        guard file >= 0 else { return nil }
        var piece = [UInt8](repeating: 0, count: Self.chunk)
        while rest > 0 {
            let count = piece.withUnsafeMutableBytes { take(into: $0) }
            guard count > 0, piece.withUnsafeBytes({ write(file, $0.baseAddress, count) }) == count else { break }
        }
        lseek(file, 0, SEEK_SET)
        return file
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int { take(into: buffer) }

    private func take(into target: UnsafeMutableRawBufferPointer) -> Int {
        guard rest > 0, start < end || fill() else { return 0 }
        let count = min(target.count, rest, end - start)
        buffer.withUnsafeBytes { target.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[start..<start + count])) }
        start += count
        rest -= count
        return count
    }

    private func skip(_ count: Int) {
        var left = count
        while left > 0, start < end || fill() {
            let step = min(left, end - start)
            start += step
            left -= step
        }
    }

    private func line() -> [UInt8]? {
        var line: [UInt8] = []
        while start < end || fill() {
            let byte = buffer[start]
            start += 1
            if byte == 0x0a { return line }
            if line.count < Self.chunk { line.append(byte) }
        }
        return nil
    }

    private func fill() -> Bool {
        if start > 0 {
            buffer.withUnsafeMutableBytes { bytes in
                guard let base = bytes.baseAddress else { return }
                memmove(base, base + start, end - start)
            }
            (start, end) = (0, end - start)
        }
        guard end < buffer.count else { return true }
        let count = buffer.withUnsafeMutableBytes { contents.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[end...])) }
        end += count
        return count > 0
    }

    deinit {
        buffer.withUnsafeMutableBytes { if let base = $0.baseAddress { explicit_bzero(base, $0.count) } }
    }
}
