// SPDX-License-Identifier: Apache-2.0
import CofferBase
import CofferVault
import Glibc
import Synchronization
import Testing

@Suite("Scanning folders")
struct ScanTreeTests {
    private static let key = "k=\(InventedKey.groq)\n"

    @Test("links are followed only where they are asked for, so loops are harmless")
    func links() async throws {
        let folder = try ScanTestFolder()
        try folder.write("a/f", Self.key)
        symlink("..", folder.path + "/a/loop")
        symlink("loop2", folder.path + "/loop2")
        symlink(folder.path + "/a/f", folder.path + "/link")
        let report = try await testScanner().scan([folder.path])
        #expect(report.findings.map(\.path) == [folder.path + "/a/f"])
        #expect(report.findings.first?.alsoAt == [] && report.statistics.specials == 3)
        let byLink = try await testScanner().scan([folder.path + "/link"])
        #expect(byLink.findings.map(\.path) == [folder.path + "/link"])
        let loop = try await testScanner().scan([folder.path + "/loop2", folder.path + "/missing"])
        #expect(loop.warnings.map(\.path) == [folder.path + "/loop2", folder.path + "/missing"])
    }

    @Test("paths that overlap are scanned once")
    func overlap() async throws {
        let folder = try ScanTestFolder()
        try folder.write("a/f", Self.key)
        let report = try await testScanner().scan([
            folder.path, folder.path + "/a", folder.path + "/a/f", folder.path + "/a/../a/f", folder.path + "/",
        ])
        #expect(report.statistics.files == 1 && report.findings.first?.alsoAt == [])
    }

    @Test(
        "FIFOs and devices are named and never waited for, binaries counted, and the scan goes on",
        .timeLimit(.minutes(1)))
    func specials() async throws {
        let folder = try ScanTestFolder()
        mkfifo(folder.path + "/fifo", 0o600)
        try folder.write("binary", bytes: [0x7f, 0, 1] + Array(Self.key.utf8))
        try folder.write("f", Self.key)
        let report = try await testScanner().scan([folder.path, "/dev/null", folder.path + "/fifo"])
        #expect(report.findings.map(\.path) == [folder.path + "/f"])
        #expect(report.statistics.binaries == 1 && report.statistics.specials == 3)
        #expect(report.warnings.map(\.path) == ["/dev/null", folder.path + "/fifo"])
        #expect(report.warnings.last?.reason.contains("FIFO") == true)
    }

    @Test("what may not be read becomes a warning with the reason", .enabled(if: geteuid() != 0))
    func unreadable() async throws {
        let folder = try ScanTestFolder()
        try folder.write("closed/f", Self.key)
        try folder.write("g", Self.key)
        try folder.write("h", Self.key)
        chmod(folder.path + "/closed", 0)
        chmod(folder.path + "/g", 0)
        let report = try await testScanner().scan([folder.path])
        #expect(report.findings.map(\.path) == [folder.path + "/h"])
        #expect(report.warnings.map(\.path) == [folder.path + "/closed", folder.path + "/g"])
        #expect(report.warnings.allSatisfy { $0.reason.contains("permission denied") })
    }

    @Test("folders of other people's files are left out unless asked for")
    func excludes() async throws {
        let folder = try ScanTestFolder()
        for name in ["node_modules/f", ".git/f", "b/.venv/f", "target/f", "f"] { try folder.write(name, Self.key) }
        let report = try await testScanner().scan([folder.path])
        #expect(report.statistics.files == 1 && report.statistics.excluded == 4)
        let all = try await testScanner { $0.scansEverything = true }.scan([folder.path])
        #expect(all.statistics.files == 5 && all.findings.first?.otherPlaces.count == 4)
    }

    @Test("the kernel's own folders are not walked")
    func kernel() async throws {
        let report = try await testScanner().scan(["/proc"])
        #expect(report.statistics.files == 0 && report.warnings.map(\.path) == ["/proc"])
    }

    @Test("findings come in order, whatever the number of workers")
    func order() async throws {
        let folder = try ScanTestFolder()
        for index in 0..<60 { try folder.write("d\(index % 7)/f\(index)", "\n\(Self.key)x=\(InventedKey.huggingFace)") }
        let one = try await testScanner { $0.workers = 1 }.scan([folder.path])
        let four = try await testScanner { $0.workers = 4 }.scan([folder.path])
        #expect(one.findings.count == 2)
        #expect(one.findings.map { $0.json(console: nil) } == four.findings.map { $0.json(console: nil) })
    }

    @Test("progress ends with everything done and the total known")
    func progress() async throws {
        let folder = try ScanTestFolder()
        for index in 0..<10 { try folder.write("f\(index)", Self.key) }
        let last = Mutex(ScanProgress())
        _ = try await testScanner().scan([folder.path]) { progress in last.withLock { $0 = progress } }
        let progress = last.withLock { $0 }
        #expect(progress.filesDone == 10 && progress.filesTotal == 10 && progress.isTotalKnown)
        #expect(progress.bytesDone == 10 * Self.key.utf8.count && progress.bytesTotal == progress.bytesDone)
    }

    @Test("a cancelled scan ends and says that it is not complete")
    func cancelled() async throws {
        let folder = try ScanTestFolder()
        try folder.write("f", Self.key)
        let scanner = try testScanner()
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return await scanner.scan([folder.path])
        }
        #expect(await task.value.isComplete == false)
    }

    @Test("a name that is not UTF-8 can be scanned")
    func oddName() async throws {
        let folder = try ScanTestFolder()
        let source = try folder.write("f", Self.key)
        let name: [CChar] = Array((folder.path + "/").utf8CString.dropLast()) + [-1, -2, 0]
        #expect(rename(source, name) == 0)
        let report = try await testScanner().scan([folder.path])
        unlink(name)
        #expect(report.findings.count == 1)
    }
}
