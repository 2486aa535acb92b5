// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import CofferCrypto
import CofferPipeline
import Testing

@testable import CofferKMS

/// Imported material has to be brought to each Region. Source of the rules: responses recorded from AWS.
@Suite("Imported multi-Region keys")
struct MultiRegionImportTests {
    let vault: TestVault
    let first = SharedSecret.random(count: 32)
    let second = SharedSecret.random(count: 32)
    let here = "eu-central-1"
    let there = "us-east-1"
    static let waiting = "PENDING_MULTI_REGION_IMPORT_AND_ROTATION"

    init() throws { vault = try TestVault() }

    /// A key with its material here, and in the replicas too.
    private struct Key {
        let id: String
        var parameters: [String: ImportParameters] = [:]
        var first = ""
    }

    private func key(replicas: [String]) async throws -> Key {
        var key = Key(id: try await vault.createExternalKey(multiRegion: true))
        key.parameters[here] = try await vault.importParameters(key.id)
        key.first = try #require(try await bring(first, key, here))
        for region in replicas {
            try await vault.replicate(key.id, to: region)
            key.parameters[region] = try await vault.importParameters(key.id, region: region)
            try await bring(first, key, region)
        }
        return key
    }

    @discardableResult
    private func bring(
        _ material: SharedSecret, _ key: Key, _ region: String,
        _ change: (inout KMS.ImportKeyMaterialInput) -> Void = { _ in }
    ) async throws -> String? {
        let parameters = try #require(key.parameters[region])
        return try await vault.importMaterial(material, key.id, parameters, region: region, change).keyMaterialId
    }

    @discardableResult
    private func bringNew(_ material: SharedSecret, _ key: Key) async throws -> String {
        let id = try await bring(material, key, here) {
            $0.importType = "NEW_KEY_MATERIAL"
            $0.keyMaterialDescription = "new"
        }
        return try #require(id)
    }

    private func states(_ key: Key, _ region: String) async throws -> [String?] {
        try await vault.materials(key.id, region: region).map(\.keyMaterialState)
    }

    private func importStates(_ key: Key, _ region: String) async throws -> [String?] {
        try await vault.materials(key.id, region: region).map(\.importState)
    }

    private func rotationRefusal(_ key: Key) async throws -> AWSError {
        try await vault.refusal(KMS.RotateKeyOnDemand.self, .init(keyId: key.id))
    }

    static let notEverywhere = AWSError.invalidState(
        "Cannot perform key material rotation: Key material has not been imported for replicas of the Multi-Region key.")

