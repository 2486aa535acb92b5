// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import CofferCrypto
import Testing

@testable import CofferKMS

@Suite("Data key pairs")
struct DataKeyPairTests {
    let vault: TestVault

    init() throws { vault = try TestVault() }

    private static let context = ["app": "bot"]

    static let specs: [KeyPairSpec] = [
        .rsa2048, .rsa3072, .rsa4096, .p256, .p384, .p521, .secp256k1, .ed25519, .mlKEM768, .mlKEM1024,
    ]

    /// PKCS #8 of a seed is always as long.
    private static let seedForms: [KeyPairSpec: Int] = [.ed25519: 48, .mlKEM768: 86, .mlKEM1024: 86]

    @Test("a pair's private key opens from its blob and goes with the public one", arguments: specs)
    func pair(_ spec: KeyPairSpec) async throws {
        let key = try await vault.createKey()
        let material = try await vault.call(KMS.DescribeKey.self, .init(keyId: key)).keyMetadata?.currentKeyMaterialId
        let made = try await vault.call(
            KMS.GenerateDataKeyPair.self,
            .init(keyId: key, keyPairSpec: spec.rawValue, encryptionContext: Self.context))
        let plaintext = try #require(made.privateKeyPlaintext)
        #expect(made.keyId == vault.arn(key))
        #expect(made.keyPairSpec == spec.rawValue)
        #expect(made.keyMaterialId == material)
        #expect(made.ciphertextForRecipient == nil)
        let opened = try await open(made.privateKeyCiphertextBlob)
        #expect(opened.isEqual(to: plaintext))
        if let length = Self.seedForms[spec] { #expect(plaintext.count == length) }
        // Derives the public key anew, and for RSA checks the parts against each other.
        #expect(try PrivateKey.imported(plaintext, spec: spec).publicKey == made.publicKey)
    }

    @Test("without its plaintext too", arguments: specs)
    func withoutPlaintext(_ spec: KeyPairSpec) async throws {
        let key = try await vault.createKey()
        let material = try await vault.call(KMS.DescribeKey.self, .init(keyId: key)).keyMetadata?.currentKeyMaterialId
        let made = try await vault.call(
            KMS.GenerateDataKeyPairWithoutPlaintext.self,
            .init(keyId: key, keyPairSpec: spec.rawValue, encryptionContext: Self.context))
        #expect(made.keyId == vault.arn(key))
        #expect(made.keyPairSpec == spec.rawValue)
        #expect(made.keyMaterialId == material)
        let opened = try await open(made.privateKeyCiphertextBlob)
        #expect(try PrivateKey.imported(opened, spec: spec).publicKey == made.publicKey)
    }

    private func open(_ blob: [UInt8]?) async throws -> SharedSecret {
        let blob = try #require(blob)
        let wrong = try await vault.refusal(KMS.Decrypt.self, .init(ciphertextBlob: blob))
        #expect(wrong == AWSError("InvalidCiphertextException", nil))
        let output = try await vault.call(
            KMS.Decrypt.self, .init(ciphertextBlob: blob, encryptionContext: Self.context))
        return try #require(output.plaintext)
    }

    @Test("each pair is another one")
    func fresh() async throws {
        let key = try await vault.createKey()
        let input = KMS.GenerateDataKeyPairInput(keyId: key, keyPairSpec: "ECC_NIST_P256")
        let one = try await vault.call(KMS.GenerateDataKeyPair.self, input)
        let two = try await vault.call(KMS.GenerateDataKeyPair.self, input)
        #expect(one.publicKey != two.publicKey)
    }

    private func both(_ key: String, _ spec: String) async throws -> [AWSError] {
        [
            try await vault.refusal(KMS.GenerateDataKeyPair.self, .init(keyId: key, keyPairSpec: spec)),
            try await vault.refusal(
                KMS.GenerateDataKeyPairWithoutPlaintext.self, .init(keyId: key, keyPairSpec: spec)),
        ]
    }

    @Test("only a symmetric encryption key seals data keys")
    func otherKeys() async throws {
        let rsa = try await vault.makeKey(.rsa)
        for error in try await both(rsa, "ECC_NIST_P256") {
            let message = "You cannot generate a data key pair with an asymmetric CMK"
            #expect(error == AWSError("InvalidKeyUsageException", message))
        }
        for kind in [KeyKind.signing, .hmac, .agreement, .encapsulation] {
            let key = try await vault.makeKey(kind)
            let names = ["GenerateDataKeyPair", "GenerateDataKeyPairWithoutPlaintext"]
            for (error, name) in zip(try await both(key, "ECC_NIST_P256"), names) {
                let message = "\(vault.arn(key)) key usage is \(kind.usage) which is not valid for \(name)."
                #expect(error == AWSError("InvalidKeyUsageException", message))
            }
            let dataKey = try await vault.refusal(KMS.GenerateDataKey.self, .init(keyId: key, keySpec: "AES_256"))
            let message = "\(vault.arn(key)) key usage is \(kind.usage) which is not valid for GenerateDataKey."
            #expect(dataKey == AWSError("InvalidKeyUsageException", message))
        }
        for operation in [
            try await vault.refusal(KMS.GenerateDataKey.self, .init(keyId: rsa, keySpec: "AES_256")),
            try await vault.refusal(KMS.GenerateDataKeyWithoutPlaintext.self, .init(keyId: rsa, keySpec: "AES_256")),
        ] {
            #expect(operation.code == "InvalidKeyUsageException")
        }
    }

    @Test("signing pairs of ML-DSA aren't in the model, and an enclave's recipient is refused by name")
    func unsupported() async throws {
        let key = try await vault.createKey()
        for error in try await both(key, "ML_DSA_65") {
            #expect(error.code == "ValidationException")
            #expect(error.message?.contains("Value 'ML_DSA_65' at 'keyPairSpec' failed to satisfy constraint") == true)
        }
        let recipient = KMS.RecipientInfo(keyEncryptionAlgorithm: "RSAES_OAEP_SHA_256", attestationDocument: [1, 2, 3])
        let blob = try await vault.encrypt("geheim", key)
        let errors = [
            try await vault.refusal(
                KMS.GenerateDataKeyPair.self,
                .init(keyId: key, keyPairSpec: "ECC_NIST_P256", recipient: recipient)),
            try await vault.refusal(
                KMS.GenerateDataKey.self, .init(keyId: key, keySpec: "AES_256", recipient: recipient)),
            try await vault.refusal(KMS.Decrypt.self, .init(ciphertextBlob: blob, recipient: recipient)),
            try await vault.refusal(KMS.GenerateRandom.self, .init(numberOfBytes: 8, recipient: recipient)),
        ]
        for error in errors {
            #expect(error.code == "UnsupportedOperationException")
            #expect(error.message?.contains("Recipient") == true)
        }
    }
}
