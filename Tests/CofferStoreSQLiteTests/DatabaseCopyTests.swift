// SPDX-License-Identifier: Apache-2.0
import CofferBase
import CofferStore
import CofferStoreSQLite
import Foundation
import Testing

@Suite("a copy of the database")
struct DatabaseCopyTests {
    private let kind = RecordKind("thing")

    private func key(_ number: Int) throws -> RecordKey {
        let account = try #require(AccountID("111122223333"))
        return RecordKey(scope: Scope(account: account, region: .usEast1), kind: kind, id: "id-\(number)")
    }

    private func put(_ store: SQLiteStore, _ numbers: Range<Int>) throws {
        try store.write { writer in
            for number in numbers {
                try writer.put(
                    try key(number), document: Array("invented-\(number)".utf8),
                    indexes: [IndexEntry(name: "n", value: "\(number)")], expecting: nil)
            }
        }
    }

    @Test("holds what was stored when it was made, while the original is open and goes on")
    func moment() throws {
        let (folder, other) = (try TemporaryFolder(), try TemporaryFolder())
        let store = try folder.open()
        try put(store, 0..<50)
        try DatabaseCopy.write(of: folder.database, to: other.database)
        try put(store, 50..<60)
        #expect(try other.mode("vault.db") == 0o600)
        #expect(try other.contents().count == 1)

        let copy = try other.open()
        let found = try copy.read { try $0.records(in: key(0).scope, kind: kind, after: nil, limit: 100).count }
        #expect(found == 50)
        try copy.checkpointAndClose()
        try store.checkpointAndClose()
    }

    @Test("does not bring back what was deleted")
    func deleted() throws {
        let (folder, other) = (try TemporaryFolder(), try TemporaryFolder())
        let store = try folder.open()
        try put(store, 0..<50)
        try store.write { writer in
            let revision = try #require(try writer.revision(of: key(7)))
            try writer.delete(try key(7), expecting: revision)
        }
        try DatabaseCopy.write(of: folder.database, to: other.database)
        let bytes = try #require(try other.contents()["vault.db"])
        #expect(bytes.range(of: Data("invented-8".utf8)) != nil)
        #expect(bytes.range(of: Data("invented-7".utf8)) == nil)
        try store.checkpointAndClose()
    }

    @Test("is refused where a file is, and of a damaged original")
    func refusals() throws {
        let (folder, other) = (try TemporaryFolder(), try TemporaryFolder())
        let store = try folder.open()
        try put(store, 0..<200)
        try store.checkpointAndClose()
        try DatabaseCopy.write(of: folder.database, to: other.database)
        #expect(throws: StoreError.self) { try DatabaseCopy.write(of: folder.database, to: other.database) }

        var bytes = try #require(try folder.contents()["vault.db"])
        for place in stride(from: 4096 + 100, to: bytes.count, by: 1500) { bytes[place] ^= 0xff }
        try folder.replaceDatabase(bytes)
        #expect {
            try DatabaseCopy.write(of: folder.database, to: other.path + "/second.db")
        } throws: { error in
            if case .damaged = error as? StoreError { true } else { false }
        }
    }
}
