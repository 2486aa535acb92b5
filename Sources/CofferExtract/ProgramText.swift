// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// Text that another program makes of a document: it reads standard input and writes standard output.
struct ProgramText {
    let command: [String]
    /// Where there is no such program.
    let missing: String
    /// What its pages are called.
    let page: String

    /// poppler's; form feeds part the pages.
    static let pdf = ProgramText(
        command: ["pdftotext", "-q", "-enc", "UTF-8", "-eol", "unix", "-", "-"],
        missing: "is a PDF, and there is no pdftotext to read it with (package poppler-utils)", page: "page")
    static let image = ProgramText(
        command: ["tesseract", "stdin", "stdout"],
        missing: "is a picture, and there is no tesseract to read it with (package tesseract-ocr)", page: "picture")

    func extract(_ input: DocumentInput, path: String, into sink: TextSink) throws(ExtractionStop) {
        guard let program = try input.withFile({ try? SpawnedProgram(command, input: $0) }) else {
            return try sink.warn(path + (path.isEmpty ? "" : " ") + missing)
        }
        var number = 1
        var isBegun = false
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 * 1024, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            let count = program.read(into: buffer)
            if count <= 0 { break }
            var rest = UnsafeRawBufferPointer(rebasing: buffer[..<count])
            while !rest.isEmpty {
                let line = rest.prefix { $0 != 0x0c }
                if !line.isEmpty {
                    if !isBegun {
                        isBegun = true
                        try sink.begin(DocumentPart(name: "\(path)\(page) \(number)", layout: .page))
                    }
                    try sink.add(line)
                }
                guard line.count < rest.count else { break }
                (number, isBegun) = (number + 1, false)
                rest = UnsafeRawBufferPointer(rebasing: rest[(line.count + 1)...])
            }
        }
        switch program.wait() {
        case .exited(0): break
        case .exited(let code): throw .damaged("\(command[0]) gave up on it (exit code \(code))")
        case .signalled: throw .damaged("\(command[0]) took too long or broke down")
        }
    }
}
