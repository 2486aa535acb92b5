// SPDX-License-Identifier: Apache-2.0
internal import CofferExtract
internal import Glibc
internal import Synchronization

/// Finds keys in files and folders, and in other places that its options name.
///
/// Files are read once, in pieces of fixed size, so memory is bounded whatever is in them. Nothing is written and no
/// network is used. What can't be read becomes a warning, and the scan goes on.
public struct Scanner: Sendable {
    public let options: ScanOptions
    private let set: DetectorSet
    private let fingerprint: @Sendable (UnsafeRawBufferPointer) -> String

    /// - Parameter fingerprint: a keyed hash of a key's bytes. It is called on several threads.
    public init(
        options: ScanOptions = ScanOptions(), catalogue: ProviderCatalogue,
        fingerprint: @escaping @Sendable (UnsafeRawBufferPointer) -> String
    ) {
        self.options = options
        self.fingerprint = fingerprint
        set = DetectorSet(catalogue, generic: options.generic)
    }

    /// Scans files, and folders with all that is in them. Links are followed only where they are the paths given.
    ///
    /// A cancelled task ends soon with what was found until then, and `isComplete` false.
    /// - Parameter progress: called at most every 50 ms and at the end, on the workers' threads.
    public func scan(
        _ paths: [String], progress: (@Sendable (ScanProgress) -> Void)? = nil
    ) async -> ScanReport {
        let collector = ScanCollector(options, report: progress)
        let run = ScanRun(paths, scanner: self, collector: collector)
        let workers = max(1, options.workers)
        await withTaskCancellationHandler {
            // One more thread counts ahead where somebody watches.
            await BlockingThreads.run(workers + (progress == nil ? 0 : 1)) { index in
                if index < workers { run.work() } else { run.measure(paths) }
            }
        } onCancel: {
            collector.stop()
        }
        run.countClosed()
        return collector.finish()
    }

    /// Scans the files that are about to be committed in the repository that a folder lies in, as the commit will have them.
    public func scanStaged(in folder: String) async -> ScanReport {
        let collector = ScanCollector(options, report: nil)
        let run = ScanRun([], scanner: self, collector: collector)
        await BlockingThreads.run(1) { _ in run.scanStaged(folder) }
        return collector.finish()
    }

    /// Scans bytes in memory. `name` stands for the path, and its ending decides whether the text is a table.
    public func scanText(_ bytes: UnsafeRawBufferPointer, name: String) -> ScanReport {
        let collector = ScanCollector(options, report: nil)
        let worker = fileScanner()
        let file = ScannedFile(path: name, size: bytes.count)
        do throws(SystemError) {
            let outcome = try worker.scan(
                MemorySource(bytes), file: file, progress: collector.advance, emit: collector.add)
            collector.count(outcome == .scanned ? \.files : \.binaries)
        } catch {
            collector.warn(name, error.description)
        }
        return collector.finish()
    }

    public func scanText(_ text: String, name: String) -> ScanReport {
        var text = text
        return text.withUTF8 { scanText(UnsafeRawBufferPointer($0), name: name) }
    }

    /// For arguments and variables: its buffer is small, so that one more text costs little.
    public static func forShortTexts(_ catalogue: ProviderCatalogue) -> Scanner {
        var options = ScanOptions()
        options.chunkSize = 4096
        return Scanner(options: options, catalogue: catalogue) { _ in "" }
    }

    /// Whether a text, such as an argument or `NAME=value`, holds a key.
    public func holdsKey(_ text: UnsafeRawBufferPointer) -> Bool { !scanText(text, name: "text").findings.isEmpty }

    func fileScanner() -> FileScanner { FileScanner(set: set, options: options, fingerprint: fingerprint) }
}

