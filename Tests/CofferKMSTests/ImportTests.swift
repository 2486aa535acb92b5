// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import CofferCrypto
import CofferPipeline
import Testing

@testable import CofferKMS

@Suite("Imported key material")
struct ImportTests {
    let vault: TestVault

    init() throws { vault = try TestVault() }

    @Test("a key tells of its material what AWS tells: before the import, after it, and once it is deleted")
    func metadata() async throws {
        let key = try await vault.createExternalKey()
        let before = try await vault.metadata(key)
        #expect(before.keyState == "PendingImport")
        #expect(before.enabled == false)
        #expect(before.origin == "EXTERNAL")
        #expect(before.expirationModel == nil)
        #expect(before.validTo == nil)
        #expect(before.currentKeyMaterialId == nil)

        let parameters = try await vault.importParameters(key)
        let material = SharedSecret.random(count: 32)
        let expiry = (vault.clock.now() + .days(30)).wholeSeconds
        let imported = try await vault.importMaterial(material, key, parameters) { $0.expire(at: expiry) }
        let after = try await vault.metadata(key)
        #expect(after.keyState == "Enabled")
        #expect(after.enabled == true)
        #expect(after.expirationModel == "KEY_MATERIAL_EXPIRES")
        #expect(after.validTo == expiry)
        #expect(after.currentKeyMaterialId == imported.keyMaterialId)

        let deleted = try await vault.call(KMS.DeleteImportedKeyMaterial.self, .init(keyId: key))
        #expect(deleted.keyId == vault.arn(key))
        #expect(deleted.keyMaterialId == imported.keyMaterialId)
        let gone = try await vault.metadata(key)
        #expect(gone.keyState == "PendingImport")
        #expect(gone.enabled == false)
        #expect(gone.expirationModel == nil)
        #expect(gone.validTo == nil)
        #expect(gone.currentKeyMaterialId == imported.keyMaterialId)

        try await vault.importMaterial(material, key, parameters)
        let again = try await vault.metadata(key)
        #expect(again.keyState == "Enabled")
        #expect(again.expirationModel == "KEY_MATERIAL_DOES_NOT_EXPIRE")
        #expect(again.validTo == nil)
    }

    @Test("expired material serves nobody from that moment on, whether or not the job has been there")
    func expiry() async throws {
        let key = try await vault.createExternalKey()
        let parameters = try await vault.importParameters(key)
        let material = SharedSecret.random(count: 32)
        let expiry = vault.clock.now() + .seconds(3600)
        try await vault.importMaterial(material, key, parameters) { $0.expire(at: expiry) }
        // Unwrapped and cached by then.
        let blob = try await vault.encrypt("geheim", key)
        vault.clock.advance(.seconds(3599))
        #expect(try await vault.decrypt(blob) == "geheim")
        #expect(try await KMSJobs.expireDueMaterials(vault.vault) == 0)

        vault.clock.advance(.seconds(1))
        let refusal = AWSError.invalidState("\(vault.arn(key)) is pending import.")
        #expect(try await vault.refusal(KMS.Decrypt.self, .init(ciphertextBlob: blob)) == refusal)
        let encrypting = KMS.EncryptInput(keyId: key, plaintext: SharedSecret(utf8: "x"))
        #expect(try await vault.refusal(KMS.Encrypt.self, encrypting) == refusal)
        let metadata = try await vault.metadata(key)
        #expect(metadata.keyState == "PendingImport")
        #expect(metadata.expirationModel == nil)
        #expect(metadata.validTo == nil)
        #expect(try vault.record(key)?.value.materials.first?.wrapped != nil, "the job wasn't there yet")

        #expect(try await KMSJobs.expireDueMaterials(vault.vault) == 1)
        #expect(try await KMSJobs.expireDueMaterials(vault.vault) == 0)
        let stored = try #require(try vault.record(key)?.value.materials.first)
        #expect(stored.wrapped == nil)
        #expect(try await vault.refusal(KMS.Decrypt.self, .init(ciphertextBlob: blob)) == refusal)
        let event = try vault.event("DeleteExpiredKeyMaterial")
        #expect(event["eventType"] == "AwsServiceEvent")
        #expect(event["serviceEventDetails"]?["keyMaterialId"]?.string == stored.id)
        #expect(event["resources"]?.array?.first?["ARN"]?.string == vault.arn(key))

        let other = try await vault.importRefusal(.random(count: 32), key, parameters)
        #expect(other == .unexpectedMaterial(stored.id))
        #expect(try await vault.metadata(key).keyState == "PendingImport")
        try await vault.importMaterial(material, key, parameters)
        #expect(try await vault.decrypt(blob) == "geheim")
    }

