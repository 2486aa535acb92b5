// SPDX-License-Identifier: Apache-2.0
import CofferBase
import CofferStore
import CofferStoreSQLite
import CofferTesting
import Foundation
import GRDB
import Testing

@testable import CofferStoreSQLite

@Suite("damage and full disks")
struct DamageTests {
    private let kind = RecordKind("thing")

    private func scope() throws -> Scope {
        Scope(account: try #require(AccountID("111122223333")), region: .usEast1)
    }

    /// A closed database of some dozen pages.
    private func filled(_ folder: TemporaryFolder) throws -> Data {
        let scope = try scope()
        let store = try folder.open()
        try store.write { writer in
            for number in 0..<60 {
                try writer.put(
                    RecordKey(scope: scope, kind: kind, id: "id-\(number)"),
                    document: [UInt8](repeating: UInt8(number), count: 900),
                    indexes: [IndexEntry(name: "n", value: "\(number)")], expecting: nil)
                try writer.append(
                    NewEvent(
                        sequence: Int64(number), scope: scope, time: Timestamp(milliseconds: Int64(number)),
                        record: [UInt8](repeating: 65, count: 700), leafHash: [UInt8](repeating: 1, count: 32)))
            }
        }
        try store.checkpointAndClose()
        return try #require(FileManager.default.contents(atPath: folder.database))
    }

    /// Uses everything; returns the error where there was one. Anything but a `StoreError` fails the test.
    private func use(_ folder: TemporaryFolder) throws -> StoreError? {
        let scope = try scope()
        do {
            let store = try folder.open()
            defer { try? store.checkpointAndClose() }
            try store.read { reader in
                _ = try reader.records(in: scope, kind: kind, after: nil, limit: 1000)
                for number in 0..<60 {
                    _ = try reader.records(kind: kind, index: IndexEntry(name: "n", value: "\(number)"), limit: 2)
                }
                _ = try reader.events(EventQuery(scope: scope, limit: 1000))
                _ = try reader.events(EventQuery(limit: 1000))
            }
            try store.write { writer in
                for number in 0..<60 {
                    let key = RecordKey(scope: scope, kind: kind, id: "id-\(number)")
                    guard let revision = try writer.revision(of: key) else { continue }
                    try writer.put(key, document: [1], indexes: [], expecting: revision)
                }
            }
            try store.verifyIntegrity()
            return nil
        } catch let error as StoreError {
            return error
        }
    }

    @Test("flipped bits in the header and in pages give a StoreError or nothing, never a crash")
    func flippedBits() throws {
        let folder = try TemporaryFolder()
        let sound = try filled(folder)
        var generator = SystemRandomNumberGenerator()
        var places = Array(stride(from: 0, to: 100, by: 3))
        places += (0..<120).map { _ in Int.random(in: 100..<sound.count, using: &generator) }
        var found = 0
        for place in places {
            var bytes = sound
            bytes[place] ^= UInt8(1 << (place % 8))
            try folder.replaceDatabase(bytes)
            if try use(folder) != nil { found += 1 }
        }
        #expect(found > 0)
    }

    @Test("pages full of noise are found by the integrity check or earlier")
    func noise() throws {
        let folder = try TemporaryFolder()
        let sound = try filled(folder)
        for page in 1..<sound.count / 4096 {
            var bytes = sound
            let noise = (0..<4096).map { _ in UInt8.random(in: .min ... .max) }
            bytes.replaceSubrange(page * 4096..<(page + 1) * 4096, with: noise)
            try folder.replaceDatabase(bytes)
            let error = try use(folder)
            guard case .damaged = error else {
                Issue.record("page \(page): \(String(describing: error))")
                continue
            }
            #expect(error?.hint?.contains("coffer doctor") == true)
        }
    }

    @Test("a database that was cut off is reported as damaged", arguments: [50, 100, 4096, 8192, 20_000])
    func truncated(length: Int) throws {
        let folder = try TemporaryFolder()
        let sound = try filled(folder)
        try folder.replaceDatabase(sound.prefix(length))
        guard case .damaged = try use(folder) else {
            Issue.record("\(length) bytes were accepted")
            return
        }
    }

    @Test("index entries that were taken away are found by the integrity check")
    func lostIndex() throws {
        let folder = try TemporaryFolder()
        _ = try filled(folder)
        let store = try folder.open()
        try store.verifyIntegrity()
        try store.writer.withDatabase { try $0.execute(sql: "DELETE FROM record_index WHERE value = '7'") }
        #expect(throws: StoreError.damaged("thing id-7 is missing from the index n")) { try store.verifyIntegrity() }
    }

    @Test("a full disk refuses the write, keeps what was there, and works again when there is room")
    func fullDisk() throws {
        let folder = try TemporaryFolder()
        let store = try folder.open()
        try StoreContract.fill(store)
        let pages = try store.writer.withDatabase { try Int.fetchOne($0, sql: "PRAGMA page_count") ?? 0 }
        try store.writer.withDatabase { try $0.execute(sql: "PRAGMA max_page_count = \(pages + 4)") }
        #expect(throws: StoreError.full) {
            try store.write { try $0.set("large", [UInt8](repeating: 1, count: 100_000)) }
        }
        #expect(try store.read { try $0.setting("large") } == nil)
        try store.writer.withDatabase { try $0.execute(sql: "PRAGMA max_page_count = 1000000") }
        try store.write { try $0.set("large", [UInt8](repeating: 1, count: 100_000)) }
        try StoreContract.checkFilled(store)
        try store.verifyIntegrity()
    }

