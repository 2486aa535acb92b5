// SPDX-License-Identifier: Apache-2.0
internal import CLinux
internal import CofferVault
internal import Glibc

/// What a child's standard files are, so that all of its output passes through here: a pseudo-terminal where this process
/// has a terminal, a pipe otherwise. Standard output and standard error stay apart where they are.
struct ChildOutlets {
    /// One way for output: from the child to a file of this process.
    struct Outlet {
        /// Where the child's output is read. Does not wait.
        let source: Int32
        /// Where it goes on to.
        let target: Int32
        /// The child's end.
        let childEnd: Int32
        let terminal: PseudoTerminal?
        var mask: OutputMask
        var isOpen = true
        /// What is yet to be written, from `written` on.
        private var pending: [UInt8] = []
        private var written = 0

        init(source: Int32, target: Int32, childEnd: Int32, terminal: PseudoTerminal?, mask: OutputMask) {
            (self.source, self.target, self.childEnd) = (source, target, childEnd)
            (self.terminal, self.mask) = (terminal, mask)
        }

        var hasPending: Bool { written < pending.count }

        mutating func add(_ text: [UInt8]) {
            if !hasPending { drop() }
            pending += text
        }

        func withPending<R>(_ body: (UnsafeRawBufferPointer) -> R) -> R {
            pending.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[written...])) }
        }

        mutating func wrote(_ count: Int) { written += count }

        mutating func drop() { (pending, written) = ([], 0) }
    }

    private(set) var all: [Outlet] = []
    /// Whether the child reads from its pseudo-terminal what is typed here.
    let isInteractive: Bool
    /// The child's standard output and standard error: places in `all`.
    private let places: [Int]

    init(mask: OutputMask) throws(Failure) {
        isInteractive = Terminal.isInput && Terminal.isOutput
        var all: [Outlet] = []
        var places: [Int] = []
        for file: Int32 in [1, 2] {
            // What goes to one file goes one way, so that it stays in order.
            if file == 2, Self.isSame(1, 2) {
                places.append(0)
            } else if isatty(file) == 1 {
                let terminal = try PseudoTerminal(for: file, isForOutput: !(isInteractive && file == 1))
                places.append(all.count)
                all.append(
                    Outlet(source: terminal.master, target: file, childEnd: terminal.slave, terminal: terminal, mask: mask))
            } else {
                var ends: [Int32] = [0, 0]
                guard pipe2(&ends, O_CLOEXEC) == 0 else {
                    throw Failure(.internalError, "no pipe can be had: \(String(cString: strerror(errno)).lowercased())")
                }
                _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
                places.append(all.count)
                all.append(Outlet(source: ends[0], target: file, childEnd: ends[1], terminal: nil, mask: mask))
            }
        }
        self.all = all
        self.places = places
    }

    private static func isSame(_ a: Int32, _ b: Int32) -> Bool {
        var (first, second) = (stat(), stat())
        guard fstat(a, &first) == 0, fstat(b, &second) == 0 else { return false }
        // A terminal has several names.
        let isTerminal = isatty(a) == 1 && isatty(b) == 1
        return isTerminal ? first.st_rdev == second.st_rdev : first.st_dev == second.st_dev && first.st_ino == second.st_ino
    }

    /// Says which files the child starts with.
    func connect(_ actions: inout posix_spawn_file_actions_t) {
        if isInteractive, let terminal = all[places[0]].terminal {
            posix_spawn_file_actions_addopen(&actions, 0, terminal.path, O_RDWR, 0)
        }
        for (place, file) in zip(places, [1, 2] as [Int32]) {
            posix_spawn_file_actions_adddup2(&actions, all[place].childEnd, file)
        }
    }
}
