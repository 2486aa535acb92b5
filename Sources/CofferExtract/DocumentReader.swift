// SPDX-License-Identifier: Apache-2.0
internal import CLinux
internal import Glibc

/// Has documents taken apart by another process (`ExtractorProcess`), one after another; it is started anew where one
/// document breaks it. Not for several threads at once.
public final class DocumentExtractor {
    private let command: [String]
    private var running: (program: SpawnedProgram, requests: Int32)?

    /// - Parameter command: starts an `ExtractorProcess`.
    public init(command: [String]) { self.command = command }

    /// Begins with a document, an open file that stays the caller's to close. Nil where the process can't be started.
    public func open(_ kind: DocumentKind, _ options: ExtractionOptions, descriptor: Int32) -> DocumentReader? {
        let request = ExtractorProcess.request(kind, options)
        // One that has ended unnoticed takes no more: then another is started.
        for _ in 0..<2 {
            guard let process = process() else { return nil }
            if coffer_send_file(process.requests, descriptor, request, request.count) == request.count {
                return DocumentReader(process.program)
            }
            stop()
        }
        return nil
    }

    /// To be told when a document is done with, whether it was read to its end or not.
    public func close(_ reader: DocumentReader) { if !reader.isWhole { stop() } }

    private func process() -> (program: SpawnedProgram, requests: Int32)? {
        if let running { return running }
        var ends: [Int32] = [0, 0]
        let type = Int32(SOCK_SEQPACKET.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, type, 0, &ends) == 0 else { return nil }
        defer { Glibc.close(ends[1]) }
        guard let program = try? SpawnedProgram(command, input: ends[1]) else {
            Glibc.close(ends[0])
            return nil
        }
        running = (program, ends[0])
        return running
    }

    private func stop() {
        if let running { Glibc.close(running.requests) }
        running = nil
    }

    deinit { stop() }
}

/// The text of one document, part by part.
public final class DocumentReader {
    /// Seconds that a document may take for nothing.
    private static let patience: Int32 = 120
    private let program: SpawnedProgram
    private var isAtEnd = false
    /// Whether the document was read to its end, so that the process is ready for the next.
    private(set) var isWhole = false
    /// Of the text frame that is being read, what is left.
    private var rest = 0
    /// A part that was announced while the one before was read.
    private var next: DocumentPart?
    /// What could not be read, as sentences.
    public private(set) var warnings: [String] = []

    init(_ program: SpawnedProgram) { self.program = program }

    /// The next part; what is left of the one before is passed over. Nil at the end.
    public func nextPart() -> DocumentPart? {
        // Mostly it is known already: its frame ended the part before.
        while next == nil, !isAtEnd {
            withUnsafeTemporaryAllocation(byteCount: Frame.longest, alignment: 16) { _ = read(into: $0) }
        }
        defer { next = nil }
        return next
    }

    /// Text of the part; 0 at its end.
    public func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        while rest == 0 {
            guard next == nil, !isAtEnd else { return 0 }
            readFrame()
        }
        let count = program.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(rest)), patience: Self.patience)
        if count == 0 { breakOff() }
        rest -= count
        return count
    }

    private func readFrame() {
        guard let (kind, count) = readExactly(Frame.headerCount).flatMap(Frame.parse) else { return breakOff() }
        switch kind {
        case .text: rest = count
        case .end: (isAtEnd, isWhole) = (true, true)
        case .part, .warning:
            guard let content = readExactly(count) else { return breakOff() }
            if kind == .warning {
                warnings.append(String(decoding: content, as: UTF8.self))
            } else if let layout = content.first.flatMap(DocumentPart.Layout.init(rawValue:)) {
                next = DocumentPart(name: String(decoding: content.dropFirst(), as: UTF8.self), layout: layout)
            } else {
                breakOff()
            }
        }
    }

    private func readExactly(_ count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let got = bytes.withUnsafeMutableBytes { bytes in
                program.read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[filled...]), patience: Self.patience)
            }
            guard got > 0 else { return nil }
            filled += got
        }
        return bytes
    }

    /// The process ended before the document did.
    private func breakOff() {
        guard !isAtEnd else { return }
        (isAtEnd, rest) = (true, 0)
        warnings.append("read only in part: taking it apart took too long, too much memory, or broke down")
    }
}
