// SPDX-License-Identifier: Apache-2.0
internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import NIOHTTP1

/// What Hummingbird's server does with a connection that it accepted: HTTP/1.1, one request at a time, each answered by
/// a `RequestHandler`.
struct RequestChannel: ServerChildChannel {
    struct Value: ServerChildChannelValue { let channel: any Channel }

    let responder: EngineResponder
    let budget: BodyBudget

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        channel.eventLoop.makeCompletedFuture {
            var limits = NIOHTTPDecoderLimitConfiguration()
            limits.maxHeaderListSize = ServerLimits.headerBytes
            limits.maxHeaderFieldSize = ServerLimits.headerBytes
            limits.maxHeaderFieldCount = ServerLimits.headerFields
            // Small bites, so that no connection's share of the thread is large.
            try channel.syncOptions?.setOption(.maxMessagesPerRead, value: 1)
            try channel.syncOptions?.setOption(
                .recvAllocator,
                value: AdaptiveRecvByteBufferAllocator(minimum: 1024, initial: 2048, maximum: ServerLimits.readBytes))
            // After CONNECT or an upgrade the decoder only keeps what comes: hence the bound.
            let decoder = ByteToMessageHandler(
                HTTPRequestDecoder(leftOverBytesStrategy: .dropBytes, limitConfiguration: limits),
                maximumBufferSize: ServerLimits.undecodedBytes)
            try channel.pipeline.syncOperations.addHandlers(HTTPResponseEncoder(), decoder)
            try channel.pipeline.syncOperations.addHandler(RequestHandler(responder: responder, budget: budget))
            return Value(channel: channel)
        }
    }

    func handle(value: Value, logger: Logger) async {
        try? await value.channel.closeFuture.get()
    }
}
