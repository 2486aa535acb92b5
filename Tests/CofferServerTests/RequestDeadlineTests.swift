// SPDX-License-Identifier: Apache-2.0
import NIOCore
import NIOHTTP1
import Testing

@testable import CofferServer

@Suite("Connections that hold on for nothing")
struct RequestDeadlineTests {
    @Test("a silent one is closed")
    func silent() throws {
        let connection = try Connection()
        connection.pass(.seconds(29))
        #expect(connection.isOpen)
        connection.pass(.seconds(2))
        #expect(!connection.isOpen)
    }

    @Test("one that sends a little now and then is closed too")
    func dripping() throws {
        let connection = try Connection()
        try connection.receive(.head(.post()))
        for _ in 0..<6 {
            connection.pass(.seconds(5))
            if connection.isOpen { try connection.receive(.body(ByteBuffer(string: "x"))) }
        }
        connection.pass(.seconds(1))
        #expect(!connection.isOpen)
    }

    @Test("one that is refused may not go on sending for ever")
    func refused() throws {
        let connection = try Connection()
        try connection.receive(.head(.post(length: 1_000_000)))
        #expect(try connection.sent().status == 413)
        connection.pass(.seconds(ServerLimits.lingerSeconds - 1))
        try connection.receive(.body(ByteBuffer(string: "x")))
        #expect(connection.isOpen)
        connection.pass(.seconds(1))
        #expect(!connection.isOpen)
    }

    @Test("an answer may take its time, and the next request has its own")
    func answered() throws {
        let connection = try Connection()
        for _ in 0..<3 {
            try connection.receive(.head(.post()), .end(nil))
            connection.pass(.seconds(100))
            #expect(connection.isOpen)
            connection.responder.answer("done")
            connection.pass(.seconds(20))
            #expect(try connection.sent().body == "done")
            #expect(connection.isOpen)
        }
        connection.pass(.seconds(60))
        #expect(!connection.isOpen)
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
