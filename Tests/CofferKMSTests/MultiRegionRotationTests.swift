// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import CofferPipeline
import CofferStore
import CofferStoreSQLite
import Synchronization
import Testing

@testable import CofferKMS

/// Counts transactions that write.
private final class WriteCounter: Store {
    private let store: any Store
    let writes = Atomic(0)

    init(_ store: any Store) { self.store = store }

    func read<R>(_ body: (any StoreReader) throws -> R) throws -> R { try store.read(body) }

    func write<R>(_ body: (any StoreWriter) throws -> R) throws -> R {
        writes.add(1, ordering: .relaxed)
        return try store.write(body)
    }

    var isDurable: Bool { store.isDurable }
    func verifyIntegrity() throws { try store.verifyIntegrity() }
    func checkpointAndClose() throws { try store.checkpointAndClose() }
}

@Suite("Rotation of multi-Region keys")
struct MultiRegionRotationTests {
    let vault: TestVault
    private let store: WriteCounter
    let regions = ["eu-central-1", "eu-west-1", "us-east-1"]

    init() throws {
        store = WriteCounter(try SQLiteStore.inMemory())
        vault = try TestVault(store: store)
    }

    private func expectSameMaterial(_ key: String, count: Int, type: String) async throws {
        let expected = try await vault.materials(key)
        #expect(expected.count == count)
        #expect(expected.last?.keyMaterialState == "CURRENT")
        #expect(expected.last?.rotationType == type)
        for region in regions {
            let found = try await vault.materials(key, region: region)
            #expect(found.map(\.keyId) == found.map { _ in vault.arn(key, region: region) })
            #expect(found.map(\.keyMaterialId) == expected.map(\.keyMaterialId))
            #expect(found.map(\.keyMaterialState) == expected.map(\.keyMaterialState))
            #expect(found.map(\.rotationDate) == expected.map(\.rotationDate))
            let current = try await vault.metadata(key, region: region).currentKeyMaterialId
            #expect(current == expected.last?.keyMaterialId)
        }
    }

    @Test("a rotation gives all Regions the new material in one commit, and old and new ciphertexts open everywhere")
    func onDemand() async throws {
        let key = try await vault.createMultiRegionKey(replicas: ["us-east-1", "eu-west-1"])
        // One that can't be used just now has to have it too.
        try await vault.call(KMS.DisableKey.self, .init(keyId: key), region: "eu-west-1")
        var blobs: [[UInt8]] = []
        for region in ["eu-central-1", "us-east-1"] { blobs.append(try await vault.encrypt("x", key, region: region)) }

        let before = store.writes.load(ordering: .relaxed)
        try await vault.call(KMS.RotateKeyOnDemand.self, .init(keyId: key))
        #expect(store.writes.load(ordering: .relaxed) == before + 1)
        try await vault.call(KMS.EnableKey.self, .init(keyId: key), region: "eu-west-1")
        try await expectSameMaterial(key, count: 2, type: "ON_DEMAND")
        for region in regions { blobs.append(try await vault.encrypt("x", key, region: region)) }
        for blob in blobs {
            for region in regions { #expect(try await vault.decrypt(blob, region: region) == "x") }
        }
        #expect(try vault.event("RotateKey")["awsRegion"] == "eu-central-1")
        let synchronized = try vault.events("SynchronizeMultiRegionKey").prefix(2)
        #expect(Set(synchronized.compactMap { $0["awsRegion"]?.string }) == ["eu-west-1", "us-east-1"])
    }

    @Test("automatic rotation reaches the replicas in its commit too")
    func automatic() async throws {
        let key = try await vault.createMultiRegionKey(replicas: ["us-east-1", "eu-west-1"])
        let old = try await vault.encrypt("alt", key, region: "us-east-1")
        try await vault.call(KMS.EnableKeyRotation.self, .init(keyId: key, rotationPeriodInDays: 90))
        vault.clock.advance(.days(90))
        let before = store.writes.load(ordering: .relaxed)
        #expect(try await KMSJobs.rotateDueKeys(vault.vault) == 1)
        #expect(store.writes.load(ordering: .relaxed) == before + 1)
        try await expectSameMaterial(key, count: 2, type: "AUTOMATIC")
        let new = try await vault.encrypt("neu", key, region: "eu-west-1")
        for region in regions {
            #expect(try await vault.decrypt(old, region: region) == "alt")
            #expect(try await vault.decrypt(new, region: region) == "neu")
        }
    }

    @Test("a replica made after a rotation opens what came before it")
    func lateReplica() async throws {
        let key = try await vault.createMultiRegionKey(replicas: [])
        let old = try await vault.encrypt("alt", key)
        try await vault.call(KMS.RotateKeyOnDemand.self, .init(keyId: key))
        try await vault.replicate(key, to: "us-east-1")
        try await vault.replicate(key, to: "eu-west-1")
        #expect(try await vault.decrypt(old, region: "us-east-1") == "alt")
        try await expectSameMaterial(key, count: 2, type: "ON_DEMAND")
    }

    @Test("a replica's rotation status is its primary's, and its rotation the primary's business")
    func replica() async throws {
        let key = try await vault.createMultiRegionKey()
        let there = "us-east-1"
        func status() async throws -> KMS.GetKeyRotationStatusOutput {
            try await vault.call(KMS.GetKeyRotationStatus.self, .init(keyId: key), region: there)
        }
        #expect(try await status().keyRotationEnabled == false)
        try await vault.call(KMS.EnableKeyRotation.self, .init(keyId: key, rotationPeriodInDays: 200))
        let on = try await status()
        #expect(on.keyRotationEnabled == true)
        #expect(on.keyId == vault.arn(key, region: there))
        #expect(on.rotationPeriodInDays == 200)
        #expect(on.nextRotationDate == vault.clock.now() + .days(200))

        func refusal(_ name: String) -> AWSError {
            AWSError(
                "UnsupportedOperationException",
                "\(vault.arn(key, region: there)) is a multi-region replica key which is not valid for \(name).")
        }
        #expect(
            try await vault.refusal(KMS.EnableKeyRotation.self, .init(keyId: key), region: there)
                == refusal("EnableKeyRotation"))
        #expect(
            try await vault.refusal(KMS.DisableKeyRotation.self, .init(keyId: key), region: there)
                == refusal("DisableKeyRotation"))
        #expect(
            try await vault.refusal(KMS.RotateKeyOnDemand.self, .init(keyId: key), region: there)
                == refusal("RotateKeyOnDemand"))
        #expect(try await status().keyRotationEnabled == true)
        try await vault.call(KMS.DisableKeyRotation.self, .init(keyId: key))
        #expect(try await status().keyRotationEnabled == false)
    }
}
