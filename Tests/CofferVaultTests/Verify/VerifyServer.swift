// SPDX-License-Identifier: Apache-2.0
import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// A provider on this machine. It answers as the path says, and remembers what came.
///
/// `/200` answers with that status, `/302` redirects to `location`, `/hang` never answers, `/late` takes its time,
/// `/endless` sends a body that does not end. Anything else gets `answer`.
final class VerifyServer: Sendable {
    struct Answer: Sendable {
        var status = 200
        var body = ""
    }

    private struct State {
        var heads: [HTTPRequestHead] = []
        var bodies = ""
        /// Connections.
        var open = 0
        /// Requests to `/late` that have no answer yet.
        var waiting = 0
        var mostWaiting = 0
    }

    private let state = Mutex(State())
    private let answer: Answer
    private let location: String
    let port: Int
    private let channel: any Channel

    private static func start(
        _ handler: @escaping @Sendable () -> some ChannelInboundHandler & SendableMetatype
    ) async throws -> any Channel {
        try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.pipeline.configureHTTPServerPipeline().flatMapThrowing {
                    try channel.pipeline.syncOperations.addHandler(handler())
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
    }

    private init(answer: Answer, location: String) async throws {
        let holder = Holder()
        channel = try await Self.start { Handler(holder) }
        port = channel.localAddress?.port ?? 0
        self.answer = answer
        self.location = location
        holder.server.withLock { $0 = self }
    }

    static func run(
        answer: Answer = Answer(), location: String = "", _ body: (VerifyServer) async throws -> Void
    ) async throws {
        let server = try await VerifyServer(answer: answer, location: location)
        let result: Result<Void, any Error>
        do { result = .success(try await body(server)) } catch { result = .failure(error) }
        try await server.channel.close()
        try result.get()
    }

    var heads: [HTTPRequestHead] { state.withLock { $0.heads } }
    var bodies: String { state.withLock { $0.bodies } }
    var mostWaiting: Int { state.withLock { $0.mostWaiting } }
    func url(_ path: String) -> String { "http://127.0.0.1:\(port)/\(path)" }

    /// Returns once every connection is closed.
    func isLeftAlone() async {
        while state.withLock({ $0.open }) > 0 { await Task.yield() }
    }

    private final class Holder: Sendable {
        let server = Mutex<VerifyServer?>(nil)
    }

    private final class Handler: ChannelInboundHandler, Sendable {
        typealias InboundIn = HTTPServerRequestPart
        typealias OutboundOut = HTTPServerResponsePart
        private let holder: Holder
        private let path = Mutex("")

        init(_ holder: Holder) { self.holder = holder }

        private func change(_ body: (inout State) -> Void) {
            holder.server.withLock { $0 }?.state.withLock { body(&$0) }
        }

        func channelActive(context: ChannelHandlerContext) { change { $0.open += 1 } }

        func channelInactive(context: ChannelHandlerContext) { change { $0.open -= 1 } }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            switch unwrapInboundIn(data) {
            case .head(let head):
                path.withLock { $0 = String(head.uri.dropFirst()) }
                change { $0.heads.append(head) }
            case .body(var part):
                let text = part.readString(length: part.readableBytes) ?? ""
                change { $0.bodies += text }
            case .end: path.withLock({ $0 }) == "late" ? replyLate(context) : reply(context)
            }
        }

        /// Long enough for others to come meanwhile.
        private func replyLate(_ context: ChannelHandlerContext) {
            change { state in
                state.waiting += 1
                state.mostWaiting = max(state.mostWaiting, state.waiting)
            }
            let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
            context.eventLoop.scheduleTask(in: .milliseconds(100)) {
                self.change { $0.waiting -= 1 }
                self.reply(bound.value)
            }
        }

        private func reply(_ context: ChannelHandlerContext) {
            let path = path.withLock { $0 }
            guard path != "hang", let server = holder.server.withLock({ $0 }) else { return }
            let status = path == "endless" ? 200 : Int(path) ?? server.answer.status
            var headers: HTTPHeaders = ["Location": server.location]
            let body = server.answer.body
            if path != "endless" { headers.add(name: "Content-Length", value: String(body.utf8.count)) }
            let head = HTTPResponseHead(version: .http1_1, status: .init(statusCode: status), headers: headers)
            context.write(wrapOutboundOut(.head(head)), promise: nil)
            if path == "endless" { return more(context) }
            context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: body)))), promise: nil)
            context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        }

        /// Sends until the other side has enough.
        private func more(_ context: ChannelHandlerContext) {
            let piece = ByteBuffer(repeating: 0x61, count: 64 * 1024)
            let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
            context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(piece)))).whenSuccess { self.more(bound.value) }
        }
    }
}
