// SPDX-License-Identifier: Apache-2.0
internal import CofferExtract
internal import Glibc

/// The clipboard's text, from the program that is installed for it.
enum Clipboard {
    /// As findings name it.
    static let name = "clipboard"
    static let largest = 16 << 20
    static let patience: Duration = .seconds(5)

    /// The programs that can print it, the one for the running desktop first.
    static func commands(isWayland: Bool) -> [[String]] {
        let wayland = [["wl-paste", "--no-newline"]]
        let x11 = [["xclip", "-selection", "clipboard", "-o"], ["xsel", "--clipboard", "--output"]]
        return isWayland ? wayland + x11 : x11 + wayland
    }

    /// Gives each program's output to `scan` until one has answered. Returns a warning where none has.
    ///
    /// - Parameter scan: reads the output to its end.
    static func read(patience: Duration = patience, _ scan: (ClipboardSource) -> Void) -> String? {
        func variable(_ name: String) -> String? {
            getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
        }
        let isWayland = variable("WAYLAND_DISPLAY") != nil
        let hasDisplay = isWayland || variable("DISPLAY") != nil
        var environment: [String: String] = [:]
        for name in ["WAYLAND_DISPLAY", "DISPLAY", "XDG_RUNTIME_DIR", "XAUTHORITY", "HOME"] {
            environment[name] = variable(name)
        }
        let nothing = open("/dev/null", O_RDONLY | O_CLOEXEC)
        defer { close(nothing) }
        var silent: [String] = []
        for command in commands(isWayland: isWayland) {
            guard let program = try? SpawnedProgram(command, input: nothing, environment: environment) else { continue }
            let source = ClipboardSource(program, patience: patience)
            scan(source)
            if source.hasAnswered {
                if source.isCut { return "is longer than \(largest >> 20) MiB: the rest was not scanned" }
                return source.hasEnded ? nil : "was not read to its end: \(command[0]) failed, or took too long"
            }
            silent.append(command[0])
        }
        if !hasDisplay { return "can't be read: there is no display (neither WAYLAND_DISPLAY nor DISPLAY is set)" }
        if silent.isEmpty {
            return "can't be read: install wl-clipboard (for Wayland), xclip or xsel (for X11)"
        }
        return "is empty, or \(silent.joined(separator: " and ")) can't read it"
    }
}

/// A program's output, up to a limit and a time.
final class ClipboardSource: ByteSource {
    private let program: SpawnedProgram
    private let deadline: ContinuousClock.Instant
    private var rest = Clipboard.largest
    private var isLate = false
    private var gotSomething = false
    /// Whether there may be more than the limit.
    private(set) var isCut = false

    init(_ program: SpawnedProgram, patience: Duration) {
        self.program = program
        deadline = .now + patience
    }

    /// Whether there is an answer, be it an empty one. To be asked at the end.
    var hasAnswered: Bool { gotSomething || hasEnded }

    /// Whether that answer is whole.
    var hasEnded: Bool { !isLate && program.wait(until: deadline) == .exited(0) }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
        guard rest > 0 else {
            isCut = true
            return 0
        }
        let target = UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(rest))
        let count = program.read(into: target, until: deadline)
        isLate = count == 0 && .now >= deadline
        gotSomething = gotSomething || count > 0
        rest -= count
        return count
    }
}
