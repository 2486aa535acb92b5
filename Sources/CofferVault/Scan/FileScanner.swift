// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import CofferExtract
internal import Glibc

/// What a scanner is told about a text.
struct ScannedFile {
    /// As findings name it.
    let path: String
    /// Bytes, as far as known.
    let size: Int
    /// The folder's name where the path doesn't say it.
    var folder: String?
    /// Of a document, the part that the text is.
    var part: DocumentPart?
    var origin = Finding.Place.Origin.file

    var baseName: String { String(path.split(separator: "/").last ?? "") }
    var isTable: Bool {
        switch part?.layout {
        case .sheet, .table: true
        case .paragraphs, .page: false
        case .file, nil: [".csv", ".tsv"].contains { (part?.name ?? path).lowercased().hasSuffix($0) }
        }
    }
    /// Where a tab alone parts the cells.
    var isTabbed: Bool { part?.layout == .sheet || part?.layout == .table }
}

/// One worker's part: reads texts one after another through a buffer of fixed size and finds keys in them.
///
/// The buffer slides over the text. A place is examined once `ahead` bytes behind it are there (or the end), and
/// `behind` bytes before it are still there, so each decision sees the same bytes wherever the chunks fall.
final class FileScanner {
    static let behind = 8 * 1024
    static let ahead = 4 * 1024
    private static let settled = 2 * 1024
    private static let padding = 64
    private static let batchSize = 1000

    let set: DetectorSet
    let options: ScanOptions
    /// Takes this worker's documents apart; nil where none are.
    let extractor: DocumentExtractor?
    private let fingerprint: @Sendable (UnsafeRawBufferPointer) -> String
    private let buffer: UnsafeMutableRawBufferPointer
    private let capacity: Int

    private var file = ScannedFile(path: "", size: 0)
    private var filled = 0
    private var next = 0
    /// The offset of the buffer's first byte in the text.
    private var base = 0
    private var isAtEnd = false
    private var isReencoded = false
    private var table: TableHeader?
    private var headerEnd = 0
    private var fileName: [UInt8] = []
    /// For each detector, where it has looked last, as offsets in the text.
    private var examined: [Range<Int>?] = []
    private var matches: [KeyMatch] = []
    private var lines = LineCounter()
    private var batch: [Finding] = []

    init(
        set: DetectorSet, options: ScanOptions, fingerprint: @escaping @Sendable (UnsafeRawBufferPointer) -> String
    ) {
        self.set = set
        self.options = options
        extractor = options.extractor.map { DocumentExtractor(command: $0) }
        self.fingerprint = fingerprint
        capacity = Self.behind + Self.ahead + max(1, options.chunkSize)
        buffer = .allocate(byteCount: capacity + Self.padding, alignment: 64)
        buffer.initializeMemory(as: UInt8.self, repeating: 0)
    }

    deinit {
        // INVARIANT 1: the buffer has held keys.
        if let start = buffer.baseAddress { explicit_bzero(start, buffer.count) }
        buffer.deallocate()
    }

    enum Outcome: Equatable {
        case scanned, binary, stopped
        case document(DocumentKind)
    }

    /// Scans one text. `progress` is told how many bytes were read and returns false to stop.
    func scan(
        _ source: any ByteSource, file: ScannedFile, progress: (Int) -> Bool, emit: ([Finding]) -> Void
    ) throws(SystemError) -> Outcome {
        reset(file)
        defer {
            flush(emit: emit, all: true)
            send(emit)
        }
        var source = source
        var count = try read(source)
        if let isBigEndian = UTF16Source.isBigEndian(UnsafeRawBufferPointer(rebasing: buffer[..<filled])) {
            source = UTF16Source(start: Array(buffer[2..<filled]), rest: source, isBigEndian: isBigEndian)
            isReencoded = true
            isAtEnd = false
            filled = 0
            _ = try read(source)
        } else if file.part == nil, file.origin == .file, let kind = DocumentKind(start: UnsafeRawBufferPointer(rebasing: buffer[..<filled])) {
            return .document(kind)
        } else if let start = buffer.baseAddress, memchr(start, 0, min(filled, 8192)) != nil {
            return .binary
        }
        readHeader()
        while true {
            guard progress(count) else { return .stopped }
            examine(to: isAtEnd ? filled : max(next, filled - Self.ahead))
            flush(emit: emit, all: isAtEnd)
            if isAtEnd { return .scanned }
            slide()
            count = try read(source)
        }
    }

    private func reset(_ file: ScannedFile) {
        self.file = file
        (filled, next, base) = (0, 0, 0)
        (isAtEnd, isReencoded) = (false, false)
        (table, headerEnd) = (nil, 0)
        fileName = file.origin == .file && file.size <= 512 ? Array(file.baseName.utf8) : []
        examined = Array(repeating: nil, count: set.detectors.count)
        matches = []
        lines = LineCounter()
    }

