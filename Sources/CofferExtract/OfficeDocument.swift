// SPDX-License-Identifier: Apache-2.0

/// A word processor's, spreadsheet's or presentation's file: XML in a ZIP archive.
///
/// Sources: ECMA-376 (Office Open XML), part 1; OASIS OpenDocument 1.3, part 3.
struct OfficeDocument {
    private enum Kind { case word, sheets, slides, open, openSheets }

    /// What is read beforehand, in bytes of each kind. A spreadsheet's texts lie apart from its cells.
    private static let largestIndex = 4 << 20
    private static let largestTexts = 32 << 20

    private let kind: Kind
    /// A sheet's name by the member that holds it.
    private var sheetNames: [String: String] = [:]
    /// The texts that cells name by their number; nil where there are too many of them to keep.
    private var texts: [[UInt8]]?

    /// Nil for what is none, and for what is too damaged to tell.
    init?(_ input: DocumentInput) throws(ExtractionStop) {
        var names: Set<String> = []
        var (workbook, relations): ([UInt8], [UInt8]) = ([], [])
        var shared: [[UInt8]]? = []
        var type: [UInt8] = []
        guard input.isZIP else { return nil }
        do throws(ExtractionStop) {
            let archive = try Archive(input)
            while names.count < TextSink.mostParts, let member = try archive.next() {
                names.insert(member.name)
                switch member.name {
                case "mimetype": type = try archive.content(limit: 256) ?? []
                case "xl/workbook.xml": workbook = try archive.content(limit: Self.largestIndex) ?? []
                case "xl/_rels/workbook.xml.rels": relations = try archive.content(limit: Self.largestIndex) ?? []
                case "xl/sharedStrings.xml": shared = try Self.texts(of: archive)
                default: break
                }
            }
        } catch .damaged {
            return nil
        }
        if names.contains("word/document.xml") {
            kind = .word
        } else if names.contains("xl/workbook.xml") {
            kind = .sheets
        } else if names.contains("ppt/presentation.xml") {
            kind = .slides
        } else if names.contains("content.xml"), type.starts(with: "application/vnd.oasis.opendocument".utf8) {
            kind = String(decoding: type, as: UTF8.self).contains("spreadsheet") ? .openSheets : .open
        } else {
            return nil
        }
        texts = shared
        sheetNames = Self.sheetNames(workbook, relations)
    }

    /// Whether a member was read already: the texts that cells name.
    func hasRead(_ member: String) -> Bool { kind == .sheets && member == "xl/sharedStrings.xml" && texts != nil }

    /// Reads a member that holds text; nil for one that is to be read as it is.
    func reader(of member: String, path: String) -> (any OfficeReader)? {
        let base = member.split(separator: "/").last.map(String.init) ?? member
        let stem = path + (base.hasSuffix(".xml") ? String(base.dropLast(4)) : base)
        switch kind {
        case .word:
            let isText = ["document", "header", "footer", "footnotes", "endnotes", "comments"].contains { base.hasPrefix($0) }
            guard member.hasPrefix("word/"), member.hasSuffix(".xml"), isText else { return nil }
            return ParagraphReader(name: stem)
        case .slides:
            let isText = ["ppt/slides/slide", "ppt/notesSlides/notesSlide", "ppt/comments/"].contains { member.hasPrefix($0) }
            guard isText, member.hasSuffix(".xml") else { return nil }
            return ParagraphReader(name: stem)
        case .open: return member == "content.xml" ? ParagraphReader(name: path + "document", takesAllText: true) : nil
        case .openSheets: return member == "content.xml" ? OpenSheetReader(path: path) : nil
        case .sheets:
            if member == "xl/sharedStrings.xml" { return ParagraphReader(name: path + "texts") }
            guard member.hasPrefix("xl/worksheets/"), member.hasSuffix(".xml") else { return nil }
            return SheetReader(name: path + (sheetNames[member] ?? stem), texts: texts ?? [])
        }
    }

