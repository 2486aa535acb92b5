// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import AWSSigning
import CofferBase
import CofferCrypto
import Testing

@testable import CofferKMS

/// A call of one operation that would succeed, with DryRun, and the key that it is about.
struct DryRunTrial: Sendable {
    let key: String
    let call: @Sendable (Credentials?) async throws -> Void

    private static let text = SharedSecret(utf8: "geheim")

    init(_ operation: String, _ vault: TestVault) async throws {
        switch operation {
        case "CreateGrant", "RetireGrant", "RevokeGrant":
            self = try await Self.grants(operation, vault)
        case "GenerateMac", "VerifyMac", "Sign", "Verify":
            self = try await Self.authenticity(operation, vault)
        case "DeriveSharedSecret", "Encapsulate", "Decapsulate":
            self = try await Self.sharedSecrets(operation, vault)
        default: self = try await Self.encryption(operation, vault)
        }
    }

    private init<O: AWSOperation>(_ operation: O.Type, _ key: String, _ vault: TestVault, _ input: O.Input) {
        self.key = key
        call = { credentials in try await vault.call(O.self, input, as: credentials) }
    }

    private static func grants(_ operation: String, _ vault: TestVault) async throws -> DryRunTrial {
        let key = try await vault.createKey()
        var input = KMS.CreateGrantInput(
            keyId: key, operations: ["Decrypt"], granteePrincipal: "arn:aws:iam::\(vault.account):root")
        if operation == "CreateGrant" {
            input.dryRun = true
            return DryRunTrial(KMS.CreateGrant.self, key, vault, input)
        }
        let grant = try #require(await vault.call(KMS.CreateGrant.self, input).grantId)
        return operation == "RetireGrant"
            ? DryRunTrial(KMS.RetireGrant.self, key, vault, .init(keyId: vault.arn(key), grantId: grant, dryRun: true))
            : DryRunTrial(KMS.RevokeGrant.self, key, vault, .init(keyId: key, grantId: grant, dryRun: true))
    }

    private static func authenticity(_ operation: String, _ vault: TestVault) async throws -> DryRunTrial {
        let hmac = "HMAC_SHA_256"
        let ecdsa = "ECDSA_SHA_256"
        let key = try await vault.makeKey(operation.hasSuffix("Mac") ? .hmac : .signing)
        switch operation {
        case "GenerateMac":
            return DryRunTrial(
                KMS.GenerateMac.self, key, vault, .init(message: text, keyId: key, macAlgorithm: hmac, dryRun: true))
        case "VerifyMac":
            let mac = try #require(
                await vault.call(KMS.GenerateMac.self, .init(message: text, keyId: key, macAlgorithm: hmac)).mac)
            return DryRunTrial(
                KMS.VerifyMac.self, key, vault,
                .init(message: text, keyId: key, macAlgorithm: hmac, mac: mac, dryRun: true))
        case "Sign":
            return DryRunTrial(
                KMS.Sign.self, key, vault, .init(keyId: key, message: text, signingAlgorithm: ecdsa, dryRun: true))
        default:
            let signature = try #require(
                await vault.call(KMS.Sign.self, .init(keyId: key, message: text, signingAlgorithm: ecdsa)).signature)
            return DryRunTrial(
                KMS.Verify.self, key, vault,
                .init(keyId: key, message: text, signature: signature, signingAlgorithm: ecdsa, dryRun: true))
        }
    }

    private static func sharedSecrets(_ operation: String, _ vault: TestVault) async throws -> DryRunTrial {
        guard operation != "DeriveSharedSecret" else {
            let key = try await vault.makeKey(.agreement)
            let publicKey = PrivateKey.generate(.p256).publicKey
            return DryRunTrial(
                KMS.DeriveSharedSecret.self, key, vault,
                .init(keyId: key, keyAgreementAlgorithm: "ECDH", publicKey: publicKey, dryRun: true))
        }
        let key = try await vault.makeKey(.encapsulation)
        var input = KMS.EncapsulateInput(keyId: key, encapsulationAlgorithm: "ML_KEM")
        guard operation == "Decapsulate" else {
            input.dryRun = true
            return DryRunTrial(KMS.Encapsulate.self, key, vault, input)
        }
        let blob = try #require(await vault.call(KMS.Encapsulate.self, input).sharedSecretCiphertextBlob)
        return DryRunTrial(
            KMS.Decapsulate.self, key, vault,
            .init(keyId: key, sharedSecretCiphertextBlob: blob, encapsulationAlgorithm: "ML_KEM", dryRun: true))
    }

    private static func encryption(_ operation: String, _ vault: TestVault) async throws -> DryRunTrial {
        let key = try await vault.createKey()
        switch operation {
        case "Encrypt":
            return DryRunTrial(KMS.Encrypt.self, key, vault, .init(keyId: key, plaintext: text, dryRun: true))
        case "Decrypt":
            let blob = try await vault.encrypt("geheim", key)
            return DryRunTrial(KMS.Decrypt.self, key, vault, .init(ciphertextBlob: blob, dryRun: true))
        case "ReEncrypt":
            let blob = try await vault.encrypt("geheim", key)
            let other = try await vault.createKey()
            return DryRunTrial(
                KMS.ReEncrypt.self, key, vault, .init(destinationKeyId: other, ciphertextBlob: blob, dryRun: true))
        case "GenerateDataKey":
            return DryRunTrial(
                KMS.GenerateDataKey.self, key, vault, .init(keyId: key, keySpec: "AES_256", dryRun: true))
        case "GenerateDataKeyWithoutPlaintext":
            return DryRunTrial(
                KMS.GenerateDataKeyWithoutPlaintext.self, key, vault,
                .init(keyId: key, keySpec: "AES_256", dryRun: true))
        case "GenerateDataKeyPair":
            return DryRunTrial(
                KMS.GenerateDataKeyPair.self, key, vault,
                .init(keyId: key, keyPairSpec: "ECC_NIST_P256", dryRun: true))
        case "GenerateDataKeyPairWithoutPlaintext":
            return DryRunTrial(
                KMS.GenerateDataKeyPairWithoutPlaintext.self, key, vault,
                .init(keyId: key, keyPairSpec: "ECC_NIST_P256", dryRun: true))
        default: throw TestVault.NotRefused(operation: operation)
        }
    }
}
