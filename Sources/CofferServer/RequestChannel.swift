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
            // The handler sees to sending ahead and to errors, and sends no header that a stranger wrote.
            try channel.pipeline.syncOperations.configureHTTPServerPipeline(
                withPipeliningAssistance: false, withErrorHandling: false, withOutboundHeaderValidation: false,
                withEncoderConfiguration: .init(), withDecoderLimitConfiguration: limits)
            try channel.pipeline.syncOperations.addHandler(RequestHandler(responder: responder, budget: budget))
            return Value(channel: channel)
        }
    }

    func handle(value: Value, logger: Logger) async {
        try? await value.channel.closeFuture.get()
    }
}
