// SPDX-License-Identifier: Apache-2.0
import CofferBase
import Glibc
import Testing

@testable import CofferVault

@Suite("Scanning processes' environments")
struct ProcessEnvironmentsTests {
    /// What the kernel shows of one process.
    private static func add(
        _ id: Int, to folder: ScanTestFolder, owner: uid_t = getuid(), name: String = "python3", _ environment: [UInt8]?
    ) throws {
        try folder.write("\(id)/status", "Name:\t\(name)\nUid:\t\(owner)\t\(owner)\t\(owner)\t\(owner)\n")
        try folder.write("\(id)/comm", name + "\n")
        if let environment { try folder.write("\(id)/environ", bytes: environment) }
    }

    private static func scan(_ folder: ScanTestFolder) async throws -> ScanReport {
        try await testScanner {
            $0.environments = true
            $0.processes = folder.path
            $0.keepsSecrets = true
        }.scan([])
    }

    private static let variables = Array("PATH=/bin\0GROQ_API_KEY=\(InventedKey.groq)\0BAD=".utf8) + [0xff, 0xfe, 0]

    @Test("a key is named with its process and its variable, and is nothing to rewrite")
    func finding() async throws {
        let folder = try ScanTestFolder()
        try Self.add(4711, to: folder, Self.variables)
        try folder.write("uptime", "1")
        let report = try await Self.scan(folder)
        let finding = try #require(report.findings.first)
        #expect(finding.place.text == "process 4711 (python3), environment, GROQ_API_KEY")
        #expect(finding.variable == "GROQ_API_KEY" && finding.place.range == nil && finding.place.origin == .environment)
        #expect(finding.useCase == nil && finding.secret()?.count == InventedKey.groq.utf8.count)
        #expect(report.findings.count == 1 && report.statistics.processes == 1 && report.warnings.isEmpty)
        let sarif = report.sarif(toolVersion: "1", catalogue: try .builtIn())
        let location = sarif["runs"]?.array?.first?["results"]?.array?.first?["locations"]?.array?.first
        #expect(location?["physicalLocation"] == nil && location?["logicalLocations"] != nil)
    }

    @Test("other users' processes, this one, and those that ended are passed over")
    func others() async throws {
        let folder = try ScanTestFolder()
        try Self.add(10, to: folder, owner: getuid() + 1, Self.variables)
        try Self.add(Int(getpid()), to: folder, Self.variables)
        try Self.add(11, to: folder, nil)
        try folder.write("12/comm", "gone\n")
        let report = try await Self.scan(folder)
        #expect(report.findings.isEmpty && report.warnings.isEmpty)
        #expect(report.statistics.processes == 0 && report.statistics.closedProcesses == 0)
    }

    @Test("one that may not be read is counted, quietly", .enabled(if: geteuid() != 0))
    func closed() async throws {
        let folder = try ScanTestFolder()
        try Self.add(10, to: folder, Self.variables)
        chmod(folder.path + "/10/environ", 0)
        let report = try await Self.scan(folder)
        #expect(report.findings.isEmpty && report.warnings.isEmpty && report.statistics.closedProcesses == 1)
    }

    @Test("a process's name can't pass for a folder or a provider")
    func name() async throws {
        let folder = try ScanTestFolder()
        try Self.add(10, to: folder, name: "work/mistral", Array("X=NotARealKey0OnlyForTests7zQ4mW9x\0".utf8))
        try Self.add(11, to: folder, name: "work/bot", Self.variables)
        let report = try await Self.scan(folder)
        #expect(report.findings.map(\.provider) == ["groq"] && report.findings.first?.useCase == nil)
    }

    @Test("an environment is read to a limit")
    func limit() throws {
        let folder = try ScanTestFolder()
        let path = try folder.write("environ", bytes: [UInt8](repeating: 0, count: 1000))
        let source = EnvironmentSource(owning: open(path, O_RDONLY), limit: 100)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64, alignment: 1)
        defer { buffer.deallocate() }
        var counts: [Int] = []
        while case let count = try source.read(into: buffer), count > 0 { counts.append(count) }
        #expect(counts == [64, 36] && source.isCut && buffer.allSatisfy { $0 == 0x0a })
    }
}
