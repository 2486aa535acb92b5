// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import CofferPipeline
import Testing

@testable import CofferKMS

/// The states in between, for those who set how long they last. Source: KMS Developer Guide, "Key states of AWS KMS keys".
@Suite("Multi-Region keys in transition")
struct MultiRegionStateTests {
    let vault: TestVault
    let there = "us-east-1"

    init() throws { vault = try TestVault(settings: { $0.multiRegionTransition = .seconds(60) }) }

    private typealias Call = (name: String, run: () async throws -> Void)

    /// Calls that are ended by the same error, or by none.
    private func expect(_ error: AWSError?, _ calls: [Call]) async {
        for call in calls {
            var outcome: AWSError?
            do { try await call.run() } catch { outcome = error as? AWSError ?? .internalFailure }
            #expect(outcome == error, "\(call.name)")
        }
    }

    /// What needs no finished key.
    private func harmless(_ key: String, _ region: String) -> [Call] {
        [
            ("DescribeKey", { try await vault.call(KMS.DescribeKey.self, .init(keyId: key), region: region) }),
            ("GetKeyPolicy", { try await vault.call(KMS.GetKeyPolicy.self, .init(keyId: key), region: region) }),
            (
                "PutKeyPolicy",
                {
                    let policy = KeyPolicyText.standard(for: try vault.scope(of: region))
                    try await vault.call(KMS.PutKeyPolicy.self, .init(keyId: key, policy: policy), region: region)
                }
            ),
            (
                "TagResource",
                {
                    let tags = [KMS.Tag(tagKey: "a", tagValue: "b")]
                    try await vault.call(KMS.TagResource.self, .init(keyId: key, tags: tags), region: region)
                }
            ),
            (
                "CreateAlias",
                {
                    try await vault.call(
                        KMS.CreateAlias.self, .init(aliasName: "alias/new", targetKeyId: key), region: region)
                }
            ),
            (
                "UpdateKeyDescription",
                {
                    try await vault.call(
                        KMS.UpdateKeyDescription.self, .init(keyId: key, description: "x"), region: region)
                }
            ),
            (
                "GetKeyRotationStatus",
                { try await vault.call(KMS.GetKeyRotationStatus.self, .init(keyId: key), region: region) }
            ),
            ("ListGrants", { try await vault.call(KMS.ListGrants.self, .init(keyId: key), region: region) }),
        ]
    }

    private func using(_ key: String, _ blob: [UInt8], _ region: String) -> [Call] {
        [
            ("Encrypt", { _ = try await vault.encrypt("x", key, region: region) }),
            ("Decrypt", { _ = try await vault.decrypt(blob, region: region) }),
            (
                "CreateGrant",
                {
                    try await vault.call(
                        KMS.CreateGrant.self,
                        .init(
                            keyId: key, operations: ["Encrypt"],
                            granteePrincipal: "arn:aws:iam::\(vault.account):root"), region: region)
                }
            ),
        ]
    }

    private func switching(_ key: String, _ region: String) -> [Call] {
        [
            ("EnableKey", { try await vault.call(KMS.EnableKey.self, .init(keyId: key), region: region) }),
            ("DisableKey", { try await vault.call(KMS.DisableKey.self, .init(keyId: key), region: region) }),
        ]
    }

    @Test("a new replica can't be used while it is being made, and its primary can")
    func creating() async throws {
        let key = try await vault.createMultiRegionKey()
        let blob = try await vault.encrypt("geheim", key)
        let replica = vault.arn(key, region: there)
        let metadata = try await vault.metadata(key, region: there)
        #expect(metadata.keyState == "Creating")
        #expect(metadata.enabled == false)
        #expect(metadata.currentKeyMaterialId == nil)
        let creating = AWSError.invalidState("\(replica) is creating.")
        await expect(creating, using(key, blob, there) + switching(key, there))
        await expect(nil, harmless(key, there))
        await expect(
            creating,
            [
                (
                    "UpdatePrimaryRegion",
                    { try await vault.call(KMS.UpdatePrimaryRegion.self, .init(keyId: key, primaryRegion: there)) }
                )
            ])
        #expect(try await vault.decrypt(blob) == "geheim")

        vault.clock.advance(.seconds(59))
        #expect(try await vault.state(key, region: there) == "Creating")
        vault.clock.advance(.seconds(1))
        #expect(try await vault.state(key, region: there) == "Enabled")
        #expect(try await vault.metadata(key, region: there).currentKeyMaterialId != nil)
        #expect(try await vault.decrypt(blob, region: there) == "geheim")
    }

