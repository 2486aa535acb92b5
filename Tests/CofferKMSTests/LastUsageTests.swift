// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import CofferCrypto
import Testing

@testable import CofferKMS

@Suite("When a key was last used")
struct LastUsageTests {
    let vault: TestVault

    init() throws { vault = try TestVault() }

    private static let text = SharedSecret(utf8: "geheim")

    private func usage(_ key: String, region: String? = nil) async throws -> KMS.KeyLastUsageData? {
        try await vault.call(KMS.GetKeyLastUsage.self, .init(keyId: key), region: region).keyLastUsage
    }

    private func expectNoUse(_ key: String, region: String? = nil) async throws {
        let use = try #require(await usage(key, region: region))
        #expect(use.operation == nil && use.timestamp == nil && use.cloudTrailEventId == nil && use.kmsRequestId == nil)
    }

    /// That the key's last use is this operation now, with the ids of its event.
    private func expectUse(_ key: String, _ operation: String) async throws {
        let use = try #require(await usage(key))
        let event = try vault.event(operation)
        #expect(use.operation == operation)
        #expect(use.timestamp == vault.clock.now().wholeSeconds)
        #expect(use.cloudTrailEventId == event["eventID"]?.string)
        #expect(use.kmsRequestId == event["requestID"]?.string)
    }

    @Test("of a key that was never used only its creation is told")
    func unused() async throws {
        let key = try await vault.createKey()
        let created = vault.clock.now()
        vault.clock.advance(.seconds(60))
        let output = try await vault.call(KMS.GetKeyLastUsage.self, .init(keyId: key))
        #expect(output.keyId == vault.arn(key))
        try await expectNoUse(key)
        #expect(output.keyCreationDate == created)
        #expect(output.trackingStartDate == created)
        try await vault.call(KMS.CreateAlias.self, .init(aliasName: "alias/app", targetKeyId: key))
        let alias = try await vault.refusal(KMS.GetKeyLastUsage.self, .init(keyId: "alias/app"))
        #expect(alias == AWSError("InvalidArnException", "Key Aliases are not supported for this operation."))
    }

    @Test("every use of a symmetric key counts, the last one alone, under its own name")
    func encryption() async throws {
        let key = try await vault.createKey()
        let blob = try await vault.encrypt("geheim", key)
        try await expectUse(key, "Encrypt")
        let uses: [(String, () async throws -> Void)] = [
            ("Decrypt", { _ = try await vault.decrypt(blob) }),
            (
                "GenerateDataKey",
                { try await vault.call(KMS.GenerateDataKey.self, .init(keyId: key, keySpec: "AES_256")) }
            ),
            (
                "GenerateDataKeyWithoutPlaintext",
                {
                    try await vault.call(
                        KMS.GenerateDataKeyWithoutPlaintext.self, .init(keyId: key, keySpec: "AES_256"))
                }
            ),
            (
                "GenerateDataKeyPair",
                {
                    try await vault.call(
                        KMS.GenerateDataKeyPair.self, .init(keyId: key, keyPairSpec: "ECC_NIST_P256"))
                }
            ),
            (
                "GenerateDataKeyPairWithoutPlaintext",
                {
                    try await vault.call(
                        KMS.GenerateDataKeyPairWithoutPlaintext.self, .init(keyId: key, keyPairSpec: "ECC_NIST_P256"))
                }
            ),
        ]
        for (operation, use) in uses {
            vault.clock.advance(.seconds(60))
            try await use()
            try await expectUse(key, operation)
        }
        // ReEncrypt uses both keys.
        let other = try await vault.createKey()
        try await vault.call(KMS.ReEncrypt.self, .init(destinationKeyId: other, ciphertextBlob: blob))
        try await expectUse(key, "ReEncrypt")
        try await expectUse(other, "ReEncrypt")
    }

    @Test("so does every use of the others")
    func pairs() async throws {
        let signing = try await vault.makeKey(.signing)
        let signature = try #require(
            await vault.call(
                KMS.Sign.self, .init(keyId: signing, message: Self.text, signingAlgorithm: "ECDSA_SHA_256")
            ).signature)
        try await expectUse(signing, "Sign")
        try await vault.call(
            KMS.Verify.self,
            .init(keyId: signing, message: Self.text, signature: signature, signingAlgorithm: "ECDSA_SHA_256"))
        try await expectUse(signing, "Verify")

