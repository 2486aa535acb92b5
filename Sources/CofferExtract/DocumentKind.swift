// SPDX-License-Identifier: Apache-2.0

/// A file that holds text in another form than text.
public enum DocumentKind: String, Sendable, CaseIterable {
    /// Whatever libarchive unpacks; among it office documents, which are ZIP files.
    case archive
    case pdf
    case sqlite
    /// A picture that text recognition reads.
    case image

    /// By the file's first bytes; nil for text and for whatever isn't known. 512 bytes are enough.
    public init?(start: UnsafeRawBufferPointer) {
        guard start.count >= 4 else { return nil }
        func begins(_ bytes: [UInt8], at offset: Int = 0) -> Bool {
            start.count >= offset + bytes.count && start[offset..<offset + bytes.count].elementsEqual(bytes)
        }
        switch start[0] {
        case 0x50 where begins([0x50, 0x4b, 0x03, 0x04]): self = .archive  // zip
        case 0x1f where begins([0x1f, 0x8b]): self = .archive  // gzip
        case 0xfd where begins([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]): self = .archive  // xz
        case 0x28 where begins([0x28, 0xb5, 0x2f, 0xfd]): self = .archive  // zstd
        case 0x42 where begins(Array("BZh".utf8)) && start[3].isDigit && begins([0x31, 0x41, 0x59, 0x26], at: 4):
            self = .archive  // bzip2
        case 0x37 where begins([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]): self = .archive  // 7z
        case 0x53 where begins(Array("SQLite format 3\0".utf8)): self = .sqlite
        case 0x25 where begins(Array("%PDF-".utf8)): self = .pdf
        case 0x89 where begins([0x89, 0x50, 0x4e, 0x47]): self = .image  // png
        case 0xff where begins([0xff, 0xd8, 0xff]): self = .image  // jpeg
        case 0x52 where begins(Array("RIFF".utf8)) && begins(Array("WEBP".utf8), at: 8): self = .image
        default:
            guard begins(Array("ustar".utf8), at: 257) else { return nil }
            self = .archive  // tar
        }
    }
}

extension UInt8 {
    var isDigit: Bool { self >= 0x30 && self <= 0x39 }
}

/// A stretch of a document's text, with how its lines are to be understood.
public struct DocumentPart: Sendable, Equatable {
    public enum Layout: UInt8, Sendable {
        /// A file in an archive: lines are lines.
        case file
        /// Lines are paragraphs.
        case paragraphs
        /// Lines are rows of a sheet, with a tab between cells.
        case sheet
        /// The first line names a table's columns, the others are its rows, with a tab between cells.
        case table
        /// Lines of a page, or of a picture.
        case page
    }

    /// `notes/keys.txt`, `Sheet1`, `page 3`: whatever tells it from the document's others.
    public var name: String
    public var layout: Layout

    public init(name: String, layout: Layout) {
        self.name = name
        self.layout = layout
    }
}