    @Test("a replica that is being made can be given up at once")
    func givingUp() async throws {
        let key = try await vault.createMultiRegionKey()
        let scheduled = try await vault.scheduleDeletion(key, region: there)
        #expect(scheduled.keyState == "PendingDeletion")
        #expect(try await vault.state(key, region: there) == "PendingDeletion")
    }

    @Test("while the primary Region changes both keys can be used, and little else be done with them")
    func updating() async throws {
        let key = try await vault.createMultiRegionKey(replicas: [there, "eu-west-1"])
        vault.clock.advance(.seconds(60))
        let blob = try await vault.encrypt("geheim", key)
        try await vault.call(KMS.UpdatePrimaryRegion.self, .init(keyId: key, primaryRegion: there))
        #expect(try await vault.state(key, region: "eu-west-1") == "Enabled")
        for region in ["eu-central-1", there] {
            let metadata = try await vault.metadata(key, region: region)
            #expect(metadata.keyState == "Updating")
            #expect(metadata.enabled == false)
            #expect(metadata.multiRegionConfiguration?.primaryKey?.region == there)
            let updating = AWSError.invalidState("\(vault.arn(key, region: region)) is updating.")
            await expect(nil, using(key, blob, region) + harmless(key, region))
            let deletion: Call = ("ScheduleKeyDeletion", { _ = try await vault.scheduleDeletion(key, region: region) })
            await expect(updating, switching(key, region) + [deletion])
        }
        await expect(
            .invalidState("\(vault.arn(key, region: there)) is updating."),
            [("ReplicateKey", { try await vault.replicate(key, to: "us-west-2", from: there) })])
        await expect(
            nil,
            [
                (
                    "EnableKeyRotation",
                    { try await vault.call(KMS.EnableKeyRotation.self, .init(keyId: key), region: there) }
                ),
                (
                    "UpdatePrimaryRegion",
                    {
                        try await vault.call(
                            KMS.UpdatePrimaryRegion.self, .init(keyId: key, primaryRegion: "eu-central-1"),
                            region: there)
                    }
                ),
            ])
        vault.clock.advance(.seconds(60))
        for region in ["eu-central-1", there] { #expect(try await vault.state(key, region: region) == "Enabled") }
        _ = try await vault.scheduleDeletion(key, region: there)
    }

    @Test("material that expires while the primary Region changes serves nobody from then on")
    func expiryInBetween() async throws {
        let key = try await vault.createExternalKey(multiRegion: true)
        let material = SharedSecret.random(count: 32)
        let parameters = try await vault.importParameters(key)
        let expiry = vault.clock.now() + .seconds(90)
        try await vault.importMaterial(material, key, parameters) { $0.expire(at: expiry) }
        try await vault.replicate(key, to: there)
        vault.clock.advance(.seconds(60))
        let remote = try await vault.importParameters(key, region: there)
        try await vault.importMaterial(material, key, remote, region: there)
        let blob = try await vault.encrypt("geheim", key)
        try await vault.call(KMS.UpdatePrimaryRegion.self, .init(keyId: key, primaryRegion: there))
        #expect(try await vault.decrypt(blob) == "geheim")
        vault.clock.advance(.seconds(30))
        let refusal = AWSError.invalidState("\(vault.arn(key)) is pending import.")
        #expect(try await vault.refusal(KMS.Decrypt.self, .init(ciphertextBlob: blob)) == refusal)
        try await KMSJobs.expireDueMaterials(vault.vault)
        #expect(try await vault.refusal(KMS.Decrypt.self, .init(ciphertextBlob: blob)) == refusal)
        #expect(try await vault.decrypt(blob, region: there) == "geheim")
        // Importing goes on meanwhile.
        try await vault.importMaterial(material, key, parameters)
        #expect(try await vault.decrypt(blob) == "geheim")
    }
}