/// One call of `scan`: what its workers share.
private final class ScanRun: @unchecked Sendable {
    // SAFETY: the walker moves on only under `walking`; what is read of it elsewhere is fixed when it is made.
    private let walker: TreeWalker
    private let walking = Mutex(())
    private let scanner: Scanner
    private let collector: ScanCollector
    // SAFETY: moves on only under `walking`.
    private var processes: ProcessEnvironments?
    private var isClipboardLeft: Bool

    init(_ paths: [String], scanner: Scanner, collector: ScanCollector) {
        self.scanner = scanner
        self.collector = collector
        processes = scanner.options.environments ? ProcessEnvironments(root: scanner.options.processes) : nil
        isClipboardLeft = scanner.options.clipboard
        walker = TreeWalker(
            paths, options: scanner.options, measures: false, warn: collector.warn, count: { collector.count($0) })
    }

    /// Scans files until none are left.
    func work() {
        let worker = scanner.fileScanner()
        while !collector.isStopped, let file = walking.withLock({ _ in walker.next() }) {
            scan(file, worker)
            collector.endFile()
        }
        while scanner.options.history, !collector.isStopped, let repository = nextRepository() {
            scan(GitRepository(path: repository), worker)
        }
        while !collector.isStopped, let process = walking.withLock({ _ in processes?.next() }) {
            scan(process, worker)
        }
        if !collector.isStopped, takeClipboard() { scanClipboard(worker) }
    }

    /// Whether the clipboard is still to be scanned: true once.
    private func takeClipboard() -> Bool {
        walking.withLock { _ in
            defer { isClipboardLeft = false }
            return isClipboardLeft
        }
    }

    private func scan(_ process: ProcessEnvironments.Process, _ worker: FileScanner) {
        var text = ScannedFile(path: "process \(process.id) (\(process.name)), environment", size: 0)
        text.origin = .environment
        let outcome = try? worker.scan(
            process.environment, file: text, progress: collector.advanceWithin, emit: collector.add)
        if outcome != nil { collector.count(\.processes) }
        if process.environment.isCut { collector.warn(text.path, "read only in part: it is too long") }
    }

    private func scanClipboard(_ worker: FileScanner) {
        var text = ScannedFile(path: Clipboard.name, size: 0)
        text.origin = .clipboard
        var outcome: FileScanner.Outcome?
        let warning = Clipboard.read { source in
            outcome = try? worker.scan(source, file: text, progress: collector.advanceWithin, emit: collector.add)
        }
        if let warning { return collector.warn(text.path, warning) }
        if outcome == .binary { collector.warn(text.path, "holds no text: not scanned") }
    }

    /// Repositories are known when all folders have been walked.
    private func nextRepository() -> String? {
        walking.withLock { _ in walker.nextRepository() }
    }

    /// Scans what is about to be committed in the repository that the folder lies in.
    func scanStaged(_ folder: String) {
        let repository = GitRepository(path: folder)
        guard let versions = GitVersions(stagedIn: repository) else {
            return collector.warn(folder, "is in no git repository, or there is no git: nothing was scanned")
        }
        let worker = scanner.fileScanner()
        while !collector.isStopped, let version = versions.next() {
            scan(version, of: versions, repository, worker, collector.add)
            collector.count(\.files)
        }
    }

    private func scan(
        _ version: GitVersions.Version, of versions: GitVersions, _ repository: GitRepository, _ worker: FileScanner,
        _ emit: ([Finding]) -> Void
    ) {
        let file = ScannedFile(path: repository.path(of: version.path), size: version.size)
        do throws(SystemError) {
            if let kind = versions.documentKind {
                guard scanner.options.extractor != nil, let document = versions.file() else { return }
                _ = scan(kind, document.descriptor, file, worker, emit)
            } else {
                _ = try worker.scan(versions, file: file, progress: collector.advanceWithin, emit: emit)
            }
        } catch {
            collector.warn(file.path, "its version in git is read only in part: \(error)")
        }
    }

