// SPDX-License-Identifier: Apache-2.0
internal import Glibc
internal import Synchronization

/// The child that signals are passed on to.
private let childID = Atomic<Int32>(0)
/// One that arrived before there was a child.
private let earlySignal = Atomic<Int32>(0)

/// A program that runs in this one's place: with its files, its terminal, its signals and its exit code.
enum ChildProcess {
    private static let forwarded = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGUSR1, SIGUSR2, SIGWINCH]

    /// Waits for its end. Returns its exit code, or 128+N where signal N ended it; 126 or 127 where it can't start.
    static func run(_ command: [String], environment: ChildEnvironment) throws -> Int32 {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var defaults = sigset_t()
        sigemptyset(&defaults)
        for signal in forwarded + [SIGPIPE, SIGCHLD] { sigaddset(&defaults, signal) }
        posix_spawnattr_setsigdefault(&attributes, &defaults)
        // This thread may be a pool's, which blocks every signal; the child must not inherit that.
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
        for signal in forwarded { forward(signal) }

        var child = pid_t()
        let arguments = command.map { strdup($0) }
        defer { for argument in arguments { free(argument) } }
        let code = try environment.withPointers { variables in
            posix_spawnp(&child, command[0], nil, &attributes, arguments + [nil], variables)
        }
        guard code == 0 else {
            Output.message("coffer: error: can't start \(command[0]): \(String(cString: strerror(code)).lowercased())")
            Output.message("hint: is the program's name right, and is it installed? coffer run --app APP -- COMMAND")
            return code == ENOENT ? 127 : 126
        }
        childID.store(child, ordering: .sequentiallyConsistent)
        let early = earlySignal.exchange(0, ordering: .sequentiallyConsistent)
        if early > 0 { kill(child, early) }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 {
            guard errno == EINTR else { throw Failure(.internalError, "lost track of the program") }
        }
        let signal = status & 0x7f
        return signal == 0 ? (status >> 8) & 0xff : 128 + signal
    }

    private static func forward(_ signal: Int32) {
        var action = sigaction()
        action.__sigaction_handler.sa_sigaction = { signal, info, _ in
            // What the terminal sends, it sends to the child as well.
            if let info, info.pointee.si_code > 0 { return }
            let child = childID.load(ordering: .sequentiallyConsistent)
            if child > 0 {
                kill(child, signal)
            } else {
                earlySignal.store(signal, ordering: .sequentiallyConsistent)
            }
        }
        action.sa_flags = SA_SIGINFO | SA_RESTART
        sigaction(signal, &action, nil)
    }
}
