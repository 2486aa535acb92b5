// SPDX-License-Identifier: Apache-2.0
import CofferTesting
import Testing

@testable import CofferExtract

@Suite("Text within documents")
struct ExtractionTests {
    @Test("a spreadsheet's cells stand at their rows and columns")
    func workbook() throws {
        let found = try Extracted(Documents.workbook)
        let tabs = String(repeating: "\t", count: 27)
        #expect(found.parts["Our & keys"] == "service\tsplit key\n\n\n\(tabs)inline\n\t42\tA(\"key\") made")
        #expect(found.layouts["Our & keys"] == .sheet && found.isWhole && found.warnings.isEmpty)
    }

    @Test("an OpenDocument spreadsheet's rows and cells repeat without growing")
    func openSheet() throws {
        #expect(try Extracted(Documents.openSheet).parts["Eins"] == "\n\n\n\t\tC4")
    }

    @Test("words that a word processor has cut are whole again; comments and styles are no text")
    func letter() throws {
        let found = try Extracted(Documents.letter)
        #expect(found.parts["document"] == "The key is sk-rest<\n\tsecond\n")
        // Other members are files like any: what an attribute holds is found too.
        #expect(found.layouts["word/styles.xml"] == .file)
    }

    @Test("a row of a table in a letter is a line, whatever its cells hold")
    func tableInLetter() throws {
        #expect(try Extracted(Documents.table).parts["document"] == "before\nservice \tkey \t\na   \tb c \t\nafter\n")
    }

