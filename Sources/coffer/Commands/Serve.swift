// SPDX-License-Identifier: Apache-2.0
internal import AWSClient
internal import AWSSigning
internal import ArgumentParser
internal import CofferBase
internal import CofferLocal
internal import CofferServer
internal import Glibc

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Answer AWS clients over HTTP.", usage: "coffer serve [--listen ADDRESS] [--ephemeral]",
        discussion: """
            All services share one port. SIGTERM lets the requests under way end. With --ephemeral the vault is in memory \
            and gone at the end; its owner's access key comes from COFFER_OWNER_ACCESS_KEY_ID and \
            COFFER_OWNER_SECRET_ACCESS_KEY, or is printed.

            Quotas are AWS's. COFFER_QUOTAS sets others, here and for every command that opens a vault: \
            COFFER_QUOTAS="keys=1000000,grants-per-key=100". The names are keys, aliases-per-key, \
            grants-per-key, on-demand-rotations-per-key, tags-per-key and key-policy-size (bytes).
            """)

    @Option(name: .long, help: "ADDRESS:PORT, or 'none' for the vault's Unix socket alone.")
    var listen = Self.usualAddress
    static let usualAddress = "127.0.0.1:8200"

    @Flag(name: .long, help: "A vault in memory, for development and tests.")
    var ephemeral = false

    @Option(name: .customLong("tls-certificate"), help: "A PEM file; needed for addresses other than loopback.")
    var tlsCertificate: String?

    @Option(name: .customLong("tls-key"), help: "The certificate's key in a PEM file.")
    var tlsKey: String?

    @Option(name: .long, help: "The region of an ephemeral vault.")
    var region = "us-east-1"

    @Option(name: .customLong("idle-seconds"), help: "End when nobody has called for that long.")
    var idleSeconds: Int?

    @OptionGroup var options: PlanOptions
    @OptionGroup var yes: YesOption

    func run() async throws {
        var address: ListenAddress?
        if listen != "none" {
            guard let given = ListenAddress(listen) else {
                throw Failure(.usage, "'\(listen)' is no address to listen on", hint: "such as 127.0.0.1:8200")
            }
            address = given
        }
        let tls: TLSFiles?
        switch (tlsCertificate, tlsKey) {
        case (let certificate?, let key?): tls = TLSFiles(certificate: certificate, key: key)
        case (nil, nil): tls = nil
        default: throw Failure(.usage, "TLS needs a certificate and its key", hint: "give --tls-certificate and --tls-key")
        }
        let control = ProcessControl(version: CofferCommand.version)
        let local: LocalVault
        var socket: String?
        var shown: Credentials?
        if ephemeral {
            let owner = try PlanOptions.ownerFromEnvironment()
            local = try await VaultCreator.ephemeral(try options.plan(region: region, owner: owner), control: control)
            if owner == nil { shown = try local.ownerCredentials() }
        } else {
            let folder = try VaultFolder.standard()
            try folder.check()
            // A short command is waited for; another server would keep it for good.
            guard let lock = try VaultLock.take(folder, purpose: "serve", gaveWay: { VaultSession.hasServer(folder) }) else {
                throw Failure(
                    .conflict, "a server has this vault open already",
                    hint: "coffer status shows where it listens; coffer lock ends it")
            }
            // Its owner is gone: the lock is ours.
            unlink(folder.socket)
            local = try LocalVault.open(folder, lock: lock, unsealing: Self.unsealing, control: control)
            socket = folder.socket
        }
        try await serve(local, control, address, tls, socket, shown)
    }

    private static let unsealing = Unsealing(attempts: Terminal.isInput ? 3 : 1) { isAgain in
        try Terminal.passphrase(isAgain ? "wrong; passphrase of the vault: " : "passphrase of the vault: ", isNew: false)
    }

    private func serve(
        _ local: LocalVault, _ control: ProcessControl, _ address: ListenAddress?, _ tls: TLSFiles?, _ socket: String?,
        _ shown: Credentials?
    ) async throws {
        let scheme = tls == nil ? "http" : "https"
        let isEphemeral = ephemeral
        let region = local.region
        // Only this user may reach what is made from here on, the socket too.
        umask(0o077)
        let server: HTTPServer
        do {
            server = try HTTPServer(engine: local.engine, address: address, tls: tls, socketPath: socket) { port in
                let host = address.map { $0.host.contains(":") ? "[\($0.host)]" : $0.host } ?? ""
                let url = port.map { "\(scheme)://\(host):\($0)" }
                if let url { control.listens(at: url) }
                if let shown {
                    var line = "export AWS_ACCESS_KEY_ID=\(shown.accessKeyID)\n"
                    shown.secret.withText { line += "export AWS_SECRET_ACCESS_KEY=\($0)\n" }
                    line += "export AWS_REGION=\(region)\nexport AWS_DEFAULT_REGION=\(region)\n"
                    if let url { line += "export AWS_ENDPOINT_URL=\(url)\n" }
                    Output.bytes(Array(line.utf8))
                }
                let place = [url, socket.map { "unix socket \($0)" }].compactMap(\.self).joined(separator: " and ")
                Output.message(
                    "coffer: ready on \(place)" + (isEphemeral ? " (in memory: nothing outlives this process)" : ""))
            }
        } catch {
            try? local.close()
            throw error
        }
        control.onLock { server.shutdown() }
        let idle = idleSeconds.map { seconds in
            Task {
                var seen = -1
                while case let total = local.callCount, total != seen {
                    seen = total
                    try await Task.sleep(for: .seconds(seconds))
                }
                server.shutdown()
            }
        }
        defer { idle?.cancel() }
        do {
            try await server.run()
        } catch {
            try? local.close()
            throw error
        }
        if let socket { unlink(socket) }
        try local.close()
    }
}
