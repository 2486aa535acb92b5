// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import Testing

@testable import CofferKMS

@Suite("Encrypting and decrypting")
struct EncryptionTests {
    let vault: TestVault

    init() throws { vault = try TestVault() }

    @Test("a plaintext comes back with its context, and the reply names key and material")
    func roundTrip() async throws {
        let key = try await vault.createKey()
        let context = ["app": "bot", "Zweck": "Prüfung"]
        let blob = try await vault.encrypt("geheim", key, context)
        let output = try await vault.call(KMS.Decrypt.self, .init(ciphertextBlob: blob, encryptionContext: context))
        #expect(output.plaintext?.isEqual(to: SharedSecret(utf8: "geheim")) == true)
        #expect(output.keyId == vault.arn(key))
        #expect(output.encryptionAlgorithm == "SYMMETRIC_DEFAULT")
        let metadata = try await vault.call(KMS.DescribeKey.self, .init(keyId: key)).keyMetadata
        #expect(output.keyMaterialId == metadata?.currentKeyMaterialId)
    }

    @Test("a wrong context, an altered blob, a foreign text and an unknown key get one and the same answer")
    func oneError() async throws {
        let key = try await vault.createKey()
        let blob = try await vault.encrypt("geheim", key, ["app": "bot"])
        let wrongContexts: [[String: String]?] = [nil, ["app": "Bot"], ["APP": "bot"], ["app": "bot", "more": ""]]
        for context in wrongContexts {
            let error = try await vault.refusal(
                KMS.Decrypt.self, .init(ciphertextBlob: blob, encryptionContext: context))
            #expect(error == AWSError("InvalidCiphertextException", nil))
        }
        for place in [0, 6, 10, 30, 60, 80, 110, 120, blob.count - 1] {
            var altered = blob
            altered[place] ^= 1
            let error = try await vault.refusal(
                KMS.Decrypt.self, .init(ciphertextBlob: altered, encryptionContext: ["app": "bot"]))
            #expect(error == AWSError("InvalidCiphertextException", nil), "byte \(place)")
        }
        for text in [[UInt8](blob.dropLast()), [1], [UInt8](repeating: 0, count: 200)] {
            let error = try await vault.refusal(KMS.Decrypt.self, .init(ciphertextBlob: text, keyId: key))
            #expect(error == AWSError("InvalidCiphertextException", nil))
        }
        let elsewhere = try await vault.refusal(
            KMS.Decrypt.self, .init(ciphertextBlob: blob, encryptionContext: ["app": "bot"]), region: "us-east-1")
        #expect(elsewhere == AWSError("InvalidCiphertextException", nil))
    }

    @Test("a KeyId that is not the blob's is refused as AWS does")
    func incorrectKey() async throws {
        let key = try await vault.createKey()
        let other = try await vault.createKey()
        let blob = try await vault.encrypt("geheim", key)
        let error = try await vault.refusal(KMS.Decrypt.self, .init(ciphertextBlob: blob, keyId: other))
        #expect(error.code == "IncorrectKeyException")
        #expect(error.message == "The key ID in the request does not identify a CMK that can perform this operation.")
    }

    @Test("ReEncrypt moves a ciphertext to another key and context")
    func reEncrypt() async throws {
        let from = try await vault.createKey()
        let to = try await vault.createKey()
        let blob = try await vault.encrypt("geheim", from, ["v": "1"])
        let output = try await vault.call(
            KMS.ReEncrypt.self,
            .init(
                destinationKeyId: to, ciphertextBlob: blob, sourceEncryptionContext: ["v": "1"],
                destinationEncryptionContext: ["v": "2"]))
        #expect(output.sourceKeyId == vault.arn(from))
        #expect(output.keyId == vault.arn(to))
        let moved = try #require(output.ciphertextBlob)
        #expect(try await vault.decrypt(moved, ["v": "2"], keyID: to) == "geheim")
    }

