// SPDX-License-Identifier: Apache-2.0
import CArchive
import Foundation
import GRDBSQLite
import Glibc

@testable import CofferExtract

/// What an extraction gave.
struct Extracted: Equatable {
    var parts: [String: String] = [:]
    var layouts: [String: DocumentPart.Layout] = [:]
    var warnings: [String] = []
    var isWhole = false

    /// Takes `document` apart in this process.
    init(_ document: [UInt8], mostBytes: Int = 16 << 20) throws {
        guard let kind = document.withUnsafeBytes({ DocumentKind(start: $0) }) else { throw NoDocument() }
        try self.init(document, kind, mostBytes: mostBytes)
    }

    init(_ document: [UInt8], _ kind: DocumentKind, mostBytes: Int = 16 << 20) throws {
        var frames: [[UInt8]] = []
        let sink = TextSink(mostBytes: mostBytes) { frame throws(ExtractionStop) in frames.append(frame) }
        try ExtractorProcess.extract(.memory(document), kind, ExtractionOptions(), into: sink)
        try sink.end()
        var name = ""
        var bytes: [String: [UInt8]] = [:]
        for frame in frames {
            guard let (kind, count) = Frame.parse(Array(frame.prefix(Frame.headerCount))) else { throw NoDocument() }
            let content = frame.dropFirst(Frame.headerCount).prefix(count)
            switch kind {
            case .part:
                name = String(decoding: content.dropFirst(), as: UTF8.self)
                layouts[name] = content.first.flatMap(DocumentPart.Layout.init(rawValue:))
            case .text: bytes[name, default: []] += content
            case .warning: warnings.append(String(decoding: content, as: UTF8.self))
            case .end: isWhole = true
            }
        }
        parts = bytes.mapValues { String(decoding: $0, as: UTF8.self) }
    }

    struct NoDocument: Error {}
}

/// Documents for the tests.
enum Documents {
    enum Format { case zip, tarGzip, sevenZip }

    static func archive(_ members: [(name: String, content: [UInt8])], _ format: Format = .zip) -> [UInt8] {
        let handle = archive_write_new()
        defer { archive_write_free(handle) }
        switch format {
        case .zip: archive_write_set_format_zip(handle)
        case .tarGzip:
            archive_write_set_format_pax_restricted(handle)
            archive_write_add_filter_gzip(handle)
        case .sevenZip: archive_write_set_format_7zip(handle)
        }
        var buffer = [UInt8](repeating: 0, count: members.reduce(1 << 20) { $0 + $1.content.count * 2 })
        var used = 0
        buffer.withUnsafeMutableBytes { bytes in
            archive_write_open_memory(handle, bytes.baseAddress, bytes.count, &used)
            for member in members {
                let entry = archive_entry_new()
                archive_entry_set_pathname(entry, member.name)
                archive_entry_set_size(entry, Int64(member.content.count))
                archive_entry_set_filetype(entry, S_IFREG)
                archive_entry_set_perm(entry, 0o644)
                archive_write_header(handle, entry)
                _ = member.content.withUnsafeBytes { archive_write_data(handle, $0.baseAddress, $0.count) }
                archive_entry_free(entry)
            }
            archive_write_close(handle)
        }
        return Array(buffer.prefix(used))
    }

    static func archive(_ members: [(name: String, content: String)], _ format: Format = .zip) -> [UInt8] {
        archive(members.map { ($0.name, Array($0.content.utf8)) }, format)
    }

    static let workbook = archive([
        ("[Content_Types].xml", "<Types/>"),
        ("xl/workbook.xml", #"<workbook xmlns:r="x"><sheets><sheet name="Our &amp; keys" sheetId="1" r:id="rId7"/></sheets></workbook>"#),
        ("xl/_rels/workbook.xml.rels", #"<Relationships><Relationship Id="rId7" Target="worksheets/sheet1.xml"/></Relationships>"#),
        ("xl/worksheets/sheet1.xml", """
            <worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>\
            <row r="4"><c r="AB4" t="inlineStr"><is><t>in</t><t>line</t></is></c></row>\
            <row r="5"><c r="B5"><v>42</v></c><c r="C5" t="str"><f>A("key")</f><v>made</v></c></row></sheetData></worksheet>
            """),
        ("xl/sharedStrings.xml", "<sst><si><t>service</t></si><si><r><t>split </t></r><r><t>key</t></r></si></sst>"),
    ])

    static let letter = archive([
        ("word/document.xml", """
            <w:document><w:body><w:p><w:r><w:t>The key is sk-</w:t></w:r><w:r><w:t>rest&lt;</w:t></w:r></w:p>\
            <!-- <w:t>no</w:t> --><w:p><w:r><w:tab/><w:t>second</w:t></w:r></w:p></w:body></w:document>
            """),
        ("word/styles.xml", "<w:styles><w:t>style</w:t></w:styles>"),
    ])

    /// A table in a letter: two rows of two cells, in one of them another table.
    static let table = archive([
        ("word/document.xml", """
            <w:p><w:r><w:t>before</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>service</w:t></w:r></w:p></w:tc>\
            <w:tc><w:p><w:r><w:t>key</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p>\
            </w:tc></w:tr></w:tbl><w:p/></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p><w:p><w:r><w:t>c</w:t></w:r></w:p></w:tc></w:tr>\
            </w:tbl><w:p><w:r><w:t>after</w:t></w:r></w:p>
            """)
    ])

    static let openSheet = archive([
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", """
            <office:body><table:table table:name="Eins"><table:table-row table:number-rows-repeated="3"/><table:table-row>\
            <table:table-cell table:number-columns-repeated="2"/><table:table-cell><text:p>C4</text:p></table:table-cell>\
            </table:table-row><table:table-row table:number-rows-repeated="1048000"/></table:table></office:body>
            """),
    ])

    static func database(_ sql: String) -> [UInt8] {
        var database: OpaquePointer?
        sqlite3_open(":memory:", &database)
        defer { sqlite3_close(database) }
        sqlite3_exec(database, sql, nil, nil, nil)
        var size: sqlite3_int64 = 0
        guard let bytes = sqlite3_serialize(database, "main", &size, 0) else { return [] }
        defer { sqlite3_free(bytes) }
        return Array(UnsafeBufferPointer(start: bytes, count: Int(size)))
    }

    static let pdf: [UInt8] = {
        func stream(_ text: String) -> String {
            let content = "BT /F1 12 Tf 20 100 Td (\(text)) Tj ET"
            return "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream"
        }
        let objects = [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 5 0 R /Resources << /Font << /F1 7 0 R >> >> >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 6 0 R /Resources << /Font << /F1 7 0 R >> >> >>",
            stream("first page"), stream("OPENAI_API_KEY=key"), "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
        ]
        var text = "%PDF-1.4\n"
        var offsets: [Int] = []
        for (index, object) in objects.enumerated() {
            offsets.append(text.utf8.count)
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = text.utf8.count
        text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for offset in offsets { text += String(repeating: "0", count: 10 - "\(offset)".count) + "\(offset) 00000 n \n" }
        text += "trailer << /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
        return Array(text.utf8)
    }()

    static let canReadPDF = access("/usr/bin/pdftotext", X_OK) == 0
}