    /// Nil where they are too many.
    private static func texts(of archive: Archive) throws(ExtractionStop) -> [[UInt8]]? {
        var texts: [[UInt8]] = []
        var size = 0
        var current: [UInt8] = []
        var depth = 0
        var markup = MarkupReader()
        try archive.read { piece throws(ExtractionStop) in
            try markup.read(piece) { event throws(ExtractionStop) in
                switch event {
                case .start("si", _, let isEmpty):
                    current = []
                    if isEmpty { texts.append([]) }
                case .end("si"):
                    size += current.count + 32
                    texts.append(current)
                case .start("t", _, isEmpty: false): depth += 1
                case .end("t"): depth = max(0, depth - 1)
                case .text(let text) where depth > 0: current += text
                default: break
                }
            }
            return size + current.count <= largestTexts
        }
        return size + current.count <= largestTexts ? texts : nil
    }

    private static func sheetNames(_ workbook: [UInt8], _ relations: [UInt8]) -> [String: String] {
        var targets: [String: String] = [:]
        events(relations) { event in
            guard case .start("Relationship", let attributes, _) = event, let id = attributes.value("Id"),
                let target = attributes.value("Target")
            else { return }
            targets[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
        }
        var names: [String: String] = [:]
        events(workbook) { event in
            guard case .start("sheet", let attributes, _) = event, let name = attributes.value("name"),
                let id = attributes.value("id"), let target = targets[id]
            else { return }
            names[target] = name
        }
        return names
    }

    private static func events(_ xml: [UInt8], _ body: (MarkupReader.Event) -> Void) {
        var markup = MarkupReader()
        xml.withUnsafeBytes { markup.read($0, body) }
    }
}

/// Turns the markup of an office document's member into text, as it comes.
protocol OfficeReader {
    func begin(_ sink: TextSink) throws(ExtractionStop)
    mutating func take(_ event: MarkupReader.Event, _ sink: TextSink) throws(ExtractionStop)
}

/// Running text: a line for each paragraph, and for each row of a table, with tabs between its cells.
private struct ParagraphReader: OfficeReader {
    let name: String
    /// OpenDocument's text stands in its paragraphs themselves, Office Open XML's in elements of its own.
    var takesAllText = false
    private var depth = 0
    /// How many cells one is in: a cell may hold a table.
    private var cells = 0

    init(name: String, takesAllText: Bool = false) {
        self.name = name
        self.takesAllText = takesAllText
    }

    func begin(_ sink: TextSink) throws(ExtractionStop) { try sink.begin(DocumentPart(name: name, layout: .paragraphs)) }

    mutating func take(_ event: MarkupReader.Event, _ sink: TextSink) throws(ExtractionStop) {
        switch event {
        case .start(let name, _, isEmpty: false) where isText(name): depth += 1
        case .end(let name) where isText(name):
            depth = max(0, depth - 1)
            if takesAllText { try sink.add([cells > 0 ? 0x20 : 0x0a]) }
        case .start("tab", _, _): try sink.add([0x09])
        case .start("s", _, _): try sink.add([0x20])
        case .start("br", _, _), .start("cr", _, _), .start("line-break", _, _), .end("p"), .end("si"):
            try sink.add([cells > 0 ? 0x20 : 0x0a])
        case .start("tc", _, isEmpty: false), .start("table-cell", _, isEmpty: false): cells += 1
        case .end("tc"), .end("table-cell"):
            cells = max(0, cells - 1)
            try sink.add([cells > 0 ? 0x20 : 0x09])
        case .end("tr"), .end("table-row"): try sink.add([cells > 0 ? 0x20 : 0x0a])
        case .text(let text) where depth > 0: try sink.add(text)
        default: break
        }
    }

    private func isText(_ element: String) -> Bool {
        takesAllText ? element == "p" || element == "h" : element == "t" || element == "delText" || element == "instrText"
    }
}

/// Rows and cells as lines and tabs, at their own places: line 7 is row 7.
private struct Grid {
    private static let mostRows = 1 << 20
    private static let mostColumns = 1 << 14
    private var row = 1
    private var column = 1

    mutating func move(row target: Int, column targetColumn: Int, _ sink: TextSink) throws(ExtractionStop) {
        if target > row, target <= Self.mostRows {
            try sink.add(repeatElement(0x0a, count: target - row))
            (row, column) = (target, 1)
        }
        if targetColumn > column, targetColumn <= Self.mostColumns {
            try sink.add(repeatElement(0x09, count: targetColumn - column))
            column = targetColumn
        }
    }