    @Test("a data key opens from its blob, in both sizes and by number of bytes")
    func dataKeys() async throws {
        let key = try await vault.createKey()
        for (spec, count, size) in [("AES_256", nil, 32), ("AES_128", nil, 16), (nil, 64, 64)] as [(String?, Int?, Int)]
        {
            let made = try await vault.call(
                KMS.GenerateDataKey.self, .init(keyId: key, numberOfBytes: count, keySpec: spec))
            let opened = try await vault.call(KMS.Decrypt.self, .init(ciphertextBlob: made.ciphertextBlob)).plaintext
            #expect(opened?.count == size)
            let plaintext = try #require(made.plaintext)
            #expect(opened?.isEqual(to: plaintext) == true)
            let blind = try await vault.call(
                KMS.GenerateDataKeyWithoutPlaintext.self, .init(keyId: key, keySpec: spec, numberOfBytes: count))
            let blob = try #require(blind.ciphertextBlob)
            #expect(try await vault.call(KMS.Decrypt.self, .init(ciphertextBlob: blob)).plaintext?.count == size)
        }
        for input in [KMS.GenerateDataKeyInput(keyId: key), .init(keyId: key, numberOfBytes: 32, keySpec: "AES_256")] {
            let error = try await vault.refusal(KMS.GenerateDataKey.self, input)
            #expect(error == .validation("Please specify either number of bytes or key spec."))
        }
    }

    @Test("a dry run does everything but the work")
    func dryRun() async throws {
        let key = try await vault.createKey()
        let plaintext = SharedSecret(utf8: "geheim")
        let expected = AWSError(
            "DryRunOperationException", "The request would have succeeded, but the DryRun option is set.")
        #expect(
            try await vault.refusal(KMS.Encrypt.self, .init(keyId: key, plaintext: plaintext, dryRun: true)) == expected
        )
        #expect(
            try await vault.refusal(
                KMS.Decrypt.self, .init(keyId: key, dryRun: true, dryRunModifiers: ["IGNORE_CIPHERTEXT"])) == expected)
        try await vault.call(KMS.DisableKey.self, .init(keyId: key))
        let disabled = try await vault.refusal(KMS.Encrypt.self, .init(keyId: key, plaintext: plaintext, dryRun: true))
        #expect(disabled == AWSError("DisabledException", "\(vault.arn(key)) is disabled."))
        let stranger = try vault.user("nobody", policy: #"{"Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}"#)
        let denied = try await vault.refusal(
            KMS.Encrypt.self, .init(keyId: key, plaintext: plaintext, dryRun: true), as: stranger)
        #expect(denied.code == "AccessDeniedException")
    }

    @Test("the trail has the context and never plaintext or ciphertext")
    func trail() async throws {
        let key = try await vault.createKey()
        let canary = "sk-canary-0123456789abcdef"
        let blob = try await vault.encrypt(canary, key, ["app": "bot"])
        #expect(try await vault.decrypt(blob, ["app": "bot"]) == canary)
        let event = try vault.event("Decrypt")
        #expect(event["requestParameters"]?["encryptionContext"]?["app"] == "bot")
        #expect(event["requestParameters"]?["encryptionAlgorithm"] == "SYMMETRIC_DEFAULT")
        #expect(event["responseElements"] == .null)
        #expect(event["resources"]?.array?.first?["ARN"]?.string == vault.arn(key))
        #expect(event["readOnly"] == true)
        for name in ["Encrypt", "Decrypt"] {
            let text = try vault.event(name).text()
            #expect(!text.contains(canary))
            #expect(!text.contains(Base64.encode(blob)))
            #expect(!text.contains(Base64.encode(Array(canary.utf8))))
        }
    }

    @Test("random bytes need a number")
    func random() async throws {
        #expect(try await vault.call(KMS.GenerateRandom.self, .init(numberOfBytes: 1024)).plaintext?.count == 1024)
        let error = try await vault.refusal(KMS.GenerateRandom.self, .init())
        #expect(error == .validation("NumberOfBytes is required."))
    }
}