    private func scan(_ repository: GitRepository, _ worker: FileScanner) {
        guard let versions = GitVersions(historyOf: repository) else {
            return collector.warn(repository.path, "the git history is not scanned: there is no git to read it with")
        }
        var found = HistoryFindings(most: scanner.options.maximumFindings)
        while !collector.isStopped, let version = versions.next() {
            scan(version, of: versions, repository, worker) { found.add($0, version) }
            collector.count(\.versions)
        }
        if !collector.isStopped, !versions.isWhole {
            collector.warn(repository.path, "the git history is read only in part: git reports the repository as damaged")
        }
        found.report(from: repository, to: collector)
    }

    private func scan(_ file: TreeWalker.File, _ worker: FileScanner) {
        let flags = O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC | (file.isNamed ? 0 : O_NOFOLLOW)
        let descriptor = FileKind.withCString(file.path) { open($0, flags) }
        guard descriptor >= 0 else { return collector.warn(file.text, "can't open: \(SystemError())") }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return collector.warn(file.text, SystemError().description) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            collector.count(\.specials)
            return collector.warn(file.text, "is \(FileKind.name(status.st_mode)), not a file: not scanned")
        }
        if !file.isNamed, walker.isNamedFile(device: status.st_dev, inode: status.st_ino) { return }
        var scanned = ScannedFile(path: file.text, size: status.st_size)
        if UseCase.folder(ofPath: scanned.path) == nil {
            scanned.folder = TreeWalker.realPath(file.text).flatMap {
                UseCase.folder(ofPath: String(decoding: $0, as: UTF8.self))
            }
        }
        do throws(SystemError) {
            let outcome = try worker.scan(
                FileSource(descriptor: descriptor), file: scanned, progress: collector.advance, emit: collector.add)
            switch outcome {
            case .scanned, .stopped: collector.count(\.files)
            case .document(let kind) where scan(kind, descriptor, scanned, worker, collector.add): collector.count(\.files)
            case .binary, .document:
                collector.count(\.binaries)
                if file.isNamed { collector.warn(file.text, "is binary: not scanned") }
            }
        } catch {
            collector.warn(file.text, "read only in part: \(error)")
        }
    }

    /// Scans a document's parts. False where such documents aren't taken apart.
    private func scan(
        _ kind: DocumentKind, _ descriptor: Int32, _ file: ScannedFile, _ worker: FileScanner, _ emit: ([Finding]) -> Void
    ) -> Bool {
        let options = ExtractionOptions(readsImages: scanner.options.readsImages)
        guard let extractor = worker.extractor, kind != .image || options.readsImages else { return false }
        guard let reader = extractor.open(kind, options, descriptor: descriptor) else {
            collector.warn(file.path, "is a document, and the program that reads such can't be started")
            return true
        }
        defer { extractor.close(reader) }
        let source = DocumentSource(reader)
        while !collector.isStopped, let part = reader.nextPart() {
            var text = file
            text.part = part
            do throws(SystemError) {
                _ = try worker.scan(source, file: text, progress: collector.advanceWithin, emit: emit)
            } catch {
                collector.warn(file.path, error.description)
            }
        }
        for warning in reader.warnings { collector.warn(file.path, warning) }
        collector.count(\.documents)
        return true
    }

    /// To be called when the workers have ended.
    func countClosed() {
        walking.withLock { _ in collector.count(\.closedProcesses, processes?.unreadable ?? 0) }
    }

    /// Counts what there is to scan, for the progress.
    func measure(_ paths: [String]) {
        let walker = TreeWalker(paths, options: scanner.options, measures: true, warn: { _, _ in }, count: { _ in })
        var (files, bytes) = (0, 0)
        while let file = walker.next() {
            files += 1
            bytes += file.size
            if files.isMultiple(of: 256) {
                if collector.isStopped { return }
                collector.expect(files: files, bytes: bytes, isKnown: false)
            }
        }
        collector.expect(files: files, bytes: bytes, isKnown: true)
    }
}
