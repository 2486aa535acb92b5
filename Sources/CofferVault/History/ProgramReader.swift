// SPDX-License-Identifier: Apache-2.0
internal import CofferExtract
internal import Glibc

/// A program's output, read in lines and in counted bytes.
final class ProgramReader {
    private static let chunk = 64 * 1024
    /// Longer lines are cut.
    private static let longestLine = 64 * 1024

    private let program: SpawnedProgram
    private var buffer = [UInt8](repeating: 0, count: chunk)
    private var (start, end) = (0, 0)

    init(_ program: SpawnedProgram) { self.program = program }

    deinit {
        // INVARIANT 1: the buffer may have held keys.
        buffer.withUnsafeMutableBytes { if let base = $0.baseAddress { explicit_bzero(base, $0.count) } }
    }

    /// Whether the program came through without an error. To be asked at the end.
    var isWhole: Bool { program.wait() == .exited(0) }

    /// The next line, or what else `separator` ends; nil at the end.
    func line(endingIn separator: UInt8 = 0x0a) -> [UInt8]? {
        var line: [UInt8] = []
        while start < end || fill() {
            let found = buffer[start..<end].firstIndex(of: separator)
            line += buffer[start..<(found ?? end)].prefix(Self.longestLine - line.count)
            start = found.map { $0 + 1 } ?? end
            if found != nil { return line }
        }
        return line.isEmpty ? nil : line
    }

    /// At most as many bytes as fit; 0 at the end.
    func read(into target: UnsafeMutableRawBufferPointer) -> Int {
        guard !target.isEmpty, start < end || fill() else { return 0 }
        let count = min(target.count, end - start)
        buffer.withUnsafeBytes { target.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[start..<start + count])) }
        start += count
        return count
    }

    func skip(_ count: Int) {
        var left = count
        while left > 0, start < end || fill() {
            let step = min(left, end - start)
            start += step
            left -= step
        }
    }

    /// Calls `body` with the next bytes, which stay to be read: `count` of them (512 at most) unless the end is nearer.
    func peek<R>(_ count: Int, _ body: (UnsafeRawBufferPointer) -> R) -> R {
        let wanted = min(count, 512)
        while end - start < wanted, fill() {}
        return buffer.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[start..<min(end, start + wanted)])) }
    }

    /// Adds what comes to what is left. False at the end.
    private func fill() -> Bool {
        buffer.withUnsafeMutableBytes { bytes in
            if let base = bytes.baseAddress { memmove(base, base + start, end - start) }
            (start, end) = (0, end - start)
            let count = program.read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[end...]))
            end += count
            return count > 0
        }
    }
}