        let hmac = try await vault.makeKey(.hmac)
        let mac = try #require(
            await vault.call(
                KMS.GenerateMac.self, .init(message: Self.text, keyId: hmac, macAlgorithm: "HMAC_SHA_256")
            ).mac)
        try await expectUse(hmac, "GenerateMac")
        try await vault.call(
            KMS.VerifyMac.self, .init(message: Self.text, keyId: hmac, macAlgorithm: "HMAC_SHA_256", mac: mac))
        try await expectUse(hmac, "VerifyMac")

        let agreement = try await vault.makeKey(.agreement)
        try await vault.call(
            KMS.DeriveSharedSecret.self,
            .init(
                keyId: agreement, keyAgreementAlgorithm: "ECDH", publicKey: PrivateKey.generate(.p256).publicKey))
        try await expectUse(agreement, "DeriveSharedSecret")

        let kem = try await vault.makeKey(.encapsulation)
        let blob = try #require(
            await vault.call(KMS.Encapsulate.self, .init(keyId: kem, encapsulationAlgorithm: "ML_KEM"))
                .sharedSecretCiphertextBlob)
        try await expectUse(kem, "Encapsulate")
        try await vault.call(
            KMS.Decapsulate.self,
            .init(keyId: kem, sharedSecretCiphertextBlob: blob, encapsulationAlgorithm: "ML_KEM"))
        try await expectUse(kem, "Decapsulate")
    }

    @Test("looking at a key, changing it and failing with it are no uses")
    func noUse() async throws {
        let key = try await vault.createKey()
        let signing = try await vault.makeKey(.signing)
        let hmac = try await vault.makeKey(.hmac)
        for id in [key, signing, hmac] {
            try await vault.call(KMS.DescribeKey.self, .init(keyId: id))
            try await vault.call(KMS.GetKeyPolicy.self, .init(keyId: id))
            try await vault.call(KMS.TagResource.self, .init(keyId: id, tags: [.init(tagKey: "a", tagValue: "b")]))
            try await vault.call(KMS.ListGrants.self, .init(keyId: id))
        }
        _ = try await vault.publicKey(signing)
        try await vault.call(KMS.RotateKeyOnDemand.self, .init(keyId: key))
        let nobody = try vault.user("nobody", policy: #"{"Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}"#)
        _ = try await vault.refusal(KMS.Encrypt.self, .init(keyId: key, plaintext: Self.text), as: nobody)
        _ = try await vault.refusal(KMS.Encrypt.self, .init(keyId: key, plaintext: Self.text, dryRun: true))
        _ = try await vault.refusal(KMS.Sign.self, .init(keyId: key, message: Self.text, signingAlgorithm: "SM2DSA"))
        _ = try await vault.refusal(
            KMS.Verify.self,
            .init(keyId: signing, message: Self.text, signature: [1], signingAlgorithm: "ECDSA_SHA_256"))
        _ = try await vault.refusal(
            KMS.VerifyMac.self, .init(message: Self.text, keyId: hmac, macAlgorithm: "HMAC_SHA_256", mac: [1]))
        for id in [key, signing, hmac] { try await expectNoUse(id) }

        // A failure leaves the last success standing.
        let blob = try await vault.encrypt("geheim", key)
        vault.clock.advance(.seconds(60))
        _ = try await vault.refusal(
            KMS.Decrypt.self, .init(ciphertextBlob: blob, encryptionContext: ["not": "it"]))
        #expect(try await usage(key)?.operation == "Encrypt")
        #expect(try await usage(key)?.cloudTrailEventId == vault.event("Encrypt")["eventID"]?.string)
    }

    @Test("a replica's uses are its own")
    func replicas() async throws {
        let key = try await vault.makeKey(.multiRegion)
        try await vault.call(KMS.ReplicateKey.self, .init(keyId: key, replicaRegion: "us-east-1"))
        _ = try await vault.encrypt("geheim", key)
        try await expectNoUse(key, region: "us-east-1")
        try await vault.call(
            KMS.GenerateDataKey.self, .init(keyId: key, keySpec: "AES_256"), region: "us-east-1")
        #expect(try await usage(key, region: "us-east-1")?.operation == "GenerateDataKey")
        #expect(try await usage(key)?.operation == "Encrypt")
    }
}