    @Test("the same material may be imported again at any time: for another expiry, or to enable the key")
    func again() async throws {
        let key = try await vault.createExternalKey()
        let parameters = try await vault.importParameters(key)
        let material = SharedSecret.random(count: 32)
        let first = (vault.clock.now() + .days(10)).wholeSeconds
        try await vault.importMaterial(material, key, parameters) {
            $0.expire(at: first)
            $0.keyMaterialDescription = "from the safe"
        }
        let blob = try await vault.encrypt("geheim", key)
        try await vault.importMaterial(material, key, parameters) {
            $0.expire(at: first + .days(20))
            $0.importType = "EXISTING_KEY_MATERIAL"
        }
        #expect(try await vault.metadata(key).validTo == first + .days(20))
        #expect(try await vault.materials(key).map(\.keyMaterialDescription) == ["from the safe"])
        vault.clock.advance(.days(11))
        #expect(try await KMSJobs.expireDueMaterials(vault.vault) == 0)
        #expect(try await vault.decrypt(blob) == "geheim")

        let renewed = try await vault.importParameters(key)
        try await vault.call(KMS.DisableKey.self, .init(keyId: key))
        try await vault.importMaterial(material, key, renewed) { $0.keyMaterialDescription = "renewed" }
        #expect(try await vault.metadata(key).keyState == "Enabled")
        #expect(try await vault.materials(key).map(\.keyMaterialDescription) == ["renewed"])
        #expect(try await vault.decrypt(blob) == "geheim")
    }

    @Test("material has a name of its own in each key, and the same name when it comes again")
    func names() async throws {
        let material = SharedSecret.random(count: 32)
        var names: [String?] = []
        for _ in 0..<2 {
            let key = try await vault.createExternalKey()
            let parameters = try await vault.importParameters(key)
            let name = try await vault.importMaterial(material, key, parameters).keyMaterialId
            #expect(try await vault.importMaterial(material, key, parameters).keyMaterialId == name)
            names.append(name)
        }
        #expect(names[0] != names[1])
    }

    @Test("the material of HMAC keys and key pairs has no name outside, and nothing else takes its place", arguments: [
        "HMAC_256", "ECC_NIST_P256",
    ])
    func namelessMaterial(_ spec: String) async throws {
        func material() -> SharedSecret {
            spec == "HMAC_256" ? .random(count: 32) : PrivateKey.generate(.p256).encoded
        }
        let key = try await vault.createExternalKey(spec)
        let parameters = try await vault.importParameters(key)
        let first = material()
        #expect(try await vault.importMaterial(first, key, parameters).keyMaterialId == nil)
        #expect(try await vault.metadata(key).currentKeyMaterialId == nil)
        #expect(try await vault.metadata(key).expirationModel == "KEY_MATERIAL_DOES_NOT_EXPIRE")
        let inside = try #require(try vault.record(key)?.value.currentMaterial)
        #expect(try await vault.importRefusal(material(), key, parameters) == .unexpectedMaterial(inside))
        let deleted = try await vault.call(KMS.DeleteImportedKeyMaterial.self, .init(keyId: key))
        #expect(deleted.keyMaterialId == nil)
        #expect(try await vault.metadata(key).keyState == "PendingImport")
        #expect(try await vault.importRefusal(material(), key, parameters) == .unexpectedMaterial(inside))
        try await vault.importMaterial(first, key, parameters)
        #expect(try await vault.metadata(key).keyState == "Enabled")
    }

