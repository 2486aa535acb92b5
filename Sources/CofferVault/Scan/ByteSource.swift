// SPDX-License-Identifier: Apache-2.0
internal import CofferExtract
internal import Glibc

/// An error number of the C library with its usual text.
struct SystemError: Error, Equatable, CustomStringConvertible {
    let code: Int32

    init(_ code: Int32 = errno) { self.code = code }

    var description: String {
        switch code {
        case EACCES, EPERM: "permission denied"
        case ENOENT: "no such file or folder"
        case ELOOP: "is a symbolic link, or a loop of them"
        case ENAMETOOLONG: "the path is too long"
        case EROFS: "the file system is read-only"
        case EIO: "the disk reports an input/output error"
        case ENOSPC, EDQUOT: "no space is left"
        default: strerror(code).map { String(cString: $0) } ?? "error \(code)"
        }
    }
}

/// Bytes, read in order.
protocol ByteSource: AnyObject {
    /// Reads up to the buffer's length; 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int
}

/// An open file, which stays its opener's to close.
final class FileSource: ByteSource {
    private let descriptor: Int32

    init(descriptor: Int32) { self.descriptor = descriptor }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
        while true {
            let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            guard errno == EINTR else { throw SystemError() }
        }
    }
}

/// Bytes in memory, valid for the length of the scan.
final class MemorySource: ByteSource {
    private var rest: UnsafeRawBufferPointer

    init(_ bytes: UnsafeRawBufferPointer) { rest = bytes }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
        let count = min(rest.count, buffer.count)
        buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: rest[..<count]))
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        return count
    }
}

/// A part of a document, from the process that takes it apart.
final class DocumentSource: ByteSource {
    private let reader: DocumentReader

    init(_ reader: DocumentReader) { self.reader = reader }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int { reader.read(into: buffer) }
}

/// UTF-16 from another source as UTF-8. What is no UTF-16 becomes U+FFFD.
final class UTF16Source: ByteSource {
    private let source: any ByteSource
    private let isBigEndian: Bool
    private var raw: [UInt8]
    private var decoded: [UInt8] = []
    private var given = 0
    private var highSurrogate: UInt32?
    private var isAtEnd = false

    /// `start` is what was read already, without the byte order mark.
    init(start: [UInt8], rest source: any ByteSource, isBigEndian: Bool) {
        self.source = source
        self.isBigEndian = isBigEndian
        raw = start
    }

    /// True where the bytes begin with a byte order mark of UTF-16 (and not UTF-32): then whether big-endian.
    static func isBigEndian(_ start: UnsafeRawBufferPointer) -> Bool? {
        guard start.count >= 2 else { return nil }
        if start[0] == 0xfe, start[1] == 0xff { return true }
        guard start[0] == 0xff, start[1] == 0xfe else { return nil }
        return start.count >= 4 && start[2] == 0 && start[3] == 0 ? nil : false
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
        while given == decoded.count {
            guard !isAtEnd else { return 0 }
            try decodeMore()
        }
        let count = min(buffer.count, decoded.count - given)
        decoded.withUnsafeBytes {
            buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[given..<given + count]))
        }
        given += count
        return count
    }

    private func decodeMore() throws(SystemError) {
        wipe()
        if raw.count < 2 {
            let kept = raw
            var count = 0
            var failure: SystemError?
            raw = [UInt8](unsafeUninitializedCapacity: 64 * 1024) { buffer, initialized in
                for (index, byte) in kept.enumerated() { buffer[index] = byte }
                do throws(SystemError) {
                    count = try source.read(
                        into: UnsafeMutableRawBufferPointer(
                            rebasing: UnsafeMutableRawBufferPointer(buffer)[kept.count...]))
                } catch { failure = error }
                initialized = kept.count + count
            }
            if let failure { throw failure }
            if count == 0 { isAtEnd = true }
        }
        decoded.reserveCapacity(raw.count / 2 * 3)
        for index in stride(from: 0, to: raw.count - 1, by: 2) {
            let (first, second) = (UInt32(raw[index]), UInt32(raw[index + 1]))
            append(unit: isBigEndian ? first << 8 | second : second << 8 | first)
        }
        raw = raw.count.isMultiple(of: 2) ? [] : [raw[raw.count - 1]]
        if isAtEnd, !raw.isEmpty || highSurrogate != nil {
            raw = []
            highSurrogate = nil
            append(scalar: 0xfffd)
        }
    }

    private func append(unit: UInt32) {
        if let high = highSurrogate {
            highSurrogate = nil
            if (0xdc00..<0xe000).contains(unit) {
                return append(scalar: 0x10000 + (high - 0xd800) << 10 + (unit - 0xdc00))
            }
            append(scalar: 0xfffd)
        }
        switch unit {
        case 0xd800..<0xdc00: highSurrogate = unit
        case 0xdc00..<0xe000: append(scalar: 0xfffd)
        default: append(scalar: unit)
        }
    }

    private func append(scalar: UInt32) {
        guard let scalar = Unicode.Scalar(scalar) else { return }
        decoded.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }

    private func wipe() {
        decoded.withUnsafeMutableBytes { if let start = $0.baseAddress { explicit_bzero(start, $0.count) } }
        decoded.removeAll(keepingCapacity: true)
        given = 0
    }

    deinit {
        wipe()
        raw.withUnsafeMutableBytes { if let start = $0.baseAddress { explicit_bzero(start, $0.count) } }
    }
}