    @Test("when the disk fills inside a savepoint, nothing that follows is committed on its own")
    func fullDiskInSavepoint() throws {
        let folder = try TemporaryFolder()
        let store = try folder.open()
        let pages = try store.writer.withDatabase { try Int.fetchOne($0, sql: "PRAGMA page_count") ?? 0 }
        try store.writer.withDatabase { try $0.execute(sql: "PRAGMA max_page_count = \(pages + 4)") }
        var hasFailed = false
        let result = Result {
            try store.write { writer in
                try writer.set("before", [1])
                do {
                    try writer.savepoint { try writer.set("large", [UInt8](repeating: 1, count: 100_000)) }
                } catch {
                    hasFailed = true
                }
                try writer.set("after", [2])
            }
        }
        #expect(hasFailed)
        let (before, after) = try store.read { (try $0.setting("before"), try $0.setting("after")) }
        switch result {
        case .success: #expect(before == [1] && after == [2])
        case .failure: #expect(before == nil && after == nil)
        }
    }

    @Test("a transaction that SQLite gave up refuses everything after it")
    func givenUp() throws {
        let folder = try TemporaryFolder()
        let store = try folder.open()
        var wasRefused = false
        let result = Result {
            try store.write { writer in
                try writer.set("before", [1])
                let session = try #require(writer as? SQLiteSession)
                // As SQLite does by itself on some failures.
                try session.query("ROLLBACK") { row throws(StoreError) in _ = try row.step() }
                do { try writer.set("after", [2]) } catch { wasRefused = true }
            }
        }
        #expect(wasRefused)
        #expect(throws: StoreError.self) { try result.get() }
        #expect(try store.read { try $0.setting("after") } == nil)
    }

    @Test("a database that another connection is writing to is busy, not damaged")
    func busy() throws {
        let folder = try TemporaryFolder()
        let store = try folder.open()
        let other = try DatabaseQueue(path: folder.database)
        try other.inTransaction(.immediate) { _ in
            #expect(throws: StoreError.busy) { try store.write { try $0.set("a", [1]) } }
            return .rollback
        }
        try store.write { try $0.set("a", [1]) }
    }

    @Test("commits go through to the disk")
    func synchronous() throws {
        let folder = try TemporaryFolder()
        let store = try folder.open()
        let (mode, journal, secure) = try store.writer.withDatabase {
            (
                try Int.fetchOne($0, sql: "PRAGMA synchronous"), try String.fetchOne($0, sql: "PRAGMA journal_mode"),
                try Int.fetchOne($0, sql: "PRAGMA secure_delete")
            )
        }
        #expect(mode == 2 && journal == "wal" && secure == 1)
    }
}
