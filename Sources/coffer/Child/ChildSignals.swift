// SPDX-License-Identifier: Apache-2.0
internal import CLinux
internal import Glibc
internal import Synchronization

/// The child that signals are passed on to; -1 once it has ended.
private let childID = Atomic<Int32>(0)
/// One that arrived before there was a child.
private let earlySignal = Atomic<Int32>(0)
/// Whether the child has a terminal of its own: what the real one sends reaches this process alone then.
private let isApart = Atomic<Bool>(false)
/// Where the handler writes the numbers of signals; -1 before.
private let wakeEnd = Atomic<Int32>(-1)

/// Passes signals on to the child, and tells of all that arrive. What this process was started to ignore, such as SIGHUP
/// under nohup, it and the child go on ignoring.
enum ChildSignals {
    /// Those that are passed on.
    static let forwarded = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGUSR1, SIGUSR2]
    private static let told = [SIGCHLD, SIGWINCH, SIGCONT]

    /// Whether SIGPIPE was ignored when this process started; `Main` changes that.
    nonisolated(unsafe) static var ignoresBrokenPipes = false  // SAFETY: set before there is a second thread.

    /// Gives a program that takes this process's place the signals as this process had them.
    static func restore() {
        if ignoresBrokenPipes { signal(SIGPIPE, SIG_IGN) }
        unblock()
    }

    /// Threads of a pool block every signal.
    static func unblock() {
        var none = sigset_t()
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, nil)
    }

    /// - Returns: a file on which a byte arrives for each signal: its number; and what the child starts with at its default.
    static func handle(childIsApart: Bool) throws(Failure) -> (told: Int32, toReset: [Int32]) {
        var ends: [Int32] = [0, 0]
        guard pipe2(&ends, O_CLOEXEC | O_NONBLOCK) == 0 else {
            throw Failure(.internalError, "no pipe can be had: \(String(cString: strerror(errno)))")
        }
        wakeEnd.store(ends[1], ordering: .sequentiallyConsistent)
        isApart.store(childIsApart, ordering: .sequentiallyConsistent)
        // A reader of the output that closed early is the child's affair.
        signal(SIGPIPE, SIG_IGN)
        var handled = told + forwarded.filter { !isIgnored($0) }
        for signal in handled { handle(signal) }
        if !ignoresBrokenPipes { handled.append(SIGPIPE) }
        return (ends[0], handled)
    }

    private static func isIgnored(_ signal: Int32) -> Bool {
        var action = sigaction()
        guard sigaction(signal, nil, &action) == 0 else { return false }
        return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
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
            let before = errno
            var number = UInt8(signal)
            _ = write(wakeEnd.load(ordering: .sequentiallyConsistent), &number, 1)
            errno = before
            if signal == SIGCHLD || signal == SIGWINCH || signal == SIGCONT { return }
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