    @Test("a replica knows which material it needs, and takes no other")
    func replica() async throws {
        let key = try await key(replicas: [])
        let blob = try await vault.encrypt("geheim", key.id)
        try await vault.replicate(key.id, to: there)
        let metadata = try await vault.metadata(key.id, region: there)
        #expect(metadata.keyState == "PendingImport")
        #expect(metadata.enabled == false)
        #expect(metadata.currentKeyMaterialId == key.first)
        #expect(metadata.expirationModel == nil)
        let refusal = AWSError.invalidState("\(vault.arn(key.id, region: there)) is pending import.")
        #expect(try await vault.refusal(KMS.Decrypt.self, .init(ciphertextBlob: blob), region: there) == refusal)
        let entry = try #require(try await vault.materials(key.id, region: there).first)
        #expect(entry.keyMaterialId == key.first)
        #expect(entry.importState == "PENDING_IMPORT")
        #expect(entry.keyMaterialState == "CURRENT")
        #expect(try vault.record(key.id, region: there)?.value.materials.map(\.wrapped) == [nil])

        let parameters = try await vault.importParameters(key.id, region: there)
        func refused(
            _ material: SharedSecret, _ change: (inout KMS.ImportKeyMaterialInput) -> Void = { _ in }
        ) async throws -> AWSError {
            try await vault.importRefusal(material, key.id, parameters, region: there, change)
        }
        #expect(try await refused(second) == .unexpectedMaterial(key.first))
        #expect(
            try await refused(first) { $0.keyMaterialDescription = "x" }
                == .validation("Key material description can only be specified on primary Multi-Region keys"))
        #expect(
            try await refused(second) { $0.importType = "NEW_KEY_MATERIAL" }
                == .validation(
                    "Input parameter ImportType NEW_KEY_MATERIAL cannot be used on replica Multi-Region keys"))
        // The primary's token is not the replica's.
        let primary = try #require(key.parameters[here])
        #expect(
            try await vault.importRefusal(first, key.id, primary, region: there)
                == AWSError("InvalidImportTokenException", nil))

        let imported = try await vault.importMaterial(first, key.id, parameters, region: there)
        #expect(imported.keyId == vault.arn(key.id, region: there))
        #expect(imported.keyMaterialId == key.first)
        #expect(try await vault.decrypt(blob, region: there) == "geheim")
    }

    @Test("HMAC keys and key pairs have to be brought to the replicas as well", arguments: [
        "HMAC_512", "ECC_NIST_EDWARDS25519",
    ])
    func others(_ spec: String) async throws {
        func material() -> SharedSecret {
            spec == "HMAC_512" ? .random(count: 64) : PrivateKey.generate(.ed25519).encoded
        }
        let right = material()
        let algorithm = spec == "HMAC_512" ? "RSAES_OAEP_SHA_256" : "RSA_AES_KEY_WRAP_SHA_256"
        let key = try await vault.createExternalKey(spec, multiRegion: true)
        try await vault.importMaterial(right, key, try await vault.importParameters(key, algorithm))
        try await vault.replicate(key, to: there)
        #expect(try await vault.state(key, region: there) == "PendingImport")
        let parameters = try await vault.importParameters(key, algorithm, region: there)
        let wrong = try await vault.importRefusal(material(), key, parameters, region: there)
        #expect(wrong.code == "IncorrectKeyMaterialException")
        let output = try await vault.importMaterial(right, key, parameters, region: there)
        #expect(output.keyMaterialId == nil)
        #expect(try await vault.state(key, region: there) == "Enabled")
    }

    @Test("new material is rotated to once every Region has it, and then by all of them at once")
    func rotation() async throws {
        let regions = [here, "eu-west-1", there]
        let key = try await key(replicas: [there, "eu-west-1"])
        let old = try await vault.encrypt("alt", key.id, region: there)
        let new = try await bringNew(second, key)
        for region in regions {
            #expect(try await states(key, region) == ["CURRENT", Self.waiting])
            let isHere = region == here
            #expect(try await importStates(key, region) == ["IMPORTED", isHere ? "IMPORTED" : "PENDING_IMPORT"])
            let entry = try await vault.materials(key.id, region: region).last
            #expect(entry?.keyMaterialDescription == "new")
            #expect(entry?.expirationModel == (isHere ? "KEY_MATERIAL_DOES_NOT_EXPIRE" : nil))
            #expect(try await vault.state(key.id, region: region) == "Enabled")
        }
        #expect(try await rotationRefusal(key) == Self.notEverywhere)
        try await bring(second, key, there)
        #expect(try await importStates(key, there) == ["IMPORTED", "IMPORTED"])
        for region in regions { #expect(try await states(key, region) == ["CURRENT", Self.waiting]) }
        #expect(try await rotationRefusal(key) == Self.notEverywhere)
        try await bring(second, key, "eu-west-1")
        for region in regions { #expect(try await states(key, region) == ["CURRENT", "PENDING_ROTATION"]) }

        try await vault.call(KMS.RotateKeyOnDemand.self, .init(keyId: key.id))
        for region in regions {
            #expect(try await states(key, region) == ["NON_CURRENT", "CURRENT"])
            #expect(try await vault.metadata(key.id, region: region).currentKeyMaterialId == new)
            #expect(try await vault.decrypt(old, region: region) == "alt")
            let blob = try await vault.encrypt("neu", key.id, region: region)
            #expect(try await vault.decrypt(blob) == "neu")
        }
    }

    @Test("deleting waiting material in a replica makes all wait again; in the primary it is gone everywhere")
    func deletingPending() async throws {
        let key = try await key(replicas: [there])
        let new = try await bringNew(second, key)
        try await bring(second, key, there)
        try await vault.call(
            KMS.DeleteImportedKeyMaterial.self, .init(keyId: key.id, keyMaterialId: new), region: there)
        for region in [here, there] { #expect(try await states(key, region) == ["CURRENT", Self.waiting]) }
        #expect(try await importStates(key, there) == ["IMPORTED", "PENDING_IMPORT"])
        #expect(try await rotationRefusal(key) == Self.notEverywhere)
        try await bring(second, key, there)
        for region in [here, there] { #expect(try await states(key, region) == ["CURRENT", "PENDING_ROTATION"]) }

        try await vault.call(KMS.DeleteImportedKeyMaterial.self, .init(keyId: key.id, keyMaterialId: new))
        for region in [here, there] {
            #expect(try await states(key, region) == ["CURRENT"])
            #expect(try await vault.state(key.id, region: region) == "Enabled")
        }
        let error = try await vault.importRefusal(
            second, key.id, try #require(key.parameters[there]), region: there)
        #expect(error == .unexpectedMaterial(key.first))
    }

    @Test("losing material in one Region is that Region's loss alone")
    func loss() async throws {
        let key = try await key(replicas: [there])
        let blob = try await vault.encrypt("geheim", key.id)
        try await vault.call(KMS.DeleteImportedKeyMaterial.self, .init(keyId: key.id))
        #expect(try await vault.state(key.id) == "PendingImport")
        #expect(try await vault.decrypt(blob, region: there) == "geheim")
        let expiry = (vault.clock.now() + .seconds(60)).wholeSeconds
        try await bring(first, key, here)
        try await bring(first, key, there) { $0.expire(at: expiry) }
        #expect(try await vault.metadata(key.id).validTo == nil)
        #expect(try await vault.metadata(key.id, region: there).validTo == expiry)
        vault.clock.advance(.seconds(60))
        #expect(try await KMSJobs.expireDueMaterials(vault.vault) == 1)
        #expect(try await vault.state(key.id, region: there) == "PendingImport")
        #expect(try await vault.decrypt(blob) == "geheim")
        #expect(try vault.event("DeleteExpiredKeyMaterial")["awsRegion"]?.string == there)
    }

    @Test("a replica made while material waits has to have it too before it is rotated to")
    func lateReplica() async throws {
        var key = try await key(replicas: [])
        try await bringNew(second, key)
        #expect(try await states(key, here) == ["CURRENT", "PENDING_ROTATION"])
        try await vault.replicate(key.id, to: there)
        for region in [here, there] { #expect(try await states(key, region) == ["CURRENT", Self.waiting]) }
        #expect(try await rotationRefusal(key) == Self.notEverywhere)
        key.parameters[there] = try await vault.importParameters(key.id, region: there)
        try await bring(first, key, there)
        #expect(try await vault.state(key.id, region: there) == "Enabled")
        try await bring(second, key, there)
        for region in [here, there] { #expect(try await states(key, region) == ["CURRENT", "PENDING_ROTATION"]) }
        try await vault.call(KMS.RotateKeyOnDemand.self, .init(keyId: key.id))
        #expect(try await vault.state(key.id, region: there) == "Enabled")
    }

    @Test("a replica that is gone is waited for no longer")
    func goneReplica() async throws {
        let key = try await key(replicas: [there, "eu-west-1"])
        try await bringNew(second, key)
        try await bring(second, key, "eu-west-1")
        #expect(try await rotationRefusal(key) == Self.notEverywhere)
        try await vault.destroy(key.id, region: there)
        for region in [here, "eu-west-1"] {
            #expect(try await states(key, region) == ["CURRENT", "PENDING_ROTATION"])
        }
        try await vault.call(KMS.RotateKeyOnDemand.self, .init(keyId: key.id))
        #expect(try await states(key, "eu-west-1") == ["NON_CURRENT", "CURRENT"])
    }

    @Test("a description that the primary gives is every Region's")
    func descriptions() async throws {
        let key = try await key(replicas: [there])
        try await bring(first, key, here) { $0.keyMaterialDescription = "from the safe" }
        #expect(try await vault.materials(key.id, region: there).map(\.keyMaterialDescription) == ["from the safe"])
        let before = try vault.record(key.id, region: there)?.revision
        try await bring(first, key, here)
        #expect(try await vault.materials(key.id).map(\.keyMaterialDescription) == ["from the safe"])
        #expect(try vault.record(key.id, region: there)?.revision == before, "nothing changed there")
    }

    @Test("the primary Region changes only between keys that have their material")
    func primaryRegion() async throws {
        let key = try await key(replicas: [there])
        try await vault.call(KMS.DeleteImportedKeyMaterial.self, .init(keyId: key.id), region: there)
        #expect(
            try await vault.refusal(KMS.UpdatePrimaryRegion.self, .init(keyId: key.id, primaryRegion: there))
                == .invalidState("\(vault.arn(key.id, region: there)) is pending import."))
        try await bring(first, key, there)
        try await vault.call(KMS.UpdatePrimaryRegion.self, .init(keyId: key.id, primaryRegion: there))
        // New material comes by way of the new primary.
        try await bring(second, key, there) { $0.importType = "NEW_KEY_MATERIAL" }
        try await bring(second, key, here)
        try await vault.call(KMS.RotateKeyOnDemand.self, .init(keyId: key.id), region: there)
        #expect(try await states(key, here) == ["NON_CURRENT", "CURRENT"])
    }
}
