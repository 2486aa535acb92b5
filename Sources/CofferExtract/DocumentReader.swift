// SPDX-License-Identifier: Apache-2.0

/// The text of a document, part by part, as another process takes it apart (`ExtractorProcess`).
public final class DocumentReader {
    private let program: SpawnedProgram
    private var isAtEnd = false
    /// Of the text frame that is being read, what is left.
    private var rest = 0
    /// A part that was announced while the one before was read.
    private var next: DocumentPart?
    /// What could not be read, as sentences.
    public private(set) var warnings: [String] = []

    /// - Parameter command: starts an `ExtractorProcess`; the kind and the options are added to it.
    /// - Parameter descriptor: the open document. It stays the caller's to close.
    /// Nil where the process can't be started.
    public init?(command: [String], _ kind: DocumentKind, _ options: ExtractionOptions, descriptor: Int32) {
        let whole = command + ExtractorProcess.arguments(kind, options)
        guard let program = try? SpawnedProgram(whole, input: descriptor) else { return nil }
        self.program = program
    }

    /// The next part; what is left of the one before is passed over. Nil at the end.
    public func nextPart() -> DocumentPart? {
        var scratch = [UInt8](repeating: 0, count: Frame.longest)
        while next == nil, !isAtEnd {
            scratch.withUnsafeMutableBytes { _ = read(into: $0) }
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
        let count = program.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(rest)))
        if count == 0 { breakOff() }
        rest -= count
        return count
    }

    private func readFrame() {
        guard let (kind, count) = readExactly(Frame.headerCount).flatMap(Frame.parse) else { return breakOff() }
        switch kind {
        case .text: rest = count
        case .end: isAtEnd = true
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
            let got = bytes.withUnsafeMutableBytes { program.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[filled...])) }
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