    @Test("deleting material that isn't there does no harm; naming one that never was is an error")
    func deletion() async throws {
        let key = try await vault.createExternalKey()
        let empty = try await vault.call(KMS.DeleteImportedKeyMaterial.self, .init(keyId: key))
        #expect(empty.keyId == vault.arn(key))
        #expect(empty.keyMaterialId == nil)
        let parameters = try await vault.importParameters(key)
        let id = try await vault.importMaterial(.random(count: 32), key, parameters).keyMaterialId
        let unknown = String(repeating: "0", count: 64)
        let error = try await vault.refusal(
            KMS.DeleteImportedKeyMaterial.self, .init(keyId: key, keyMaterialId: unknown))
        #expect(
            error
                == .validation(
                    "Key material (id: \(unknown)) has never been imported into KMS key \(vault.arn(key))."))
        #expect(try await vault.metadata(key).keyState == "Enabled")
        for _ in 0..<2 {
            let deleted = try await vault.call(
                KMS.DeleteImportedKeyMaterial.self, .init(keyId: key, keyMaterialId: id))
            #expect(deleted.keyMaterialId == id)
        }
        #expect(try vault.record(key)?.value.materials.map(\.wrapped) == [nil])
    }

    @Test("a key without material can't be enabled or disabled, and is without it still when its deletion is cancelled")
    func pendingImport() async throws {
        let key = try await vault.createExternalKey()
        let refusal = AWSError.invalidState("\(vault.arn(key)) is pending import.")
        #expect(try await vault.refusal(KMS.EnableKey.self, .init(keyId: key)) == refusal)
        #expect(try await vault.refusal(KMS.DisableKey.self, .init(keyId: key)) == refusal)
        try await vault.call(KMS.ScheduleKeyDeletion.self, .init(keyId: key, pendingWindowInDays: 7))
        try await vault.call(KMS.CancelKeyDeletion.self, .init(keyId: key))
        #expect(try await vault.metadata(key).keyState == "PendingImport")

        let parameters = try await vault.importParameters(key)
        let material = SharedSecret.random(count: 32)
        try await vault.importMaterial(material, key, parameters)
        try await vault.call(KMS.ScheduleKeyDeletion.self, .init(keyId: key, pendingWindowInDays: 7))
        let leaving = AWSError.invalidState("\(vault.arn(key)) is pending deletion.")
        #expect(try await vault.importRefusal(material, key, parameters) == leaving)
        let asking = KMS.GetParametersForImportInput(
            keyId: key, wrappingAlgorithm: "RSAES_OAEP_SHA_256", wrappingKeySpec: "RSA_2048")
        #expect(try await vault.refusal(KMS.GetParametersForImport.self, asking) == leaving)
        try await vault.call(KMS.DeleteImportedKeyMaterial.self, .init(keyId: key))
        #expect(try await vault.metadata(key).keyState == "PendingDeletion")
        try await vault.call(KMS.CancelKeyDeletion.self, .init(keyId: key))
        #expect(try await vault.metadata(key).keyState == "PendingImport")
        try await vault.importMaterial(material, key, parameters)
    }

    @Test("neither the events of an import nor its errors hold the material or the token")
    func trail() async throws {
        let key = try await vault.createExternalKey()
        let parameters = try await vault.importParameters(key)
        let id = try await vault.importMaterial(.random(count: 32), key, parameters) {
            $0.keyMaterialDescription = "from the safe"
        }.keyMaterialId
        let event = try vault.event("ImportKeyMaterial")
        #expect(event["responseElements"]?["keyId"]?.string == vault.arn(key))
        #expect(event["responseElements"]?["keyMaterialId"]?.string == id)
        #expect(event["requestParameters"]?["keyMaterialDescription"] == "from the safe")
        #expect(event["requestParameters"]?["expirationModel"] == "KEY_MATERIAL_DOES_NOT_EXPIRE")
        #expect(event["requestParameters"]?["importToken"] == nil)
        #expect(event["requestParameters"]?["encryptedKeyMaterial"] == nil)
        let asked = try vault.event("GetParametersForImport")
        #expect(asked["requestParameters"]?["wrappingKeySpec"] == "RSA_2048")
        #expect(asked["responseElements"]?["importToken"] == nil)
        try await vault.call(KMS.DeleteImportedKeyMaterial.self, .init(keyId: key))
        #expect(try vault.event("DeleteImportedKeyMaterial")["responseElements"]?["keyMaterialId"]?.string == id)
    }
}
