// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import CofferCrypto
import CofferPipeline
import CofferStore
import Testing

@testable import CofferKMS

/// INVARIANT 1, for the log: every operation runs, well and badly, and no stored event has a byte of what must not be
/// there.
@Suite("What never stands in the trail")
struct TrailSecrecyTests {
    let vault: TestVault
    private let canaries = Canaries()

    init() throws { vault = try TestVault() }

    @Test("no plaintext, ciphertext, message, signature, code, key or token is in any stored event")
    func nothing() async throws {
        try await encryption()
        try await dataKeys()
        try await authenticity()
        try await sharedSecrets()
        try await imports()
        try await grants()
        try await others()

        let events = try vault.vault.store.read { try $0.events(EventQuery(order: .oldestFirst, limit: 1000)) }
        let texts = events.map { String(decoding: $0.record, as: UTF8.self) }
        let names = Set(try events.map { try JSONValue(parsing: $0.record)["eventName"]?.string ?? "" })
        let missing = Set(KMSOperations.all(vault.vault).map(\.name)).subtracting(names)
        #expect(missing.isEmpty, "every operation has to run here")
        for (name, traces) in canaries.traces {
            for text in texts where traces.contains(where: { text.contains($0) }) {
                Issue.record("\(name) is in an event: \(text)")
            }
        }
        #expect(canaries.traces.count > 45)
    }

