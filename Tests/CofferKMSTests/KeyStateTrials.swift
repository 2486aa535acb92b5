// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import CofferCrypto
import Testing

@testable import CofferKMS

/// One operation on keys in whatever state.
struct StateTrial: Sendable, CustomTestStringConvertible {
    let operation: String
    /// Which of the operation's keys is in the state, where there are several.
    let role: String?
    let kinds: [KeyKind]
    /// While the key is usable. Returns what `call` needs.
    let prepare: @Sendable (TestVault, String) async throws -> [UInt8]
    let call: @Sendable (TestVault, String, [UInt8]) async throws -> Void

    var testDescription: String { role.map { "\(operation) (\($0))" } ?? operation }

    init<O: AWSOperation>(
        _ operation: O.Type, _ kinds: [KeyKind], role: String? = nil,
        prepare: @escaping @Sendable (TestVault, String) async throws -> [UInt8] = { _, _ in [] },
        input: @escaping @Sendable (_ vault: TestVault, _ key: String, _ prepared: [UInt8]) throws -> O.Input
    ) {
        self.operation = O.name
        self.role = role
        self.kinds = kinds
        self.prepare = prepare
        call = { vault, key, prepared in try await vault.call(O.self, try input(vault, key, prepared)) }
    }

    static let all = cryptography + dataKeys + lifecycle + rotation + imports + multiRegion + naming + access

    private static let message = SharedSecret(utf8: "geheim")
    private static let any: [KeyKind] = [.symmetric]

    @Sendable private static func encrypted(_ vault: TestVault, _ key: String) async throws -> [UInt8] {
        try await vault.encrypt("geheim", key)
    }

    @Sendable private static func encryptedWithRSA(_ vault: TestVault, _ key: String) async throws -> [UInt8] {
        let output = try await vault.call(
            KMS.Encrypt.self, .init(keyId: key, plaintext: message, encryptionAlgorithm: "RSAES_OAEP_SHA_256"))
        return try #require(output.ciphertextBlob)
    }

    private static let cryptography: [StateTrial] = [
        StateTrial(KMS.Encrypt.self, [.symmetric, .external, .multiRegion]) { _, key, _ in
            .init(keyId: key, plaintext: message)
        },
        StateTrial(KMS.Encrypt.self, [.rsa], role: "RSA") { _, key, _ in
            .init(keyId: key, plaintext: message, encryptionAlgorithm: "RSAES_OAEP_SHA_1")
        },
        StateTrial(KMS.Decrypt.self, [.symmetric, .external], prepare: encrypted) { _, _, blob in
            .init(ciphertextBlob: blob)
        },
        StateTrial(KMS.Decrypt.self, [.rsa], role: "RSA", prepare: encryptedWithRSA) { _, key, blob in
            .init(ciphertextBlob: blob, keyId: key, encryptionAlgorithm: "RSAES_OAEP_SHA_256")
        },
        StateTrial(KMS.ReEncrypt.self, [.symmetric], role: "source", prepare: reEncryption) { _, _, prepared in
            .init(destinationKeyId: text(prepared.prefix(36)), ciphertextBlob: Array(prepared.dropFirst(36)))
        },
        StateTrial(
            KMS.ReEncrypt.self, [.symmetric], role: "destination",
            prepare: { vault, _ in try await encrypted(vault, vault.makeKey(.symmetric)) },
            input: { _, key, blob in .init(destinationKeyId: key, ciphertextBlob: blob) }),
        StateTrial(KMS.Sign.self, [.signing]) { _, key, _ in
            .init(keyId: key, message: message, signingAlgorithm: "ECDSA_SHA_256")
        },
        StateTrial(
            KMS.Verify.self, [.signing],
            prepare: { vault, key in
                let input = KMS.SignInput(keyId: key, message: message, signingAlgorithm: "ECDSA_SHA_256")
                return try #require(await vault.call(KMS.Sign.self, input).signature)
            },
            input: { _, key, signature in
                .init(keyId: key, message: message, signature: signature, signingAlgorithm: "ECDSA_SHA_256")
            }),
        StateTrial(KMS.GenerateMac.self, [.hmac]) { _, key, _ in
            .init(message: message, keyId: key, macAlgorithm: "HMAC_SHA_256")
        },
        StateTrial(
            KMS.VerifyMac.self, [.hmac],
            prepare: { vault, key in
                let input = KMS.GenerateMacInput(message: message, keyId: key, macAlgorithm: "HMAC_SHA_256")
                return try #require(await vault.call(KMS.GenerateMac.self, input).mac)
            },
            input: { _, key, mac in .init(message: message, keyId: key, macAlgorithm: "HMAC_SHA_256", mac: mac) }),
        StateTrial(
            KMS.DeriveSharedSecret.self, [.agreement],
            prepare: { vault, _ in try await vault.publicKey(vault.makeKey(.agreement)) },
            input: { _, key, publicKey in .init(keyId: key, keyAgreementAlgorithm: "ECDH", publicKey: publicKey) }),
        StateTrial(KMS.Encapsulate.self, [.encapsulation]) { _, key, _ in
            .init(keyId: key, encapsulationAlgorithm: "ML_KEM")
        },
        StateTrial(
            KMS.Decapsulate.self, [.encapsulation],
            prepare: { vault, key in
                let input = KMS.EncapsulateInput(keyId: key, encapsulationAlgorithm: "ML_KEM")
                return try #require(await vault.call(KMS.Encapsulate.self, input).sharedSecretCiphertextBlob)
            },
            input: { _, key, blob in
                .init(keyId: key, sharedSecretCiphertextBlob: blob, encapsulationAlgorithm: "ML_KEM")
            }),
        StateTrial(KMS.GetPublicKey.self, [.signing, .agreement, .encapsulation]) { _, key, _ in .init(keyId: key) },
    ]

