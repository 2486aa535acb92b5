// SPDX-License-Identifier: Apache-2.0
import CofferStore
import CofferStoreSQLite
import CofferTesting
import Foundation
import Testing

@Suite("SQLite keeps the store's contract")
struct ContractTests {
    @Test("in memory", arguments: StoreContract.promises)
    func inMemory(promise: StoreContract.Promise) throws {
        try promise.check(SQLiteStore.inMemory())
    }

    @Test("in a file", arguments: StoreContract.promises)
    func inFile(promise: StoreContract.Promise) throws {
        let folder = try TemporaryFolder()
        try promise.check(folder.open())
    }

    @Test("what was written is there after closing and opening again")
    func reopened() throws {
        let folder = try TemporaryFolder()
        let store = try folder.open()
        try StoreContract.fill(store)
        try store.checkpointAndClose()
        let again = try folder.open()
        try StoreContract.checkFilled(again)
        try again.verifyIntegrity()
    }

    @Test("what was written is there when the store was never closed")
    func abandoned() throws {
        let folder = try TemporaryFolder()
        let copy = try TemporaryFolder()
        let store = try folder.open()
        try StoreContract.fill(store)
        // The files as a crash would leave them: the write is only in the log.
        for (name, bytes) in try folder.contents() where !name.hasSuffix("-shm") {
            try bytes.write(to: .init(fileURLWithPath: copy.path + "/" + name))
        }
        try copy.restrict()
        try StoreContract.checkFilled(try copy.open())
        try store.checkpointAndClose()
    }

    @Test("only the file is durable")
    func durability() throws {
        #expect(try !SQLiteStore.inMemory().isDurable)
        let folder = try TemporaryFolder()
        #expect(try folder.open().isDurable)
    }

    @Test("a store that fails before or after the commit tells so, and holds nothing or all")
    func faultyStore() throws {
        for (moment, kept) in [(FaultyStore.Moment.start, false), (.beforeCommit, false), (.afterCommit, true)] {
            let store = FaultyStore(try SQLiteStore.inMemory())
            store.failWrite(2, at: moment, with: .full)
            try store.write { try $0.set("first", [1]) }
            #expect(throws: StoreError.full) { try store.write { try $0.set("second", [2]) } }
            #expect(try store.read { try $0.setting("second") != nil } == kept)
            try store.write { try $0.set("third", [3]) }
            #expect(try store.read { try $0.setting("first") == [1] && $0.setting("third") == [3] })
        }
    }
}
