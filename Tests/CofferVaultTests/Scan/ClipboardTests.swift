// SPDX-License-Identifier: Apache-2.0
import CofferExtract
import Glibc
import Testing

@testable import CofferVault

@Suite("Scanning the clipboard")
struct ClipboardTests {
    private static func output(_ command: [String], patience: Duration) throws -> (count: Int, source: ClipboardSource) {
        let nothing = open("/dev/null", O_RDONLY | O_CLOEXEC)
        defer { close(nothing) }
        let source = ClipboardSource(try SpawnedProgram(command, input: nothing), patience: patience)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 * 1024, alignment: 1)
        defer { buffer.deallocate() }
        var total = 0
        while case let count = try source.read(into: buffer), count > 0 { total += count }
        return (total, source)
    }

    @Test("the desktop that runs is asked first")
    func order() {
        #expect(Clipboard.commands(isWayland: true).map { $0[0] } == ["wl-paste", "xclip", "xsel"])
        #expect(Clipboard.commands(isWayland: false).map { $0[0] } == ["xclip", "xsel", "wl-paste"])
    }

    @Test("an empty answer is one, a failure is none", .timeLimit(.minutes(1)))
    func answers() throws {
        #expect(try Self.output(["true"], patience: .seconds(30)).source.hasAnswered)
        #expect(try !Self.output(["false"], patience: .seconds(30)).source.hasAnswered)
        let text = try Self.output(["echo", "text"], patience: .seconds(30))
        #expect(text.count == 5 && text.source.hasAnswered && !text.source.isCut)
    }

    @Test("a program that hangs is given up, before its output or behind it", .timeLimit(.minutes(1)))
    func hanging() throws {
        #expect(try !Self.output(["sleep", "1000"], patience: .milliseconds(50)).source.hasAnswered)
        let closed = try Self.output(["sh", "-c", "exec sleep 1000 >&-"], patience: .milliseconds(300))
        #expect(!closed.source.hasAnswered)
    }

    @Test("what has no end is read to a limit", .timeLimit(.minutes(1)))
    func limit() throws {
        let endless = try Self.output(["yes"], patience: .seconds(30))
        #expect(endless.count == Clipboard.largest && endless.source.isCut && endless.source.hasAnswered)
    }
}
