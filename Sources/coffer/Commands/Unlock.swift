// SPDX-License-Identifier: Apache-2.0
internal import CLinux
internal import CofferCrypto
internal import AWSAPI
internal import AWSClient
internal import ArgumentParser
internal import CofferBase
internal import CofferLocal
internal import Glibc

struct Unlock: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Keep a vault open for a while, for commands that can't ask.")

    @Option(name: .long, help: "Minutes without a call until it locks itself.")
    var minutes = 15

    @OptionGroup var yes: YesOption

    func run() async throws {
        guard minutes > 0, minutes <= 1440 else { throw Failure(.usage, "--minutes is 1 to 1440", hint: "such as --minutes 30") }
        let folder = try VaultFolder.standard()
        try folder.check()
        if VaultSession.hasServer(folder) {
            Output.line("The vault is open already")
            return
        }
        let kinds = try VaultDescription.load(folder).seals.map(\.kind)
        try keepOpen(kinds.contains("passphrase") ? try Terminal.passphrase("passphrase of the vault: ", isNew: false) : nil, folder)
    }

    func keepOpen(_ passphrase: SharedSecret?, _ folder: VaultFolder) throws {
        try start(passphrase)
        // The keeper opens the vault, which takes Argon2id's time, then listens.
        var waited = 0
        while !VaultSession.hasServer(folder) {
            usleep(20_000)
            waited += 20
            guard waited < 20_000 else { throw Failure(.noVault, "the vault did not open", hint: "coffer status") }
            guard Self.isAlive else { throw Failure(.noVault, "the vault did not open", hint: "is the passphrase right?") }
        }
        Output.line("The vault is open until nobody has used it for \(minutes) minute\(minutes == 1 ? "" : "s"); coffer lock ends that")
    }

    /// glibc's POSIX_SPAWN_SETSID, which lies behind a macro.
    private static let setSession: Int16 = 0x80
    nonisolated(unsafe) private static var keeper: pid_t = 0  // SAFETY: written and read by this command's one task.

    private static var isAlive: Bool {
        var status: Int32 = 0
        return waitpid(keeper, &status, WNOHANG) == 0
    }

    private func start(_ passphrase: SharedSecret?) throws {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw Failure(.internalError, "no pipe could be had") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[0], 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // A session of its own: it outlives this terminal.
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Self.setSession | Int16(POSIX_SPAWN_SETSIGMASK))
        let command: [String] = ["coffer", "serve", "--listen", "none", "--idle-seconds", String(minutes * 60)]
        let words: [UnsafeMutablePointer<CChar>?] = command.map { (word: String) in strdup(word) }
        defer { for word in words { free(word) } }
        let code = posix_spawn(&Self.keeper, "/proc/self/exe", &actions, &attributes, words + [nil], environ)
        close(ends[0])
        defer { close(ends[1]) }
        guard code == 0 else { throw Failure(.internalError, "can't start the keeper: \(String(cString: strerror(code)))") }
        passphrase?.withUnsafeBytes { bytes in _ = write(ends[1], bytes.baseAddress, bytes.count) }
        _ = write(ends[1], "\n", 1)
    }
}

struct Lock: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "End the server that keeps the vault open.")

    @OptionGroup var connection: Connection

    func run() async throws {
        if connection.endpoint != nil {
            throw Failure(
                .usage, "lock ends the server of this machine's vault alone",
                hint: "type coffer lock where the other one runs, without --endpoint")
        }
        let folder = try VaultFolder.standard()
        try folder.check()
        guard VaultSession.hasServer(folder) else {
            Output.line("No server keeps the vault open")
            return
        }
        try await connection.with("lock") { session in
            _ = try await session.client.call(Coffer.Lock.self, Coffer.LockInput())
        }
        var waited = 0
        while VaultSession.hasServer(folder), waited < 10_000 {
            usleep(20_000)
            waited += 20
        }
        Output.line("The vault is locked")
    }
}

struct Completion: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print a completion script for bash, zsh or fish.", usage: "coffer completion bash|zsh|fish")

    @Argument(help: "bash, zsh or fish.", completion: .list(["bash", "zsh", "fish"]))
    var shell: String

    @OptionGroup var yes: YesOption

    func run() throws {
        guard let kind = CompletionShell(rawValue: shell) else {
            throw Failure(.usage, "there is no completion for '\(shell)'", hint: "bash, zsh or fish")
        }
        Output.bytes(Array((CofferCommand.completionScript(for: kind) + "\n").utf8))
    }
}
