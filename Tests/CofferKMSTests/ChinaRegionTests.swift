// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import CofferCrypto
import Testing

@testable import CofferKMS

/// AWS's partition of its own in China: other ARNs, and SM2 keys.
@Suite("The China Regions")
struct ChinaRegionTests {
    let vault: TestVault

    init() throws { vault = try TestVault(region: "cn-north-1") }

    private func makeKey(_ usage: String) async throws -> String {
        try await vault.makeKey(KeyKind(spec: "SM2", usage: usage))
    }

    @Test(
        "an SM2 key's metadata",
        arguments: [("ENCRYPT_DECRYPT", "SM2PKE"), ("SIGN_VERIFY", "SM2DSA"), ("KEY_AGREEMENT", "ECDH")])
    func metadata(_ usage: String, _ algorithm: String) async throws {
        let made = try #require(
            await vault.call(KMS.CreateKey.self, .init(keyUsage: usage, keySpec: "SM2")).keyMetadata)
        SpecLine(spec: "SM2", usage: usage, algorithms: [algorithm]).check(made)
        #expect(made.currentKeyMaterialId == nil)
        #expect(made.arn == "arn:aws-cn:kms:cn-north-1:111122223333:key/\(made.keyId)")
        let mac = try await vault.refusal(
            KMS.CreateKey.self, .init(keyUsage: "GENERATE_VERIFY_MAC", keySpec: "SM2"))
        #expect(mac == .validation("KeyUsage GENERATE_VERIFY_MAC is not compatible with KeySpec SM2"))
    }

    @Test("ARNs and policies are of the partition aws-cn, and those of aws name nothing")
    func partition() async throws {
        let key = try await vault.createKey()
        let arn = "arn:aws-cn:kms:cn-north-1:111122223333:key/\(key)"
        let output = try await vault.call(KMS.Encrypt.self, .init(keyId: arn, plaintext: SharedSecret(utf8: "geheim")))
        #expect(output.keyId == arn)
        let event = try vault.event("Encrypt")
        #expect(event["resources"]?.array?.first?["ARN"]?.string == arn)
        #expect(event["userIdentity"]?["arn"]?.string == "arn:aws-cn:iam::111122223333:root")
        #expect(event["awsRegion"] == "cn-north-1")
        let policy = try #require(await vault.call(KMS.GetKeyPolicy.self, .init(keyId: key)).policy)
        #expect(policy.contains("arn:aws-cn:iam::111122223333:root"))
        let other = "arn:aws:kms:cn-north-1:111122223333:key/\(key)"
        #expect(try await vault.refusal(KMS.DescribeKey.self, .init(keyId: other)).code == "NotFoundException")
    }

    @Test("SM2 keys sign messages and digests")
    func signing() async throws {
        let key = try await makeKey("SIGN_VERIFY")
        let publicKey = try PublicKey(der: await vault.publicKey(key), spec: .sm2)
        let message = SharedSecret(utf8: "消息")
        let digest = SharedSecret.random(count: 32)
        for (text, type, form) in [(message, "RAW", MessageForm.raw), (digest, "DIGEST", .digest)] {
            let signature = try #require(
                await vault.call(
                    KMS.Sign.self, .init(keyId: key, message: text, signingAlgorithm: "SM2DSA", messageType: type)
                ).signature)
            var input = KMS.VerifyInput(
                keyId: key, message: text, signature: signature, signingAlgorithm: "SM2DSA", messageType: type)
            #expect(try await vault.call(KMS.Verify.self, input).signatureValid == true)
            #expect(text.withUnsafeBytes { publicKey.isValid(signature, of: $0, form, as: .sm2DSA) })
            input.message = SharedSecret.random(count: 32)
            #expect(
                try await vault.refusal(KMS.Verify.self, input) == AWSError("KMSInvalidSignatureException", nil))
        }
        let short = try await vault.refusal(
            KMS.Sign.self, .init(keyId: key, message: message, signingAlgorithm: "SM2DSA", messageType: "DIGEST"))
        #expect(short == .validation("Digest is invalid length for algorithm SM2DSA."))
        let other = try await vault.refusal(
            KMS.Sign.self, .init(keyId: key, message: message, signingAlgorithm: "ECDSA_SHA_256"))
        #expect(
            other == AWSError("InvalidKeyUsageException", "Algorithm ECDSA_SHA_256 is incompatible with key spec SM2."))
    }

    @Test("SM2 keys encrypt up to 1024 bytes")
    func encryption() async throws {
        let key = try await makeKey("ENCRYPT_DECRYPT")
        for length in [1, 1024] {
            let plaintext = SharedSecret.random(count: length)
            let blob = try #require(
                await vault.call(
                    KMS.Encrypt.self, .init(keyId: key, plaintext: plaintext, encryptionAlgorithm: "SM2PKE")
                ).ciphertextBlob)
            let input = KMS.DecryptInput(ciphertextBlob: blob, keyId: key, encryptionAlgorithm: "SM2PKE")
            let opened = try await vault.call(KMS.Decrypt.self, input)
            #expect(opened.plaintext?.isEqual(to: plaintext) == true)
            #expect(opened.keyId == vault.arn(key))
            #expect(opened.keyMaterialId == nil)
            var altered = input
            altered.ciphertextBlob?[blob.count - 1] ^= 1
            #expect(
                try await vault.refusal(KMS.Decrypt.self, altered) == AWSError("InvalidCiphertextException", nil))
        }
        let long = try await vault.refusal(
            KMS.Encrypt.self, .init(keyId: key, plaintext: .random(count: 1025), encryptionAlgorithm: "SM2PKE"))
        #expect(long == .validation("Algorithm SM2PKE and key spec SM2 cannot encrypt data larger than 1024 bytes."))
    }

    @Test("two SM2 keys derive the same secret, and a data key pair opens again")
    func agreement() async throws {
        let (one, two) = (try await makeKey("KEY_AGREEMENT"), try await makeKey("KEY_AGREEMENT"))
        func derive(_ key: String, _ other: String) async throws -> SharedSecret {
            let input = KMS.DeriveSharedSecretInput(
                keyId: key, keyAgreementAlgorithm: "ECDH", publicKey: try await vault.publicKey(other))
            return try #require(await vault.call(KMS.DeriveSharedSecret.self, input).sharedSecret)
        }
        let secret = try await derive(one, two)
        #expect(secret.count == 32)
        #expect(try await derive(two, one).isEqual(to: secret))

        let wrapping = try await vault.createKey()
        let pair = try await vault.call(
            KMS.GenerateDataKeyPair.self, .init(keyId: wrapping, keyPairSpec: "SM2"))
        let opened = try #require(
            await vault.call(KMS.Decrypt.self, .init(ciphertextBlob: pair.privateKeyCiphertextBlob)).plaintext)
        #expect(try PrivateKey.imported(opened, spec: .sm2).publicKey == pair.publicKey)
    }

    /// Two pairs of `openssl genpkey`, and the x coordinate as Python's integers give it.
    @Test("the secret of two SM2 keys is the x coordinate of their point")
    func knownSecret() throws {
        let encoded = try #require(
            Base64.decode(
                "MIGHAgEAMBMGByqGSM49AgEGCCqBHM9VAYItBG0wawIBAQQgH+DH+UwVvAAQQCjw43URqZQU8REtjnHaQ0VNm1PZ0QSh"
                    + "RANCAAQiOI8m7pX1q4uC2ila3sGsKJw4Qq/X7VGKYgfgKu4tc0XNvVr9yHzH9u+uh8p39v9cEMqbWJif5HBz9wMgeJgR"))
        let publicKey = try #require(
            Base64.decode(
                "MFkwEwYHKoZIzj0CAQYIKoEcz1UBgi0DQgAEVNv8VYsfQ0v2pGdf7CPvaJB0yBpoKSHxZbQcs7LFuH2zOzkLLQHrRwvT"
                    + "YzVunwIprl/YueVBxrhIacBpttIdoQ=="))
        let ours = try PrivateKey(encoded: SharedSecret(copying: encoded), spec: .sm2)
        let secret = try #require(ours.agree(with: try PublicKey(der: publicKey, spec: .sm2)))
        #expect(
            secret.withUnsafeBytes { Hex.encode(Array($0)) }
                == "c5a6fc1240c0b708b156de86aeeaaf5ee6275969985e61944a588b93d047fc9a")
        // A key on another curve agrees with none of these.
        #expect(ours.agree(with: try PublicKey(der: PrivateKey.generate(.p256).publicKey, spec: .p256)) == nil)
    }
}
