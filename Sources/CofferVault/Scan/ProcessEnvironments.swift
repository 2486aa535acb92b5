// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// The environments of the user's own processes, but for this one, as they were when each process began.
final class ProcessEnvironments {
    struct Process {
        let id: pid_t
        /// What the kernel calls it, at most 15 bytes of its program's name.
        let name: String
        let environment: EnvironmentSource
    }

    private let root: String
    private var waiting: [pid_t]
    /// Processes of the user's whose environment may not be read.
    private(set) var unreadable = 0

    /// - Parameter root: where the kernel shows its processes.
    init(root: String) {
        self.root = root
        waiting = []
        guard let stream = opendir(root) else { return }
        defer { closedir(stream) }
        let own = getpid()
        while let entry = readdir(stream) {
            if let id = pid_t(TreeWalker.text(of: entry)), id > 0, id != own { waiting.append(id) }
        }
        waiting.sort(by: >)
    }

    /// The next that can be read. One that ends meanwhile is passed over.
    func next() -> Process? {
        while let id = waiting.popLast() {
            // All is read through this folder, so that no other process with the same number slips in between.
            let folder = open("\(root)/\(id)", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            guard folder >= 0 else { continue }
            defer { close(folder) }
            guard owner(folder) == getuid() else { continue }
            let environment = openat(folder, "environ", O_RDONLY | O_CLOEXEC | O_NONBLOCK)
            guard environment >= 0 else {
                if errno == EACCES || errno == EPERM { unreadable += 1 }
                continue
            }
            let name = String(decoding: contents("comm", folder).prefix { $0 != 0x0a }, as: UTF8.self)
            return Process(
                id: id, name: name.isEmpty ? "unnamed" : name, environment: EnvironmentSource(owning: environment))
        }
        return nil
    }

    /// The real user, from `Uid:` of its `status`: the folder is root's where the process hides its memory.
    private func owner(_ folder: Int32) -> uid_t? {
        let lines = contents("status", folder).split(separator: 0x0a)
        guard let line = lines.first(where: { $0.starts(with: "Uid:".utf8) }) else { return nil }
        let first = line.dropFirst(4).split(whereSeparator: \.isBlank).first
        return first.flatMap { uid_t(String(decoding: $0, as: UTF8.self)) }
    }

    private func contents(_ name: String, _ folder: Int32) -> [UInt8] {
        let descriptor = openat(folder, name, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return [] }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = read(descriptor, &bytes, bytes.count)
        return Array(bytes.prefix(max(0, count)))
    }
}

/// `NAME=value` ended by NUL as lines, up to a limit.
final class EnvironmentSource: ByteSource {
    private static let largest = 16 << 20

    private let descriptor: Int32
    private var rest: Int
    /// Whether there may be more than the limit.
    private(set) var isCut = false

    /// Closes the descriptor at its end.
    init(owning descriptor: Int32, limit: Int = largest) {
        self.descriptor = descriptor
        rest = limit
    }

    deinit { close(descriptor) }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
        guard rest > 0 else {
            isCut = true
            return 0
        }
        while true {
            let count = Glibc.read(descriptor, buffer.baseAddress, min(buffer.count, rest))
            if count < 0, errno == EINTR { continue }
            // A process that ends takes its environment along: nothing is left to read.
            guard count > 0 else { return 0 }
            for index in 0..<count where buffer[index] == 0 { buffer[index] = 0x0a }
            rest -= count
            return count
        }
    }
}
