// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import CofferBase
internal import Glibc

/// How a command prints what it found.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
}

struct FormatOption: ParsableArguments {
    @Option(name: .long, help: "How to print: text or json.")
    var format: OutputFormat = .text

    var isJSON: Bool { format == .json }
}

/// What commands print: results on stdout, messages on stderr.
enum Output {
    static func message(_ text: String) {
        write(Array((Terminal.plain(text, keeping: ["\n", "\t"]) + "\n").utf8), to: 2)
    }

    static func line(_ text: String) { bytes(Array((Terminal.plain(text, keeping: ["\n", "\t"]) + "\n").utf8)) }

    /// Why results did not reach stdout, such as a full disk; nil where they did.
    static var failure: Failure? {
        guard failureCode != 0 else { return nil }
        return Failure(
            .internalError, "can't write the output: \(String(cString: strerror(failureCode)).lowercased())",
            hint: "what the command did is done; free some space where its output goes (df)")
    }

    nonisolated(unsafe) private static var failureCode: Int32 = 0  // SAFETY: written and read by the command's one task.

    static func json(_ value: JSONValue) { bytes(value.encoded(pretty: true) + [0x0a]) }

    /// Writes bytes to stdout as they are.
    static func bytes(_ bytes: [UInt8]) {
        write(bytes, to: 1)
    }

    static func bytes(_ bytes: UnsafeRawBufferPointer) {
        write(bytes, to: 1)
    }

    private static func write(_ bytes: [UInt8], to file: Int32) { bytes.withUnsafeBytes { write($0, to: file) } }

    private static func write(_ bytes: UnsafeRawBufferPointer, to file: Int32) {
        var at = 0
        while at < bytes.count {
            let put = Glibc.write(file, bytes.baseAddress.map { $0 + at }, bytes.count - at)
            if put < 0, errno == EINTR { continue }
            guard put > 0 else {
                // A reader that closed early, such as `head`, ends us without a word, as the signal would.
                if put < 0, errno == EPIPE, file == 1 { exit(128 + SIGPIPE) }
                if file == 1 { failureCode = put < 0 ? errno : EIO }
                return
            }
            at += put
        }
    }
}

/// Columns under headings. On a terminal the flexible column gives way, so that rows fit.
struct Table {
    var headings: [String]
    var rows: [[String]] = []
    /// The column that is shortened.
    var flexible = 0
    /// Whether it goes on in lines below instead, broken behind commas and blanks.
    var breaks = false

    init(_ headings: [String], flexible: Int = 0) {
        self.headings = headings
        self.flexible = flexible
    }

    mutating func add(_ cells: [String]) { rows.append(cells.map { Terminal.plain($0) }) }

    func printed() {
        guard !rows.isEmpty else { return }
        var widths = headings.indices.map { column in ([headings] + rows).map { $0[column].count }.max() ?? 0 }
        if Terminal.isOutput {
            let total = widths.reduce(0, +) + 2 * (widths.count - 1)
            let excess = total - max(80, Terminal.width)
            if excess > 0 { widths[flexible] = max(8, widths[flexible] - excess) }
        }
        Output.line(Terminal.bold(text(headings, widths)))
        for row in rows {
            for line in breaks ? broken(row, widths[flexible]) : [row] { Output.line(text(line, widths)) }
        }
    }

    private func broken(_ row: [String], _ width: Int) -> [[String]] {
        var lines: [String] = []
        for word in row[flexible].split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= width { lines[lines.count - 1] = "\(last) \(word)" } else {
                lines.append(String(word))
            }
        }
        return lines.enumerated().map { number, line in
            row.enumerated().map { column, cell in column == flexible ? line : number == 0 ? cell : "" }
        }
    }

    private func text(_ cells: [String], _ widths: [Int]) -> String {
        var line = ""
        for (column, cell) in cells.enumerated() {
            // The ends say most: a file's name and line, what a secret is for.
            let room = widths[column] - 1
            let cut = cell.count > widths[column] ? cell.prefix(room / 3) + "…" + cell.suffix(room - room / 3) : cell
            line += cut
            if column < cells.count - 1, cells[(column + 1)...].contains(where: { !$0.isEmpty }) { line += String(repeating: " ", count: widths[column] - cut.count + 2) }
        }
        return line
    }
}
