// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import CofferPipeline
import Testing

@testable import CofferKMS

/// A key with several imported materials. Source of the rules: responses recorded from AWS.
@Suite("Rotation of imported keys")
struct ImportedRotationTests {
    let vault: TestVault
    let first = SharedSecret.random(count: 32)
    let second = SharedSecret.random(count: 32)

    init() throws { vault = try TestVault() }

    private struct Key {
        let id: String
        let parameters: ImportParameters
        let first: String
    }

    private func key() async throws -> Key {
        let id = try await vault.createExternalKey()
        let parameters = try await vault.importParameters(id)
        let name = try await vault.importMaterial(first, id, parameters) { $0.keyMaterialDescription = "one" }
        return Key(id: id, parameters: parameters, first: try #require(name.keyMaterialId))
    }

    /// Imports another material to rotate to.
    private func add(
        _ material: SharedSecret, _ key: Key, _ change: (inout KMS.ImportKeyMaterialInput) -> Void = { _ in }
    ) async throws -> String {
        let output = try await vault.importMaterial(material, key.id, key.parameters) {
            $0.importType = "NEW_KEY_MATERIAL"
            change(&$0)
        }
        return try #require(output.keyMaterialId)
    }

    private func rotate(_ key: Key) async throws {
        let output = try await vault.call(KMS.RotateKeyOnDemand.self, .init(keyId: key.id))
        #expect(output.keyId == vault.arn(key.id))
    }

    @Test("new material waits for its rotation; then it seals, and what the old one sealed still opens")
    func rotation() async throws {
        let key = try await key()
        let old = try await vault.encrypt("alt", key.id)
        let second = try await add(second, key) { $0.keyMaterialDescription = "two" }
        #expect(second != key.first)
        #expect(try await vault.metadata(key.id).currentKeyMaterialId == key.first)
        let waiting = try await vault.materials(key.id)
        #expect(waiting.map(\.keyId) == [vault.arn(key.id), vault.arn(key.id)])
        #expect(waiting.map(\.keyMaterialId) == [key.first, second])
        #expect(waiting.map(\.keyMaterialState) == ["CURRENT", "PENDING_ROTATION"])
        #expect(waiting.map(\.importState) == ["IMPORTED", "IMPORTED"])
        #expect(waiting.map(\.keyMaterialDescription) == ["one", "two"])
        #expect(
            waiting.map(\.expirationModel) == ["KEY_MATERIAL_DOES_NOT_EXPIRE", "KEY_MATERIAL_DOES_NOT_EXPIRE"])
        #expect(waiting.map(\.rotationType) == [nil, nil])
        let unrotated = try await vault.call(KMS.ListKeyRotations.self, .init(keyId: key.id)).rotations
        #expect(unrotated?.isEmpty == true)
        let between = try await vault.encrypt("dazwischen", key.id)

        vault.clock.advance(.seconds(60))
        try await rotate(key)
        #expect(try await vault.metadata(key.id).currentKeyMaterialId == second)
        let new = try await vault.encrypt("neu", key.id)
        for (blob, text, material) in [(old, "alt", key.first), (between, "dazwischen", key.first), (new, "neu", second)] {
            let output = try await vault.call(KMS.Decrypt.self, .init(ciphertextBlob: blob))
            #expect(output.plaintext?.withText { $0 } == text)
            #expect(output.keyMaterialId == material)
        }
        let rotated = try await vault.materials(key.id)
        #expect(rotated.map(\.keyMaterialState) == ["NON_CURRENT", "CURRENT"])
        #expect(rotated.map(\.rotationType) == [nil, "ON_DEMAND"])
        #expect(rotated.map(\.rotationDate) == [nil, vault.clock.now()])
        let event = try vault.event("RotateKey")
        #expect(event["serviceEventDetails"]?["keyOrigin"] == "EXTERNAL")
        #expect(event["serviceEventDetails"]?["previousKeyMaterialId"]?.string == key.first)
        #expect(event["serviceEventDetails"]?["currentKeyMaterialId"]?.string == second)
    }