    /// Fills the buffer once. Returns the bytes that were read.
    private func read(_ source: any ByteSource) throws(SystemError) -> Int {
        let room = UnsafeMutableRawBufferPointer(rebasing: buffer[filled..<capacity])
        let count = try source.read(into: room)
        filled += count
        // A file that ends where its size says needs no further call to learn that.
        isAtEnd = count == 0 || (!isReencoded && file.size > 0 && base + filled == file.size && count < room.count)
        return count
    }

    private var window: TextWindow? {
        guard let start = buffer.baseAddress else { return nil }
        return TextWindow(text: UnsafePointer(start.assumingMemoryBound(to: UInt8.self)), count: filled)
    }

    private func readHeader() {
        guard file.isTable, let window else { return }
        let start = UnsafeBufferPointer(start: window.text, count: min(filled, TableHeader.longest))
        table = TableHeader(firstLineOf: start, delimiter: file.isTabbed ? UInt8(ascii: "\t") : nil)
        headerEnd = window.lineEnd(of: 0, reach: TableHeader.longest)
    }

    private func slide() {
        guard filled == capacity, let start = buffer.baseAddress else { return }
        let drop = max(0, next - Self.behind)
        guard drop > 0, let window else { return }
        lines.advance(to: drop, in: window, base: base)
        memmove(start, start + drop, filled - drop)
        filled -= drop
        next -= drop
        base += drop
    }

    private func examine(to limit: Int) {
        guard let window else { return }
        set.prefilter.search(window.text, from: next, to: limit) { place, triggers in
            for trigger in triggers {
                let start = place - trigger.offset
                guard start >= 0 else { continue }
                switch trigger.kind {
                case .key(let detector, let sequence): examineKey(window, start, detector, sequence)
                case .encodedKey(let detector, let sequence):
                    if let run = EncodedKey.run(at: start, of: window) {
                        _ = considerEncoded(window, run, detector, set.detectors[detector].compiled.sequences[sequence])
                    }
                case .word(let index): examineWord(window, start, index)
                }
            }
        }
        if let table {
            for index in set.detectors.indices where table.asks(for: index, in: set) {
                examineRuns(window, next..<limit, index)
            }
        }
        if !fileName.isEmpty {
            for index in set.detectors.indices where !set.detectors[index].hasPrefix {
                if case .provider = set.detectors[index].context { examineRuns(window, next..<limit, index) }
            }
        }
        next = limit
    }

    private func examineKey(_ window: TextWindow, _ start: Int, _ detector: Int, _ sequence: Int) {
        guard KeyBoundary.precedes(window, start) else { return }
        let pattern = set.detectors[detector].compiled.sequences[sequence]
        let end = pattern.match(window.text, from: start, limit: window.count) { KeyBoundary.follows(window, $0) }
        guard let end, consider(window, start..<end, detector, pattern) else { return }
        guard !set.followers[detector].isEmpty else { return }
        let reach = KeySurroundings.reach
        let from = window.start(ofLinesBefore: start, lines: KeySurroundings.lines, reach: reach)
        let to = window.end(ofLinesAfter: end, lines: KeySurroundings.lines, reach: reach)
        for follower in set.followers[detector] { examineRuns(window, from..<to, follower) }
    }

    private func examineWord(_ window: TextWindow, _ start: Int, _ index: Int) {
        let word = set.contextWords[index]
        guard window.hasWord(word.bytes, at: start, isWhole: word.isWhole) else { return }
        let reach = KeySurroundings.reach
        let from = window.lineStart(of: start, reach: reach)
        let to = window.end(ofLinesAfter: start, lines: KeySurroundings.lines, reach: reach)
        for detector in word.detectors { examineRuns(window, from..<to, detector) }
    }

    /// Looks for a detector without a fixed start in the part of a range where it has not looked yet.
    private func examineRuns(_ window: TextWindow, _ range: Range<Int>, _ detector: Int) {
        let wanted = range.lowerBound + base..<range.upperBound + base
        var parts = [wanted]
        if let done = examined[detector] {
            if wanted.upperBound >= done.lowerBound, wanted.lowerBound <= done.upperBound {
                parts = [
                    wanted.lowerBound..<max(wanted.lowerBound, done.lowerBound),
                    min(wanted.upperBound, done.upperBound)..<wanted.upperBound,
                ]
                examined[detector] =
                    min(wanted.lowerBound, done.lowerBound)..<max(wanted.upperBound, done.upperBound)
            } else if wanted.lowerBound > done.upperBound {
                examined[detector] = wanted
            }
        } else {
            examined[detector] = wanted
        }
        for part in parts where !part.isEmpty {
            RunFinder.forEachRun(in: part.lowerBound - base..<part.upperBound - base, of: window) { run in
                for pattern in set.detectors[detector].compiled.sequences {
                    let end = pattern.match(window.text, from: run.lowerBound, limit: run.upperBound) {
                        $0 == run.upperBound
                    }
                    if end != nil, consider(window, run, detector, pattern) { break }
                    if considerEncoded(window, run, detector, pattern) { break }
                }
            }
        }
    }

