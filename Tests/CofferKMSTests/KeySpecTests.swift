// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import CofferCrypto
import Testing

@testable import CofferKMS

@Suite("Key specs")
struct KeySpecTests {
    let vault: TestVault

    init() throws { vault = try TestVault() }

    @Test("a new key's metadata names its kind and algorithms as AWS does", arguments: SpecLine.all)
    func created(_ line: SpecLine) async throws {
        let made = try #require(
            await vault.call(KMS.CreateKey.self, .init(keyUsage: line.usage, keySpec: line.spec)).keyMetadata)
        let read = try #require(await vault.call(KMS.DescribeKey.self, .init(keyId: made.keyId)).keyMetadata)
        for metadata in [made, read] {
            line.check(metadata)
            #expect(metadata.keyState == "Enabled")
            #expect(metadata.enabled == true)
            #expect(metadata.origin == "AWS_KMS")
            #expect(metadata.currentKeyMaterialId?.count == (line.isSymmetric ? 64 : nil))
            #expect(metadata.arn == "arn:aws:kms:eu-central-1:111122223333:key/\(made.keyId)")
        }
        #expect(made.currentKeyMaterialId == read.currentKeyMaterialId)
    }

    @Test("a key for imported material waits for it and says the same of itself", arguments: SpecLine.all)
    func external(_ line: SpecLine) async throws {
        let input = KMS.CreateKeyInput(keyUsage: line.usage, keySpec: line.spec, origin: "EXTERNAL")
        guard line.isImportable else {
            #expect(
                try await vault.refusal(KMS.CreateKey.self, input)
                    == .validation("KeySpec \(line.spec) is not supported for Origin EXTERNAL"))
            return
        }
        let metadata = try #require(await vault.call(KMS.CreateKey.self, input).keyMetadata)
        line.check(metadata)
        #expect(metadata.keyState == "PendingImport")
        #expect(metadata.enabled == false)
        #expect(metadata.origin == "EXTERNAL")
        #expect(metadata.currentKeyMaterialId == nil)
    }

    @Test("GetPublicKey gives the pair's public key and its algorithms alone", arguments: SpecLine.all)
    func publicKey(_ line: SpecLine) async throws {
        let key = try await vault.makeKey(KeyKind(spec: line.spec, usage: line.usage))
        guard let pair = KeyPairSpec(rawValue: line.spec) else {
            // Recorded: AWS gives no reason.
            let error = try await vault.refusal(KMS.GetPublicKey.self, .init(keyId: key))
            #expect(error == AWSError("UnsupportedOperationException", nil))
            return
        }
        let output = try await vault.call(KMS.GetPublicKey.self, .init(keyId: key))
        let der = try #require(output.publicKey)
        #expect((try? PublicKey(der: der, spec: pair)) != nil)
        if let length = line.publicKeyLength { #expect(der.count == length) }
        #expect(output.keyId == vault.arn(key))
        #expect(output.keySpec == line.spec)
        #expect(output.customerMasterKeySpec == line.spec)
        #expect(output.keyUsage == line.usage)
        #expect(output.encryptionAlgorithms == line.algorithms(for: "ENCRYPT_DECRYPT"))
        #expect(output.signingAlgorithms == line.algorithms(for: "SIGN_VERIFY"))
        #expect(output.keyAgreementAlgorithms == line.algorithms(for: "KEY_AGREEMENT"))
        #expect(output.encapsulationAlgorithms == line.algorithms(for: "ENCAPSULATE_DECAPSULATE"))
    }

    @Test("a usage that doesn't go with the spec is refused in AWS's words")
    func wrongUsage() async throws {
        let usages = [
            "ENCRYPT_DECRYPT", "SIGN_VERIFY", "GENERATE_VERIFY_MAC", "KEY_AGREEMENT", "ENCAPSULATE_DECAPSULATE",
        ]
        for spec in Set(SpecLine.all.map(\.spec)) {
            let right = SpecLine.all.filter { $0.spec == spec }.map(\.usage)
            for usage in usages where !right.contains(usage) {
                let error = try await vault.refusal(KMS.CreateKey.self, .init(keyUsage: usage, keySpec: spec))
                // AWS has had other words for symmetric keys, and its present ones aren't recorded.
                if spec == "SYMMETRIC_DEFAULT" {
                    #expect(error.code == "ValidationException")
                } else {
                    #expect(error == .validation("KeyUsage \(usage) is not compatible with KeySpec \(spec)"))
                }
            }
        }
        #expect(try await vault.call(KMS.ListKeys.self, .init()).keys?.isEmpty == true)
    }

    @Test("only a symmetric key's usage may be left out")
    func missingUsage() async throws {
        let metadata = try #require(
            await vault.call(KMS.CreateKey.self, .init(keySpec: "SYMMETRIC_DEFAULT")).keyMetadata)
        #expect(metadata.keyUsage == "ENCRYPT_DECRYPT")
        for spec in Set(SpecLine.all.map(\.spec)).subtracting(["SYMMETRIC_DEFAULT"]) {
            let error = try await vault.refusal(KMS.CreateKey.self, .init(keySpec: spec))
            #expect(
                error
                    == .validation(
                        "You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys."))
        }
    }

    @Test("the spec's older name still counts, for the specs that it knew, and not beside the new one")
    func olderName() async throws {
        let made = try #require(
            await vault.call(
                KMS.CreateKey.self, .init(keyUsage: "SIGN_VERIFY", customerMasterKeySpec: "ECC_NIST_P256")
            ).keyMetadata)
        #expect(made.keySpec == "ECC_NIST_P256")
        #expect(made.customerMasterKeySpec == "ECC_NIST_P256")
        let both = try await vault.refusal(
            KMS.CreateKey.self, .init(customerMasterKeySpec: "SYMMETRIC_DEFAULT", keySpec: "SYMMETRIC_DEFAULT"))
        #expect(
            both
                == .validation(
                    "You cannot specify KeySpec and CustomerMasterKeySpec in the same request. "
                        + "CustomerMasterKeySpec is deprecated."))
        for spec in ["ML_DSA_65", "ECC_NIST_EDWARDS25519"] {
            let younger = try await vault.refusal(
                KMS.CreateKey.self, .init(keyUsage: "SIGN_VERIFY", customerMasterKeySpec: spec))
            expectEnumError(younger, spec, at: "customerMasterKeySpec")
        }
    }

    @Test("an unknown spec is refused before anything else")
    func unknownSpec() async throws {
        let spec = try await vault.refusal(KMS.CreateKey.self, .init(keySpec: "AES_256"))
        expectEnumError(spec, "AES_256", at: "keySpec")
        let usage = try await vault.refusal(KMS.CreateKey.self, .init(keyUsage: "WRAP", keySpec: "HMAC_256"))
        expectEnumError(usage, "WRAP", at: "keyUsage")
    }

    private func expectEnumError(_ error: AWSError, _ value: String, at member: String) {
        #expect(error.code == "ValidationException")
        #expect(
            error.message?.hasPrefix(
                "1 validation error detected: Value '\(value)' at '\(member)' failed to satisfy constraint: "
                    + "Member must satisfy enum value set: [") == true)
    }

    @Test("what AWS offers and this vault doesn't is refused by name, for keys and for data key pairs")
    func unsupported() async throws {
        for (spec, usage) in [
            ("ML_DSA_44", "SIGN_VERIFY"), ("ML_KEM_512", "ENCAPSULATE_DECAPSULATE"), ("SM2", "ENCRYPT_DECRYPT"),
            ("SM2", "SIGN_VERIFY"), ("SM2", "KEY_AGREEMENT"),
        ] {
            let error = try await vault.refusal(KMS.CreateKey.self, .init(keyUsage: usage, keySpec: spec))
            #expect(error.code == "UnsupportedOperationException")
            #expect(error.message?.contains(spec) == true)
        }
        let key = try await vault.createKey()
        for spec in ["ML_KEM_512", "SM2"] {
            let pair = try await vault.refusal(KMS.GenerateDataKeyPair.self, .init(keyId: key, keyPairSpec: spec))
            let blind = try await vault.refusal(
                KMS.GenerateDataKeyPairWithoutPlaintext.self, .init(keyId: key, keyPairSpec: spec))
            for error in [pair, blind] {
                #expect(error.code == "UnsupportedOperationException")
                #expect(error.message?.contains(spec) == true)
            }
        }
    }
}
