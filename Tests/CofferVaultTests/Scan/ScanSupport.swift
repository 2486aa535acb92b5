// SPDX-License-Identifier: Apache-2.0
import CofferVault
import Glibc
import Synchronization

/// A fingerprint for tests: stable, and without the key in it.
func testFingerprint(_ bytes: UnsafeRawBufferPointer) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return "fp_" + String(hash, radix: 16)
}

func testScanner(_ change: (inout ScanOptions) -> Void = { _ in }) throws -> CofferVault.Scanner {
    var options = ScanOptions()
    options.chunkSize = 64 * 1024
    change(&options)
    return Scanner(options: options, catalogue: try ProviderCatalogue.builtIn(), fingerprint: testFingerprint)
}

/// Invented keys of the right shape.
enum InventedKey {
    static let groq = "gs" + "k_EXAMPLE0000NotARealKWGdyb3FYOnlyForTestsOfCofferz7Q4"
    static let elevenLabs = "sk" + "_0000c0ffee5eed1e55ba5eba11ad0be7a94d3f2b61870000"
    static let huggingFace = "hf" + "_EXAMPLE0000NotARealKeyOnlyForTests"
    static let accessKeyID = "AKI" + "ACOFFER234567NOTR"
    static let awsSecret = "EXAMPLE0000/NotARealKey+OnlyForTestsQ4x9"
    static let anthropic =
        "sk-"
        + "ant-api03-EXAMPLE-0000_NotARealKey-OnlyForTheTestsOfCoffer_7zQ4mW9xK2vB5nJ8pL3hG6dS1fREXAMPLE-0000_NotAReAA"
}

/// A folder for one test, gone when the test ends.
final class ScanTestFolder: Sendable {
    let path: String

    init() throws {
        var template = Array("/tmp/coffer-test-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw TestFailure() }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    struct TestFailure: Error {}

    deinit { Self.remove(path) }

    private static func remove(_ path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        if status.st_mode & S_IFMT == S_IFDIR { chmod(path, 0o700) }
        if status.st_mode & S_IFMT == S_IFDIR, let stream = opendir(path) {
            while let entry = readdir(stream) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) {
                    String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
                }
                if name != ".", name != ".." { remove(path + "/" + name) }
            }
            closedir(stream)
            rmdir(path)
        } else {
            unlink(path)
        }
    }

    @discardableResult
    func write(_ name: String, _ text: String) throws -> String { try write(name, bytes: Array(text.utf8)) }

    @discardableResult
    func write(_ name: String, bytes: [UInt8]) throws -> String {
        let full = path + "/" + name
        let parts = name.split(separator: "/").dropLast()
        for index in parts.indices { mkdir(path + "/" + parts[...index].joined(separator: "/"), 0o755) }
        let descriptor = open(full, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        guard descriptor >= 0 else { throw TestFailure() }
        defer { close(descriptor) }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress.map { $0 + written }, bytes.count - written)
            }
            guard count > 0 else { throw TestFailure() }
            written += count
        }
        return full
    }

    static func read(_ path: String) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            guard count > 0 else { return bytes }
            bytes += buffer[..<count]
        }
    }

    var names: [String] {
        guard let stream = opendir(path) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }
}
