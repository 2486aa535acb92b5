// SPDX-License-Identifier: Apache-2.0
internal import NIOCore
internal import NIOHTTPTypes

/// Closes a connection whose next request has not wholly arrived in time: nobody holds one for nothing, neither by
/// silence nor by sending a byte now and then. The time that the engine takes to answer doesn't count.
///
/// One timer per connection, not per request: it looks when its time has come, and sleeps again where all is well.
final class RequestDeadline: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let limit: TimeAmount
    /// Since when a request is waited for; nil while one is answered.
    private var waitingSince: NIODeadline?
    private var timer: Scheduled<Void>?

    init(_ limit: TimeAmount) { self.limit = limit }

    func handlerAdded(context: ChannelHandlerContext) {
        waitingSince = context.eventLoop.now
        sleep(until: context.eventLoop.now + limit, context)
    }

    func handlerRemoved(context: ChannelHandlerContext) { timer?.cancel() }

    func channelInactive(context: ChannelHandlerContext) {
        timer?.cancel()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .end = unwrapInboundIn(data) { waitingSince = nil }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) { waitingSince = context.eventLoop.now }
        context.write(data, promise: promise)
    }

    private func sleep(until time: NIODeadline, _ context: ChannelHandlerContext) {
        timer = context.eventLoop.assumeIsolated().scheduleTask(deadline: time) { self.look(context) }
    }

    private func look(_ context: ChannelHandlerContext) {
        let now = context.eventLoop.now
        guard let since = waitingSince else { return sleep(until: now + limit, context) }
        if now - since >= limit { return context.close(promise: nil) }
        sleep(until: since + limit, context)
    }
}
