// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import AWSSigning
import CofferBase
import CofferPipeline
import Testing

@testable import CofferKMS

@Suite("Grant tokens")
struct GrantTokenTests {
    let vault: TestVault

    init() throws { vault = try TestVault() }

    /// The code that each operation which takes grant tokens ends with.
    private func codes(_ tokens: [String], _ keys: Keys) async throws -> [String: String?] {
        let text = SharedSecret(utf8: "geheim")
        let blob = try await vault.encrypt("geheim", keys.symmetric)
        let (signature, mac) = ([UInt8](repeating: 1, count: 64), [UInt8](repeating: 1, count: 32))
        var codes: [String: String?] = [:]
        func call<O: AWSOperation>(_ operation: O.Type, _ input: O.Input) async throws {
            codes[O.name] = try await vault.code(operation, input)
        }
        let symmetric = keys.symmetric
        try await call(KMS.DescribeKey.self, .init(keyId: symmetric, grantTokens: tokens))
        try await call(KMS.Encrypt.self, .init(keyId: symmetric, plaintext: text, grantTokens: tokens))
        try await call(KMS.Decrypt.self, .init(ciphertextBlob: blob, grantTokens: tokens))
        try await call(
            KMS.ReEncrypt.self, .init(destinationKeyId: symmetric, ciphertextBlob: blob, grantTokens: tokens))
        try await call(KMS.GenerateDataKey.self, .init(keyId: symmetric, keySpec: "AES_256", grantTokens: tokens))
        try await call(
            KMS.GenerateDataKeyWithoutPlaintext.self, .init(keyId: symmetric, keySpec: "AES_256", grantTokens: tokens))
        try await call(
            KMS.GenerateDataKeyPair.self, .init(keyId: symmetric, keyPairSpec: "ECC_NIST_P256", grantTokens: tokens))
        try await call(
            KMS.GenerateDataKeyPairWithoutPlaintext.self,
            .init(keyId: symmetric, keyPairSpec: "ECC_NIST_P256", grantTokens: tokens))
        try await call(
            KMS.GenerateMac.self,
            .init(message: text, keyId: keys.mac, macAlgorithm: "HMAC_SHA_256", grantTokens: tokens))
        try await call(
            KMS.VerifyMac.self,
            .init(message: text, keyId: keys.mac, macAlgorithm: "HMAC_SHA_256", mac: mac, grantTokens: tokens))
        try await call(
            KMS.Sign.self,
            .init(keyId: keys.pair, message: text, signingAlgorithm: "ECDSA_SHA_256", grantTokens: tokens))
        try await call(
            KMS.Verify.self,
            .init(
                keyId: keys.pair, message: text, signature: signature, signingAlgorithm: "ECDSA_SHA_256",
                grantTokens: tokens))
        try await call(KMS.GetPublicKey.self, .init(keyId: keys.pair, grantTokens: tokens))
        try await call(
            KMS.DeriveSharedSecret.self,
            .init(keyId: keys.agreement, keyAgreementAlgorithm: "ECDH", publicKey: [0x30], grantTokens: tokens))
        try await call(
            KMS.CreateGrant.self,
            .init(keyId: symmetric, operations: ["Encrypt"], granteePrincipal: vault.rootARN(), grantTokens: tokens))
        try await call(
            KMS.Encapsulate.self, .init(keyId: keys.kem, encapsulationAlgorithm: "ML_KEM", grantTokens: tokens))
        try await call(
            KMS.Decapsulate.self,
            .init(
                keyId: keys.kem, sharedSecretCiphertextBlob: [1], encapsulationAlgorithm: "ML_KEM", grantTokens: tokens))
        return codes
    }

    private struct Keys {
        let symmetric, mac, pair, agreement, kem: String
    }

    private func makeKeys() async throws -> Keys {
        Keys(
            symmetric: try await vault.createKey(),
            mac: try await vault.createKey(.init(keyUsage: "GENERATE_VERIFY_MAC", keySpec: "HMAC_256")),
            pair: try await vault.createKey(.init(keyUsage: "SIGN_VERIFY", keySpec: "ECC_NIST_P256")),
            agreement: try await vault.createKey(.init(keyUsage: "KEY_AGREEMENT", keySpec: "ECC_NIST_P256")),
            kem: try await vault.makeKey(KeyKind(spec: "ML_KEM_768", usage: "ENCAPSULATE_DECAPSULATE")))
    }

    @Test("every operation that takes tokens takes those of this vault and refuses all others")
    func everywhere() async throws {
        let keys = try await makeKeys()
        let made = try await vault.grant(keys.symmetric, to: vault.rootARN(), ["Encrypt"])
        let elsewhere = try TestVault()
        let foreign = try await elsewhere.grant(
            elsewhere.createKey(), to: elsewhere.rootARN(), ["Encrypt"]
        ).token
        let marker = try await {
            try await vault.grant(keys.symmetric, to: vault.rootARN(), ["Encrypt"])
            return try #require(
                await vault.call(KMS.ListGrants.self, .init(keyId: keys.symmetric, limit: 1)).nextMarker)
        }()

        // What is wrong with some of these inputs is told only once the token was taken.
        let none = try await codes([], keys)
        #expect(none.count == 17)
        #expect(try await codes([made.token], keys) == none)
        #expect(try await codes([String](repeating: made.token, count: 10), keys) == none)
        for token in ["QUJD", "no token", foreign, marker, made.token + "A", String(made.token.dropLast(4))] {
            for (operation, code) in try await codes([made.token, token], keys) {
                #expect(code == "InvalidGrantTokenException", "\(operation)")
            }
        }
        for (operation, code) in try await codes([String](repeating: made.token, count: 11), keys) {
            #expect(code == "ValidationException", "\(operation)")
        }
        let error = try await vault.refusal(
            KMS.DescribeKey.self, .init(keyId: keys.symmetric, grantTokens: ["QUJD"]))
        #expect(error == AWSError("InvalidGrantTokenException", nil))
    }

    @Test("a token names its grant and gives no right to whoever has it")
    func bearer() async throws {
        let key = try await vault.createKey()
        let grantee = try vault.plainUser("ann")
        let thief = try vault.plainUser("mallory")
        let made = try await vault.grant(key, to: vault.userARN("ann"), ["Encrypt", "RetireGrant"])
        #expect(try await !vault.mayEncrypt(key, tokens: [made.token], as: thief))
        #expect(
            try await vault.code(KMS.RetireGrant.self, .init(grantToken: made.token), as: thief)
                == "AccessDeniedException")
        #expect(try await vault.mayEncrypt(key, tokens: [made.token], as: grantee))
        #expect(Base64.decode(made.token).map { String(decoding: $0, as: UTF8.self) }?.contains(key) == false)
    }
}
