// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import CofferCrypto
import Testing

@testable import CofferKMS

@Suite("The state of a key for another use")
struct StateBeforeUsageTests {
    let vault: TestVault

    init() throws { vault = try TestVault() }

    /// The error of each operation that uses keys, with a key that isn't for it.
    private func errors(_ symmetric: String, _ mac: String) async throws -> [String: AWSError] {
        let text = SharedSecret(utf8: "geheim")
        var errors: [String: AWSError] = [:]
        func call<O: AWSOperation>(_ operation: O.Type, _ input: O.Input) async throws {
            errors[O.name] = try await vault.refusal(operation, input)
        }
        try await call(KMS.Encrypt.self, .init(keyId: mac, plaintext: text))
        try await call(KMS.GenerateDataKey.self, .init(keyId: mac, keySpec: "AES_256"))
        try await call(KMS.GenerateDataKeyWithoutPlaintext.self, .init(keyId: mac, keySpec: "AES_256"))
        try await call(KMS.GenerateDataKeyPair.self, .init(keyId: mac, keyPairSpec: "ECC_NIST_P256"))
        try await call(KMS.GenerateDataKeyPairWithoutPlaintext.self, .init(keyId: mac, keyPairSpec: "ECC_NIST_P256"))
        try await call(
            KMS.Sign.self, .init(keyId: symmetric, message: text, signingAlgorithm: "ECDSA_SHA_256"))
        try await call(
            KMS.Verify.self,
            .init(keyId: symmetric, message: text, signature: [1], signingAlgorithm: "ECDSA_SHA_256"))
        try await call(
            KMS.GenerateMac.self, .init(message: text, keyId: symmetric, macAlgorithm: "HMAC_SHA_256"))
        try await call(
            KMS.VerifyMac.self, .init(message: text, keyId: symmetric, macAlgorithm: "HMAC_SHA_256", mac: [1]))
        try await call(
            KMS.DeriveSharedSecret.self,
            .init(
                keyId: symmetric, keyAgreementAlgorithm: "ECDH", publicKey: PrivateKey.generate(.p256).publicKey))
        try await call(KMS.Encapsulate.self, .init(keyId: symmetric, encapsulationAlgorithm: "ML_KEM"))
        try await call(
            KMS.Decapsulate.self,
            .init(keyId: symmetric, sharedSecretCiphertextBlob: [1], encapsulationAlgorithm: "ML_KEM"))
        return errors
    }

    @Test("is told before its usage, by every operation that uses keys")
    func order() async throws {
        let (symmetric, mac) = (try await vault.createKey(), try await vault.makeKey(.hmac))
        let enabled = try await errors(symmetric, mac)
        #expect(enabled.count == 12)
        for (name, error) in enabled { #expect(error.code == "InvalidKeyUsageException", "\(name)") }
        for key in [symmetric, mac] { try await vault.call(KMS.DisableKey.self, .init(keyId: key)) }
        for (name, error) in try await errors(symmetric, mac) { #expect(error.code == "DisabledException", "\(name)") }
    }
}
