// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// A document to take apart, which can be read more than once.
enum DocumentInput {
    /// An open regular file, which stays its opener's to close.
    case file(Int32)
    case memory([UInt8])

    /// Whether it begins as a ZIP archive does.
    var isZIP: Bool {
        let mark: [UInt8] = [0x50, 0x4b, 0x03, 0x04]
        switch self {
        case .memory(let bytes): return bytes.starts(with: mark)
        case .file(let descriptor):
            var start: [UInt8] = [0, 0, 0, 0]
            return pread(descriptor, &start, start.count, 0) == start.count && start == mark
        }
    }

    /// Calls `body` with it as a file at its start, for what reads nothing else.
    func withFile<R>(_ body: (Int32) -> R) throws(ExtractionStop) -> R {
        switch self {
        case .file(let descriptor):
            lseek(descriptor, 0, SEEK_SET)
            return body(descriptor)
        case .memory(let bytes):
            guard let file = MemoryFile(), bytes.withUnsafeBytes(file.write) else {
                throw .damaged("there is no memory to read it with")
            }
            file.rewind()
            return body(file.descriptor)
        }
    }
}
