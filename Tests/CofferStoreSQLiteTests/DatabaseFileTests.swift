// SPDX-License-Identifier: Apache-2.0
import CofferStore
import CofferStoreSQLite
import CofferTesting
import Foundation
import Testing

@Suite("the database's file")
struct DatabaseFileTests {
    @Test("all files are readable by their owner alone, whatever the umask")
    func modes() throws {
        let folder = try TemporaryFolder()
        let store = try folder.open()
        try StoreContract.fill(store)
        for name in ["vault.db", "vault.db-wal", "vault.db-shm"] { #expect(try folder.mode(name) == 0o600) }
        try store.checkpointAndClose()
    }

    @Test("a file that others may read is refused with the command that mends it")
    func wrongMode() throws {
        let folder = try TemporaryFolder()
        try folder.open().checkpointAndClose()
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: folder.database)
        let error = #expect(throws: StoreError.self) { try folder.open() }
        #expect(error?.description.contains("chmod 600") == true)
    }

    @Test("a symbolic link, a folder and a missing folder are refused")
    func oddPaths() throws {
        let folder = try TemporaryFolder()
        let elsewhere = try TemporaryFolder()
        try elsewhere.open().checkpointAndClose()
        try FileManager.default.createSymbolicLink(atPath: folder.database, withDestinationPath: elsewhere.database)
        for path in [folder.database, folder.path, folder.path + "/none/vault.db"] {
            let error = #expect(throws: StoreError.self) { try SQLiteStore(path: path) }
            guard case .permission = error else {
                Issue.record("\(String(describing: error))")
                continue
            }
        }
    }

    @Test("a newer format is refused and no byte of the folder changes")
    func newerFormat() throws {
        let folder = try TemporaryFolder()
        let store = try folder.open()
        try StoreContract.fill(store)
        try store.checkpointAndClose()
        var bytes = try #require(FileManager.default.contents(atPath: folder.database))
        // user_version, big-endian at byte 60.
        bytes.replaceSubrange(60..<64, with: [0, 0, 0, 99])
        try folder.replaceDatabase(bytes)
        let before = try folder.contents()
        #expect(throws: StoreError.newerSchema(found: 99, known: 1)) { try folder.open() }
        #expect(try folder.contents() == before)
        #expect(StoreError.newerSchema(found: 99, known: 1).hint?.contains("not touched") == true)
    }

    @Test("another program's database is refused")
    func foreign() throws {
        let folder = try TemporaryFolder()
        try folder.open().checkpointAndClose()
        var bytes = try #require(FileManager.default.contents(atPath: folder.database))
        bytes.replaceSubrange(68..<72, with: [1, 2, 3, 4])
        try folder.replaceDatabase(bytes)
        #expect(throws: StoreError.damaged("the file is another program's database")) { try folder.open() }
    }

    @Test("a text file and a cut-off header are not databases")
    func notADatabase() throws {
        let folder = try TemporaryFolder()
        for bytes in [Data("hello".utf8), Data(repeating: 0x41, count: 8192)] {
            try folder.replaceDatabase(bytes)
            let error = #expect(throws: StoreError.self) { try folder.open() }
            guard case .damaged = error else {
                Issue.record("\(String(describing: error))")
                continue
            }
        }
    }
}
