// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import Testing

@testable import CofferKMS

extension TestVault {
    /// Makes a key here, with a replica in each of the Regions.
    func createMultiRegionKey(
        _ input: KMS.CreateKeyInput = .init(), replicas: [String] = ["us-east-1"]
    ) async throws -> String {
        var input = input
        input.multiRegion = true
        let key = try await createKey(input)
        for region in replicas { try await replicate(key, to: region) }
        return key
    }

    @discardableResult
    func replicate(_ key: String, to region: String, from primary: String? = nil) async throws -> KMS.KeyMetadata {
        let output = try await call(
            KMS.ReplicateKey.self, .init(keyId: key, replicaRegion: region), region: primary)
        return try #require(output.replicaKeyMetadata)
    }

    func state(_ key: String, region: String? = nil) async throws -> String? {
        try await metadata(key, region: region).keyState
    }

    func scheduleDeletion(
        _ key: String, days: Int = 7, region: String? = nil
    ) async throws -> KMS.ScheduleKeyDeletionOutput {
        try await call(
            KMS.ScheduleKeyDeletion.self, .init(keyId: key, pendingWindowInDays: days), region: region)
    }

    /// Deletes a replica for good.
    func destroy(_ key: String, region: String) async throws {
        _ = try await scheduleDeletion(key, region: region)
        clock.advance(.days(7))
        #expect(try await KMSJobs.deleteDueKeys(vault) == 1)
    }
}