    private func consider(
        _ window: TextWindow, _ range: Range<Int>, _ detector: Int, _ pattern: ByteSequence
    ) -> Bool {
        let key = UnsafeBufferPointer(start: window.text + range.lowerBound, count: range.count)
        return consider(key, window, range, detector, pattern, isEncoded: false)
    }

    private func considerEncoded(
        _ window: TextWindow, _ range: Range<Int>, _ detector: Int, _ pattern: ByteSequence
    ) -> Bool {
        EncodedKey.withDecoded(range, of: window) { key in
            guard let start = key.baseAddress else { return false }
            let end = pattern.match(start, from: 0, limit: key.count) { $0 == key.count }
            return end != nil && consider(key, window, range, detector, pattern, isEncoded: true)
        }
    }

    /// Keeps the match if it is a key and stands in its context.
    private func consider(
        _ key: UnsafeBufferPointer<UInt8>, _ window: TextWindow, _ range: Range<Int>, _ detector: Int,
        _ pattern: ByteSequence, isEncoded: Bool
    ) -> Bool {
        let plausibility = Plausibility(set: set)
        guard plausibility.accepts(key, prefix: pattern.prefixLength, detector: detector),
            surroundings(window, range).satisfies(set.detectors[detector], index: detector, in: set)
        else { return false }
        let match = KeyMatch(
            start: range.lowerBound + base, end: range.upperBound + base, detector: detector,
            literals: pattern.literalCount, isVerified: set.detectors[detector].isVerified, isEncoded: isEncoded)
        if !matches.suffix(64).contains(match) { matches.append(match) }
        return true
    }

    private func surroundings(_ window: TextWindow, _ range: Range<Int>) -> KeySurroundings {
        let isHeader = range.lowerBound + base < headerEnd
        return KeySurroundings(window: window, key: range, table: isHeader ? nil : table, fileName: fileName)
    }

    // MARK: Findings

    private func flush(emit: ([Finding]) -> Void, all: Bool) {
        guard !matches.isEmpty, let window else { return }
        let border = all ? Int.max : base + next - Self.settled
        var ready = matches.filter { $0.end < border }
        guard !ready.isEmpty else { return }
        matches.removeAll { $0.end < border }
        ready.sort { ($0.start, $1.end) < ($1.start, $0.end) }
        for match in KeyMatch.winners(of: ready) {
            batch.append(finding(for: match, in: window))
            if batch.count >= Self.batchSize { send(emit) }
        }
    }

    private func send(_ emit: ([Finding]) -> Void) {
        guard !batch.isEmpty else { return }
        KeyPairs.join(&batch, set)
        emit(batch)
        batch = []
    }

    /// `Sheet1!B7`, `notes.txt:12`: the place within a document.
    private func name(of part: DocumentPart, _ match: KeyMatch, _ window: TextWindow) -> String {
        switch part.layout {
        case .file: return "\(part.name):\(lines.number)"
        case .paragraphs, .page: return "\(part.name), line \(lines.number)"
        case .table, .sheet: break
        }
        let start = lines.start - base
        // Of a line that began long before, the cells can't be counted any more.
        let cell = start >= 0 ? (start..<match.start - base).count { window[$0] == UInt8(ascii: "\t") } : nil
        if part.layout == .sheet {
            return "\(part.name)!" + (cell.map(TableHeader.letters) ?? "row ") + String(lines.number)
        }
        let column = cell.flatMap { table?.cells.indices.contains($0) == true ? table?.cells[$0] : nil }
        return part.name + (column.map { "." + String(decoding: $0, as: UTF8.self) } ?? "") + ", row \(lines.number - 1)"
    }

    private func finding(for match: KeyMatch, in window: TextWindow) -> Finding {
        let range = match.start - base..<match.end - base
        let detector = set.detectors[match.detector]
        lines.advance(to: range.lowerBound, in: window, base: base)
        let surroundings = surroundings(window, range)
        let isInPlace = !isReencoded && !match.isEncoded && file.part == nil && file.origin == .file
        let words = set.useCaseWords[set.providerOf[match.detector]]
        let folder = file.origin == .file ? UseCase.folder(ofPath: file.path) ?? file.folder : nil
        let place = Finding.Place(
            path: file.path, line: lines.number, column: match.start - lines.start + 1,
            range: isInPlace ? match.start..<match.end : nil,
            part: file.origin == .environment ? surroundings.variableName : file.part.map { name(of: $0, match, window) },
            variable: surroundings.variableName, useCase: surroundings.useCase(providerWords: words) ?? folder,
            origin: file.origin)
        func finding(_ key: UnsafeRawBufferPointer) -> Finding {
            Finding(
                place: place, provider: detector.provider, detector: detector.id, severity: detector.severity,
                isVerified: detector.isVerified, fingerprint: fingerprint(key), group: nil,
                key: options.keepsSecrets ? SharedSecret(SecretBytes(copying: key)) : nil)
        }
        guard match.isEncoded else {
            return finding(UnsafeRawBufferPointer(start: window.text + range.lowerBound, count: range.count))
        }
        return EncodedKey.withDecoded(range, of: window) { finding(UnsafeRawBufferPointer($0)) }
    }
}
