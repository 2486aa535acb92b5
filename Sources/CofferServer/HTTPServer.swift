// SPDX-License-Identifier: Apache-2.0
internal import UnixSignals
internal import AWSAPI
internal import CofferBase
public import CofferEngine
internal import Glibc
internal import HummingbirdCore
internal import HummingbirdTLS
internal import Logging
internal import NIOCore
internal import NIOPosix
internal import NIOSSL
internal import ServiceLifecycle

/// Where to listen, and with what proof.
public struct ListenAddress: Sendable, Equatable {
    public let host: String
    public let port: Int

    /// Reads `127.0.0.1:8200`, `[::1]:8200`, `localhost:8200` or a bare port (on 127.0.0.1); nil for anything else.
    public init?(_ text: String) {
        if let port = Int(text), (0...65_535).contains(port) {
            self.host = "127.0.0.1"
            self.port = port
            return
        }
        guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
            (0...65_535).contains(port)
        else { return nil }
        var host = String(text[..<colon])
        if host.hasPrefix("["), host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) }
        guard !host.isEmpty else { return nil }
        self.host = host
        self.port = port
    }

    /// Only loopback may go without TLS.
    public var isLoopback: Bool { host == "localhost" || host == "::1" || host.hasPrefix("127.") }
}

/// Certificate and key of a TLS listener, in PEM files.
public struct TLSFiles: Sendable {
    public let certificate: String
    public let key: String

    public init(certificate: String, key: String) {
        self.certificate = certificate
        self.key = key
    }
}

/// Why the server could not start.
public struct ServerError: Error, Sendable, CustomStringConvertible {
    public let description: String
    public let hint: String?
}

/// Carries an engine's requests over HTTP: a TCP port, and a Unix socket in the vault's folder.
///
/// SIGTERM, SIGINT and `shutdown()` drain: no new connection, the requests under way are answered.
public final class HTTPServer: Sendable {
    private let engine: Engine
    private let address: ListenAddress?
    private let tls: TLSFiles?
    private let socketPath: String?
    private let ready: @Sendable (_ port: Int?) -> Void
    private let ending = AsyncStream<Void>.makeStream()

    /// `ready` is told the port once all listeners are up (the one chosen by the system for port 0).
    public init(
        engine: Engine, address: ListenAddress?, tls: TLSFiles?, socketPath: String?,
        ready: @escaping @Sendable (_ port: Int?) -> Void
    ) throws(ServerError) {
        if let address, !address.isLoopback, tls == nil {
            throw ServerError(
                description: "\(address.host) is not a loopback address, and requests would travel in the clear",
                hint: "give --tls-certificate and --tls-key, or listen on 127.0.0.1")
        }
        self.engine = engine
        self.address = address
        self.tls = tls
        self.socketPath = socketPath
        self.ready = ready
    }

    /// Begins to drain; `run` returns when the last request is answered.
    public func shutdown() { ending.continuation.yield() }

    public func run() async throws {
        ProcessMemory.keepFreed()
        let logger = ErrorLog.logger
        let threads = MultiThreadedEventLoopGroup.singleton
        let up = Gate(count: (address == nil ? 0 : 1) + (socketPath == nil ? 0 : 1), ready)
        var services: [any Service] = [Ending(stream: ending.stream), DueJobs(engine: engine, logger: logger)]
        // The socket is this user's alone: strangers' connections leave it room.
        let connections = MaximumAvailableConnections(ServerLimits.connections(), logger: logger)
        if let address {
            let channel = RequestChannel(
                responder: EngineResponder(engine: engine, isSecure: tls != nil, isSocket: false), budget: BodyBudget())
            let configuration = ServerConfiguration(
                address: .hostname(address.host, port: address.port), availableConnectionsDelegate: connections)
            let opened: @Sendable (any Channel) async -> Void = { up.opened(port: $0.localAddress?.port) }
            let server: any Service =
                if let tls {
                    try TLSChannel(channel, tlsConfiguration: Self.configuration(tls)).server(
                        configuration: configuration, onServerRunning: opened, eventLoopGroup: threads, logger: logger)
                } else {
                    channel.server(
                        configuration: configuration, onServerRunning: opened, eventLoopGroup: threads, logger: logger)
                }
            services.append(server)
        }
        if let socketPath {
            let channel = RequestChannel(
                responder: EngineResponder(engine: engine, isSecure: true, isSocket: true), budget: BodyBudget())
            services.append(
                channel.server(
                    configuration: ServerConfiguration(address: .unixDomainSocket(path: socketPath)),
                    onServerRunning: { _ in up.opened(port: nil) }, eventLoopGroup: threads, logger: logger))
        }
        let group = ServiceGroup(
            configuration: .init(
                services: services.map { .init(service: $0, successTerminationBehavior: .gracefullyShutdownGroup) },
                gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        do {
            try await group.run()
        } catch let error as IOError {
            throw ServerError(
                description: "can't listen on \(address.map { "\($0.host):\($0.port)" } ?? socketPath ?? ""): \(String(cString: strerror(error.errnoCode)).lowercased())",
                hint: "another program may have that port: choose one with --listen 127.0.0.1:PORT")
        }
    }

    private static func configuration(_ files: TLSFiles) throws -> TLSConfiguration {
        do {
            let chain = try NIOSSLCertificate.fromPEMFile(files.certificate).map { NIOSSLCertificateSource.certificate($0) }
            let key = try NIOSSLPrivateKey(file: files.key, format: .pem)
            return .makeServerConfiguration(certificateChain: chain, privateKey: .privateKey(key))
        } catch {
            throw ServerError(
                description: "the TLS certificate or key can't be read: \(files.certificate), \(files.key)",
                hint: "both must be PEM files that this user may read")
        }
    }
}

/// Does what has become due, at the start and every minute.
private struct DueJobs: Service {
    let engine: Engine
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do { try await engine.runDueJobs() } catch { logger.error("due work was not done: \(error)") }
                do { try await Task.sleep(for: .seconds(60)) } catch { return }
            }
        }
    }
}

/// Ends the group when told to.
private struct Ending: Service {
    let stream: AsyncStream<Void>

    func run() async throws {
        for await _ in stream.cancelOnGracefulShutdown() { return }
    }
}
