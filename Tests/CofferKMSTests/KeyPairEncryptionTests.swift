// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import CofferCrypto
import Testing

@testable import CofferKMS

@Suite("Encrypting with RSA keys")
struct KeyPairEncryptionTests {
    let vault: TestVault

    init() throws { vault = try TestVault() }

    static let sha1 = "RSAES_OAEP_SHA_1"
    static let sha256 = "RSAES_OAEP_SHA_256"
    private static let invalid = AWSError("InvalidCiphertextException", nil)
    private static let contextRefusal = AWSError.validation(
        "EncryptionContext is not supported when encrypting/decrypting with asymmetric CMKs.")

    struct Limit: Sendable {
        let spec: KeyPairSpec
        let algorithm: KeyPairEncryption
        let most: Int
    }

    static let limits = [
        Limit(spec: .rsa2048, algorithm: .oaepSHA1, most: 214),
        Limit(spec: .rsa2048, algorithm: .oaepSHA256, most: 190),
        Limit(spec: .rsa3072, algorithm: .oaepSHA1, most: 342),
        Limit(spec: .rsa3072, algorithm: .oaepSHA256, most: 318),
        Limit(spec: .rsa4096, algorithm: .oaepSHA1, most: 470),
        Limit(spec: .rsa4096, algorithm: .oaepSHA256, most: 446),
    ]

