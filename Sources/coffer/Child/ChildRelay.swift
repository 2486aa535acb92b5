// SPDX-License-Identifier: Apache-2.0
internal import CofferVault
internal import Glibc

/// Passes a child's output on, masked, and what is typed to it, until the child has ended.
///
/// Of a program that leaves others running behind, output into pipes is passed on until they have ended too, or until a signal
/// arrives; those on a pseudo-terminal lose it, as where a window is closed.
struct ChildRelay {
    private let child: pid_t
    private let told: Int32
    private var outlets: [ChildOutlets.Outlet]
    private let isInteractive: Bool
    /// What was typed and not yet passed on.
    private var typed: [UInt8] = []
    private var isInputOpen: Bool
    private var raw: RawTerminal?
    /// The child's status, once it has ended.
    private var status: Int32?
    /// Whether somebody wants this to end.
    private var isToEnd = false
    /// Reads of terminals since then.
    private var lateReads = 0

    /// What can be written without waiting where there is room at all (PIPE_BUF).
    private static let writeSize = 4096
    /// Signals after which nothing is waited for but the child.
    private static let ends = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]
    /// How long a few bytes that may become a masked value are held back. In milliseconds.
    private static let patience: Int32 = 20
    /// Reads of a terminal after the child's end, for what it has left in there: others may go on writing for ever.
    private static let mostLateReads = 64

    init(child: pid_t, told: Int32, outlets: ChildOutlets) {
        self.child = child
        self.told = told
        self.outlets = outlets.all
        isInteractive = outlets.isInteractive
        isInputOpen = outlets.isInteractive
        for outlet in self.outlets where outlet.terminal == nil { close(outlet.childEnd) }
    }

    /// Returns the child's status as `waitpid` gives it.
    mutating func run() throws(Failure) -> Int32 {
        if isInteractive { raw = RawTerminal(0) }
        defer { raw?.leave() }
        while true {
            let isIdle = try step()
            if let status, outlets.allSatisfy({ !$0.isOpen && !$0.hasPending }) || isToEnd && isIdle {
                raw?.leave()
                raw = nil
                if isToEnd { finish() }
                let masked = outlets.reduce(into: Set<String>()) { $0.formUnion($1.mask.masked) }.sorted()
                if !masked.isEmpty {
                    Output.message("coffer: masked in the program's output: \(masked.joined(separator: ", ")) (--no-masking shows it)")
                }
                return status
            }
        }
    }

    /// Waits for something to do, and does it. Returns whether there was nothing.
    private mutating func step() throws(Failure) -> Bool {
        var files = [pollfd(fd: told, events: Int16(POLLIN), revents: 0)]
        // A negative file is passed over.
        for outlet in outlets {
            let reads = !outlet.hasPending
            let file = reads ? (outlet.isOpen ? outlet.source : -1) : outlet.target
            files.append(pollfd(fd: file, events: Int16(reads ? POLLIN : POLLOUT), revents: 0))
        }
        let takes = typed.isEmpty
        files.append(
            pollfd(
                fd: isInputOpen ? (takes ? 0 : outlets[0].source) : -1, events: Int16(takes ? POLLIN : POLLOUT), revents: 0))
        let isHolding = outlets.contains { $0.isOpen && $0.mask.isHoldingBack }
        // What is in a terminal at the child's end is read to its end at once.
        let hasToDrain = status != nil && (isToEnd || outlets.contains { $0.terminal != nil && $0.isOpen && !$0.hasPending })
        let ready = poll(&files, nfds_t(files.count), hasToDrain ? 0 : isHolding ? Self.patience : -1)
        guard ready >= 0 else {
            guard errno == EINTR else { throw Failure(.internalError, "lost track of the program") }
            return false
        }
        if files[0].revents != 0 { try readSignals() }
        for index in outlets.indices {
            let isReady = files[index + 1].revents != 0
            if outlets[index].hasPending {
                if isReady { write(index) }
            } else if outlets[index].isOpen {
                if isReady || (status != nil && outlets[index].terminal != nil) {
                    read(index)
                } else if ready == 0, isHolding {
                    var text: [UInt8] = []
                    outlets[index].mask.pause { text += $0 }
                    outlets[index].add(text)
                }
            }
        }
        if files[outlets.count + 1].revents != 0 { takes ? readTyped() : passTyped() }
        return ready == 0
    }

    /// Shows what is held back, as far as that goes without waiting.
    private mutating func finish() {
        for index in outlets.indices where outlets[index].isOpen {
            var text: [UInt8] = []
            outlets[index].mask.finish { text += $0 }
            outlets[index].add(text)
            var target = pollfd(fd: outlets[index].target, events: Int16(POLLOUT), revents: 0)
            if poll(&target, 1, 0) > 0 { write(index) }
        }
    }

    private mutating func read(_ index: Int) {
        let source = outlets[index].source
        let isLate = status != nil && outlets[index].terminal != nil
        if isLate || status != nil && isToEnd { lateReads += 1 }
        var text: [UInt8] = []
        var failure: Int32 = 0
        let got = outlets[index].mask.pass(
            read: {
                let got = Glibc.read(source, $0.baseAddress, $0.count)
                failure = got < 0 ? errno : 0
                return got
            }, show: { text += $0 })
        if got <= 0 && failure != EINTR || lateReads > Self.mostLateReads {
            // A terminal that nothing is left in after the child's end is at its own.
            if failure == EAGAIN, !isLate { return }
            outlets[index].mask.finish { text += $0 }
            end(index)
        }
        outlets[index].add(text)
    }

    private mutating func write(_ index: Int) {
        let target = outlets[index].target
        let put = outlets[index].withPending { Glibc.write(target, $0.baseAddress, min($0.count, Self.writeSize)) }
        if put > 0 {
            outlets[index].wrote(put)
        } else if put < 0, errno != EINTR, errno != EAGAIN {
            // Nobody reads it any more: so the child is told, by its own next write.
            outlets[index].drop()
            end(index)
        }
    }

    private mutating func end(_ index: Int) {
        guard outlets[index].isOpen else { return }
        outlets[index].isOpen = false
        if let terminal = outlets[index].terminal {
            if isInteractive, index == 0 { isInputOpen = false }
            terminal.close()
        } else {
            close(outlets[index].source)
        }
    }

    private mutating func readSignals() throws(Failure) {
        var numbers = [UInt8](repeating: 0, count: 64)
        let got = Glibc.read(told, &numbers, numbers.count)
        guard got > 0 else { return }
        for number in Set(numbers[..<got]) {
            switch Int32(number) {
            case SIGCHLD: try reap()
            case SIGWINCH:
                for outlet in outlets where outlet.isOpen { outlet.terminal?.resize() }
                // It may have asked for the size before that.
                if !isInteractive, status == nil, outlets.contains(where: { $0.terminal != nil }) { kill(child, SIGWINCH) }
            case SIGCONT:
                // Stopped and continued by somebody: a shell has set the terminal's modes meanwhile.
                raw?.enter()
            default: isToEnd = isToEnd || Self.ends.contains(Int32(number))
            }
        }
    }

    private mutating func reap() throws(Failure) {
        guard status == nil else { return }
        var ended: Int32 = 0
        let found = waitpid(child, &ended, WNOHANG | WUNTRACED)
        guard found != 0 else { return }
        guard found == child else {
            if errno == EINTR { return try reap() }
            throw Failure(.internalError, "lost track of the program")
        }
        if ended & 0xff == 0x7f { return stopAlong() }
        status = ended
        ChildSignals.ended()
        isInputOpen = false
    }

    private mutating func readTyped() {
        var bytes = [UInt8](repeating: 0, count: 1024)
        let got = Glibc.read(0, &bytes, bytes.count)
        if got > 0 {
            typed = Array(bytes[..<got])
            passTyped()
        } else if got == 0 || (errno != EINTR && errno != EAGAIN) {
            isInputOpen = false
        }
    }

    private mutating func passTyped() {
        guard let terminal = outlets[0].terminal else { return }
        let stop = typed.firstIndex { terminal.stops($0, child) }
        if stop == 0 {
            typed.removeFirst()
            return suspend(terminal)
        }
        let put = typed.withUnsafeBytes { Glibc.write(terminal.master, $0.baseAddress, stop ?? $0.count) }
        if put > 0 { typed.removeFirst(put) } else if put < 0, errno != EINTR, errno != EAGAIN { typed = [] }
    }

    /// The child was stopped, by itself or by somebody: whoever waits for this process is to see that.
    private func stopAlong() {
        if isInteractive, let terminal = outlets[0].terminal { return suspend(terminal) }
        raise(SIGSTOP)
        kill(child, SIGCONT)
    }

    /// Ctrl-Z: the child has no shell of its own that could continue it, so both stop, and both go on together.
    private func suspend(_ terminal: PseudoTerminal) {
        kill(-child, SIGSTOP)
        raw?.leave()
        kill(0, SIGTSTP)
        raw?.enter()
        terminal.resize()
        kill(-child, SIGCONT)
    }
}