    @Test("the search would find them")
    func search() {
        let secret = SharedSecret(utf8: "sk-canary-0123456789abcdef")
        let bytes = secret.withUnsafeBytes { Array($0) }
        canaries.add("secret", secret)
        let traces = canaries.traces.flatMap(\.traces)
        let texts = [
            "sk-canary-0123456789abcdef", Base64.encode(bytes), Base64.encode([0] + bytes),
            Base64.encode([0, 0] + bytes), Hex.encode(bytes), Hex.encode(bytes).uppercased(), "\(bytes)",
        ]
        for text in texts { #expect(traces.contains { text.contains($0) }, "\(text)") }
    }

    // MARK: Every operation, with what it must not leave behind

    private func encryption() async throws {
        let key = try await vault.createKey()
        let rsa = try await vault.makeKey(.rsa)
        let algorithm = "RSAES_OAEP_SHA_256"
        let text = canaries.text("plaintext")
        let blob = canaries.add(
            "Encrypt", try await vault.call(KMS.Encrypt.self, .init(keyId: key, plaintext: text)).ciphertextBlob)
        _ = try await vault.call(KMS.Decrypt.self, .init(ciphertextBlob: blob))
        let moved = try await vault.call(
            KMS.ReEncrypt.self,
            .init(destinationKeyId: rsa, ciphertextBlob: blob, destinationEncryptionAlgorithm: algorithm))
        let moving = canaries.add("ReEncrypt", moved.ciphertextBlob)
        _ = try await vault.call(
            KMS.Decrypt.self, .init(ciphertextBlob: moving, keyId: rsa, encryptionAlgorithm: algorithm))
        try await fail(KMS.Encrypt.self, .init(keyId: rsa, plaintext: canaries.text("too long", count: 300)))
        try await fail(
            KMS.Encrypt.self,
            .init(keyId: rsa, plaintext: canaries.text("far too long", count: 300), encryptionAlgorithm: algorithm))
        try await fail(KMS.Encrypt.self, .init(keyId: key, plaintext: canaries.text("beyond the model", count: 5000)))
        try await fail(KMS.Encrypt.self, .init(keyId: key, plaintext: canaries.text("tried"), dryRun: true))
        try await fail(KMS.Decrypt.self, .init(ciphertextBlob: blob, encryptionContext: ["not": "it"]))
        try await fail(KMS.Decrypt.self, .init(ciphertextBlob: canaries.bytes("no ciphertext")))
        try await fail(KMS.Decrypt.self, .init(ciphertextBlob: blob, dryRun: true))
        try await fail(
            KMS.Decrypt.self,
            .init(ciphertextBlob: canaries.bytes("no RSA ciphertext"), keyId: rsa, encryptionAlgorithm: algorithm))
        try await fail(
            KMS.ReEncrypt.self, .init(destinationKeyId: key, ciphertextBlob: canaries.bytes("nothing to move")))
    }

    private func dataKeys() async throws {
        let key = try await vault.createKey()
        let made = try await vault.call(KMS.GenerateDataKey.self, .init(keyId: key, keySpec: "AES_256"))
        canaries.add("data key", made.plaintext)
        canaries.add("data key's blob", made.ciphertextBlob)
        let blind = try await vault.call(
            KMS.GenerateDataKeyWithoutPlaintext.self, .init(keyId: key, numberOfBytes: 64))
        canaries.add("blind data key's blob", blind.ciphertextBlob)
        let pair = try await vault.call(
            KMS.GenerateDataKeyPair.self, .init(keyId: key, keyPairSpec: "ECC_NIST_P256"))
        canaries.add("private key", pair.privateKeyPlaintext)
        canaries.add("private key's blob", pair.privateKeyCiphertextBlob)
        canaries.add("public key", pair.publicKey)
        let blindPair = try await vault.call(
            KMS.GenerateDataKeyPairWithoutPlaintext.self, .init(keyId: key, keyPairSpec: "ECC_NIST_EDWARDS25519"))
        canaries.add("blind private key's blob", blindPair.privateKeyCiphertextBlob)
        canaries.add("blind public key", blindPair.publicKey)
        let random = try await vault.call(KMS.GenerateRandom.self, .init(numberOfBytes: 40))
        canaries.add("random bytes", random.plaintext)
    }

    private func authenticity() async throws {
        let signing = try await vault.makeKey(.signing)
        let ecdsa = "ECDSA_SHA_256"
        let message = canaries.text("signed message")
        let signature = canaries.add(
            "signature",
            try await vault.call(KMS.Sign.self, .init(keyId: signing, message: message, signingAlgorithm: ecdsa))
                .signature)
        _ = try await vault.call(
            KMS.Verify.self, .init(keyId: signing, message: message, signature: signature, signingAlgorithm: ecdsa))
        try await fail(
            KMS.Verify.self,
            .init(
                keyId: signing, message: canaries.text("other message"), signature: signature, signingAlgorithm: ecdsa))
        try await fail(
            KMS.Verify.self,
            .init(
                keyId: signing, message: message, signature: canaries.bytes("no signature"), signingAlgorithm: ecdsa))
        try await fail(
            KMS.Sign.self,
            .init(
                keyId: signing, message: canaries.text("no digest"), signingAlgorithm: ecdsa, messageType: "DIGEST"))
        canaries.add("GetPublicKey", try await vault.publicKey(signing))

        let hmac = try await vault.makeKey(.hmac)
        let coded = canaries.text("coded message")
        let mac = canaries.add(
            "code",
            try await vault.call(
                KMS.GenerateMac.self, .init(message: coded, keyId: hmac, macAlgorithm: "HMAC_SHA_256")
            ).mac)
        _ = try await vault.call(
            KMS.VerifyMac.self, .init(message: coded, keyId: hmac, macAlgorithm: "HMAC_SHA_256", mac: mac))
        try await fail(
            KMS.VerifyMac.self,
            .init(
                message: canaries.text("other coded message"), keyId: hmac, macAlgorithm: "HMAC_SHA_256",
                mac: canaries.bytes("no code")))
        try await fail(
            KMS.GenerateMac.self,
            .init(message: canaries.text("uncoded message"), keyId: hmac, macAlgorithm: "HMAC_SHA_512"))
    }

    private func sharedSecrets() async throws {
        let agreement = try await vault.makeKey(.agreement)
        let peer = canaries.add("peer's key", PrivateKey.generate(.p256).publicKey)
        let derived = try await vault.call(
            KMS.DeriveSharedSecret.self, .init(keyId: agreement, keyAgreementAlgorithm: "ECDH", publicKey: peer))
        canaries.add("derived secret", derived.sharedSecret)
        try await fail(
            KMS.DeriveSharedSecret.self,
            .init(keyId: agreement, keyAgreementAlgorithm: "ECDH", publicKey: canaries.bytes("no peer's key")))
        let kem = try await vault.makeKey(.encapsulation)
        let made = try await vault.call(KMS.Encapsulate.self, .init(keyId: kem, encapsulationAlgorithm: "ML_KEM"))
        canaries.add("encapsulated secret", made.sharedSecret)
        let blob = canaries.add("encapsulation", made.sharedSecretCiphertextBlob)
        _ = try await vault.call(
            KMS.Decapsulate.self,
            .init(keyId: kem, sharedSecretCiphertextBlob: blob, encapsulationAlgorithm: "ML_KEM"))
        try await fail(
            KMS.Decapsulate.self,
            .init(
                keyId: kem, sharedSecretCiphertextBlob: canaries.bytes("no encapsulation"),
                encapsulationAlgorithm: "ML_KEM"))
    }

    private func imports() async throws {
        let key = try await vault.createKey(.init(origin: "EXTERNAL"))
        let made = try await vault.call(
            KMS.GetParametersForImport.self,
            .init(keyId: key, wrappingAlgorithm: "RSAES_OAEP_SHA_256", wrappingKeySpec: "RSA_2048"))
        let token = canaries.add("import token", made.importToken)
        canaries.add("wrapping key", made.publicKey)
        let der = try #require(made.publicKey).withUnsafeBytes { Array($0) }
        let wrapping = try PublicKey(der: der, spec: .rsa2048)
        let material = SharedSecret.random(count: 32)
        canaries.add("imported material", material)
        let wrapped = canaries.add(
            "wrapped material", material.withUnsafeBytes { wrapping.encrypt($0, .oaepSHA256) })
        func importing(_ token: [UInt8], _ wrapped: [UInt8]) -> KMS.ImportKeyMaterialInput {
            .init(
                keyId: key, importToken: token, encryptedKeyMaterial: wrapped,
                expirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE")
        }
        try await fail(KMS.ImportKeyMaterial.self, importing(canaries.bytes("no token"), wrapped))
        try await fail(KMS.ImportKeyMaterial.self, importing(token, canaries.bytes("no wrapped material")))
        _ = try await vault.call(KMS.ImportKeyMaterial.self, importing(token, wrapped))
        _ = try await vault.encrypt("geheim", key)
        _ = try await vault.call(KMS.DeleteImportedKeyMaterial.self, .init(keyId: key))
    }

    private func grants() async throws {
        let key = try await vault.createKey()
        let principal = "arn:aws:iam::\(vault.account):root"
        func granting() async throws -> KMS.CreateGrantOutput {
            try await vault.call(
                KMS.CreateGrant.self, .init(keyId: key, operations: ["Encrypt"], granteePrincipal: principal))
        }
        let made = try await granting()
        let token = try #require(made.grantToken)
        canaries.add("grant token", SharedSecret(utf8: token))
        _ = try await vault.call(
            KMS.Encrypt.self, .init(keyId: key, plaintext: canaries.text("granted"), grantTokens: [token]))
        let wrong = "canary-" + Base64.encode(canaries.bytes("no grant token"))
        try await fail(
            KMS.Encrypt.self, .init(keyId: key, plaintext: canaries.text("not granted"), grantTokens: [wrong]))
        try await fail(KMS.RetireGrant.self, .init(grantToken: wrong))
        _ = try await vault.call(KMS.ListGrants.self, .init(keyId: key))
        _ = try await vault.call(KMS.ListRetirableGrants.self, .init(retiringPrincipal: principal))
        _ = try await vault.call(KMS.RetireGrant.self, .init(grantToken: token))
        let second = try #require(await granting().grantId)
        _ = try await vault.call(KMS.RevokeGrant.self, .init(keyId: key, grantId: second))
    }

    /// Those that get nothing secret, apart from the passwords of custom key stores, and all the same belong here.
    private func others() async throws {
        let key = try await vault.makeKey(.multiRegion)
        _ = try await vault.call(KMS.ReplicateKey.self, .init(keyId: key, replicaRegion: "us-east-1"))
        _ = try await vault.call(KMS.UpdatePrimaryRegion.self, .init(keyId: key, primaryRegion: "us-east-1"))
        let skipped = Set([
            "CreateGrant", "RetireGrant", "RevokeGrant", "ReplicateKey", "UpdatePrimaryRegion", "ImportKeyMaterial",
        ])
        for trial in StateTrial.all where !skipped.contains(trial.operation) && trial.kinds.contains(.symmetric) {
            let key = try await vault.createKey()
            let prepared = try await trial.prepare(vault, key)
            _ = try await vault.outcome { try await trial.call(vault, key, prepared) }
        }
        _ = try await vault.call(KMS.ListKeys.self, .init())
        let password = canaries.text("key store's password", count: 20)
        let access = canaries.text("proxy's access key", count: 20)
        let secret = canaries.text("proxy's secret", count: 50)
        try await fail(
            KMS.CreateCustomKeyStore.self,
            .init(
                customKeyStoreName: "store", keyStorePassword: password,
                xksProxyAuthenticationCredential: .init(accessKeyId: access, rawSecretAccessKey: secret)))
        try await fail(KMS.CreateCustomKeyStore.self, .init(customKeyStoreName: "store", keyStorePassword: password))
        try await fail(
            KMS.UpdateCustomKeyStore.self,
            .init(
                customKeyStoreId: "cks-1234567890abcdef0", keyStorePassword: password,
                xksProxyAuthenticationCredential: .init(accessKeyId: access, rawSecretAccessKey: secret)))
        try await fail(KMS.ConnectCustomKeyStore.self, .init(customKeyStoreId: "cks-1234567890abcdef0"))
        try await fail(KMS.DisconnectCustomKeyStore.self, .init(customKeyStoreId: "cks-1234567890abcdef0"))
        try await fail(KMS.DeleteCustomKeyStore.self, .init(customKeyStoreId: "cks-1234567890abcdef0"))
        _ = try await vault.outcome { try await vault.call(KMS.DescribeCustomKeyStores.self, .init()) }
    }

    private func fail<O: AWSOperation>(_ operation: O.Type, _ input: O.Input) async throws {
        _ = try await vault.refusal(operation, input)
    }
}
