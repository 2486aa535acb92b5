// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import NIOCore
import NIOEmbedded
import NIOHTTP1
import Synchronization

@testable import CofferServer

/// One connection to a `RequestHandler`, without a network, in a time of its own.
final class Connection {
    struct Sent: Equatable {
        var status: Int
        var body = ""
        var closes = false
    }

    let responder: FakeResponder
    let budget = BodyBudget()
    private let channel: EmbeddedChannel
    private let outputEnd = OutputEnd()

    /// Notes that nothing more is sent; `EmbeddedChannel` would close altogether.
    private final class OutputEnd: ChannelOutboundHandler {
        typealias OutboundIn = HTTPServerResponsePart
        var isReached = false

        func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
            if mode == .output { isReached = true } else { context.close(mode: mode, promise: promise) }
        }
    }

    /// `limit`: the largest body, in bytes.
    init(limit: Int = 1000) throws {
        responder = FakeResponder(limit: limit)
        channel = EmbeddedChannel(handlers: [outputEnd, RequestHandler(responder: responder, budget: budget)])
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
    }

    var isOpen: Bool { channel.isActive }
    /// Whether nothing more is sent, while what comes is still read.
    var isOutputClosed: Bool { channel.isActive && outputEnd.isReached }

    /// How many requests were handed on to be answered.
    var asked: Int { responder.state.withLock { $0.asked } }

    /// Whether nobody holds any of the budget.
    var isBudgetWhole: Bool {
        guard budget.take(ServerLimits.heldBodies) else { return false }
        budget.giveBack(ServerLimits.heldBodies)
        return true
    }

    func receive(_ parts: HTTPServerRequestPart...) throws {
        for part in parts { try channel.writeInbound(part) }
    }

    func fail(_ error: any Error) { channel.pipeline.fireErrorCaught(error) }
    func event(_ event: any Sendable) { channel.pipeline.fireUserInboundEventTriggered(event) }
    /// Whether the client takes what is sent.
    var isWritable: Bool {
        get { channel.isWritable }
        set {
            channel.isWritable = newValue
            channel.pipeline.fireChannelWritabilityChanged()
        }
    }
    func pass(_ time: TimeAmount) { channel.embeddedEventLoop.advanceTime(by: time) }
    func close() throws {
        try channel.close().wait()
        channel.embeddedEventLoop.run()
    }

    /// The next whole reply; throws where there is none.
    func sent() throws -> Sent {
        channel.embeddedEventLoop.run()
        guard case .head(let head) = try channel.readOutbound(as: HTTPServerResponsePart.self) else { throw NothingSent() }
        var sent = Sent(status: Int(head.status.code), closes: head.headers["connection"].contains("close"))
        while case .body(.byteBuffer(let part)) = try channel.readOutbound(as: HTTPServerResponsePart.self) {
            sent.body += String(buffer: part)
        }
        return sent
    }

    struct NothingSent: Error {}
}

/// Answers when told to; `/echo` at once, with what it was sent.
final class FakeResponder: RequestResponder {
    struct State {
        var asked = 0
        var held: [CheckedContinuation<String, Never>] = []
    }

    let isSocket = false
    let state = Mutex(State())
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    func largestBody(_ head: HTTPRequestHead) -> Int { limit }

    func respond(
        to head: HTTPRequestHead, _ body: [UInt8], from address: String?, over channel: any Channel
    ) async -> AWSResponse {
        state.withLock { $0.asked += 1 }
        let text =
            if head.uri == "/echo" { String(decoding: body, as: UTF8.self) } else {
                await withCheckedContinuation { continuation in state.withLock { $0.held.append(continuation) } }
            }
        return AWSResponse(status: 200, headers: ["Content-Type": "text/plain"], body: Array(text.utf8))
    }

    func answer(_ text: String) {
        state.withLock { $0.held.isEmpty ? nil : $0.held.removeFirst() }?.resume(returning: text)
    }
}

extension HTTPRequestHead {
    static func post(_ uri: String = "/", length: Int? = nil, version: HTTPVersion = .http1_1, closing: Bool = false) -> Self {
        var headers = HTTPHeaders()
        if let length { headers.add(name: "Content-Length", value: String(length)) }
        if closing { headers.add(name: "Connection", value: "close") }
        return HTTPRequestHead(version: version, method: .POST, uri: uri, headers: headers)
    }
}
