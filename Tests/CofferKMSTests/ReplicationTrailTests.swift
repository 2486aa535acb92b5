// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import CofferPipeline
import CofferStore
import Testing

@testable import CofferKMS

@Suite("The trail of a new replica's Region")
struct ReplicationTrailTests {
    let vault: TestVault

    init() throws { vault = try TestVault() }

    @Test("ReplicateKey stands in the primary's Region, and CreateKey and SynchronizeMultiRegionKey in the replica's")
    func regions() async throws {
        let key = try await vault.createMultiRegionKey(replicas: [])
        try await vault.replicate(key, to: "us-east-1")
        #expect(try events("eu-central-1").compactMap { $0["eventName"]?.string } == ["CreateKey", "ReplicateKey"])
        let there = try events("us-east-1")
        #expect(there.compactMap { $0["eventName"]?.string } == ["CreateKey", "SynchronizeMultiRegionKey"])
        for event in there {
            #expect(event["awsRegion"] == "us-east-1")
            #expect(event["userIdentity"]?["invokedBy"] == "kms.amazonaws.com")
            #expect(event["resources"]?.array?.first?["ARN"]?.string == vault.arn(key, region: "us-east-1"))
            #expect(event["serviceEventDetails"]?["keyId"]?.string == key)
        }
    }

    /// A Region's events, oldest first.
    private func events(_ region: String) throws -> [JSONValue] {
        let scope = try vault.scope(of: region)
        let stored = try vault.vault.store.read { try $0.events(EventQuery(scope: scope, limit: 100)) }
        return try stored.map { try JSONValue(parsing: $0.record) }
    }
}
