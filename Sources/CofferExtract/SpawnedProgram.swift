// SPDX-License-Identifier: Apache-2.0
internal import CLinux
internal import Glibc

/// A program that reads a file as its standard input, and whose standard output is read here. It sees no other file of
/// ours, no terminal, and an environment with nothing in it but the search path and what it is given.
public final class SpawnedProgram {
    public enum End: Equatable, Sendable { case exited(Int32), signalled(Int32) }
    public struct CannotStart: Error { let code: Int32 }

    private let process: pid_t
    /// Where its output is read.
    public let output: Int32
    private var end: End?

    public init(
        _ command: [String], input: Int32, environment given: [String: String] = [:]
    ) throws(CannotStart) {
        var pipe: [Int32] = [0, 0]
        guard pipe2(&pipe, O_CLOEXEC) == 0 else { throw CannotStart(code: errno) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, 0)
        posix_spawn_file_actions_adddup2(&actions, pipe[1], 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // Our threads block all signals; a program that is to end on one must not inherit that.
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
        let arguments = command.map { strdup($0) }
        let environment: [String] =
            ["PATH=\(path)", "LC_ALL=C.UTF-8", "OMP_THREAD_LIMIT=1"] + given.map { "\($0.key)=\($0.value)" }
        let variables = environment.map { strdup($0) }
        defer { for text in arguments + variables { free(text) } }
        var process = pid_t()
        let code = posix_spawnp(&process, command[0], &actions, &attributes, arguments + [nil], variables + [nil])
        close(pipe[1])
        guard code == 0 else {
            close(pipe[0])
            throw CannotStart(code: code)
        }
        self.process = process
        output = pipe[0]
    }

    /// 0 at the end, and where nothing comes for longer than `patience` seconds.
    public func read(into buffer: UnsafeMutableRawBufferPointer, patience: Int32? = nil) -> Int {
        read(into: buffer, until: patience.map { .now + .seconds($0) })
    }

    /// 0 at the end, and where nothing comes until then.
    public func read(into buffer: UnsafeMutableRawBufferPointer, until deadline: ContinuousClock.Instant?) -> Int {
        if let deadline {
            var waited = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
            guard poll(&waited, 1, Self.milliseconds(until: deadline)) != 0 else { return 0 }
        }
        while true {
            let count = Glibc.read(output, buffer.baseAddress, buffer.count)
            if count >= 0 || errno != EINTR { return max(0, count) }
        }
    }

    private static func milliseconds(until deadline: ContinuousClock.Instant) -> Int32 {
        let (seconds, attoseconds) = max(.zero, deadline - .now).components
        return Int32(clamping: seconds * 1000 + attoseconds / 1_000_000_000_000_000)
    }

    /// How it ended; nil where it runs on until then.
    public func wait(until deadline: ContinuousClock.Instant) -> End? {
        var status: Int32 = 0
        while end == nil {
            let ended = waitpid(process, &status, WNOHANG)
            if ended == process { return keep(status) }
            guard ended == 0 || errno == EINTR, .now < deadline else { return nil }
            poll(nil, 0, 5)
        }
        return end
    }

    public func wait() -> End {
        if let end { return end }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return keep(status)
    }

    private func keep(_ status: Int32) -> End {
        let signal = status & 0x7f
        let end = signal == 0 ? End.exited((status >> 8) & 0xff) : .signalled(signal)
        self.end = end
        return end
    }

    deinit {
        close(output)
        guard end == nil else { return }
        kill(process, SIGKILL)
        _ = wait()
    }
}
