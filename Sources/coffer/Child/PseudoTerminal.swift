// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// A terminal for a child, whose other end this process holds (pty(7)).
struct PseudoTerminal {
    /// This process's end. Does not wait.
    let master: Int32
    /// The child's end, kept open here until the child has ended.
    let slave: Int32
    /// The real terminal that it stands for.
    let real: Int32

    /// - Parameter isForOutput: the child reads another file, and the real terminal alone edits what passes through.
    init(for real: Int32, isForOutput: Bool) throws(Failure) {
        var ends: (Int32, Int32) = (-1, -1)
        guard openpty(&ends.0, &ends.1, nil, nil, nil) == 0 else {
            throw Failure(
                .internalError, "no pseudo-terminal can be had: \(String(cString: strerror(errno)).lowercased())",
                hint: "coffer run --no-masking starts the program without one")
        }
        (master, slave) = ends
        self.real = real
        for end in [master, slave] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        _ = fcntl(master, F_SETFL, fcntl(master, F_GETFL) | O_NONBLOCK)
        var modes = termios()
        if tcgetattr(real, &modes) == 0 {
            if isForOutput {
                modes.c_oflag &= ~tcflag_t(OPOST)
                modes.c_lflag &= ~tcflag_t(ECHO)
            }
            tcsetattr(slave, TCSANOW, &modes)
        }
        resize()
    }

    /// Where a new session's leader opens this, it becomes its controlling terminal.
    var path: String { ttyname(slave).map { String(cString: $0) } ?? "/dev/null" }

    /// Takes over the real terminal's size.
    func resize() {
        var size = winsize()
        if ioctl(real, UInt(TIOCGWINSZ), &size) == 0 { _ = ioctl(master, UInt(TIOCSWINSZ), &size) }
    }

    /// Whether a typed byte would stop the child: it is the child itself that has the terminal, and the byte is what the
    /// terminal takes for that (Ctrl-Z).
    func stops(_ byte: UInt8, _ child: pid_t) -> Bool {
        var modes = termios()
        guard tcgetattr(master, &modes) == 0, modes.c_lflag & tcflag_t(ISIG) != 0 else { return false }
        let key = withUnsafeBytes(of: modes.c_cc) { $0[Int(VSUSP)] }
        return key != 0 && byte == key && tcgetpgrp(master) == child
    }

    func close() {
        Glibc.close(master)
        Glibc.close(slave)
    }
}

/// The modes of the real terminal while a child has a pseudo-terminal: each byte passes as it is.
struct RawTerminal {
    private let file: Int32
    private var before = termios()

    init(_ file: Int32) {
        self.file = file
        tcgetattr(file, &before)
        enter()
    }

    func enter() {
        var modes = before
        cfmakeraw(&modes)
        tcsetattr(file, TCSADRAIN, &modes)
    }

    func leave() {
        var modes = before
        tcsetattr(file, TCSADRAIN, &modes)
    }
}
