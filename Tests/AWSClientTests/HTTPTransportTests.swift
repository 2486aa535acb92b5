// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import AWSClient
import CofferBase
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization
import Testing

@Suite("The HTTP transport")
struct HTTPTransportTests {
    @Test("method, path, query, headers and body arrive as they were signed")
    func arrives() async throws {
        try await TestServer.run(.tcp) { server, endpoint in
            let transport = HTTPTransport(endpoint: endpoint)
            let reply = try await transport.send(
                AWSRequest(
                    method: "PUT", path: "/a%20b", query: "x=%2B", headers: ["Host": "signed.example", "X-Amz-A": "1"],
                    body: [1, 2, 3]))
            #expect(reply.status == 200)
            #expect(reply.headers["x-amzn-requestid"] == "r1")
            #expect(reply.body == Array("hello".utf8))
            let head = try #require(server.heads.first)
            #expect(head.method == .PUT && head.uri == "/a%20b?x=%2B")
            #expect(head.headers["Host"] == ["signed.example"] && head.headers["X-Amz-A"] == ["1"])
            #expect(server.bodyBytes == 3)
            try await transport.shutdown()
            try await transport.shutdown()
        }
    }

    @Test("a Unix socket is reached")
    func unixSocket() async throws {
        try await TestServer.run(.unix) { server, endpoint in
            let transport = HTTPTransport(endpoint: endpoint)
            let host = endpoint.host(service: KMS.service, region: .usEast1)
            #expect(try await transport.send(AWSRequest(headers: ["Host": host])).status == 200)
            #expect(server.heads.first?.headers["Host"] == ["localhost"])
            try await transport.shutdown()
        }
    }

    @Test("a redirect is not followed")
    func redirect() async throws {
        try await TestServer.run(.tcp) { server, endpoint in
            let transport = HTTPTransport(endpoint: endpoint)
            let reply = try await transport.send(AWSRequest(path: "/redirect", headers: ["Host": "h"]))
            #expect(reply.status == 307)
            #expect(server.heads.count == 1)
            try await transport.shutdown()
        }
    }

    @Test("a reply that is too long is given up")
    func tooLong() async throws {
        try await TestServer.run(.tcp) { _, endpoint in
            let transport = HTTPTransport(endpoint: endpoint, options: .init(maximumReply: 4))
            await #expect(throws: TransportError.self) {
                try await transport.send(AWSRequest(headers: ["Host": "h"]))
            }
            try await transport.shutdown()
        }
    }

    @Test("nobody listening is an error that says where")
    func nobody() async throws {
        let transport = HTTPTransport(endpoint: .unixSocket(path: "/nonexistent/coffer.sock"))
        let error = await #expect(throws: TransportError.self) {
            try await transport.send(AWSRequest(headers: ["Host": "localhost"]))
        }
        #expect(error?.message.contains("/nonexistent/coffer.sock") == true)
    }
}

/// An HTTP server that says hello, and remembers.
final class TestServer: Sendable {
    enum Kind: Sendable { case tcp, unix }

    private let state = Mutex<(heads: [HTTPRequestHead], bodyBytes: Int)>(([], 0))
    var heads: [HTTPRequestHead] { state.withLock { $0.heads } }
    var bodyBytes: Int { state.withLock { $0.bodyBytes } }

    static func run(_ kind: Kind, _ body: (TestServer, Endpoint) async throws -> Void) async throws {
        let server = TestServer()
        let bootstrap = ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.pipeline.configureHTTPServerPipeline().flatMapThrowing {
                    try channel.pipeline.syncOperations.addHandler(Handler(server: server))
                }
            }
        let path = FileManager.default.temporaryDirectory.appending(path: "c-\(UniqueID.uuid()).sock").path
        let channel: any Channel
        let endpoint: Endpoint
        switch kind {
        case .tcp:
            channel = try await bootstrap.bind(host: "127.0.0.1", port: 0).get()
            endpoint = try Endpoint("http://127.0.0.1:\(channel.localAddress?.port ?? 0)")
        case .unix:
            channel = try await bootstrap.bind(unixDomainSocketPath: path).get()
            endpoint = .unixSocket(path: path)
        }
        let result: Result<Void, any Error>
        do { result = .success(try await body(server, endpoint)) } catch { result = .failure(error) }
        try await channel.close()
        try? FileManager.default.removeItem(atPath: path)
        try result.get()
    }

    private final class Handler: ChannelInboundHandler {
        typealias InboundIn = HTTPServerRequestPart
        typealias OutboundOut = HTTPServerResponsePart
        private let server: TestServer
        private var isRedirect = false

        init(server: TestServer) { self.server = server }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            switch unwrapInboundIn(data) {
            case .head(let head):
                isRedirect = head.uri == "/redirect"
                server.state.withLock { $0.heads.append(head) }
            case .body(let part): server.state.withLock { $0.bodyBytes += part.readableBytes }
            case .end:
                let text = "hello"
                let head = HTTPResponseHead(
                    version: .http1_1, status: isRedirect ? .temporaryRedirect : .ok,
                    headers: [
                        "Content-Length": String(text.utf8.count), "x-amzn-requestid": "r1", "Location": "/elsewhere",
                    ])
                context.write(wrapOutboundOut(.head(head)), promise: nil)
                context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: text)))), promise: nil)
                context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
            }
        }
    }
}
