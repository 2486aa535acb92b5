// SPDX-License-Identifier: Apache-2.0
public import AWSAPI
internal import AsyncHTTPClient
internal import Glibc
internal import NIOCore
internal import NIOHTTP1
internal import NIOSSL

/// Carries requests over HTTP, HTTPS or a Unix socket.
///
/// Redirects are not followed, proxies and cookies not used, replies bounded. Connections are kept and used again;
/// `shutdown` closes them. One that is merely let go closes them too, a little later.
public final class HTTPTransport: EndpointTransport {
    public struct Options: Sendable {
        /// A PEM file of the certificate authorities to trust in place of the system's.
        public var trustRoots: String?
        public var connectTimeout: Duration
        /// From the request's start to the last byte of the reply.
        public var requestTimeout: Duration
        /// Bytes of a reply's body before it is given up.
        public var maximumReply: Int

        public init(
            trustRoots: String? = nil, connectTimeout: Duration = .seconds(5), requestTimeout: Duration = .seconds(60),
            maximumReply: Int = 16 * 1024 * 1024
        ) {
            self.trustRoots = trustRoots
            self.connectTimeout = connectTimeout
            self.requestTimeout = requestTimeout
            self.maximumReply = maximumReply
        }
    }

    public let endpoint: Endpoint
    private let options: Options
    private let client: HTTPClient

    public init(endpoint: Endpoint, options: Options = Options()) {
        self.endpoint = endpoint
        self.options = options
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.minimumTLSVersion = .tlsv12
        if let file = options.trustRoots { tls.trustRoots = .file(file) }
        var configuration = HTTPClient.Configuration(
            tlsConfiguration: tls, redirectConfiguration: .disallow,
            timeout: .init(connect: TimeAmount(options.connectTimeout), read: TimeAmount(options.requestTimeout)))
        // The signature covers `Host` as HTTP/1.1 has it.
        configuration.httpVersion = .http1Only
        // A server that isn't there is said at once; trying again is the client's business.
        configuration.connectionPool.retryConnectionEstablishment = false
        client = HTTPClient(configuration: configuration)
    }

    deinit { client.shutdown { _ in } }

    /// Closes every connection. Requests under way fail.
    public func shutdown() async throws {
        do {
            try await client.shutdown()
        } catch let error as HTTPClientError where error == .alreadyShutdown {
            return
        }
    }

    public func send(_ request: AWSRequest) async throws -> AWSResponse {
        let host = request.headers["Host"] ?? ""
        var url = endpoint.baseURL(host: host) + request.path
        if !request.query.isEmpty { url += "?" + request.query }
        var outgoing = HTTPClientRequest(url: url)
        outgoing.method = .init(rawValue: request.method)
        for field in request.headers.fields { outgoing.headers.add(name: field.name, value: field.value) }
        if !request.body.isEmpty { outgoing.body = .bytes(ByteBuffer(bytes: request.body)) }
        do {
            let reply = try await client.execute(outgoing, timeout: TimeAmount(options.requestTimeout))
            let body = try await reply.body.collect(upTo: options.maximumReply)
            return AWSResponse(
                status: Int(reply.status.code),
                headers: HeaderFields(reply.headers.map { (name: $0.name, value: $0.value) }),
                body: Array(body.readableBytesView))
        } catch let error where Task.isCancelled || error is CancellationError {
            throw CancellationError()
        } catch is NIOTooManyBytesError {
            throw TransportError("the reply from \(endpoint) is longer than \(options.maximumReply) bytes")
        } catch let error as HTTPClientError {
            let isUnsent = error == .connectTimeout || error == .getConnectionFromPoolTimeout
            throw TransportError("no reply from \(endpoint): \(error.shortDescription)", isUnsent: isUnsent)
        } catch {
            throw TransportError("no reply from \(endpoint): \(Self.reason(error))")
        }
    }

    /// Why a connection or a reply failed, in a few words. Holds nothing of what was sent.
    public static func reason(_ error: any Error) -> String {
        switch error {
        case let error as HTTPClientError: error.shortDescription
        case let error as IOError: String(cString: strerror(error.errnoCode)).lowercased()
        case is NIOSSLError, is NIOSSLExtraError, is BoringSSLError:
            "no TLS connection could be made: it speaks plain HTTP, or its certificate is not trusted"
        case is HTTPParserError: "it does not speak HTTP"
        default: "the connection failed"
        }
    }
}