    func add(_ text: [UInt8], _ sink: TextSink) throws(ExtractionStop) {
        try sink.add(text.map { $0 == 0x09 || $0 == 0x0a || $0 == 0x0d ? 0x20 : $0 })
    }
}

/// A sheet of Office Open XML.
private struct SheetReader: OfficeReader {
    let name: String
    /// What cells of type `s` name by number.
    let texts: [[UInt8]]
    private var grid = Grid()
    private var row = 0
    private var column = 0
    private var type = ""
    private var element: String?
    private var value: [UInt8] = []
    private static let longestValue = 1 << 20

    init(name: String, texts: [[UInt8]]) {
        self.name = name
        self.texts = texts
    }

    func begin(_ sink: TextSink) throws(ExtractionStop) { try sink.begin(DocumentPart(name: name, layout: .sheet)) }

    mutating func take(_ event: MarkupReader.Event, _ sink: TextSink) throws(ExtractionStop) {
        switch event {
        case .start("row", let attributes, _):
            row = attributes.value("r").flatMap { Int($0) } ?? row + 1
            column = 0
        case .start("c", let attributes, _):
            column = attributes.value("r").flatMap { Self.column(of: $0) } ?? column + 1
            type = attributes.value("t") ?? ""
        case .start(let name, _, isEmpty: false) where name == "v" || name == "t" || name == "f":
            element = name
            value = []
        case .text(let text) where element != nil && value.count < Self.longestValue: value += text
        case .end(let name) where name == element:
            element = nil
            // Of a formula, what is quoted in it may be a key.
            if name == "f", !value.contains(0x22) { return }
            let shared = name == "v" && type == "s" ? Int(String(decoding: value, as: UTF8.self)) : nil
            let text = shared.map { texts.indices.contains($0) ? texts[$0] : [] } ?? value
            try grid.move(row: row, column: column, sink)
            try grid.add(name == "f" ? text + [0x20] : text, sink)
        default: break
        }
    }

    /// 2 for `B7`.
    private static func column(of reference: String) -> Int? {
        var column = 0
        for byte in reference.utf8 {
            guard byte >= 0x41, byte <= 0x5a, column < 1 << 20 else { break }
            column = column * 26 + Int(byte - 0x40)
        }
        return column > 0 ? column : nil
    }
}

/// The sheets of an OpenDocument spreadsheet: all in one member, with rows and cells that repeat.
private struct OpenSheetReader: OfficeReader {
    let path: String
    private var grid = Grid()
    private var row = 0
    private var column = 0
    private var rowsToCome = 1
    private var cellsToCome = 1
    private var depth = 0

    init(path: String) { self.path = path }

    func begin(_ sink: TextSink) {}

    mutating func take(_ event: MarkupReader.Event, _ sink: TextSink) throws(ExtractionStop) {
        switch event {
        case .start("table", let attributes, _):
            (grid, row, rowsToCome) = (Grid(), 0, 1)
            try sink.begin(DocumentPart(name: path + (attributes.value("name") ?? "sheet"), layout: .sheet))
        case .start("table-row", let attributes, _):
            row = Self.sum(row, rowsToCome)
            rowsToCome = attributes.value("number-rows-repeated").flatMap { Int($0) } ?? 1
            (column, cellsToCome) = (0, 1)
        case .start("table-cell", let attributes, _), .start("covered-table-cell", let attributes, _):
            column = Self.sum(column, cellsToCome)
            cellsToCome = attributes.value("number-columns-repeated").flatMap { Int($0) } ?? 1
        case .start("p", _, isEmpty: false): depth += 1
        case .end("p"): depth = max(0, depth - 1)
        case .text(let text) where depth > 0 && row > 0:
            try grid.move(row: row, column: column, sink)
            try grid.add(text, sink)
        default: break
        }
    }

    private static func sum(_ a: Int, _ b: Int) -> Int { min(1 << 30, a + max(0, min(b, 1 << 30))) }
}