    @Test("there is nothing to rotate to before new material is imported, nor after it was rotated to")
    func nothingPending() async throws {
        let empty = try await vault.createExternalKey()
        #expect(
            try await vault.refusal(KMS.RotateKeyOnDemand.self, .init(keyId: empty))
                == .invalidState("\(vault.arn(empty)) is pending import."))
        let key = try await key()
        let none = AWSError.invalidState(
            "No available key material pending rotation for the key: \(vault.arn(key.id)).")
        #expect(try await vault.refusal(KMS.RotateKeyOnDemand.self, .init(keyId: key.id)) == none)
        _ = try await add(second, key)
        try await rotate(key)
        #expect(try await vault.refusal(KMS.RotateKeyOnDemand.self, .init(keyId: key.id)) == none)
    }

    @Test("only one material waits at a time")
    func onePending() async throws {
        let key = try await key()
        let pending = try await add(second, key)
        let third = SharedSecret.random(count: 32)
        let error = try await vault.importRefusal(third, key.id, key.parameters) { $0.importType = "NEW_KEY_MATERIAL" }
        let id = error.message?.split(separator: " ").dropFirst(4).first?.dropLast(1) ?? ""
        #expect(id.utf8.count == 64)
        #expect(
            error
                == .invalidState(
                    "New key material (id: \(id)) cannot be imported into KMS key \(vault.arn(key.id)), because another "
                        + "key material (id: \(pending)) is pending rotation."))
        // Without the type it can only be one that the key has.
        #expect(
            try await vault.importRefusal(third, key.id, key.parameters) == .unexpectedMaterial(key.first))
        // The one that waits may come again.
        let expiry = (vault.clock.now() + .days(3)).wholeSeconds
        try await vault.importMaterial(second, key.id, key.parameters) { $0.expire(at: expiry) }
        #expect(try await vault.materials(key.id).map(\.validTo) == [nil, expiry])
        #expect(try await vault.metadata(key.id).validTo == nil, "the key doesn't need it yet")
        try await rotate(key)
        #expect(try await vault.metadata(key.id).validTo == expiry)
    }

    @Test("deleting material that waits leaves no trace of it, and the key as it was")
    func deletingPending() async throws {
        let key = try await key()
        let blob = try await vault.encrypt("alt", key.id)
        let pending = try await add(second, key) { $0.keyMaterialDescription = "two" }
        let deleted = try await vault.call(
            KMS.DeleteImportedKeyMaterial.self, .init(keyId: key.id, keyMaterialId: pending))
        #expect(deleted.keyMaterialId == pending)
        #expect(try await vault.metadata(key.id).keyState == "Enabled")
        #expect(try await vault.materials(key.id).map(\.keyMaterialId) == [key.first])
        #expect(try await vault.decrypt(blob) == "alt")
        #expect(try await add(second, key) == pending)
        #expect(try await vault.materials(key.id).map(\.keyMaterialDescription) == ["one", nil])
    }

    @Test("a key that lacks one of its materials can do nothing, even with the others", arguments: [true, false])
    func deletingUsed(_ isCurrent: Bool) async throws {
        let key = try await key()
        let old = try await vault.encrypt("alt", key.id)
        let second = try await add(second, key)
        try await rotate(key)
        let new = try await vault.encrypt("neu", key.id)
        let wanted = isCurrent ? second : key.first
        // The current one needs no name.
        try await vault.call(
            KMS.DeleteImportedKeyMaterial.self, .init(keyId: key.id, keyMaterialId: isCurrent ? nil : wanted))
        let metadata = try await vault.metadata(key.id)
        #expect(metadata.keyState == "PendingImport")
        #expect(metadata.expirationModel == nil)
        #expect(metadata.currentKeyMaterialId == second)
        let refusal = AWSError.invalidState("\(vault.arn(key.id)) is pending import.")
        for blob in [old, new] {
            #expect(try await vault.refusal(KMS.Decrypt.self, .init(ciphertextBlob: blob)) == refusal)
        }
        let listed = try await vault.materials(key.id)
        let gone = try #require(listed.first { $0.keyMaterialId == wanted })
        #expect(gone.importState == "PENDING_IMPORT")
        #expect(gone.expirationModel == nil)
        #expect(gone.validTo == nil)
        #expect(listed.first { $0.keyMaterialId != wanted }?.importState == "IMPORTED")
        #expect(try await vault.refusal(KMS.RotateKeyOnDemand.self, .init(keyId: key.id)) == refusal)

        let (right, wrong) = isCurrent ? (self.second, first) : (first, self.second)
        let error = try await vault.importRefusal(wrong, key.id, key.parameters) { $0.keyMaterialId = wanted }
        #expect(error == .unexpectedMaterial(wanted))
        try await vault.importMaterial(right, key.id, key.parameters) { $0.keyMaterialId = wanted }
        #expect(try await vault.decrypt(old) == "alt")
        #expect(try await vault.decrypt(new) == "neu")
    }

    @Test("an older material that expires takes the key with it, at the earliest of all the dates")
    func expiryOfOlder() async throws {
        let key = try await key()
        let early = (vault.clock.now() + .seconds(7200)).wholeSeconds
        _ = try await add(second, key) { $0.expire(at: early + .days(3)) }
        try await rotate(key)
        #expect(try await vault.metadata(key.id).validTo == early + .days(3))
        try await vault.importMaterial(first, key.id, key.parameters) { $0.expire(at: early) }
        #expect(try await vault.metadata(key.id).validTo == early)
        let blob = try await vault.encrypt("neu", key.id)
        vault.clock.advance(.seconds(7200))
        #expect(try await vault.metadata(key.id).keyState == "PendingImport")
        #expect(
            try await vault.refusal(KMS.Decrypt.self, .init(ciphertextBlob: blob))
                == .invalidState("\(vault.arn(key.id)) is pending import."))
        #expect(try await KMSJobs.expireDueMaterials(vault.vault) == 1)
        #expect(try vault.record(key.id)?.value.materials.map { $0.wrapped == nil } == [true, false])
        try await vault.importMaterial(first, key.id, key.parameters)
        #expect(try await vault.decrypt(blob) == "neu")
    }

    @Test("material that expires while it waits is not rotated to, and can be imported again")
    func expiryOfPending() async throws {
        let key = try await key()
        let pending = try await add(second, key) { $0.expire(at: vault.clock.now() + .seconds(60)) }
        vault.clock.advance(.seconds(60))
        for _ in 0..<2 {
            #expect(try await vault.metadata(key.id).keyState == "Enabled")
            let error = try await vault.refusal(KMS.RotateKeyOnDemand.self, .init(keyId: key.id))
            #expect(error.code == "KMSInvalidStateException")
            #expect(error.message?.contains(pending) == true)
            #expect(try await vault.metadata(key.id).currentKeyMaterialId == key.first)
            // The same once its secret is destroyed.
            try await KMSJobs.expireDueMaterials(vault.vault)
        }
        #expect(try vault.record(key.id)?.value.materials.map { $0.wrapped == nil } == [false, true])
        #expect(try await vault.materials(key.id).map(\.importState) == ["IMPORTED", "PENDING_IMPORT"])
        try await vault.importMaterial(second, key.id, key.parameters)
        try await rotate(key)
        #expect(try await vault.metadata(key.id).currentKeyMaterialId == pending)
    }
}