    @Test("each key takes plaintexts up to its limit, and says what the limit is", arguments: limits)
    func sizes(_ limit: Limit) async throws {
        let key = try await vault.makeKey(KeyKind(spec: limit.spec.rawValue))
        let algorithm = limit.algorithm.rawValue
        for length in [1, limit.most] {
            let plaintext = SharedSecret.random(count: length)
            let made = try await vault.call(
                KMS.Encrypt.self, .init(keyId: key, plaintext: plaintext, encryptionAlgorithm: algorithm))
            #expect(made.keyId == vault.arn(key))
            #expect(made.encryptionAlgorithm == algorithm)
            #expect(made.ciphertextBlob?.count == limit.spec.modulusBits / 8)
            let opened = try await vault.call(
                KMS.Decrypt.self,
                .init(ciphertextBlob: made.ciphertextBlob, keyId: key, encryptionAlgorithm: algorithm))
            #expect(opened.plaintext?.isEqual(to: plaintext) == true)
            #expect(opened.keyId == vault.arn(key))
            #expect(opened.encryptionAlgorithm == algorithm)
            #expect(opened.keyMaterialId == nil)
        }
        let error = try await vault.refusal(
            KMS.Encrypt.self,
            .init(keyId: key, plaintext: .random(count: limit.most + 1), encryptionAlgorithm: algorithm))
        #expect(
            error
                == .validation(
                    "Algorithm \(algorithm) and key spec \(limit.spec.rawValue) cannot encrypt data larger than "
                        + "\(limit.most) bytes."))
    }

    @Test("what somebody encrypts with the public key elsewhere, Decrypt opens", arguments: KeyPairEncryption.rsa)
    func outside(_ encryption: KeyPairEncryption) async throws {
        let key = try await vault.makeKey(.rsa)
        let publicKey = try PublicKey(der: await vault.publicKey(key), spec: .rsa2048)
        let plaintext = SharedSecret(utf8: "geheim")
        let ciphertext = try #require(plaintext.withUnsafeBytes { publicKey.encrypt($0, encryption) })
        let opened = try await vault.call(
            KMS.Decrypt.self,
            .init(ciphertextBlob: ciphertext, keyId: key, encryptionAlgorithm: encryption.rawValue))
        #expect(opened.plaintext?.isEqual(to: plaintext) == true)
    }

    @Test("a ciphertext opens with its key and its algorithm only, and never says why not")
    func closed() async throws {
        let key = try await vault.makeKey(.rsa)
        let blob = try await encrypt(key, Self.sha1)
        func refusal(
            _ blob: [UInt8], _ algorithm: String?, keyID: String, dryRun: Bool? = nil
        ) async throws -> AWSError {
            try await vault.refusal(
                KMS.Decrypt.self,
                .init(ciphertextBlob: blob, keyId: keyID, encryptionAlgorithm: algorithm, dryRun: dryRun))
        }
        #expect(try await refusal(blob, Self.sha256, keyID: key) == Self.invalid)
        #expect(try await refusal(blob, nil, keyID: key) == Self.invalid)
        let otherKey = try await vault.makeKey(KeyKind(spec: "RSA_3072"))
        #expect(try await refusal(blob, Self.sha1, keyID: otherKey) == Self.invalid)
        for place in [0, 1, 128, 255] {
            var altered = blob
            altered[place] ^= 1
            #expect(try await refusal(altered, Self.sha1, keyID: key) == Self.invalid, "byte \(place)")
            #expect(try await refusal(altered, Self.sha1, keyID: key, dryRun: true) == Self.invalid)
        }
        for bytes in [Array(blob.dropLast()), blob + [0], [1]] {
            #expect(try await refusal(bytes, Self.sha1, keyID: key) == Self.invalid)
        }
    }

    @Test("an RSA ciphertext doesn't say whose it is, so Decrypt wants the key")
    func missingKey() async throws {
        let key = try await vault.makeKey(.rsa)
        let blob = try await encrypt(key, Self.sha256)
        let named = try await vault.refusal(
            KMS.Decrypt.self, .init(ciphertextBlob: blob, encryptionAlgorithm: Self.sha256))
        #expect(named == .validation("KeyId must not be null"))
        let symmetric = try await vault.refusal(KMS.Decrypt.self, .init(ciphertextBlob: blob))
        #expect(symmetric == Self.invalid)
    }

    @Test("an algorithm of another kind of key is refused by name")
    func wrongAlgorithm() async throws {
        let rsa = try await vault.makeKey(.rsa)
        let symmetric = try await vault.createKey()
        func refusal(_ key: String, _ algorithm: String?) async throws -> AWSError {
            try await vault.refusal(
                KMS.Encrypt.self,
                .init(keyId: key, plaintext: SharedSecret(utf8: "geheim"), encryptionAlgorithm: algorithm))
        }
        func incompatible(_ algorithm: String, _ spec: String) -> AWSError {
            AWSError("InvalidKeyUsageException", "Algorithm \(algorithm) is incompatible with key spec \(spec).")
        }
        #expect(try await refusal(rsa, nil) == incompatible("SYMMETRIC_DEFAULT", "RSA_2048"))
        #expect(try await refusal(rsa, "SM2PKE") == incompatible("SM2PKE", "RSA_2048"))
        #expect(try await refusal(symmetric, Self.sha1) == incompatible(Self.sha1, "SYMMETRIC_DEFAULT"))
        let blob = try await vault.encrypt("geheim", symmetric)
        let decrypting = try await vault.refusal(
            KMS.Decrypt.self, .init(ciphertextBlob: blob, keyId: symmetric, encryptionAlgorithm: Self.sha256))
        #expect(decrypting == incompatible(Self.sha256, "SYMMETRIC_DEFAULT"))
    }

    @Test("an encryption context is refused, and an empty one taken")
    func context() async throws {
        let key = try await vault.makeKey(.rsa)
        let plaintext = SharedSecret(utf8: "geheim")
        func encrypting(_ context: [String: String]) -> KMS.EncryptInput {
            .init(keyId: key, plaintext: plaintext, encryptionContext: context, encryptionAlgorithm: Self.sha256)
        }
        #expect(try await vault.refusal(KMS.Encrypt.self, encrypting(["app": "bot"])) == Self.contextRefusal)
        let blob = try #require(await vault.call(KMS.Encrypt.self, encrypting([:])).ciphertextBlob)
        func decrypting(_ context: [String: String]) -> KMS.DecryptInput {
            .init(ciphertextBlob: blob, encryptionContext: context, keyId: key, encryptionAlgorithm: Self.sha256)
        }
        #expect(try await vault.refusal(KMS.Decrypt.self, decrypting(["app": "bot"])) == Self.contextRefusal)
        #expect(try await vault.call(KMS.Decrypt.self, decrypting([:])).plaintext?.isEqual(to: plaintext) == true)
    }

    @Test("ReEncrypt moves from a symmetric key to RSA and back, and names the material of the symmetric side alone")
    func reEncrypt() async throws {
        let symmetric = try await vault.createKey()
        let rsa = try await vault.makeKey(.rsa)
        let material = try await vault.call(KMS.DescribeKey.self, .init(keyId: symmetric)).keyMetadata?
            .currentKeyMaterialId
        let there = try await vault.call(
            KMS.ReEncrypt.self,
            .init(
                destinationKeyId: rsa, ciphertextBlob: try await vault.encrypt("geheim", symmetric, ["v": "1"]),
                sourceEncryptionContext: ["v": "1"], destinationEncryptionAlgorithm: Self.sha256))
        #expect(there.sourceKeyId == vault.arn(symmetric))
        #expect(there.keyId == vault.arn(rsa))
        #expect(there.sourceEncryptionAlgorithm == "SYMMETRIC_DEFAULT")
        #expect(there.destinationEncryptionAlgorithm == Self.sha256)
        #expect(there.sourceKeyMaterialId == material)
        #expect(there.destinationKeyMaterialId == nil)

        let back = try await vault.call(
            KMS.ReEncrypt.self,
            .init(
                destinationKeyId: symmetric, ciphertextBlob: there.ciphertextBlob, sourceKeyId: rsa,
                destinationEncryptionContext: ["v": "2"], sourceEncryptionAlgorithm: Self.sha256))
        #expect(back.sourceEncryptionAlgorithm == Self.sha256)
        #expect(back.destinationEncryptionAlgorithm == "SYMMETRIC_DEFAULT")
        #expect(back.sourceKeyMaterialId == nil)
        #expect(back.destinationKeyMaterialId == material)
        let blob = try #require(back.ciphertextBlob)
        #expect(try await vault.decrypt(blob, ["v": "2"]) == "geheim")
    }

    @Test("ReEncrypt refuses what Encrypt and Decrypt would")
    func reEncryptRefusals() async throws {
        let symmetric = try await vault.createKey()
        let rsa = try await vault.makeKey(.rsa)
        let long = try await vault.encrypt(String(repeating: "x", count: 191), symmetric)
        let blob = try await encrypt(rsa, Self.sha256)
        let refusals: [(KMS.ReEncryptInput, AWSError)] = [
            (
                .init(destinationKeyId: rsa, ciphertextBlob: long, destinationEncryptionAlgorithm: Self.sha256),
                .validation("Algorithm \(Self.sha256) and key spec RSA_2048 cannot encrypt data larger than 190 bytes.")
            ),
            (
                .init(
                    destinationKeyId: rsa, ciphertextBlob: long, destinationEncryptionContext: ["v": "1"],
                    destinationEncryptionAlgorithm: Self.sha256), Self.contextRefusal
            ),
            (
                .init(
                    destinationKeyId: symmetric, ciphertextBlob: blob, sourceEncryptionContext: ["v": "1"],
                    sourceKeyId: rsa, sourceEncryptionAlgorithm: Self.sha256), Self.contextRefusal
            ),
            (
                .init(destinationKeyId: rsa, ciphertextBlob: long),
                AWSError(
                    "InvalidKeyUsageException", "Algorithm SYMMETRIC_DEFAULT is incompatible with key spec RSA_2048.")
            ),
            (
                .init(
                    destinationKeyId: symmetric, ciphertextBlob: blob, sourceKeyId: rsa,
                    sourceEncryptionAlgorithm: Self.sha1), Self.invalid
            ),
            (
                .init(destinationKeyId: symmetric, ciphertextBlob: long, sourceKeyId: rsa),
                AWSError(
                    "IncorrectKeyException",
                    "The key ID in the request does not identify a CMK that can perform this operation.")
            ),
        ]
        for (input, expected) in refusals {
            #expect(try await vault.refusal(KMS.ReEncrypt.self, input) == expected)
        }
        let nameless = try await vault.refusal(
            KMS.ReEncrypt.self,
            .init(destinationKeyId: symmetric, ciphertextBlob: blob, sourceEncryptionAlgorithm: Self.sha256))
        #expect(nameless.code == "ValidationException")
    }

    private func encrypt(_ key: String, _ algorithm: String) async throws -> [UInt8] {
        try #require(
            await vault.call(
                KMS.Encrypt.self,
                .init(keyId: key, plaintext: SharedSecret(utf8: "geheim"), encryptionAlgorithm: algorithm)
            ).ciphertextBlob)
    }
}

extension KeyPairEncryption {
    static let rsa: [KeyPairEncryption] = [.oaepSHA1, .oaepSHA256]
}