    @Test("a database's tables have their columns' names, whatever they are called")
    func database() throws {
        let found = try Extracted(
            Documents.database(
                #"""
                CREATE TABLE "my ""keys""" (id INTEGER PRIMARY KEY, value TEXT, raw BLOB);
                INSERT INTO "my ""keys""" VALUES (1, 'a' || char(10) || 'b', x'736b2d'), (2, NULL, x'00ff');
                CREATE VIEW v AS SELECT * FROM "my ""keys""";
                """#))
        #expect(found.parts == ["my \"keys\"": "id\tvalue\traw\n1\ta b\tsk-\n2\t\t\n"])
        #expect(found.layouts["my \"keys\""] == .table && found.warnings.isEmpty)
    }

    @Test("a PDF's pages", .enabled(if: Documents.canReadPDF))
    func pdf() throws {
        let found = try Extracted(Documents.pdf)
        #expect(found.parts["page 1"]?.contains("first page") == true)
        #expect(found.parts["page 2"]?.contains("OPENAI_API_KEY=key") == true)
    }

    @Test("archives, and documents in them", arguments: [Documents.Format.zip, .tarGzip, .sevenZip])
    func archives(format: Documents.Format) throws {
        let inner = Documents.archive([("notes/.env", Array("KEY=1\n".utf8)), ("book.xlsx", Documents.workbook)])
        let picture = [0, 1, 2, 3] + [UInt8](repeating: 0, count: 600)
        let outer = Documents.archive([("a/inner.zip", inner), ("empty", []), ("picture", picture)], format)
        let found = try Extracted(outer)
        #expect(found.parts["a/inner.zip/notes/.env"] == "KEY=1\n")
        #expect(found.parts["a/inner.zip/book.xlsx/Our & keys"]?.hasPrefix("service\tsplit key") == true)
        #expect(found.layouts.keys.contains("picture") == false && found.warnings.isEmpty)
    }

    @Test("archives in archives are entered to a depth, and then told about")
    func depth() throws {
        var nested = Documents.archive([("key", Array("deep".utf8))])
        for _ in 0..<6 { nested = Documents.archive([("in.zip", nested)]) }
        let found = try Extracted(nested)
        #expect(found.parts.isEmpty)
        #expect(found.warnings == ["in.zip/in.zip/in.zip/in.zip lies more than 3 archives deep: not scanned"])
    }

    @Test("what unpacks to more than anybody would look through ends early")
    func bomb() throws {
        let inner = Documents.archive((0..<8).map { ("\($0)", [UInt8](repeating: 0x61, count: 1 << 20)) })
        let found = try Extracted(Documents.archive((0..<4).map { ("\($0).zip", inner) }), mostBytes: 16 << 20)
        #expect(found.warnings == ["read only in part: it unpacks to more than 16 MiB"])
        #expect(found.parts.count == 16)
        #expect(found.isWhole)
    }

    @Test("what is damaged is said to be, and gives what is sound", arguments: [0.3, 0.6, 0.95])
    func damaged(share: Double) throws {
        let members = (0..<50).map { ("\($0).txt", Array("text \($0) ".utf8) + (0..<200).map { UInt8($0 % 64 + 32) }) }
        let rows = "WITH RECURSIVE n(i) AS (SELECT 1 UNION SELECT i + 1 FROM n WHERE i < 2000) SELECT i || ' is a number' FROM n"
        let database = Documents.database("CREATE TABLE t (a); INSERT INTO t \(rows)")
        for document in [Documents.archive(members, .tarGzip), database] {
            let found = try Extracted(Array(document.prefix(Int(Double(document.count) * share))))
            #expect(found.isWhole && found.warnings.count == 1)
            #expect(found.warnings.first?.contains("read only in part") == true)
        }
    }

    @Test(
        "no bytes make it crash or hang",
        arguments: [
            Documents.workbook, Documents.letter, Documents.openSheet, Documents.archive([("a", "b"), ("c", "d")], .tarGzip),
            Documents.database("CREATE TABLE t (a, b); INSERT INTO t VALUES ('x', 'y'), (1, 2); CREATE INDEX i ON t (a)"),
        ])
    func fuzz(document: [UInt8]) throws {
        let kind = try #require(document.withUnsafeBytes { DocumentKind(start: $0) })
        var random = SeededRandom(seed: 5)
        for _ in Fuzz.rounds(300) {
            let bytes = Fuzz.damage(document, tokens: ["PK\u{3}\u{4}", "<c r=\"ZZZZZ9\"", "]]>", "&#x110000;", "\0"], &random)
            #expect(try Extracted(bytes, kind).isWhole)
        }
    }

    @Test("markup that is none gives text, and entities of its own never grow")
    func markup() {
        var reader = MarkupReader()
        var text: [UInt8] = []
        let document = #"<!DOCTYPE x [<!ENTITY a "aaaa">]><p b='&quot;'>1&a;&#x41;&#65;&bad;&lt</p><![CDATA[<2>]]><unclosed"#
        Array(document.utf8).withUnsafeBytes { bytes in
            for byte in bytes.indices {
                reader.read(UnsafeRawBufferPointer(rebasing: bytes[byte...byte])) { if case .text(let part) = $0 { text += part } }
            }
        }
        #expect(String(decoding: text, as: UTF8.self) == "]>1&a;AA&bad;&lt<2>")
    }
}

@Suite("The process that takes documents apart")
struct DocumentExtractorTests {
    @Test("where it ends early there is a warning, and the next document gets another", arguments: ["/bin/true", "/bin/false"])
    func early(program: String) throws {
        let extractor = DocumentExtractor(command: [program])
        let file = try #require(MemoryFile())
        #expect(Documents.letter.withUnsafeBytes(file.write))
        for _ in 0..<3 {
            // It may have ended before it was sent anything.
            guard let reader = extractor.open(.archive, ExtractionOptions(), descriptor: file.descriptor) else { continue }
            #expect(reader.nextPart() == nil && !reader.isWhole)
            #expect(reader.warnings.count == 1)
            extractor.close(reader)
        }
    }

    @Test("a program that isn't there can't be started")
    func missing() throws {
        let file = try #require(MemoryFile())
        let extractor = DocumentExtractor(command: ["/nonexistent/program"])
        #expect(extractor.open(.archive, ExtractionOptions(), descriptor: file.descriptor) == nil)
    }
}
