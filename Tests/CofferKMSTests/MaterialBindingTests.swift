// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import CofferPipeline
import CofferStore
import Testing

@testable import CofferKMS

/// Somebody who can write the database, and no more, must not get one key's material to work as another's.
@Suite("Material is bound to its row")
struct MaterialBindingTests {
    let vault: TestVault

    init() throws { vault = try TestVault() }

    /// Changes a stored key behind the vault's back, but for its caches.
    private func tamper(_ key: String, region: String? = nil, _ change: (inout KeyRecord) -> Void) async throws {
        var record = try #require(try vault.record(key, region: region))
        change(&record.value)
        let stored = record
        try await vault.vault.commits.submit(
            .init(
                preconditions: [], epoch: vault.vault.epoch,
                effect: { writer in
                    try writer.update(stored)
                    return []
                }))
    }

    private func wrapped(_ key: String, region: String? = nil) throws -> String {
        try #require(try vault.record(key, region: region)?.value.materials.first?.wrapped)
    }

    private func expectUnusable(_ key: String, _ blob: [UInt8]? = nil, region: String? = nil) async throws {
        let encrypting = try await vault.refusal(
            KMS.Encrypt.self, .init(keyId: key, plaintext: SharedSecret(utf8: "x")), region: region)
        #expect(encrypting.status >= 500)
        guard let blob else { return }
        let opening = try await vault.refusal(KMS.Decrypt.self, .init(ciphertextBlob: blob), region: region)
        #expect(opening.status >= 500)
    }

    private func importing(_ material: SharedSecret) async throws -> String {
        let key = try await vault.createExternalKey()
        let parameters = try await vault.importParameters(key)
        try await vault.importMaterial(material, key, parameters)
        return key
    }

    @Test("another key's material doesn't open, be it imported or ours")
    func otherKey() async throws {
        let imported = try await importing(.random(count: 32))
        let other = try await importing(.random(count: 32))
        let ours = try await vault.createKey()
        let blob = try await vault.encrypt("geheim", imported)
        for source in [other, ours] {
            let foreign = try wrapped(source)
            try await tamper(imported) { $0.materials[0].wrapped = foreign }
            try await expectUnusable(imported, blob)
        }
        let foreign = try wrapped(other)
        try await tamper(ours) { $0.materials[0].wrapped = foreign }
        try await expectUnusable(ours)
    }

    @Test("another key's material doesn't open under its own name either")
    func otherKeyWithName() async throws {
        let one = try await importing(.random(count: 32))
        let other = try await importing(.random(count: 32))
        let foreign = try #require(try vault.record(other)?.value.materials.first)
        try await tamper(one) { record in
            record.materials = [foreign]
            record.currentMaterial = foreign.id
        }
        try await expectUnusable(one)
    }

    @Test("an older material doesn't open in the place of the current one")
    func otherGeneration() async throws {
        let key = try await vault.createKey()
        try await vault.call(KMS.RotateKeyOnDemand.self, .init(keyId: key))
        let blob = try await vault.encrypt("geheim", key)
        let old = try wrapped(key)
        try await tamper(key) { $0.materials[1].wrapped = old }
        try await expectUnusable(key, blob)
    }

    @Test("a replica's material doesn't open in another Region's row, though it is the same")
    func otherRegion() async throws {
        let key = try await vault.createKey(.init(multiRegion: true))
        try await vault.call(KMS.ReplicateKey.self, .init(keyId: key, replicaRegion: "us-east-1"))
        let blob = try await vault.encrypt("geheim", key)
        let foreign = try wrapped(key, region: "us-east-1")
        #expect(try wrapped(key) != foreign)
        try await tamper(key) { $0.materials[0].wrapped = foreign }
        try await expectUnusable(key, blob)
        #expect(try await vault.decrypt(blob, region: "us-east-1") == "geheim")
    }

    @Test("a private key doesn't open in the place of another key's")
    func keyPairs() async throws {
        let input = KMS.CreateKeyInput(keyUsage: "SIGN_VERIFY", keySpec: "ECC_NIST_P256")
        let one = try await vault.createKey(input)
        let other = try await vault.createKey(input)
        let foreign = try wrapped(other)
        try await tamper(one) { $0.materials[0].wrapped = foreign }
        let error = try await vault.refusal(
            KMS.Sign.self,
            .init(keyId: one, message: SharedSecret(utf8: "x"), signingAlgorithm: "ECDSA_SHA_256"))
        #expect(error.status >= 500)
    }
}
