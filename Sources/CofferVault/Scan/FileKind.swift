// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// Questions about paths and open files.
enum FileKind {
    /// The kind of a file by its mode, as in "is a FIFO".
    static func name(_ mode: UInt32) -> String {
        switch mode & S_IFMT {
        case S_IFREG: "a file"
        case S_IFDIR: "a folder"
        case S_IFIFO: "a FIFO"
        case S_IFSOCK: "a socket"
        case S_IFCHR: "a character device"
        case S_IFBLK: "a block device"
        case S_IFLNK: "a symbolic link"
        default: "something unknown"
        }
    }

    /// The devices of the kernel's own file systems, whose files are endless, block, or change nothing.
    static func kernelDevices() -> Set<UInt> {
        var devices: Set<UInt> = []
        for path in ["/proc", "/sys", "/sys/fs/cgroup", "/sys/kernel/debug", "/sys/kernel/tracing", "/sys/fs/bpf"] {
            var status = stat()
            if stat(path, &status) == 0 { devices.insert(status.st_dev) }
        }
        // Where one is not mounted, its folder belongs to a disk.
        for path in ["/", "/usr", "/dev"] {
            var status = stat()
            if stat(path, &status) == 0 { devices.remove(status.st_dev) }
        }
        return devices
    }

    static func exists(_ path: [UInt8]) -> Bool {
        withCString(path) { access($0, F_OK) == 0 }
    }

    /// The bytes of a regular file of at most 1 MiB; nil where there is none.
    static func smallFile(in folder: [UInt8], named name: String) -> [UInt8]? {
        let path = folder + [UInt8(ascii: "/")] + Array(name.utf8)
        let descriptor = withCString(path) { open($0, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) }
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size <= 1 << 20 else {
            return nil
        }
        var bytes = [UInt8](repeating: 0, count: status.st_size)
        var filled = 0
        while filled < bytes.count {
            let count = bytes.withUnsafeMutableBytes { buffer in
                read(descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            filled += count
        }
        return Array(bytes.prefix(filled))
    }

    /// The path for a C function.
    static func withCString<Result>(_ path: [UInt8], _ body: (UnsafePointer<CChar>) -> Result) -> Result {
        body(path.filter { $0 != 0 }.map { CChar(bitPattern: $0) } + [0])
    }
}
