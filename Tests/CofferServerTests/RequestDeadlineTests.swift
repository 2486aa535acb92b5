// SPDX-License-Identifier: Apache-2.0
import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing

@testable import CofferServer

@Suite("Connections that hold on for nothing")
struct RequestDeadlineTests {
    private let head = HTTPRequest(method: .post, scheme: "http", authority: "127.0.0.1", path: "/")

    private func channel() throws -> EmbeddedChannel {
        let channel = EmbeddedChannel(handler: RequestDeadline(.seconds(30)))
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
        return channel
    }

    @Test("a silent one is closed")
    func silent() throws {
        let channel = try channel()
        channel.embeddedEventLoop.advanceTime(by: .seconds(29))
        #expect(channel.isActive)
        channel.embeddedEventLoop.advanceTime(by: .seconds(2))
        #expect(!channel.isActive)
    }

    @Test("one that sends a little now and then is closed too")
    func dripping() throws {
        let channel = try channel()
        try channel.writeInbound(HTTPRequestPart.head(head))
        for _ in 0..<6 {
            channel.embeddedEventLoop.advanceTime(by: .seconds(5))
            if channel.isActive { try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(string: "x"))) }
        }
        channel.embeddedEventLoop.advanceTime(by: .seconds(1))
        #expect(!channel.isActive)
    }

    @Test("an answer may take its time, and the next request has its own")
    func answered() throws {
        let channel = try channel()
        for _ in 0..<3 {
            try channel.writeInbound(HTTPRequestPart.head(head))
            try channel.writeInbound(HTTPRequestPart.end(nil))
            channel.embeddedEventLoop.advanceTime(by: .seconds(100))
            #expect(channel.isActive)
            try channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .ok)))
            try channel.writeOutbound(HTTPResponsePart.end(nil))
            channel.embeddedEventLoop.advanceTime(by: .seconds(20))
            #expect(channel.isActive)
        }
        channel.embeddedEventLoop.advanceTime(by: .seconds(60))
        #expect(!channel.isActive)
    }

    @Test("bodies share a budget, and give it back")
    func budget() {
        let budget = BodyBudget()
        #expect(budget.take(ServerLimits.heldBodies))
        #expect(!budget.take(1))
        budget.giveBack(ServerLimits.heldBodies)
        #expect(budget.take(1))
    }
}
