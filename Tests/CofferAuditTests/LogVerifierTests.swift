// SPDX-License-Identifier: Apache-2.0
import CofferAudit
import Testing

@Suite("verifying the whole log")
struct LogVerifierTests {
    private let signer = TestSigner()
    private let origin = "coffer/test"

    private func note(_ log: TestLog) throws -> [UInt8] {
        try Checkpoint(origin: origin, size: log.appender.size, root: log.appender.root).signed(by: signer)
    }

    private func verify(_ log: TestLog, _ note: [UInt8]?, earlier: [[UInt8]] = []) throws -> LogReport {
        var verifier = LogVerifier(source: log, origin: origin, publicKey: signer.publicKey, pageSize: 100)
        return try verifier.verify(checkpoint: note, earlier: earlier)
    }

    /// Verifies a log of 700 events that somebody has changed.
    private func fault(_ change: (inout TestLog) throws -> Void) throws -> LogFault? {
        var log = TestLog(count: 700)
        let note = try note(log)
        try change(&log)
        return try verify(log, note).fault
    }

    private func replaced(_ event: LoggedEvent, record: [UInt8], consistently: Bool = false) -> LoggedEvent {
        LoggedEvent(
            sequence: event.sequence, record: record,
            leafHash: consistently ? TreeHash.leaf(record).bytes : event.leafHash)
    }

    @Test("an untouched log is sound, whatever its size", arguments: [0, 1, 99, 100, 255, 256, 257, 700])
    func sound(size: Int) throws {
        let log = TestLog(count: size)
        let report = try verify(log, try note(log))
        #expect(report.isSound && report.verified == Int64(size) && report.unsigned == 0)
        #expect(report.root == log.appender.root)
    }

    @Test("events after the checkpoint are counted as unsigned")
    func unsigned() throws {
        var log = TestLog(count: 300)
        let note = try note(log)
        for _ in 0..<5 { log.append([1]) }
        let report = try verify(log, note)
        #expect(report.isSound && report.unsigned == 5 && report.verified == 305)
    }

    @Test("an altered record is named", arguments: [0, 255, 256, 699])
    func altered(place: Int) throws {
        let found = try fault { $0.events[place] = replaced($0.events[place], record: [9]) }
        #expect(found == LogFault(.altered, Int64(place)..<Int64(place) + 1))
        #expect(found?.description == "event \(place) was altered after being written")
    }

    @Test("a record altered together with its own hash is named by its tile")
    func alteredWithHash() throws {
        let found = try fault { $0.events[300] = replaced($0.events[300], record: [9], consistently: true) }
        #expect(found == LogFault(.altered, 300..<301))
    }

    @Test("a record altered together with its tile is found a level higher")
    func alteredWithTile() throws {
        let found = try fault { log in
            log.events[300] = replaced(log.events[300], record: [9], consistently: true)
            log.tiles["0/1"] = log.events[256..<512].flatMap(\.leafHash)
        }
        #expect(found == LogFault(.altered, 256..<512))
    }

    @Test("a log that was written anew with all its hashes does not fit what was signed")
    func rewritten() throws {
        let original = TestLog(count: 700)
        var early = TestLog(count: 400)
        let earlyNote = try note(early)
        early = TestLog()
        for number in 0..<700 { early.append(Array("\(number == 500 ? "forged" : "record") \(number)".utf8)) }
        let note = try note(original)
        #expect(try verify(early, note).fault == LogFault(.rewritten, 0..<700))
        // An older checkpoint narrows it.
        #expect(try verify(early, note, earlier: [earlyNote]).fault == LogFault(.rewritten, 400..<700))
    }

    @Test("removed events are named, in the middle and at the end")
    func missing() throws {
        #expect(try fault { $0.events.remove(at: 300) } == LogFault(.missing, 300..<301))
        #expect(try fault { $0.events.removeSubrange(10..<20) } == LogFault(.missing, 10..<20))
        #expect(try fault { $0.events.removeSubrange(650...) } == LogFault(.truncated(signed: 700), 650..<700))
        #expect(try fault { $0.events = [] } == LogFault(.truncated(signed: 700), 0..<700))
    }

    @Test("exchanged records are told from altered ones")
    func reordered() throws {
        func swap(_ log: inout TestLog, consistently: Bool) {
            let (a, b) = (log.events[300], log.events[310])
            log.events[300] = replaced(a, record: b.record, consistently: consistently)
            log.events[310] = replaced(b, record: a.record, consistently: consistently)
        }
        #expect(try fault { swap(&$0, consistently: false) } == LogFault(.reordered, 300..<301))
        #expect(try fault { swap(&$0, consistently: true) } == LogFault(.reordered, 300..<301))
        #expect(try fault { $0.events.swapAt(300, 310) }?.sequences.lowerBound == 300)
    }

    @Test("missing and cut-off tiles are reported as damaged hashes, not as altered events")
    func damagedTiles() throws {
        for name in ["0/1", "1/0"] {
            for row in [nil, [1, 2, 3], [UInt8](repeating: 0, count: 32)] as [[UInt8]?] {
                let found = try fault { $0.tiles[name] = row }
                // A missing tile of level 0 is made from the events themselves.
                if name == "0/1", row == nil { continue }
                guard case .hashes = found?.reason else {
                    Issue.record("\(name): \(String(describing: found))")
                    continue
                }
            }
        }
    }

    @Test("a checkpoint that is missing, of another log or signed by another key is a fault of its own")
    func checkpoints() throws {
        let log = TestLog(count: 10)
        #expect(try verify(log, nil).fault?.reason == .checkpoint(.malformed))
        let other = try Checkpoint(origin: origin, size: 10, root: log.appender.root).signed(by: TestSigner())
        #expect(try verify(log, other).fault?.reason == .checkpoint(.badSignature))
        let elsewhere = try Checkpoint(origin: "coffer/other", size: 10, root: log.appender.root).signed(by: signer)
        #expect(try verify(log, elsewhere).fault?.reason == .checkpoint(.otherLog))
    }

    @Test("progress goes up to the log's size")
    func progress() throws {
        let log = TestLog(count: 250)
        var seen: [Int64] = []
        var verifier = LogVerifier(source: log, origin: origin, publicKey: signer.publicKey, pageSize: 100)
        _ = try verifier.verify(checkpoint: try note(log)) { done, all in
            seen.append(done)
            #expect(all == 250)
        }
        #expect(seen == [100, 200, 250])
    }
}
