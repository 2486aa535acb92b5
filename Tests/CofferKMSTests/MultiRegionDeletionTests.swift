// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import CofferPipeline
import CofferStore
import Testing

@testable import CofferKMS

@Suite("Deletion of multi-Region keys")
struct MultiRegionDeletionTests {
    let vault: TestVault

    init() throws { vault = try TestVault() }

    @Test("a primary waits for its replicas, and its own days begin when the last one is gone")
    func primary() async throws {
        let key = try await vault.createMultiRegionKey(replicas: ["us-east-1", "eu-west-1"])
        try await vault.call(KMS.EnableKeyRotation.self, .init(keyId: key))
        let blob = try await vault.encrypt("geheim", key)
        let scheduled = try await vault.scheduleDeletion(key, days: 10)
        #expect(scheduled.keyId == vault.arn(key))
        #expect(scheduled.keyState == "PendingReplicaDeletion")
        #expect(scheduled.pendingWindowInDays == 10)
        #expect(scheduled.deletionDate == nil)
        func expectWaiting(_ replicas: [String]) async throws {
            let metadata = try await vault.metadata(key)
            #expect(metadata.keyState == "PendingReplicaDeletion")
            #expect(metadata.enabled == false)
            #expect(metadata.deletionDate == nil)
            #expect(metadata.pendingDeletionWindowInDays == 10)
            #expect(metadata.multiRegionConfiguration?.replicaKeys?.map(\.region) == replicas)
        }
        try await expectWaiting(["eu-west-1", "us-east-1"])
        let refusal = AWSError.invalidState("\(vault.arn(key)) is pending replica deletion.")
        #expect(try await vault.refusal(KMS.Decrypt.self, .init(ciphertextBlob: blob)) == refusal)
        #expect(
            try await vault.refusal(
                KMS.TagResource.self, .init(keyId: key, tags: [.init(tagKey: "a", tagValue: "b")])) == refusal)
        #expect(try await vault.refusal(KMS.ScheduleKeyDeletion.self, .init(keyId: key)) == refusal)
        #expect(
            try await vault.refusal(KMS.ReplicateKey.self, .init(keyId: key, replicaRegion: "us-west-2")) == refusal)
        try await vault.call(
            KMS.PutKeyPolicy.self, .init(keyId: key, policy: KeyPolicyText.standard(for: vault.scope)))
        let status = try await vault.call(KMS.GetKeyRotationStatus.self, .init(keyId: key))
        #expect(status.keyRotationEnabled == true)
        // The replicas go on.
        #expect(try await vault.decrypt(blob, region: "us-east-1") == "geheim")
        vault.clock.advance(.days(100))
        #expect(try await KMSJobs.deleteDueKeys(vault.vault) == 0)
        try await expectWaiting(["eu-west-1", "us-east-1"])

        try await vault.destroy(key, region: "eu-west-1")
        try await expectWaiting(["us-east-1"])
        try await vault.destroy(key, region: "us-east-1")
        let metadata = try await vault.metadata(key)
        #expect(metadata.keyState == "PendingDeletion")
        #expect(metadata.deletionDate == vault.clock.now() + .days(10))
        #expect(metadata.pendingDeletionWindowInDays == nil)
        #expect(metadata.multiRegionConfiguration?.replicaKeys?.isEmpty == true)
        vault.clock.advance(.days(10))
        #expect(try await KMSJobs.deleteDueKeys(vault.vault) == 1)
        #expect(try vault.record(key) == nil)
        #expect(try vault.events("DeleteKey").map { $0["awsRegion"]?.string } == [
            "eu-central-1", "us-east-1", "eu-west-1",
        ])
    }

    @Test("a primary's waiting period is whole, however late the job sweeps up its last replica")
    func lateJob() async throws {
        let key = try await vault.createMultiRegionKey()
        _ = try await vault.scheduleDeletion(key, days: 7, region: "us-east-1")
        // Long gone, and not swept up.
        vault.clock.advance(.days(30))
        #expect(try await vault.scheduleDeletion(key, days: 7).keyState == "PendingReplicaDeletion")
        #expect(try await KMSJobs.deleteDueKeys(vault.vault) == 1)
        #expect(try await vault.metadata(key).deletionDate == vault.clock.now() + .days(7))
    }

    @Test("a cancelled deletion leaves the primary disabled, before its replicas are gone and after")
    func cancel() async throws {
        let key = try await vault.createMultiRegionKey()
        for isAlone in [false, true] {
            _ = try await vault.scheduleDeletion(key)
            if isAlone { try await vault.destroy(key, region: "us-east-1") }
            let cancelled = try await vault.call(KMS.CancelKeyDeletion.self, .init(keyId: key))
            #expect(cancelled.keyId == vault.arn(key))
            let metadata = try await vault.metadata(key)
            #expect(metadata.keyState == "Disabled")
            #expect(metadata.deletionDate == nil)
            #expect(metadata.pendingDeletionWindowInDays == nil)
            vault.clock.advance(.days(60))
            #expect(try await KMSJobs.deleteDueKeys(vault.vault) == 0)
            try await vault.call(KMS.EnableKey.self, .init(keyId: key))
        }
    }

    @Test("a primary without replicas has a date at once, and so has a replica")
    func dates() async throws {
        let alone = try await vault.createMultiRegionKey(replicas: [])
        #expect(try await vault.scheduleDeletion(alone).deletionDate == vault.clock.now() + .days(7))
        let key = try await vault.createMultiRegionKey()
        let replica = try await vault.scheduleDeletion(key, region: "us-east-1")
        #expect(replica.keyState == "PendingDeletion")
        #expect(replica.deletionDate == vault.clock.now() + .days(7))
        #expect(try await vault.state(key) == "Enabled")
        try await vault.call(KMS.CancelKeyDeletion.self, .init(keyId: key), region: "us-east-1")
        #expect(try await vault.state(key, region: "us-east-1") == "Disabled")
    }

    @Test("where a replica is gone there can be another one, whether or not the old one was swept up", arguments: [
        true, false,
    ])
    func again(_ isSwept: Bool) async throws {
        let there = "us-east-1"
        let key = try await vault.createMultiRegionKey(replicas: [there, "eu-west-1"])
        let blob = try await vault.encrypt("geheim", key, region: there)
        try await vault.call(
            KMS.CreateAlias.self, .init(aliasName: "alias/app", targetKeyId: key), region: there)
        try await vault.call(
            KMS.CreateGrant.self,
            .init(keyId: key, operations: ["Decrypt"], granteePrincipal: "arn:aws:iam::\(vault.account):root"),
            region: there)
        try await vault.call(KMS.TagResource.self, .init(keyId: key, tags: [.init(tagKey: "a", tagValue: "b")]), region: there)
        _ = try await vault.scheduleDeletion(key, region: there)
        vault.clock.advance(.days(7))
        if isSwept { #expect(try await KMSJobs.deleteDueKeys(vault.vault) == 1) }
        #expect(
            try await vault.refusal(KMS.DescribeKey.self, .init(keyId: key), region: there)
                == AWSError("NotFoundException", "Key '\(vault.arn(key, region: there))' does not exist"))

        try await vault.replicate(key, to: there)
        #expect(try await KMSJobs.deleteDueKeys(vault.vault) == 0)
        #expect(try await vault.decrypt(blob, region: there) == "geheim")
        for region in ["eu-central-1", "eu-west-1", there] {
            let all = try await vault.metadata(key, region: region).multiRegionConfiguration
            #expect(all?.replicaKeys?.map(\.region) == ["eu-west-1", there])
        }
        // Nothing of the old one is left.
        #expect(try await vault.metadata(key, region: there).creationDate == vault.clock.now())
        #expect(try await vault.call(KMS.ListAliases.self, .init(), region: there).aliases?.isEmpty == true)
        #expect(try await vault.call(KMS.ListGrants.self, .init(keyId: key), region: there).grants?.isEmpty == true)
        #expect(
            try await vault.call(KMS.ListResourceTags.self, .init(keyId: key), region: there).tags?.isEmpty == true)
        let use = try await vault.call(KMS.GetKeyLastUsage.self, .init(keyId: key), region: there)
        #expect(use.keyLastUsage?.operation == "Decrypt", "of the new one")
        let deletions = try vault.events("DeleteKey")
        #expect(deletions.map { $0["awsRegion"]?.string } == [there])
    }

    @Test("replicas are deleted one by one: what is left opens what all of them sealed")
    func replicas() async throws {
        let key = try await vault.createMultiRegionKey(replicas: ["us-east-1", "eu-west-1"])
        let blob = try await vault.encrypt("geheim", key, region: "us-east-1")
        try await vault.destroy(key, region: "us-east-1")
        for region in ["eu-central-1", "eu-west-1"] {
            #expect(try await vault.decrypt(blob, region: region) == "geheim")
            let all = try await vault.metadata(key, region: region).multiRegionConfiguration
            #expect(all?.replicaKeys?.map(\.region) == ["eu-west-1"])
        }
        #expect(
            try await vault.refusal(KMS.Decrypt.self, .init(ciphertextBlob: blob), region: "us-east-1")
                == .invalidCiphertext)
        try await vault.call(KMS.RotateKeyOnDemand.self, .init(keyId: key))
        #expect(try await vault.materials(key, region: "eu-west-1").count == 2)
    }
}