    /// Another key's id, and a ciphertext of this one.
    @Sendable private static func reEncryption(_ vault: TestVault, _ key: String) async throws -> [UInt8] {
        Array(try await vault.makeKey(.symmetric).utf8) + (try await encrypted(vault, key))
    }

    private static func text(_ bytes: some Sequence<UInt8>) -> String { String(decoding: Array(bytes), as: UTF8.self) }

    private static let dataKeys: [StateTrial] = [
        StateTrial(KMS.GenerateDataKey.self, any) { _, key, _ in .init(keyId: key, keySpec: "AES_256") },
        StateTrial(KMS.GenerateDataKeyWithoutPlaintext.self, any) { _, key, _ in
            .init(keyId: key, keySpec: "AES_256")
        },
        StateTrial(KMS.GenerateDataKeyPair.self, any) { _, key, _ in .init(keyId: key, keyPairSpec: "ECC_NIST_P256") },
        StateTrial(KMS.GenerateDataKeyPairWithoutPlaintext.self, any) { _, key, _ in
            .init(keyId: key, keyPairSpec: "ECC_NIST_P256")
        },
    ]

    private static let lifecycle: [StateTrial] = [
        StateTrial(KMS.EnableKey.self, any) { _, key, _ in .init(keyId: key) },
        StateTrial(KMS.DisableKey.self, any) { _, key, _ in .init(keyId: key) },
        StateTrial(KMS.ScheduleKeyDeletion.self, any) { _, key, _ in .init(keyId: key) },
        StateTrial(KMS.CancelKeyDeletion.self, [.symmetric, .external]) { _, key, _ in .init(keyId: key) },
        StateTrial(KMS.DescribeKey.self, [.symmetric, .external, .signing]) { _, key, _ in .init(keyId: key) },
        StateTrial(KMS.GetKeyLastUsage.self, any) { _, key, _ in .init(keyId: key) },
        StateTrial(KMS.UpdateKeyDescription.self, any) { _, key, _ in .init(keyId: key, description: "other") },
    ]

    private static let rotation: [StateTrial] = [
        StateTrial(KMS.EnableKeyRotation.self, [.symmetric, .external]) { _, key, _ in .init(keyId: key) },
        StateTrial(KMS.DisableKeyRotation.self, [.symmetric, .external]) { _, key, _ in .init(keyId: key) },
        StateTrial(KMS.GetKeyRotationStatus.self, [.symmetric, .external]) { _, key, _ in .init(keyId: key) },
        StateTrial(KMS.ListKeyRotations.self, [.symmetric, .external]) { _, key, _ in .init(keyId: key) },
        StateTrial(KMS.RotateKeyOnDemand.self, [.symmetric, .external], prepare: addPendingMaterial) { _, key, _ in
            .init(keyId: key)
        },
    ]

    /// Imported keys rotate to material that was imported for it.
    @Sendable private static func addPendingMaterial(_ vault: TestVault, _ key: String) async throws -> [UInt8] {
        let id = Hex.encode([UInt8](repeating: 9, count: 32))
        var material = KeyCrypto(vault: vault.vault).wrap(
            .random(count: 32), id, for: key, in: vault.scope, at: vault.clock.now())
        material.pending = .rotation
        let pending = material
        try await vault.rewrite(key) { if $0.origin == "EXTERNAL" { $0.materials.append(pending) } }
        return []
    }

