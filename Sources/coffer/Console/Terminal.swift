// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import CofferLocal
internal import Glibc

/// The person at the other end, where there is one. Without a terminal nothing waits for an answer.
enum Terminal {
    /// A job in the background can't ask: reading would fail or stop it.
    static var isInput: Bool { isatty(0) == 1 && tcgetpgrp(0) == getpgrp() }
    static var isOutput: Bool { isatty(1) == 1 }
    static var isError: Bool { isatty(2) == 1 }

    static var width: Int { columns(of: 1) }
    static var errorWidth: Int { columns(of: 2) }

    private static func columns(of file: Int32) -> Int {
        var size = winsize()
        return ioctl(file, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
    }

    private static var hasColour: Bool { isOutput && (getenv("NO_COLOR").map { $0.pointee == 0 } ?? true) }

    static func bold(_ text: String) -> String { styled(text, "1") }
    static func red(_ text: String) -> String { styled(text, "31") }
    static func yellow(_ text: String) -> String { styled(text, "33") }

    private static func styled(_ text: String, _ code: String) -> String {
        hasColour ? "\u{1b}[\(code)m\(text)\u{1b}[0m" : text
    }

    private static let styles = ["0", "1", "31", "33"].map { "\u{1b}[\($0)m" }

    /// Without what a terminal would obey or not show: names of files, tags and callers come from others. Our own
    /// styles stay in what is `kept` as text; a name has none.
    static func plain(_ text: String, keeping kept: Set<Unicode.Scalar> = []) -> String {
        func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: kept.contains(scalar)
            default: true
            }
        }
        if text.unicodeScalars.allSatisfy(isHarmless) { return text }
        var result = String.UnicodeScalarView()
        var rest = Substring(text).unicodeScalars
        while let scalar = rest.first {
            if !kept.isEmpty, let own = styles.first(where: { rest.starts(with: $0.unicodeScalars) }) {
                result.append(contentsOf: own.unicodeScalars)
                rest.removeFirst(own.unicodeScalars.count)
            } else {
                result.append(isHarmless(scalar) ? scalar : "\u{fffd}")
                rest.removeFirst()
            }
        }
        return String(result)
    }

    /// The longest secret that is read.
    private static let longest = 65_536

    /// A secret: typed unseen on a terminal, else all of stdin without the line's end.
    static func secret(_ prompt: String) throws -> SharedSecret {
        let secret = isInput ? try typed(prompt) : try readAll(0, until: nil)
        guard secret.count > 0 else {
            throw Failure(.refusedInput, "no value was given", hint: "type it at the prompt, or pipe it into this command")
        }
        return secret
    }

    /// A secret that may be left out: nil for an empty line.
    static func optionalSecret(_ prompt: String) throws -> SharedSecret? {
        let secret = try typed(prompt)
        return secret.count > 0 ? secret : nil
    }

    /// All of standard input, up to a limit.
    static func standardInput(limit: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 64 * 1024)
        while true {
            let got = read(0, &piece, piece.count)
            if got < 0, errno == EINTR { continue }
            guard got > 0 else { return bytes }
            bytes += piece.prefix(got)
            guard bytes.count <= limit else { throw Failure(.refusedInput, "standard input is longer than \(limit) bytes") }
        }
    }

    /// A passphrase: typed, twice for a new one, or the first line of stdin.
    static func passphrase(_ prompt: String, isNew: Bool) throws -> SharedSecret {
        guard isInput else {
            guard isatty(0) == 0 else {
                throw VaultError(
                    .sealed, "a program in the background can't ask for the vault's passphrase",
                    hint: "run it in the foreground, or: coffer … < FILE, with the passphrase on the file's first line")
            }
            return try readAll(0, until: 0x0a)
        }
        var attempts = 0
        while true {
            let first = try typed(prompt)
            guard isNew else { return first }
            guard first.count > 0 else {
                throw Failure(.refusedInput, "the passphrase is empty", hint: "run the command again, and type a few random words")
            }
            if first.count < 12 { Output.message("That is a short passphrase. Five random words are hard to guess and easy to type.") }
            if try typed("again: ").isEqual(to: first) { return first }
            attempts += 1
            guard attempts < 3 else {
                throw Failure(.refusedInput, "the two passphrases differ", hint: "run the command again")
            }
            Output.message("The two differ: once more.")
        }
    }

    /// Asks; `--yes` answers. Without a terminal the answer has to be given beforehand.
    /// - Parameter isUsual: what an empty answer means.
    static func confirm(_ question: String, yes: Bool, isUsual: Bool = false) throws -> Bool {
        if yes { return true }
        return try choose("\(question) \(isUsual ? "[Y/n]" : "[y/N]") ", ["y", "n"], usual: isUsual ? "y" : "n") == "y"
    }

    /// Asks until the answer is one of these letters, or a word for one; an empty one is the usual.
    static func choose(_ prompt: String, _ letters: [Character], usual: Character) throws -> Character {
        let words: [String: Character] = ["yes": "y", "no": "n", "edit": "e"]
        while true {
            let answer = try ask(prompt).lowercased()
            if answer.isEmpty { return usual }
            if let letter = words[answer] ?? (answer.count == 1 ? answer.first : nil), letters.contains(letter) { return letter }
            let list = letters.map { String($0) }
            Output.message("Please answer \(list.dropLast().joined(separator: ", ")) or \(list.last ?? "y"), or nothing for \(usual).")
        }
    }

    /// What a person types, without blanks around it; not for secrets. The end of input leaves the command.
    static func ask(_ prompt: String) throws -> String {
        guard isInput else {
            throw Failure(.refusedInput, "this needs a confirmation, and there is no terminal to ask on", hint: "add --yes")
        }
        Output.write(prompt: plain(prompt))
        guard let line = readLine() else {
            Output.message("")
            throw Failure(.refusedInput, "no answer was given", hint: "what was done so far stays; run the command again to go on")
        }
        return String(line.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }

    /// The terminal's modes from before a prompt, for whoever ends it by a signal.
    nonisolated(unsafe) private static var shown = termios()  // SAFETY: set before the handlers that read it.

    private static func typed(_ prompt: String) throws -> SharedSecret {
        var saved = termios()
        guard tcgetattr(0, &saved) == 0 else { throw Failure(.refusedInput, "the terminal can't hide what is typed") }
        var hidden = saved
        hidden.c_lflag &= ~tcflag_t(ECHO)
        // Ctrl-Z would hand the terminal to a shell that turns the echo on again. 0 is _POSIX_VDISABLE.
        withUnsafeMutableBytes(of: &hidden.c_cc) { $0[Int(VSUSP)] = 0 }
        // Another program's write to the terminal's modes in between is its own affair.
        shown = saved
        let ending = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]
        let before = ending.map { number in
            signal(number) { number in
                tcsetattr(0, TCSANOW, &Terminal.shown)
                signal(number, SIG_DFL)
                raise(number)
            }
        }
        tcsetattr(0, TCSAFLUSH, &hidden)
        // Only now: what is typed from here on is neither shown nor thrown away.
        Output.write(prompt: prompt)
        defer {
            tcsetattr(0, TCSAFLUSH, &saved)
            for (number, handler) in zip(ending, before) { signal(number, handler) }
            Output.message("")
        }
        let line = try readAll(0, until: 0x0a)
        // What was pasted behind the line's end would be lost, and a part stored for the whole.
        var more = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
        guard poll(&more, 1, 50) <= 0, line.count < longestLine else {
            throw Failure(
                .refusedInput, "that is more than one line of \(longestLine) bytes, which a prompt can't take",
                hint: "pipe it in from a file: coffer … < FILE")
        }
        return line
    }

    /// What a terminal passes on as one line, its end included.
    private static let longestLine = 4095

    /// Bytes up to `end` or the end of the file, without a line's end behind them, in locked memory.
    static func readAll(_ file: Int32, until end: UInt8?) throws -> SharedSecret {
        var count = 0
        let whole = try SecretBytes(count: longest + 2) { (buffer: UnsafeMutableRawBufferPointer) throws(Failure) in
            while count < buffer.count {
                let got = read(file, buffer.baseAddress.map { $0 + count }, end == nil ? buffer.count - count : 1)
                if got < 0, errno == EINTR { continue }
                guard got > 0 else { return }
                if let end, buffer[count] == end { return }
                count += got
            }
        }
        return try whole.withUnsafeBytes { bytes in
            var text = bytes.prefix(count)
            if text.last == 0x0a { text.removeLast() }
            if text.last == 0x0d { text.removeLast() }
            guard text.count <= longest else { throw Failure(.refusedInput, "the value is longer than \(longest) bytes") }
            return SharedSecret(copying: UnsafeRawBufferPointer(rebasing: text))
        }
    }
}

extension Output {
    /// A question on stderr, without a line's end.
    static func write(prompt: String) {
        let bytes = Array(prompt.utf8)
        _ = Glibc.write(2, bytes, bytes.count)
    }
}
