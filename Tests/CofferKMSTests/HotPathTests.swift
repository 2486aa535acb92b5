// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import CofferPipeline
import CofferStore
import CofferStoreSQLite
import Synchronization
import Testing

@testable import CofferKMS

/// Counts how often a store is read outside of its writes.
final class CountingStore: Store {
    private let store: any Store
    let reads = Atomic(0)

    init(_ store: any Store) { self.store = store }

    func read<R>(_ body: (any StoreReader) throws -> R) throws -> R {
        reads.add(1, ordering: .relaxed)
        return try store.read(body)
    }

    func write<R>(_ body: (any StoreWriter) throws -> R) throws -> R { try store.write(body) }
    var isDurable: Bool { store.isDurable }
    func verifyIntegrity() throws { try store.verifyIntegrity() }
    func checkpointAndClose() throws { try store.checkpointAndClose() }
}

@Suite("The hot path")
struct HotPathTests {
    @Test("once warm, encrypting, decrypting and data keys read no database")
    func noReads() async throws {
        let store = CountingStore(try SQLiteStore.inMemory())
        let vault = try TestVault(store: store)
        let key = try await vault.createKey()
        try await vault.call(KMS.CreateAlias.self, .init(aliasName: "alias/app", targetKeyId: key))
        let user = try vault.user(
            "ann", policy: #"{"Statement":{"Effect":"Allow","Action":"kms:*","Resource":"*"}}"#)
        func work() async throws {
            let blob = try await vault.encrypt("geheim", "alias/app", ["app": "bot"])
            #expect(try await vault.decrypt(blob, ["app": "bot"], as: user) == "geheim")
            try await vault.call(KMS.GenerateDataKey.self, .init(keyId: key, keySpec: "AES_256"), as: user)
        }
        try await work()
        let before = store.reads.load(ordering: .relaxed)
        for _ in 0..<3 { try await work() }
        #expect(store.reads.load(ordering: .relaxed) == before)
    }

    @Test("concurrent calls and a rotation between them all end well")
    func concurrency() async throws {
        let vault = try TestVault()
        let key = try await vault.createKey()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<40 {
                group.addTask {
                    if number % 8 == 0 {
                        try await vault.call(KMS.RotateKeyOnDemand.self, .init(keyId: key))
                    }
                    let blob = try await vault.encrypt("text \(number)", key)
                    #expect(try await vault.decrypt(blob) == "text \(number)")
                }
            }
            try await group.waitForAll()
        }
        let rotations = try await vault.call(KMS.ListKeyRotations.self, .init(keyId: key)).rotations
        #expect(rotations?.count == 5)
    }
}
