// SPDX-License-Identifier: Apache-2.0
import NIOCore
import NIOHTTP1
import Testing

@testable import CofferServer

@Suite("A connection's requests and replies")
struct RequestHandlerTests {
    @Test("a body in parts arrives whole, and the budget is given back")
    func parts() throws {
        let connection = try Connection()
        try connection.receive(.head(.post("/echo", length: 4)), .body(ByteBuffer(string: "12")))
        #expect(!connection.isBudgetWhole)
        try connection.receive(.body(ByteBuffer(string: "34")), .end(nil))
        #expect(try connection.sent() == .init(status: 200, body: "1234"))
        #expect(connection.isBudgetWhole && connection.isOpen)
    }

    @Test("what is sent ahead is answered in its order, one at a time")
    func ahead() throws {
        let connection = try Connection()
        for _ in 0..<3 { try connection.receive(.head(.post()), .end(nil)) }
        for text in ["1", "2", "3"] {
            #expect(connection.asked == Int(text))
            connection.responder.answer(text)
            #expect(try connection.sent().body == text)
        }
        #expect(connection.isOpen)
    }

    @Test("however many are sent ahead, replies that need no waiting don't nest")
    func manyAhead() throws {
        let connection = try Connection()
        try connection.receive(.head(.post()), .end(nil))
        for _ in 0..<20_000 { try connection.receive(.head(.post("/echo")), .end(nil)) }
        #expect(connection.asked == 1)
        connection.responder.answer("first")
        #expect(try connection.sent().body == "first")
        for _ in 0..<20_000 { #expect(try connection.sent().status == 200) }
        #expect(connection.isOpen && connection.asked == 20_001)
    }

    @Test("a client that doesn't take its replies gets no more of them, and is closed in the end")
    func unread() throws {
        let connection = try Connection()
        connection.isWritable = false
        for _ in 0..<3 { try connection.receive(.head(.post("/echo")), .end(nil)) }
        #expect(connection.asked == 0)
        connection.isWritable = true
        #expect(connection.asked == 3)
        connection.isWritable = false
        connection.pass(.seconds(31))
        #expect(!connection.isOpen)
    }

    private let tooLarge =
        #"{"__type":"RequestEntityTooLargeException","message":"The request is larger than 1000 bytes."}"#

    @Test("a body that is too large is refused, announced or not; its rest is dropped and the connection closed")
    func large() throws {
        for announced in [1001, nil] {
            let connection = try Connection()
            try connection.receive(.head(.post(length: announced)))
            for _ in 0..<3 { try connection.receive(.body(ByteBuffer(repeating: 0x78, count: 400))) }
            #expect(try connection.sent() == .init(status: 413, body: tooLarge, closes: true))
            #expect(connection.isOutputClosed && connection.isBudgetWhole)
            try connection.receive(.end(nil), .head(.post()), .end(nil))
            connection.event(ChannelEvent.inputClosed)
            #expect(!connection.isOpen && connection.asked == 0)
        }
    }

    @Test("where too much is under way, a request is told to come again")
    func busy() throws {
        let connection = try Connection()
        #expect(connection.budget.take(ServerLimits.heldBodies))
        // What was only announced, and what has no body, takes no room.
        try connection.receive(.head(.post("/echo")), .end(nil), .head(.post(length: 10)))
        #expect(try connection.sent().status == 200)
        try connection.receive(.body(ByteBuffer(string: "x")))
        #expect(try connection.sent().status == 503)
        connection.budget.giveBack(ServerLimits.heldBodies)
        #expect(connection.isBudgetWhole)
    }

    @Test("what isn't HTTP is answered with 400, after the replies that are due")
    func malformed() throws {
        let idle = try Connection()
        idle.fail(HTTPParserError.invalidMethod)
        #expect(try idle.sent() == .init(status: 400, closes: true))
        #expect(idle.isOutputClosed)

        let gathering = try Connection()
        try gathering.receive(.head(.post(length: 10)))
        gathering.fail(HTTPParserError.invalidChunkSize)
        #expect(try gathering.sent().status == 400)
        #expect(gathering.isOutputClosed && gathering.isBudgetWhole)

        let answering = try Connection()
        try answering.receive(.head(.post()), .end(nil))
        answering.fail(HTTPParserError.invalidMethod)
        answering.responder.answer("due")
        #expect(try answering.sent().body == "due")
        #expect(try answering.sent().status == 400)
        #expect(answering.isOutputClosed)
        answering.event(ChannelEvent.inputClosed)
        #expect(!answering.isOpen)
    }

    @Test("a client that goes away while its request is gathered or answered leaves nothing behind")
    func gone() throws {
        let gathering = try Connection()
        try gathering.receive(.head(.post()), .body(ByteBuffer(string: "x")))
        #expect(!gathering.isBudgetWhole)
        try gathering.close()
        #expect(gathering.isBudgetWhole)

        let answering = try Connection()
        try answering.receive(.head(.post()), .body(ByteBuffer(string: "x")), .end(nil), .head(.post()), .end(nil))
        try answering.close()
        #expect(!answering.isBudgetWhole)
        answering.responder.answer("to nobody")
        answering.pass(.nanoseconds(1))
        #expect(answering.isBudgetWhole && answering.asked == 1)
    }

    @Test("after CONNECT or an upgrade, which nobody offers, nothing more is taken")
    func otherProtocols() throws {
        var upgrade = HTTPRequestHead.post("/echo")
        upgrade.headers.add(name: "Connection", value: "upgrade")
        upgrade.headers.add(name: "Upgrade", value: "x")
        let connect = HTTPRequestHead(version: .http1_1, method: .CONNECT, uri: "/echo")
        for head in [upgrade, connect] {
            let connection = try Connection()
            try connection.receive(.head(head), .end(nil), .head(.post("/echo")), .end(nil))
            #expect(try connection.sent().closes)
            #expect(connection.asked == 1 && connection.isOutputClosed)
            connection.pass(.seconds(ServerLimits.lingerSeconds))
            #expect(!connection.isOpen)
        }
    }

    @Test("bytes behind what isn't HTTP neither take the reply that is due nor the refusal")
    func malformedTail() throws {
        let connection = try Connection()
        try connection.receive(.head(.post()), .end(nil))
        connection.fail(HTTPParserError.invalidMethod)
        let tail = ByteToMessageDecoderError.dataReceivedInErrorState(HTTPParserError.invalidMethod, ByteBuffer())
        connection.fail(tail)
        connection.responder.answer("due")
        #expect(try connection.sent().body == "due")
        #expect(try connection.sent().status == 400)
        connection.fail(tail)
        #expect(connection.isOutputClosed)
    }

    @Test("a client that has sent its last gets its replies, then the connection closes")
    func halfClosed() throws {
        let connection = try Connection()
        for _ in 0..<2 { try connection.receive(.head(.post()), .end(nil)) }
        connection.event(ChannelEvent.inputClosed)
        connection.responder.answer("1")
        #expect(try connection.sent() == .init(status: 200, body: "1"))
        connection.responder.answer("2")
        #expect(try connection.sent() == .init(status: 200, body: "2", closes: true))
        #expect(!connection.isOpen)

        let partial = try Connection()
        try partial.receive(.head(.post(length: 10)))
        partial.event(ChannelEvent.inputClosed)
        #expect(!partial.isOpen && partial.asked == 0)
    }

    @Test("a server that ends closes idle connections, and the others after their reply")
    func draining() throws {
        let idle = try Connection()
        idle.event(ChannelShouldQuiesceEvent())
        #expect(idle.isOutputClosed)
        idle.pass(.seconds(ServerLimits.drainSeconds))
        #expect(!idle.isOpen)

        for isWhole in [true, false] {
            let busy = try Connection()
            try busy.receive(.head(.post()))
            if isWhole { try busy.receive(.end(nil)) }
            busy.event(ChannelShouldQuiesceEvent())
            #expect(busy.isOpen)
            if !isWhole { try busy.receive(.end(nil)) }
            try busy.receive(.head(.post()), .end(nil))
            busy.responder.answer("last")
            #expect(try busy.sent() == .init(status: 200, body: "last", closes: true))
            #expect(busy.isOutputClosed && busy.asked == 1)
        }
    }

    @Test("the connection closes where HTTP says so: asked to, or version 1.0")
    func lasting() throws {
        for head in [HTTPRequestHead.post(closing: true), .post(version: .http1_0)] {
            let connection = try Connection()
            try connection.receive(.head(head), .end(nil), .head(.post()), .end(nil))
            connection.responder.answer("only")
            #expect(try connection.sent() == .init(status: 200, body: "only", closes: true))
            #expect(connection.isOutputClosed && connection.asked == 1)
        }
    }
}
