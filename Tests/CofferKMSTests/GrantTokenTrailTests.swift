// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import CofferCrypto
import Testing

@testable import CofferKMS

@Suite("Grant tokens and the trail")
struct GrantTokenTrailTests {
    let vault: TestVault

    init() throws { vault = try TestVault() }

    @Test("no operation that takes grant tokens leaves one in its event")
    func everywhere() async throws {
        let key = try await vault.createKey()
        let (mac, pair) = (try await vault.makeKey(.hmac), try await vault.makeKey(.signing))
        let (agreement, kem) = (try await vault.makeKey(.agreement), try await vault.makeKey(.encapsulation))
        let text = SharedSecret(utf8: "geheim")
        let blob = try await vault.encrypt("geheim", key)
        let peer = PrivateKey.generate(.p256).publicKey
        let token = try await vault.grant(key, to: vault.rootARN(), ["Encrypt"]).token
        let tokens = [token]
        let before = try vault.log().count

        try await vault.call(KMS.DescribeKey.self, .init(keyId: key, grantTokens: tokens))
        try await vault.call(KMS.Encrypt.self, .init(keyId: key, plaintext: text, grantTokens: tokens))
        try await vault.call(KMS.Decrypt.self, .init(ciphertextBlob: blob, grantTokens: tokens))
        try await vault.call(
            KMS.ReEncrypt.self, .init(destinationKeyId: key, ciphertextBlob: blob, grantTokens: tokens))
        try await vault.call(KMS.GenerateDataKey.self, .init(keyId: key, keySpec: "AES_256", grantTokens: tokens))
        try await vault.call(
            KMS.GenerateDataKeyWithoutPlaintext.self, .init(keyId: key, keySpec: "AES_256", grantTokens: tokens))
        try await vault.call(
            KMS.GenerateDataKeyPair.self, .init(keyId: key, keyPairSpec: "ECC_NIST_P256", grantTokens: tokens))
        try await vault.call(
            KMS.GenerateDataKeyPairWithoutPlaintext.self,
            .init(keyId: key, keyPairSpec: "ECC_NIST_P256", grantTokens: tokens))
        let code = try #require(
            await vault.call(
                KMS.GenerateMac.self,
                .init(message: text, keyId: mac, macAlgorithm: "HMAC_SHA_256", grantTokens: tokens)
            ).mac)
        try await vault.call(
            KMS.VerifyMac.self,
            .init(message: text, keyId: mac, macAlgorithm: "HMAC_SHA_256", mac: code, grantTokens: tokens))
        let signature = try #require(
            await vault.call(
                KMS.Sign.self,
                .init(keyId: pair, message: text, signingAlgorithm: "ECDSA_SHA_256", grantTokens: tokens)
            ).signature)
        try await vault.call(
            KMS.Verify.self,
            .init(
                keyId: pair, message: text, signature: signature, signingAlgorithm: "ECDSA_SHA_256",
                grantTokens: tokens))
        try await vault.call(KMS.GetPublicKey.self, .init(keyId: pair, grantTokens: tokens))
        try await vault.call(
            KMS.DeriveSharedSecret.self,
            .init(keyId: agreement, keyAgreementAlgorithm: "ECDH", publicKey: peer, grantTokens: tokens))
        let encapsulated = try #require(
            await vault.call(
                KMS.Encapsulate.self, .init(keyId: kem, encapsulationAlgorithm: "ML_KEM", grantTokens: tokens)
            ).sharedSecretCiphertextBlob)
        try await vault.call(
            KMS.Decapsulate.self,
            .init(
                keyId: kem, sharedSecretCiphertextBlob: encapsulated, encapsulationAlgorithm: "ML_KEM",
                grantTokens: tokens))
        try await vault.call(
            KMS.CreateGrant.self,
            .init(keyId: key, operations: ["Encrypt"], granteePrincipal: vault.rootARN(), grantTokens: tokens))
        try await vault.call(KMS.RetireGrant.self, .init(grantToken: token))

        let events = try vault.log().dropFirst(before).map { String(decoding: $0, as: UTF8.self) }
        #expect(events.count == 18)
        for event in events {
            #expect(!event.contains(token), "\(event)")
            #expect(!event.lowercased().contains("granttoken"), "\(event)")
        }
    }
}
