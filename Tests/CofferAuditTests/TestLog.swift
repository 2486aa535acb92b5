// SPDX-License-Identifier: Apache-2.0
import CofferAudit
import Crypto
import Foundation

/// A log in memory that a test may tamper with.
struct TestLog: LogSource {
    var events: [LoggedEvent] = []
    var tiles: [String: [UInt8]] = [:]
    var appender = AuditAppender()

    init(count: Int = 0) {
        for number in 0..<count { append(Array("record \(number)".utf8)) }
    }

    mutating func append(_ record: [UInt8]) {
        let appended = appender.append(record)
        events.append(LoggedEvent(sequence: appended.sequence, record: record, leafHash: appended.leafHash))
        for tile in appended.tiles { tiles["\(tile.level)/\(tile.index)"] = tile.hashes }
    }

    func tile(level: Int, index: Int64) throws -> [UInt8]? {
        if let stored = tiles["\(level)/\(index)"] { return stored }
        guard level == 0 else { return nil }
        return events.filter { $0.sequence / 256 == index }.flatMap(\.leafHash)
    }

    func events(from sequence: Int64, limit: Int) throws -> [LoggedEvent] {
        guard let first = events.firstIndex(where: { $0.sequence >= sequence }) else { return [] }
        return Array(events[first...].prefix(limit))
    }
}

struct TestSigner: CheckpointSigning {
    private let key: Curve25519.Signing.PrivateKey
    init() { key = Curve25519.Signing.PrivateKey() }
    var publicKey: [UInt8] { Array(key.publicKey.rawRepresentation) }
    func sign(_ message: [UInt8]) throws -> [UInt8] { Array(try key.signature(for: message)) }
}
