// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import CofferPipeline
import CofferStore
import Testing

@testable import CofferKMS

@Suite("How many keys there may be")
struct KeyQuotaTests {
    private func vault(_ most: Int) throws -> TestVault { try TestVault(settings: { $0.quotas.keys = most }) }

    private func refusal(_ vault: TestVault, region: String? = nil) async throws -> String {
        try await vault.refusal(KMS.CreateKey.self, .init(), region: region).code
    }

    @Test("one key too many is refused, in whatever state the others are; a destroyed one makes room")
    func limit() async throws {
        let vault = try vault(3)
        let leaving = try await vault.createKey()
        let disabled = try await vault.createKey()
        _ = try await vault.createExternalKey()
        try await vault.call(KMS.DisableKey.self, .init(keyId: disabled))
        try await vault.call(KMS.ScheduleKeyDeletion.self, .init(keyId: leaving, pendingWindowInDays: 7))
        for _ in 0..<2 { #expect(try await refusal(vault) == "LimitExceededException") }
        #expect(try await vault.call(KMS.ListKeys.self, .init()).keys?.count == 3)
        vault.clock.advance(.days(7))
        #expect(try await KMSJobs.deleteDueKeys(vault.vault) == 1)
        _ = try await vault.createKey()
        #expect(try await refusal(vault) == "LimitExceededException")
    }

    @Test("each Region and each account has its own number")
    func scopes() async throws {
        let vault = try vault(1)
        _ = try await vault.createKey()
        try await vault.call(KMS.CreateKey.self, .init(), region: "us-east-1")
        #expect(try await refusal(vault, region: "us-east-1") == "LimitExceededException")
        let other = try vault.owner(of: AccountID("444455556666"))
        try await vault.call(KMS.CreateKey.self, .init(), as: other)
        #expect(try await vault.refusal(KMS.CreateKey.self, .init(), as: other).code == "LimitExceededException")
    }

    @Test("replicas count where they are")
    func replicas() async throws {
        let vault = try vault(2)
        let key = try await vault.createMultiRegionKey()
        let other = try await vault.createMultiRegionKey()
        #expect(try await refusal(vault) == "LimitExceededException")
        #expect(try await refusal(vault, region: "us-east-1") == "LimitExceededException")
        try await vault.destroy(key, region: "us-east-1")
        try await vault.replicate(key, to: "us-east-1")
        #expect(try await refusal(vault, region: "us-east-1") == "LimitExceededException")

        // One that isn't swept up yet makes room for its successor.
        _ = try await vault.scheduleDeletion(other, region: "us-east-1")
        vault.clock.advance(.days(7))
        try await vault.replicate(other, to: "us-east-1")
        #expect(try await refusal(vault, region: "us-east-1") == "LimitExceededException")
        try await vault.call(KMS.CreateKey.self, .init(), region: "eu-west-1")
        try await vault.replicate(key, to: "eu-west-1")
        let error = try await vault.refusal(
            KMS.ReplicateKey.self, .init(keyId: other, replicaRegion: "eu-west-1"))
        #expect(error.code == "LimitExceededException")
        #expect(try await vault.metadata(other).multiRegionConfiguration?.replicaKeys?.map(\.region) == ["us-east-1"])
    }

    @Test("keys that are made at the same time can't be more than there may be")
    func concurrency() async throws {
        let vault = try vault(5)
        let outcomes = await withTaskGroup(of: String?.self) { group in
            for _ in 0..<20 {
                group.addTask {
                    do {
                        _ = try await vault.createKey()
                        return nil
                    } catch { return (error as? AWSError)?.code ?? "other" }
                }
            }
            return await group.reduce(into: [String?]()) { $0.append($1) }
        }
        #expect(outcomes.count { $0 == nil } == 5)
        #expect(outcomes.count { $0 == "LimitExceededException" } == 15)
        #expect(try vault.vault.store.read { try $0.count(in: nil, kind: KeyRecord.kind) } == 5)
    }

    @Test("a call that fails for another reason uses up nothing")
    func failures() async throws {
        let vault = try vault(1)
        for _ in 0..<3 {
            let error = try await vault.refusal(KMS.CreateKey.self, .init(policy: "{}"))
            #expect(error.code == "MalformedPolicyDocumentException")
        }
        _ = try await vault.createKey()
    }

    /// Stores a key as it is there without ever having been counted: AWS's own, or one from before there were quotas.
    private func plant(_ manager: KeyRecord.Manager, in vault: TestVault) throws {
        let scope = vault.scope
        let record = KeyRecord(
            id: UniqueID.uuid(), createdAt: 0, description: "", state: .enabled, spec: "SYMMETRIC_DEFAULT",
            usage: "ENCRYPT_DECRYPT", origin: "AWS_KMS", manager: manager, isMultiRegion: false,
            policy: KeyPolicyText.standard(for: scope), tags: [:], aliases: [], materials: [])
        try vault.vault.store.write { try $0.insert(record, in: scope) }
    }

    @Test("AWS's own keys don't count, and keys that were there before anything was counted do")
    func uncounted() async throws {
        let vault = try vault(2)
        try plant(.aws, in: vault)
        try plant(.customer, in: vault)
        _ = try await vault.createKey()
        #expect(try await refusal(vault) == "LimitExceededException")
    }
}
