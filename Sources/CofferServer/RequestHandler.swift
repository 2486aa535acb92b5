// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import NIOCore
internal import NIOHTTP1

/// Answers requests that have come whole.
protocol RequestResponder: Sendable {
    /// Whether connections come over a Unix socket.
    var isSocket: Bool { get }
    /// In bytes.
    func largestBody(_ head: HTTPRequestHead) -> Int
    func respond(
        to head: HTTPRequestHead, _ body: [UInt8], from address: String?, over channel: any Channel
    ) async -> AWSResponse
}

/// One connection: it gathers a request, has it answered on the thread that reads it, and sends the reply.
///
/// Requests are answered one at a time, and the next only when the client has taken the replies so far. What it sends
/// ahead waits here, and while anything waits no more is read.
/// (NIO's `HTTPServerPipelineHandler` does this too, but turns reading off and on around every request: two calls of
/// the kernel, a thirtieth of a Decrypt.)
final class RequestHandler<Responder: RequestResponder>: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private enum Phase {
        /// No part of a request has come.
        case idle
        case gathering
        case answering
        /// The last reply is sent. What comes is read and dropped until the client closes, for a while: closing with bytes
        /// unread would take the reply from it.
        case ending
    }

    private let responder: Responder
    private let budget: BodyBudget
    private var phase = Phase.idle
    private var head = HTTPRequestHead(version: .http1_1, method: .POST, uri: "/")
    private var body: [UInt8] = []
    /// The largest body of this request, in bytes.
    private var limit = 0
    /// What of the budget this request holds, in bytes.
    private var held = 0
    /// What was sent ahead, and what of the budget it holds.
    private var waiting = CircularBuffer<HTTPServerRequestPart>(initialCapacity: 0)
    private var heldAhead = 0
    private var isTaking = false
    private var isReadWanted = false
    /// What comes after `waiting` isn't HTTP.
    private var isMalformed = false
    /// The peer sends no more.
    private var isInputClosed = false
    private var isOutputClosed = false
    /// The server takes no new requests.
    private var isDraining = false
    /// Replies that the client has not taken yet.
    private var unsent = 0
    private var deadline: RequestDeadline?
    private var address: String?
    private var executor: EventLoopExecutor?

    init(responder: Responder, budget: BodyBudget) {
        self.responder = responder
        self.budget = budget
    }

    func handlerAdded(context: ChannelHandlerContext) {
        address = responder.isSocket ? nil : context.channel.remoteAddress?.ipAddress
        executor = .of(context.eventLoop)
        deadline = RequestDeadline(.seconds(ServerLimits.requestSeconds), on: context.eventLoop) {
            context.close(promise: nil)
        }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        deadline?.cancel()
        deadline = nil
        budget.giveBack(heldAhead)
        heldAhead = 0
        // A request that is being answered gives its share back itself.
        if phase != .answering { release() }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let part = unwrapInboundIn(data)
        if waiting.isEmpty, isReady(context) { take(part, context) } else { keep(part, context) }
    }

    func read(context: ChannelHandlerContext) {
        if phase == .ending || (waiting.isEmpty && context.channel.isWritable) { context.read() } else { isReadWanted = true }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if context.channel.isWritable { takeWaiting(context) }
        context.fireChannelWritabilityChanged()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case ChannelEvent.inputClosed = event { isInputClosed = true }
        if event is ChannelShouldQuiesceEvent { isDraining = true }
        closeIfDone(context)
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if case ByteToMessageDecoderError.dataReceivedInErrorState = error, isMalformed { return }
        guard error is HTTPParserError else { return context.close(promise: nil) }
        isMalformed = true
        if waiting.isEmpty, isReady(context), phase != .ending { refuse(.badRequest, context) }
    }

    /// Closes a connection on which nothing is to come or to go any more: its own side first, so that the client has the
    /// time to take what was sent and to close as well.
    private func closeIfDone(_ context: ChannelHandlerContext) {
        guard unsent == 0, waiting.isEmpty, let deadline, phase != .answering else { return }
        if isInputClosed { return context.close(promise: nil) }
        if phase == .idle, isDraining { phase = .ending }
        guard phase == .ending, !isOutputClosed else { return }
        isOutputClosed = true
        deadline.end(in: .seconds(isDraining ? ServerLimits.drainSeconds : ServerLimits.lingerSeconds), context.eventLoop)
        context.close(mode: .output, promise: nil)
        if isReadWanted { context.read() }
    }

    private func keep(_ part: HTTPServerRequestPart, _ context: ChannelHandlerContext) {
        if case .head = part {
            guard budget.take(Self.aheadBytes) else { return context.close(promise: nil) }
            heldAhead += Self.aheadBytes
        }
        waiting.append(part)
    }

    private func nextWaiting() -> HTTPServerRequestPart? {
        let part = waiting.popFirst()
        if case .head = part {
            budget.giveBack(Self.aheadBytes)
            heldAhead -= Self.aheadBytes
        }
        return part
    }

    /// Whether the next part may be taken. What only has to be dropped always may.
    private func isReady(_ context: ChannelHandlerContext) -> Bool {
        phase == .ending || (phase != .answering && context.channel.isWritable)
    }

    private func take(_ part: HTTPServerRequestPart, _ context: ChannelHandlerContext) {
        switch (phase, part) {
        case (.idle, .head(let head)): begin(head, context)
        case (.gathering, .body(let part)): gather(part, context)
        case (.gathering, .end): answer(context)
        default: break
        }
    }

    private func begin(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        self.head = head
        phase = .gathering
        limit = responder.largestBody(head)
        if let announced = head.headers.first(name: "content-length").flatMap({ Int($0) }), announced > limit {
            return refuse(.tooLarge(limit), context)
        }
        // RFC 9110, section 10.1.1: the client waits for this before it sends the body.
        if head.version.minor > 0, head.headers.first(name: "expect")?.lowercased() == "100-continue" {
            let head = HTTPResponseHead(version: .http1_1, status: .continue)
            context.writeAndFlush(wrapOutboundOut(.head(head)), promise: nil)
        }
    }

    /// What has come counts, not what was announced: a stranger's word takes no room.
    private func gather(_ part: ByteBuffer, _ context: ChannelHandlerContext) {
        guard body.count + part.readableBytes <= limit else { return refuse(.tooLarge(limit), context) }
        while held < body.count + part.readableBytes {
            guard budget.take(Self.bodyStep) else { return refuse(.busy, context) }
            held += Self.bodyStep
        }
        part.withUnsafeReadableBytes { body.append(contentsOf: $0) }
    }

    /// Answers before the request is whole.
    private func refuse(_ reply: AWSResponse, _ context: ChannelHandlerContext) {
        phase = .ending
        release()
        send(reply, closing: true, context)
    }

    private func answer(_ context: ChannelHandlerContext) {
        phase = .answering
        deadline?.stop()
        let request = (head: head, body: body, address: address)
        body = []
        let channel = context.channel
        let bound = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
        RequestExecutor.$current.withValue(executor) {
            _ = Task.immediate(executorPreference: executor) { [responder] in
                let reply = await responder.respond(
                    to: request.head, request.body, from: request.address, over: channel)
                bound.value.handler.finish(reply, bound.value.context)
            }
        }
    }

    private func finish(_ reply: AWSResponse, _ context: ChannelHandlerContext) {
        release()
        guard let deadline else { return }
        let isLast = isDraining || !isKeptAlive || (isInputClosed && waiting.isEmpty)
        // Sending the end of the reply lets the next request in.
        phase = isLast ? .ending : .idle
        deadline.wait(context.eventLoop)
        send(reply, closing: isLast, context)
        takeWaiting(context)
    }

    /// After CONNECT and an upgrade, which nobody offers here, a client would speak something else.
    private var isKeptAlive: Bool {
        head.isKeepAlive && head.method != .CONNECT && !head.headers.contains(name: "upgrade")
            && !(head.version.minor == 0 && head.headers.contains(name: "transfer-encoding"))
    }

    private func takeWaiting(_ context: ChannelHandlerContext) {
        // A reply that needs no waiting comes from within `take`: then the loop below goes on, instead of nesting.
        guard !isTaking, deadline != nil else { return }
        isTaking = true
        var taken = 0
        while isReady(context), taken < Self.mostAtOnce, let part = nextWaiting() {
            take(part, context)
            taken += 1
        }
        isTaking = false
        guard isReady(context) else { return }
        guard waiting.isEmpty else {
            // Others have their turn first.
            return context.eventLoop.assumeIsolated().execute { self.takeWaiting(context) }
        }
        if isMalformed, phase != .ending { return refuse(.badRequest, context) }
        closeIfDone(context)
        if isReadWanted {
            isReadWanted = false
            context.read()
        }
    }

    /// Parts of requests sent ahead that are taken in one go.
    private static var mostAtOnce: Int { 128 }
    /// What a request that was sent ahead counts for.
    private static var aheadBytes: Int { 1024 }
    /// The budget is taken in such steps.
    private static var bodyStep: Int { 16 * 1024 }

    private func release() {
        body = []
        budget.giveBack(held)
        held = 0
    }

    private func send(_ reply: AWSResponse, closing: Bool, _ context: ChannelHandlerContext) {
        var headers = HTTPHeaders()
        headers.reserveCapacity(reply.headers.fields.count + 3)
        for (name, value) in reply.headers.fields { headers.add(name: name, value: value) }
        headers.add(name: "Content-Length", value: String(reply.body.count))
        headers.add(name: "Date", value: HTTPDate.now())
        if closing {
            headers.add(name: "Connection", value: "close")
        } else if head.version.minor == 0 {
            headers.add(name: "Connection", value: "keep-alive")
        }
        let start = HTTPResponseHead(
            version: head.version, status: HTTPResponseStatus(statusCode: reply.status), headers: headers)
        unsent += 1
        let taken = context.eventLoop.makePromise(of: Void.self)
        taken.futureResult.assumeIsolated().whenComplete { _ in
            self.unsent -= 1
            self.closeIfDone(context)
        }
        // It belongs to the last write with bytes in it: TLS lets an empty one go before those that it still holds.
        let hasBody = head.method != .HEAD && !reply.body.isEmpty
        context.write(wrapOutboundOut(.head(start)), promise: hasBody ? nil : taken)
        if hasBody { context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: reply.body)))), promise: taken) }
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }
}

extension AWSResponse {
    fileprivate static let badRequest = AWSResponse(status: 400)
    fileprivate static let busy = json(503, "ServiceUnavailableException", "Too much is under way: try again.")

    fileprivate static func tooLarge(_ limit: Int) -> AWSResponse {
        json(413, "RequestEntityTooLargeException", "The request is larger than \(limit) bytes.")
    }

    private static func json(_ status: Int, _ type: String, _ message: String) -> AWSResponse {
        AWSResponse(
            status: status, headers: ["Content-Type": "application/x-amz-json-1.1"],
            body: Array(#"{"__type":"\#(type)","message":"\#(message)"}"#.utf8))
    }
}