    private static let imports: [StateTrial] = [
        StateTrial(KMS.GetParametersForImport.self, [.external, .symmetric]) { _, key, _ in
            .init(keyId: key, wrappingAlgorithm: "RSAES_OAEP_SHA_256", wrappingKeySpec: "RSA_2048")
        },
        StateTrial(KMS.ImportKeyMaterial.self, [.external, .symmetric], prepare: wrappedMaterial) { _, key, prepared in
            .init(
                keyId: key, importToken: Array(prepared.dropFirst(256)),
                encryptedKeyMaterial: Array(prepared.prefix(256)), expirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE")
        },
        StateTrial(KMS.DeleteImportedKeyMaterial.self, [.external, .symmetric]) { _, key, _ in .init(keyId: key) },
    ]

    /// The key's own material as it is imported, then the token; any bytes for a key that takes none.
    @Sendable private static func wrappedMaterial(_ vault: TestVault, _ key: String) async throws -> [UInt8] {
        let input = KMS.GetParametersForImportInput(
            keyId: key, wrappingAlgorithm: "RSAES_OAEP_SHA_256", wrappingKeySpec: "RSA_2048")
        guard let made = try? await vault.call(KMS.GetParametersForImport.self, input) else {
            return [UInt8](repeating: 0, count: 300)
        }
        let der = try #require(made.publicKey).withUnsafeBytes { Array($0) }
        let wrapping = try PublicKey(der: der, spec: .rsa2048)
        let wrapped = TestVault.importedBytes(32).withUnsafeBytes { wrapping.encrypt($0, .oaepSHA256) }
        return try #require(wrapped) + (try #require(made.importToken))
    }

    private static let multiRegion: [StateTrial] = [
        StateTrial(KMS.ReplicateKey.self, [.multiRegion]) { _, key, _ in
            .init(keyId: key, replicaRegion: "us-east-1")
        },
        StateTrial(
            KMS.UpdatePrimaryRegion.self, [.multiRegion],
            prepare: { vault, key in
                try await vault.call(KMS.ReplicateKey.self, .init(keyId: key, replicaRegion: "us-east-1"))
                return []
            },
            input: { _, key, _ in .init(keyId: key, primaryRegion: "us-east-1") }),
    ]

    private static let naming: [StateTrial] = [
        StateTrial(KMS.CreateAlias.self, any) { _, key, _ in .init(aliasName: "alias/\(key)", targetKeyId: key) },
        StateTrial(
            KMS.UpdateAlias.self, any, role: "target",
            prepare: { vault, key in try await addAlias(key, to: vault.makeKey(.symmetric), vault) },
            input: { _, key, _ in .init(aliasName: "alias/\(key)", targetKeyId: key) }),
        StateTrial(
            KMS.UpdateAlias.self, any, role: "source",
            prepare: { vault, key in
                _ = try await addAlias(key, to: key, vault)
                return Array(try await vault.makeKey(.symmetric).utf8)
            },
            input: { _, key, other in .init(aliasName: "alias/\(key)", targetKeyId: text(other)) }),
        StateTrial(
            KMS.DeleteAlias.self, any, prepare: { vault, key in try await addAlias(key, to: key, vault) },
            input: { _, key, _ in .init(aliasName: "alias/\(key)") }),
        StateTrial(KMS.ListAliases.self, any) { _, key, _ in .init(keyId: key) },
        StateTrial(KMS.TagResource.self, any) { _, key, _ in
            .init(keyId: key, tags: [.init(tagKey: "a", tagValue: "b")])
        },
        StateTrial(KMS.UntagResource.self, any) { _, key, _ in .init(keyId: key, tagKeys: ["a"]) },
        StateTrial(KMS.ListResourceTags.self, any) { _, key, _ in .init(keyId: key) },
    ]

    @Sendable private static func addAlias(_ name: String, to key: String, _ vault: TestVault) async throws -> [UInt8] {
        try await vault.call(KMS.CreateAlias.self, .init(aliasName: "alias/\(name)", targetKeyId: key))
        return []
    }

    private static let access: [StateTrial] = [
        StateTrial(KMS.GetKeyPolicy.self, any) { _, key, _ in .init(keyId: key) },
        StateTrial(KMS.PutKeyPolicy.self, any) { vault, key, _ in
            .init(keyId: key, policy: KeyPolicyText.standard(for: vault.scope))
        },
        StateTrial(KMS.ListKeyPolicies.self, any) { _, key, _ in .init(keyId: key) },
        StateTrial(KMS.CreateGrant.self, [.symmetric, .external]) { vault, key, _ in grant(vault, key) },
        StateTrial(KMS.ListGrants.self, any) { _, key, _ in .init(keyId: key) },
        StateTrial(KMS.RevokeGrant.self, any, prepare: grantID) { _, key, grant in
            .init(keyId: key, grantId: text(grant))
        },
        StateTrial(KMS.RetireGrant.self, any, prepare: grantID) { vault, key, grant in
            .init(keyId: vault.arn(key), grantId: text(grant))
        },
    ]

    private static func grant(_ vault: TestVault, _ key: String) -> KMS.CreateGrantInput {
        .init(keyId: key, operations: ["Decrypt"], granteePrincipal: "arn:aws:iam::\(vault.account):root")
    }

    @Sendable private static func grantID(_ vault: TestVault, _ key: String) async throws -> [UInt8] {
        Array(try #require(await vault.call(KMS.CreateGrant.self, grant(vault, key)).grantId).utf8)
    }
}
