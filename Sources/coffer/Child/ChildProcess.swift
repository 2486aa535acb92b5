// SPDX-License-Identifier: Apache-2.0
internal import CLinux
internal import CofferVault
internal import Glibc

/// A program that runs with its keys in its environment.
enum ChildProcess {
    /// Has the program take this process's place: its number, its files, its terminal. Returns only where it can't start:
    /// 126 or 127.
    static func replace(by command: [String], environment: ChildEnvironment) throws -> Int32 {
        ChildSignals.restore()
        let arguments = command.map { strdup($0) }
        defer { for argument in arguments { free(argument) } }
        let code = try environment.withPointers { variables in
            execvpe(command[0], arguments + [nil], variables)
            return errno
        }
        return cannotStart(command[0], code)
    }

    /// Runs the program beside this process, which passes on its output, with the values of `mask` hidden, and to it what is
    /// typed and the signals that arrive. Where this process has a terminal, so has the program.
    ///
    /// Waits for its end. Returns its exit code, or 128+N where signal N ended it; 126 or 127 where it can't start.
    static func run(_ command: [String], environment: ChildEnvironment, mask: OutputMask) throws -> Int32 {
        let outlets = try ChildOutlets(mask: mask)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var defaults = sigset_t()
        sigemptyset(&defaults)
        let (told, toReset) = try ChildSignals.handle(childIsApart: outlets.isInteractive)
        for signal in toReset { sigaddset(&defaults, signal) }
        posix_spawnattr_setsigdefault(&attributes, &defaults)
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        var flags = Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK)
        if outlets.isInteractive { flags |= setSession }
        posix_spawnattr_setflags(&attributes, flags)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        outlets.connect(&actions)

        // So that this thread, too, is stopped where it reads from a terminal in the background.
        ChildSignals.unblock()
        var child = pid_t()
        let arguments = command.map { strdup($0) }
        defer { for argument in arguments { free(argument) } }
        let code = try environment.withPointers { variables in
            posix_spawnp(&child, command[0], &actions, &attributes, arguments + [nil], variables)
        }
        guard code == 0 else { return cannotStart(command[0], code) }
        ChildSignals.started(child)
        var relay = ChildRelay(child: child, told: told, outlets: outlets)
        let status = try relay.run()
        let signal = status & 0x7f
        return signal == 0 ? (status >> 8) & 0xff : 128 + signal
    }

    /// glibc's POSIX_SPAWN_SETSID, which lies behind a macro.
    private static let setSession: Int16 = 0x80

    private static func cannotStart(_ program: String, _ code: Int32) -> Int32 {
        let program = TypedKey.isMeant(by: program) ? "the program" : program
        Output.message("coffer: error: can't start \(program): \(String(cString: strerror(code)).lowercased())")
        Output.message("hint: is the program's name right, and is it installed? coffer run --app APP -- COMMAND")
        return code == ENOENT ? 127 : 126
    }
}
