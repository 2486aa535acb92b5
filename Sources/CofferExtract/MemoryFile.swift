// SPDX-License-Identifier: Apache-2.0
internal import CLinux
internal import Glibc

/// A file in memory, without a name, for what reads only files (memfd_create(2)).
public final class MemoryFile {
    /// MFD_CLOEXEC.
    private static let closeOnExec: UInt32 = 1
    public let descriptor: Int32

    /// Nil where there is no memory for it.
    public init?() {
        descriptor = memfd_create("document", Self.closeOnExec)
        if descriptor < 0 { return nil }
    }

    deinit { close(descriptor) }

    /// False where there is no room.
    public func write(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var written = 0
        while written < bytes.count {
            let count = Glibc.write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            written += count
        }
        return true
    }

    /// The next to read it begins at its start.
    public func rewind() { lseek(descriptor, 0, SEEK_SET) }
}
