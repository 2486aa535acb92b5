// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import CofferPipeline
import CofferStore
import Testing

@testable import CofferKMS

/// The 17 operations that take DryRun.
@Suite("Dry runs")
struct DryRunTests {
    let vault: TestVault

    init() throws { vault = try TestVault() }

    private static let wouldSucceed = AWSError(
        "DryRunOperationException", "The request would have succeeded, but the DryRun option is set.")

    static let operations = [
        "CreateGrant", "Decapsulate", "Decrypt", "DeriveSharedSecret", "Encapsulate", "Encrypt", "GenerateDataKey",
        "GenerateDataKeyPair", "GenerateDataKeyPairWithoutPlaintext", "GenerateDataKeyWithoutPlaintext", "GenerateMac",
        "ReEncrypt", "RetireGrant", "RevokeGrant", "Sign", "Verify", "VerifyMac",
    ]

    @Test("a call that would succeed says so, does nothing, and stands in the trail as refused", arguments: operations)
    func success(_ operation: String) async throws {
        let trial = try await DryRunTrial(operation, vault)
        let before = try effects()
        let error = try await vault.outcome { try await trial.call(nil) }
        #expect(error == Self.wouldSucceed)
        #expect(try effects() == before)
        let usage = try await vault.call(KMS.GetKeyLastUsage.self, .init(keyId: trial.key)).keyLastUsage
        #expect(usage?.operation != operation, "a dry run is no use of the key")
        let event = try vault.event(operation)
        #expect(event["errorCode"] == "DryRunOperationException")
        #expect(event["errorMessage"]?.string == Self.wouldSucceed.message)
        #expect(event["responseElements"] == .null)
        #expect(event["additionalEventData"] == nil)
        // CloudTrail shows none of RetireGrant's parameters.
        if operation != "RetireGrant" { #expect(event["requestParameters"]?["dryRun"] == true) }
    }

    @Test("a caller without rights is refused as ever", arguments: operations)
    func denied(_ operation: String) async throws {
        let trial = try await DryRunTrial(operation, vault)
        let stranger = try vault.user(
            "nobody", policy: #"{"Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}"#)
        #expect(try await vault.outcome { try await trial.call(stranger) }?.code == "AccessDeniedException")
    }

    @Test("a disabled key is refused as ever", arguments: operations)
    func disabled(_ operation: String) async throws {
        let trial = try await DryRunTrial(operation, vault)
        try await vault.call(KMS.DisableKey.self, .init(keyId: trial.key))
        let error = try await vault.outcome { try await trial.call(nil) }
        // Grants go in every state.
        let goesOn = ["RetireGrant", "RevokeGrant"].contains(operation)
        let refusal = AWSError("DisabledException", "\(vault.arn(trial.key)) is disabled.")
        #expect(error == (goesOn ? Self.wouldSucceed : refusal))
    }

    @Test("what doesn't fit fails with its own error")
    func failures() async throws {
        let hmac = try await vault.makeKey(.hmac)
        let signing = try await vault.makeKey(.signing)
        let key = try await vault.createKey()
        let text = SharedSecret(utf8: "geheim")
        let blob = try await vault.encrypt("geheim", key, ["v": "1"])
        let mac = try await vault.refusal(
            KMS.VerifyMac.self,
            .init(message: text, keyId: hmac, macAlgorithm: "HMAC_SHA_256", mac: [1, 2, 3], dryRun: true))
        #expect(mac == AWSError("KMSInvalidMacException", nil))
        let signature = try await vault.refusal(
            KMS.Verify.self,
            .init(
                keyId: signing, message: text, signature: [1, 2, 3], signingAlgorithm: "ECDSA_SHA_256", dryRun: true))
        #expect(signature == AWSError("KMSInvalidSignatureException", nil))
        let context = try await vault.refusal(KMS.Decrypt.self, .init(ciphertextBlob: blob, dryRun: true))
        #expect(context == AWSError("InvalidCiphertextException", nil))
        let moved = try await vault.refusal(
            KMS.ReEncrypt.self, .init(destinationKeyId: key, ciphertextBlob: blob, dryRun: true))
        #expect(moved == AWSError("InvalidCiphertextException", nil))
        let algorithm = try await vault.refusal(
            KMS.Sign.self, .init(keyId: signing, message: text, signingAlgorithm: "ECDSA_SHA_384", dryRun: true))
        #expect(algorithm.code == "InvalidKeyUsageException")
        let short = try await vault.refusal(
            KMS.Sign.self,
            .init(
                keyId: signing, message: text, signingAlgorithm: "ECDSA_SHA_256", messageType: "DIGEST", dryRun: true))
        #expect(short == .validation("Digest is invalid length for algorithm ECDSA_SHA_256."))
        let kem = try await vault.makeKey(.encapsulation)
        let length = try await vault.refusal(
            KMS.Decapsulate.self,
            .init(
                keyId: kem, sharedSecretCiphertextBlob: [1, 2, 3], encapsulationAlgorithm: "ML_KEM", dryRun: true))
        #expect(length == AWSError("InvalidCiphertextException", nil))
        let size = try await vault.refusal(KMS.GenerateDataKey.self, .init(keyId: key, dryRun: true))
        #expect(size == .validation("Please specify either number of bytes or key spec."))
        let grant = String(repeating: "0", count: 64)
        let revoking = try await vault.refusal(
            KMS.RevokeGrant.self, .init(keyId: key, grantId: grant, dryRun: true))
        #expect(revoking.code == "NotFoundException")
        let retiring = try await vault.refusal(
            KMS.RetireGrant.self, .init(keyId: vault.arn(key), grantId: grant, dryRun: true))
        #expect(retiring.code == "NotFoundException")
        let missing = try await vault.refusal(
            KMS.Encrypt.self, .init(keyId: "alias/none", plaintext: text, dryRun: true))
        #expect(missing.code == "NotFoundException")
    }

    @Test("without a ciphertext only the rights are tried, and a dry run alone may lack it")
    func ignoringTheCiphertext() async throws {
        let key = try await vault.createKey()
        let ignoring = ["IGNORE_CIPHERTEXT"]
        let decrypting = KMS.DecryptInput(keyId: key, dryRun: true, dryRunModifiers: ignoring)
        let moving = KMS.ReEncryptInput(
            destinationKeyId: key, sourceKeyId: key, dryRun: true, dryRunModifiers: ignoring)
        #expect(try await vault.refusal(KMS.Decrypt.self, decrypting) == Self.wouldSucceed)
        #expect(try await vault.refusal(KMS.ReEncrypt.self, moving) == Self.wouldSucceed)
        let mayNot = try vault.user("ann", policy: #"{"Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}"#)
        #expect(try await vault.refusal(KMS.Decrypt.self, decrypting, as: mayNot).code == "AccessDeniedException")
        #expect(try await vault.refusal(KMS.ReEncrypt.self, moving, as: mayNot).code == "AccessDeniedException")
        for input in [
            KMS.DecryptInput(keyId: key), .init(keyId: key, dryRun: true), .init(keyId: key, dryRunModifiers: ignoring),
            .init(dryRun: true, dryRunModifiers: ignoring),
        ] {
            #expect(try await vault.refusal(KMS.Decrypt.self, input).code == "ValidationException")
        }
    }

    /// How many grants, keys and aliases there are.
    private func effects() throws -> [Int64] {
        try vault.vault.store.read { reader in
            let kinds = [GrantRecord.kind, KeyRecord.kind, AliasRecord.kind]
            return try kinds.map { Int64(try reader.count(in: vault.scope, kind: $0)) }
        }
    }
}
