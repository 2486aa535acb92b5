// SPDX-License-Identifier: Apache-2.0
import CofferAudit
import Testing

@Suite("appending to the log")
struct AppenderTests {
    @Test("sequences go on without gaps, and tiles are handed out when a row of 256 is full")
    func tiles() {
        var appender = AuditAppender()
        var seen: [String] = []
        for number in 0..<600 {
            let appended = appender.append(Array("record \(number)".utf8))
            #expect(appended.sequence == Int64(number))
            seen += appended.tiles.map { "\(number): \($0.level)/\($0.index) \($0.hashes.count / 32)" }
        }
        #expect(seen == ["255: 0/0 256", "255: 1/0 1", "511: 0/1 256", "511: 1/0 2"])
    }

    @Test("a log is taken up again at every size as if it had never been left", arguments: [
        0, 1, 2, 255, 256, 257, 511, 512, 513, 1000,
    ])
    func resumed(size: Int) throws {
        let log = TestLog(count: size)
        var left = log.appender
        var resumed = try AuditAppender(head: left.head(), from: log)
        #expect(resumed.size == Int64(size) && resumed.root == left.root && resumed.frontier == left.frontier)
        for number in 0..<300 {
            let (a, b) = (left.append([UInt8(number % 7)]), resumed.append([UInt8(number % 7)]))
            #expect(a.leafHash == b.leafHash && a.sequence == b.sequence && a.tiles == b.tiles)
        }
        #expect(resumed.head() == left.head())
    }

    @Test("65,536 events fill a tile of the second level, and its proofs still hold")
    func threeLevels() throws {
        let log = TestLog(count: 65_536 + 300)
        let size = log.appender.size
        #expect(log.tiles["1/0"]?.count == 256 * 32 && log.tiles["2/0"]?.count == 32 && log.tiles["1/1"]?.count == 32)
        let resumed = try AuditAppender(head: log.appender.head(), from: log)
        #expect(resumed.root == log.appender.root)
        for leaf in [0, 255, 256, 65_535, 65_536, size - 1] {
            let proof = try MerkleProof.inclusion(of: leaf, size: size, from: log)
            #expect(
                MerkleProof.isIncluded(
                    .leaf(log.events[Int(leaf)].record), at: leaf, size: size, root: resumed.root, proof: proof))
        }
    }

    @Test("a head that the stored hashes don't fit is refused")
    func damagedState() throws {
        let log = TestLog(count: 300)
        let head = log.appender.head()
        var fewer = log
        fewer.events.removeLast()
        var other = log
        let last = try #require(log.events.last)
        other.events[299] = LoggedEvent(
            sequence: 299, record: last.record, leafHash: [UInt8](repeating: 0, count: 32))
        var noTile = log
        noTile.tiles["1/0"] = nil
        for source in [fewer, other, noTile] {
            #expect(throws: AuditStateError.self) { try AuditAppender(head: head, from: source) }
        }
        for head in [[], Array(head.dropLast()), [2] + head.dropFirst(), head.map { $0 ^ 0x80 }] {
            #expect(throws: AuditStateError.self) { try AuditAppender(head: head, from: log) }
        }
    }
}
