// SPDX-License-Identifier: Apache-2.0

/// Why a document is read no further.
enum ExtractionStop: Error {
    /// It unpacks to more than anybody would look through.
    case tooMuch(String)
    /// Nobody reads any more.
    case closed
    case damaged(String)
}

/// Where an extractor puts the text it finds. Bounded: beyond its limits it throws.
final class TextSink {
    /// Parts of one document.
    static let mostParts = 100_000
    private static let mostWarnings = 5

    /// Bytes of text of one document.
    private let mostBytes: Int
    private let write: ([UInt8]) throws(ExtractionStop) -> Void
    private var pending: [UInt8] = []
    private var bytes = 0
    private var parts = 0
    private var warnings = 0

    /// - Parameter write: takes frames; throws where nobody reads them.
    init(mostBytes: Int = 1 << 30, _ write: @escaping ([UInt8]) throws(ExtractionStop) -> Void) {
        self.mostBytes = mostBytes
        self.write = write
    }

    func begin(_ part: DocumentPart) throws(ExtractionStop) {
        try flush()
        parts += 1
        guard parts <= Self.mostParts else { throw .tooMuch("it has more than \(Self.mostParts) parts") }
        try frame(.part, [part.layout.rawValue] + Array(part.name.utf8.prefix(1024)))
    }

    func add(_ text: some Collection<UInt8>) throws(ExtractionStop) {
        bytes += text.count
        guard bytes <= mostBytes else { throw .tooMuch("it unpacks to more than \(mostBytes >> 20) MiB") }
        pending.append(contentsOf: text)
        if pending.count >= Frame.longest / 2 { try flush() }
    }

    func warn(_ sentence: String) throws(ExtractionStop) {
        warnings += 1
        guard warnings <= Self.mostWarnings else { return }
        try flush()
        try frame(.warning, Array(sentence.utf8.prefix(1024)))
        if warnings == Self.mostWarnings { try frame(.warning, Array("more of it was not scanned".utf8)) }
    }

    func end() throws(ExtractionStop) {
        try flush()
        try frame(.end, [])
    }

    private func flush() throws(ExtractionStop) {
        var rest = pending[...]
        pending = []
        while !rest.isEmpty {
            try frame(.text, Array(rest.prefix(Frame.longest)))
            rest = rest.dropFirst(Frame.longest)
        }
    }

    private func frame(_ kind: Frame.Kind, _ content: [UInt8]) throws(ExtractionStop) {
        try write(Frame.header(kind, content.count) + content)
    }
}
