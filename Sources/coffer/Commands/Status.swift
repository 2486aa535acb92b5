// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import AWSClient
internal import ArgumentParser
internal import CofferBase
internal import CofferLocal
internal import CofferVault

struct Status: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show the vault on one screen.", usage: "coffer status")

    @OptionGroup var connection: Connection
    @OptionGroup var format: FormatOption

    func run() async throws {
        do {
            try await connection.with("status") { session in try await show(session) }
        } catch let error as VaultError where error.reason == .sealed {
            let folder = try VaultFolder.standard()
            if format.isJSON {
                Output.json(["folder": .string(folder.path), "state": "sealed"])
            } else {
                Output.line("vault    \(folder.path)")
                Output.line("state    sealed")
            }
            throw error
        }
    }

    private func show(_ session: VaultSession) async throws {
        let status = try await session.client.call(Coffer.GetStatus.self, Coffer.GetStatusInput())
        let now = SystemClock().now()
        let secrets = try await SecretSummary.all(session.client).filter { !$0.isOwn }
        let due = secrets.filter { $0.isDue(at: now) }
        let place =
            switch session.place {
            case .inProcess: "none running"
            case .server: "running on this machine"
            case .endpoint(let url): url
            }
        let folder: String
        if case .endpoint(let url) = session.place { folder = url } else { folder = try VaultFolder.standard().path }
        if format.isJSON {
            Output.json([
                "folder": .string(folder), "state": "open", "server": .string(place),
                "vault": .string(status.vaultId ?? ""), "account": .string(status.accountId ?? ""),
                "region": .string(status.region ?? ""), "version": .string(status.version ?? ""),
                "keys": .integer(Int64(status.keyCount ?? 0)), "secrets": .integer(Int64(secrets.count)),
                "due": .array(due.map { .string($0.name) }),
                "last_backup": status.lastBackupAt.map { .string($0.iso8601) } ?? .null,
                "log_size": .integer(Int64(status.logSize ?? 0)), "log_root": .string(status.logRoot ?? ""),
                "secret_memory_locked": .bool(status.secretMemoryIsLocked ?? false),
            ])
            return
        }
        Output.line("vault    \(folder)")
        Output.line("state    open; server: \(place)")
        Output.line("account  \(status.accountId ?? "?")  region \(status.region ?? "?")")
        Output.line("keys     \(status.keyCount ?? 0) KMS, \(secrets.count) secret\(secrets.count == 1 ? "" : "s")")
        let names = due.prefix(3).map(\.name).joined(separator: ", ")
        Output.line("due      " + (due.isEmpty ? "nothing" : "\(due.count) to rotate: \(names)\(due.count > 3 ? ", …" : "")"))
        Output.line("backup   " + (status.lastBackupAt?.iso8601 ?? "never"))
        Output.line("log      \(status.logSize ?? 0) events, head \((status.logRoot ?? "").prefix(16))…")
        if status.secretMemoryIsLocked == false {
            Output.line("memory   not all memory for secrets is locked: raise the limit (ulimit -l)")
        }
        if let failure = status.storeFailure { Output.line("store    \(failure)") }
    }
}
