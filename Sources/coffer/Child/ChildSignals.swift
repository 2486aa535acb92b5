// SPDX-License-Identifier: Apache-2.0
internal import Glibc
internal import Synchronization

/// The child that signals are passed on to.
private let childID = Atomic<Int32>(0)
/// One that arrived before there was a child.
private let earlySignal = Atomic<Int32>(0)
/// Whether the child has a terminal of its own: what the real one sends reaches this process alone then.
private let isApart = Atomic<Bool>(false)
/// Where the handler writes the number of a signal that is this process's own affair; -1 before.
private let wakeEnd = Atomic<Int32>(-1)

/// Passes signals on to the child, and tells of those that concern its terminal and its end.
enum ChildSignals {
    private static let forwarded = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGUSR1, SIGUSR2]
    private static let told = [SIGCHLD, SIGWINCH, SIGCONT]

    /// What a child starts with at their defaults.
    static var toReset: [Int32] { forwarded + told + [SIGPIPE] }

    /// - Returns: a file on which a byte arrives for each signal that is told: its number.
    static func handle(childIsApart: Bool) throws(Failure) -> Int32 {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw Failure(.internalError, "no pipe can be had: \(String(cString: strerror(errno)))") }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        wakeEnd.store(ends[1], ordering: .sequentiallyConsistent)
        isApart.store(childIsApart, ordering: .sequentiallyConsistent)
        // A reader of the output that closed early is the child's affair.
        signal(SIGPIPE, SIG_IGN)
        for signal in forwarded + told { handle(signal) }
        return ends[0]
    }

    static func started(_ child: pid_t) {
        childID.store(child, ordering: .sequentiallyConsistent)
        let early = earlySignal.exchange(0, ordering: .sequentiallyConsistent)
        if early > 0 { kill(child, early) }
    }

    /// The child is reaped: its number may become another's.
    static func ended() { childID.store(-1, ordering: .sequentiallyConsistent) }

    private static func handle(_ signal: Int32) {
        var action = sigaction()
        action.__sigaction_handler.sa_sigaction = { signal, info, _ in
            if signal == SIGCHLD || signal == SIGWINCH || signal == SIGCONT {
                let before = errno
                var number = UInt8(signal)
                _ = write(wakeEnd.load(ordering: .sequentiallyConsistent), &number, 1)
                errno = before
                return
            }
            // What the terminal sends, it sends to a child on the same terminal as well.
            if let info, info.pointee.si_code > 0, !isApart.load(ordering: .sequentiallyConsistent) { return }
            let child = childID.load(ordering: .sequentiallyConsistent)
            if child > 0 {
                kill(child, signal)
            } else if child == 0 {
                earlySignal.store(signal, ordering: .sequentiallyConsistent)
            }
        }
        action.sa_flags = SA_SIGINFO | SA_RESTART
        sigaction(signal, &action, nil)
    }
}
