// SPDX-License-Identifier: Apache-2.0

/// The text of an archive's members; of archives in it as well, to a depth.
struct ArchiveText {
    /// How deep archives may lie in each other.
    private static let deepest = 3
    /// A document within an archive is taken into memory; larger ones are left out.
    private static let largestDocument = 64 << 20

    let sink: TextSink
    let options: ExtractionOptions

    /// - Parameter path: the names of the archives around it, `outer.zip/` and so on; empty for the outermost.
    func extract(_ input: DocumentInput, path: String, depth: Int) throws(ExtractionStop) {
        let office = try OfficeDocument(input)
        let archive = try Archive(input)
        while let member = try archive.next() {
            guard member.isFile, office?.hasRead(member.name) != true else { continue }
            // A compressed file has one member, which libarchive calls so.
            let name = path + (member.name == "data" ? "content" : member.name)
            if member.isEncrypted {
                try sink.warn("\(name) is encrypted: not scanned")
            } else if var reader = office?.reader(of: member.name, path: path) {
                var markup = MarkupReader()
                try reader.begin(sink)
                try archive.read { piece throws(ExtractionStop) in
                    try markup.read(piece) { event throws(ExtractionStop) in try reader.take(event, sink) }
                    return true
                }
            } else {
                try extract(member: name, of: archive, depth: depth)
            }
        }
    }

    private func extract(member name: String, of archive: Archive, depth: Int) throws(ExtractionStop) {
        enum Content { case unknown, text, binary, document(DocumentKind) }
        var start: [UInt8] = []
        var content = Content.unknown
        func decide() throws(ExtractionStop) {
            if let kind = start.withUnsafeBytes({ DocumentKind(start: $0) }) {
                content = .document(kind)
            } else if Self.isBinary(start) {
                content = .binary
            } else {
                content = .text
                try sink.begin(DocumentPart(name: name, layout: .file))
                try sink.add(start)
            }
        }
        try archive.read { piece throws(ExtractionStop) in
            switch content {
            case .text: try sink.add(piece)
            case .binary: return false
            case .document: start.append(contentsOf: piece)
            case .unknown:
                start.append(contentsOf: piece)
                if start.count >= 512 { try decide() }
            }
            return start.count <= Self.largestDocument
        }
        if case .unknown = content, !start.isEmpty { try decide() }
        guard case .document(let kind) = content else { return }
        guard start.count <= Self.largestDocument else {
            return try sink.warn("\(name) is larger than \(Self.largestDocument >> 20) MiB: not scanned")
        }
        guard depth < Self.deepest else {
            return try sink.warn("\(name) lies more than \(Self.deepest) archives deep: not scanned")
        }
        do throws(ExtractionStop) {
            try Extraction(sink: sink, options: options).extract(.memory(start), kind, path: name + "/", depth: depth + 1)
        } catch .damaged(let reason) {
            try sink.warn("\(name): \(reason)")
        }
    }

    /// NUL bytes, and no byte order mark of UTF-16.
    private static func isBinary(_ start: [UInt8]) -> Bool {
        if start.starts(with: [0xff, 0xfe]) || start.starts(with: [0xfe, 0xff]) { return false }
        return start.prefix(8192).contains(0)
    }
}
