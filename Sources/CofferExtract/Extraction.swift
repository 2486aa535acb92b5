// SPDX-License-Identifier: Apache-2.0

/// What an extraction may use.
public struct ExtractionOptions: Sendable, Equatable {
    /// Read the text in pictures, with tesseract.
    public var readsImages = false

    public init(readsImages: Bool = false) { self.readsImages = readsImages }
}

/// Takes one document apart.
struct Extraction {
    let sink: TextSink
    let options: ExtractionOptions

    func extract(
        _ input: DocumentInput, _ kind: DocumentKind, path: String = "", depth: Int = 0
    ) throws(ExtractionStop) {
        switch kind {
        case .archive: try ArchiveText(sink: sink, options: options).extract(input, path: path, depth: depth)
        case .sqlite: try DatabaseText(sink: sink).extract(input, path: path)
        case .pdf: try ProgramText.pdf.extract(input, path: path, into: sink)
        case .image:
            if options.readsImages { try ProgramText.image.extract(input, path: path, into: sink) }
        }
    }
}
