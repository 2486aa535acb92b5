// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import CofferCrypto
import Testing

@testable import CofferKMS

/// Requests with two faults: which one AWS tells of, as recorded (2023 to 2026).
@Suite("The order of checks")
struct CheckOrderTests {
    let vault: TestVault

    init() throws { vault = try TestVault() }

    private static let text = SharedSecret(utf8: "geheim")

    private func disabled(_ key: String) -> AWSError {
        AWSError("DisabledException", "\(vault.arn(key)) is disabled.")
    }

    @Test("the model's constraints come before the key, and the key before the caller's rights")
    func constraintsFirst() async throws {
        let nobody = try vault.user("nobody", policy: #"{"Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}"#)
        let constraint = try await vault.refusal(
            KMS.Encrypt.self, .init(keyId: "none", plaintext: .random(count: 4097)), as: nobody)
        #expect(
            constraint
                == .validation(
                    "1 validation error detected: Value at 'plaintext' failed to satisfy constraint: "
                        + "Member must have length less than or equal to 4096"))
        let missing = try await vault.refusal(KMS.Encrypt.self, .init(keyId: "none", plaintext: Self.text), as: nobody)
        #expect(missing == AWSError("NotFoundException", "Invalid keyId 'none'"))
    }

    @Test("the caller's rights come before the key's state, usage and algorithm")
    func rightsBeforeState() async throws {
        let key = try await vault.makeKey(.signing)
        try await vault.call(KMS.DisableKey.self, .init(keyId: key))
        let nobody = try vault.user("nobody", policy: #"{"Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}"#)
        let errors = [
            try await vault.refusal(KMS.Encrypt.self, .init(keyId: key, plaintext: Self.text), as: nobody),
            try await vault.refusal(
                KMS.Sign.self, .init(keyId: key, message: Self.text, signingAlgorithm: "SM2DSA"), as: nobody),
            try await vault.refusal(KMS.EnableKeyRotation.self, .init(keyId: key), as: nobody),
        ]
        for error in errors { #expect(error.code == "AccessDeniedException") }
    }

    @Test("the key's state comes before its usage, its kind and its algorithm")
    func stateFirst() async throws {
        let signing = try await vault.makeKey(.signing)
        let hmac = try await vault.makeKey(.hmac)
        let rsa = try await vault.makeKey(.rsa)
        for key in [signing, hmac, rsa] { try await vault.call(KMS.DisableKey.self, .init(keyId: key)) }
        #expect(
            try await vault.refusal(KMS.Encrypt.self, .init(keyId: signing, plaintext: Self.text)) == disabled(signing))
        #expect(
            try await vault.refusal(
                KMS.GenerateMac.self, .init(message: Self.text, keyId: hmac, macAlgorithm: "HMAC_SHA_512"))
                == disabled(hmac))
        #expect(
            try await vault.refusal(
                KMS.VerifyMac.self, .init(message: Self.text, keyId: hmac, macAlgorithm: "HMAC_SHA_512", mac: [1]))
                == disabled(hmac))
        #expect(
            try await vault.refusal(
                KMS.Sign.self,
                .init(keyId: signing, message: Self.text, signingAlgorithm: "ECDSA_SHA_384", messageType: "DIGEST"))
                == disabled(signing))
        #expect(try await vault.refusal(KMS.RotateKeyOnDemand.self, .init(keyId: rsa)) == disabled(rsa))
        #expect(
            try await vault.refusal(KMS.GenerateDataKeyPair.self, .init(keyId: rsa, keyPairSpec: "ECC_NIST_P256"))
                == disabled(rsa))
        #expect(
            try await vault.refusal(
                KMS.DeriveSharedSecret.self, .init(keyId: signing, keyAgreementAlgorithm: "ECDH", publicKey: [1]))
                == disabled(signing))
        #expect(
            try await vault.refusal(
                KMS.Decapsulate.self,
                .init(keyId: hmac, sharedSecretCiphertextBlob: [1], encapsulationAlgorithm: "ML_KEM"))
                == disabled(hmac))
        let tooLong = KMS.EncryptInput(
            keyId: rsa, plaintext: .random(count: 400), encryptionContext: ["a": "b"],
            encryptionAlgorithm: "RSAES_OAEP_SHA_1")
        #expect(try await vault.refusal(KMS.Encrypt.self, tooLong) == disabled(rsa))
    }

    @Test("a key that isn't the ciphertext's is told of before its state and its usage")
    func ciphertextsKeyFirst() async throws {
        let blob = try await vault.encrypt("geheim", vault.createKey())
        let incorrect = AWSError(
            "IncorrectKeyException",
            "The key ID in the request does not identify a CMK that can perform this operation.")
        for kind in [KeyKind.rsaSigning, .hmac, .signing, .rsa, .symmetric] {
            let key = try await vault.makeKey(kind)
            let decrypting = KMS.DecryptInput(ciphertextBlob: blob, keyId: key)
            #expect(try await vault.refusal(KMS.Decrypt.self, decrypting) == incorrect)
            try await vault.call(KMS.DisableKey.self, .init(keyId: key))
            #expect(try await vault.refusal(KMS.Decrypt.self, decrypting) == incorrect)
            let destination = try await vault.createKey()
            let moving = KMS.ReEncryptInput(destinationKeyId: destination, ciphertextBlob: blob, sourceKeyId: key)
            #expect(try await vault.refusal(KMS.ReEncrypt.self, moving) == incorrect)
        }
    }

    @Test("the usage comes before the algorithm, and the algorithm before the text")
    func usageBeforeAlgorithm() async throws {
        let symmetric = try await vault.createKey()
        let usage = try await vault.refusal(
            KMS.Sign.self,
            .init(keyId: symmetric, message: Self.text, signingAlgorithm: "ECDSA_SHA_256", messageType: "DIGEST"))
        #expect(
            usage
                == AWSError(
                    "InvalidKeyUsageException",
                    "\(vault.arn(symmetric)) key usage is ENCRYPT_DECRYPT which is not valid for Sign."))
        let signing = try await vault.makeKey(.rsaSigning)
        let encrypting = try await vault.refusal(
            KMS.Encrypt.self,
            .init(
                keyId: signing, plaintext: .random(count: 400), encryptionContext: ["a": "b"],
                encryptionAlgorithm: "RSAES_OAEP_SHA_1"))
        #expect(
            encrypting
                == AWSError(
                    "InvalidKeyUsageException",
                    "\(vault.arn(signing)) key usage is SIGN_VERIFY which is not valid for Encrypt."))
        let rsa = try await vault.makeKey(.rsa)
        let algorithm = try await vault.refusal(
            KMS.Encrypt.self, .init(keyId: rsa, plaintext: .random(count: 400), encryptionContext: ["a": "b"]))
        #expect(
            algorithm
                == AWSError(
                    "InvalidKeyUsageException", "Algorithm SYMMETRIC_DEFAULT is incompatible with key spec RSA_2048."))
    }

    @Test("of ReEncrypt's keys the source is judged first")
    func sourceFirst() async throws {
        let source = try await vault.createKey()
        let destination = try await vault.makeKey(.signing)
        let blob = try await vault.encrypt("geheim", source)
        let moving = KMS.ReEncryptInput(destinationKeyId: destination, ciphertextBlob: blob)
        #expect(
            try await vault.refusal(KMS.ReEncrypt.self, moving)
                == AWSError(
                    "InvalidKeyUsageException",
                    "\(vault.arn(destination)) key usage is SIGN_VERIFY which is not valid for ReEncrypt."))
        try await vault.call(KMS.DisableKey.self, .init(keyId: destination))
        #expect(try await vault.refusal(KMS.ReEncrypt.self, moving) == disabled(destination))
        try await vault.call(KMS.DisableKey.self, .init(keyId: source))
        #expect(try await vault.refusal(KMS.ReEncrypt.self, moving) == disabled(source))
    }
}
