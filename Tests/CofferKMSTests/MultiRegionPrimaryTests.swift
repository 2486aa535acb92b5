// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import CofferPipeline
import Testing

@testable import CofferKMS

@Suite("Changing the primary Region")
struct MultiRegionPrimaryTests {
    let vault: TestVault

    init() throws { vault = try TestVault() }

    private func update(_ key: String, to region: String, from: String? = nil) async throws {
        try await vault.call(
            KMS.UpdatePrimaryRegion.self, .init(keyId: key, primaryRegion: region), region: from)
    }

    private func refusal(_ key: String, to region: String, from: String? = nil) async throws -> AWSError {
        try await vault.refusal(
            KMS.UpdatePrimaryRegion.self, .init(keyId: key, primaryRegion: region), region: from)
    }

    @Test("the two keys change roles, everywhere, and what was sealed opens as before")
    func roles() async throws {
        let key = try await vault.createMultiRegionKey(replicas: ["us-east-1", "eu-west-1"])
        let blob = try await vault.encrypt("geheim", key)
        try await update(key, to: "us-east-1")
        for region in ["eu-central-1", "eu-west-1", "us-east-1"] {
            let all = try #require(try await vault.metadata(key, region: region).multiRegionConfiguration)
            #expect(all.multiRegionKeyType == (region == "us-east-1" ? "PRIMARY" : "REPLICA"))
            #expect(all.primaryKey?.region == "us-east-1")
            #expect(all.replicaKeys?.map(\.region) == ["eu-central-1", "eu-west-1"])
            #expect(try await vault.state(key, region: region) == "Enabled")
            #expect(try await vault.decrypt(blob, region: region) == "geheim")
        }

        // From now on the new primary is the one to replicate and to rotate.
        try await vault.replicate(key, to: "us-west-2", from: "us-east-1")
        #expect(try await vault.decrypt(blob, region: "us-west-2") == "geheim")
        let old = AWSError("UnsupportedOperationException", "\(vault.arn(key)) is not a multi-region primary key.")
        #expect(
            try await vault.refusal(KMS.ReplicateKey.self, .init(keyId: key, replicaRegion: "ap-south-1")) == old)
        try await vault.call(KMS.RotateKeyOnDemand.self, .init(keyId: key), region: "us-east-1")
        let current = try await vault.metadata(key, region: "us-east-1").currentKeyMaterialId
        #expect(try await vault.metadata(key).currentKeyMaterialId == current)

        try await update(key, to: "eu-central-1", from: "us-east-1")
        #expect(
            try await vault.metadata(key).multiRegionConfiguration?.replicaKeys?.map(\.region)
                == ["eu-west-1", "us-east-1", "us-west-2"])
        #expect(try vault.event("UpdatePrimaryRegion")["requestParameters"]?["primaryRegion"] == "eu-central-1")
    }

    @Test("the schedule of automatic rotation goes with the primary")
    func schedule() async throws {
        let key = try await vault.createMultiRegionKey()
        try await vault.call(KMS.EnableKeyRotation.self, .init(keyId: key, rotationPeriodInDays: 100))
        let next = vault.clock.now() + .days(100)
        vault.clock.advance(.days(50))
        try await update(key, to: "us-east-1")
        for region in ["eu-central-1", "us-east-1"] {
            let status = try await vault.call(KMS.GetKeyRotationStatus.self, .init(keyId: key), region: region)
            #expect(status.keyRotationEnabled == true)
            #expect(status.nextRotationDate == next)
            #expect(status.rotationPeriodInDays == 100)
        }
        for change in [true, false] {
            let name = change ? "EnableKeyRotation" : "DisableKeyRotation"
            let error =
                change
                ? try await vault.refusal(KMS.EnableKeyRotation.self, .init(keyId: key))
                : try await vault.refusal(KMS.DisableKeyRotation.self, .init(keyId: key))
            #expect(
                error
                    == AWSError(
                        "UnsupportedOperationException",
                        "\(vault.arn(key)) is a multi-region replica key which is not valid for \(name)."))
        }
        vault.clock.advance(.days(50))
        #expect(try await KMSJobs.rotateDueKeys(vault.vault) == 1)
        #expect(try vault.event("RotateKey")["awsRegion"] == "us-east-1")
        #expect(try await vault.materials(key).count == 2)
        #expect(try await vault.materials(key, region: "us-east-1").count == 2)
    }

    @Test("naming the Region where the primary is changes nothing")
    func same() async throws {
        let key = try await vault.createMultiRegionKey()
        let before = try vault.record(key)?.revision
        try await update(key, to: "eu-central-1")
        #expect(try vault.record(key)?.revision == before)
    }

    @Test("what can't become the primary says why, and which key is at fault")
    func refusals() async throws {
        let key = try await vault.createMultiRegionKey()
        let (primary, replica) = (vault.arn(key), vault.arn(key, region: "us-east-1"))
        for region in ["eu-west-1", "us-invalid-1", "cn-north-1"] {
            #expect(
                try await refusal(key, to: region)
                    == .validation("\(key) does not have a replica key in the specified Region."))
        }
        #expect(
            try await refusal(key, to: "eu-central-1", from: "us-east-1")
                == .invalidState("\(replica) is not a multi-Region primary key."))
        let single = try await vault.createKey()
        #expect(
            try await refusal(single, to: "us-east-1")
                == .invalidState("\(vault.arn(single)) is not a multi-Region primary key."))

        try await vault.call(KMS.DisableKey.self, .init(keyId: key), region: "us-east-1")
        #expect(
            try await refusal(key, to: "us-east-1") == AWSError("DisabledException", "\(replica) is disabled."))
        try await vault.call(KMS.DisableKey.self, .init(keyId: key))
        #expect(
            try await refusal(key, to: "us-east-1") == AWSError("DisabledException", "\(primary) is disabled."))
        try await vault.call(KMS.EnableKey.self, .init(keyId: key))
        _ = try await vault.scheduleDeletion(key, region: "us-east-1")
        #expect(try await refusal(key, to: "us-east-1") == .invalidState("\(replica) is pending deletion."))
        // Gone, though its row is there still.
        vault.clock.advance(.days(7))
        #expect(
            try await refusal(key, to: "us-east-1")
                == .validation("\(key) does not have a replica key in the specified Region."))
    }

    @Test("it takes the permission on both keys")
    func permission() async throws {
        let key = try await vault.createMultiRegionKey()
        let statement = #"{"Statement":{"Effect":"Allow","Action":"kms:*","Resource":"arn:aws:kms:eu-central-1:*"}}"#
        let here = try vault.user("here", policy: statement)
        let error = try await vault.refusal(
            KMS.UpdatePrimaryRegion.self, .init(keyId: key, primaryRegion: "us-east-1"), as: here)
        #expect(error.code == "AccessDeniedException")
        #expect(error.message?.contains(vault.arn(key, region: "us-east-1")) == true)
        #expect(try await vault.metadata(key).multiRegionConfiguration?.multiRegionKeyType == "PRIMARY")
    }
}
