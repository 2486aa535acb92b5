// SPDX-License-Identifier: Apache-2.0
import CofferBase
import CofferStore
import CofferStoreSQLite
import Testing

@Suite("readers beside a writer")
struct ConcurrencyTests {
    private func check(_ store: SQLiteStore) async throws {
        let scope = Scope(account: try #require(AccountID("111122223333")), region: .usEast1)
        let (left, right) = (
            RecordKey(scope: scope, kind: RecordKind("pair"), id: "left"),
            RecordKey(scope: scope, kind: RecordKind("pair"), id: "right")
        )
        try store.write { writer in
            for key in [left, right] { try writer.put(key, document: [0], indexes: [], expecting: nil) }
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<2 {
                group.addTask {
                    for round in 0..<150 {
                        try store.write { writer in
                            for key in [left, right] {
                                let revision = try writer.revision(of: key)
                                try writer.put(key, document: [UInt8(round)], indexes: [], expecting: revision)
                            }
                        }
                    }
                }
            }
            for _ in 0..<4 {
                group.addTask {
                    var last: Int64 = 0
                    for _ in 0..<300 {
                        let (a, b) = try store.read { (try $0.record(left), try $0.record(right)) }
                        #expect(a?.document == b?.document)
                        #expect((a?.revision ?? 0) >= last)
                        last = a?.revision ?? 0
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    @Test("a reader in a file sees both writes of a transaction or none, and never goes back in time")
    func file() async throws {
        let folder = try TemporaryFolder()
        let store = try folder.open()
        try await check(store)
        try store.checkpointAndClose()
    }

    @Test("so does one in memory")
    func memory() async throws { try await check(SQLiteStore.inMemory()) }

    @Test("a snapshot stays as it is while others write")
    func snapshot() throws {
        let folder = try TemporaryFolder()
        let store = try folder.open()
        try store.write { try $0.set("a", [1]) }
        try store.read { reader in
            let before = try reader.setting("a")
            let other = Thread { try? store.write { try $0.set("a", [2]) } }
            other.runToEnd()
            let after = try reader.setting("a")
            #expect(before == [1] && after == [1])
        }
        #expect(try store.read { try $0.setting("a") } == [2])
    }
}
