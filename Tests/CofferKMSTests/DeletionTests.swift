// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import CofferPipeline
import CofferStore
import CofferStoreSQLite
import Foundation
import Testing

@testable import CofferKMS

/// A database of its own for one test, removed with it.
private final class TemporaryDatabase {
    private let folder: String

    init() throws {
        folder = NSTemporaryDirectory() + "coffer-kms-" + UniqueID.uuid()
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func open() throws -> SQLiteStore { try SQLiteStore(path: folder + "/vault.db") }

    /// Whether the text is anywhere in the files: the database, and what SQLite puts beside it.
    func holds(_ text: String) throws -> Bool {
        try FileManager.default.contentsOfDirectory(atPath: folder).contains { name in
            let bytes = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
            return bytes.range(of: Data(text.utf8)) != nil
        }
    }
}

@Suite("Destroyed keys")
struct DeletionTests {
    private func destroy(_ key: String, in vault: TestVault) async throws {
        try await vault.call(KMS.ScheduleKeyDeletion.self, .init(keyId: key, pendingWindowInDays: 7))
        vault.clock.advance(.days(7))
        #expect(try await KMSJobs.deleteDueKeys(vault.vault) == 1)
    }

    @Test("a key takes its aliases, grants, counters and last use with it, and leaves other keys' alone")
    func traces() async throws {
        let vault = try TestVault()
        let key = try await vault.createKey()
        let other = try await vault.createKey()
        for (number, id) in [key, key, other].enumerated() {
            try await vault.call(KMS.CreateAlias.self, .init(aliasName: "alias/\(number)", targetKeyId: id))
            try await vault.call(
                KMS.CreateGrant.self,
                .init(keyId: id, operations: ["Decrypt"], granteePrincipal: "arn:aws:iam::\(vault.account):root"))
            _ = try await vault.encrypt("x", id)
        }
        func settings(_ id: String) throws -> [String] {
            try vault.vault.store.read { try $0.settings(withPrefix: "").map(\.name).filter { $0.contains(id) } }
        }
        #expect(try settings(key).count == 2)
        try await destroy(key, in: vault)
        #expect(try settings(key) == [])
        #expect(try settings(other).count == 2)
        let (keys, aliases, grants) = try vault.vault.store.read { reader in
            (
                try reader.count(in: nil, kind: KeyRecord.kind), try reader.count(in: nil, kind: AliasRecord.kind),
                try reader.count(in: nil, kind: GrantRecord.kind)
            )
        }
        #expect((keys, aliases, grants) == (1, 1, 1))
        let left = try await vault.call(KMS.ListAliases.self, .init()).aliases
        #expect(left?.map(\.aliasName) == ["alias/2"])
        #expect(try await vault.call(KMS.ListGrants.self, .init(keyId: other)).grants?.count == 1)
        // Their names are free again.
        try await vault.call(KMS.CreateAlias.self, .init(aliasName: "alias/0", targetKeyId: other))
        let event = try vault.event("DeleteKey")
        #expect(event["eventType"] == "AwsServiceEvent")
        #expect(event["responseElements"]?["keyId"]?.string == vault.arn(key))
        #expect(event["requestParameters"]?.string == nil)
    }

    @Test("nothing of a destroyed key's material is left in the files")
    func bytes() async throws {
        let database = try TemporaryDatabase()
        let vault = try TestVault(store: database.open())
        let key = try await vault.createKey()
        for _ in 0..<3 { try await vault.call(KMS.RotateKeyOnDemand.self, .init(keyId: key)) }
        let pair = try await vault.createKey(.init(keyUsage: "SIGN_VERIFY", keySpec: "RSA_2048"))
        let staying = try await vault.createKey()
        // Changes write the record anew, elsewhere in the file.
        try await vault.call(
            KMS.UpdateKeyDescription.self, .init(keyId: key, description: String(repeating: "long ", count: 600)))
        let materials = try [key, pair].flatMap { try #require(try vault.record($0)).value.materials }
            .compactMap(\.wrapped)
        #expect(materials.count == 5)
        let kept = try #require(try vault.record(staying)?.value.materials.first?.wrapped)
        for material in materials { #expect(try database.holds(material), "so that it can be missed") }
        for id in [key, pair] {
            try await vault.call(KMS.ScheduleKeyDeletion.self, .init(keyId: id, pendingWindowInDays: 7))
        }
        vault.clock.advance(.days(7))
        #expect(try await KMSJobs.deleteDueKeys(vault.vault) == 2)
        try vault.vault.close()
        for material in materials { #expect(try !database.holds(material)) }
        #expect(try database.holds(kept))
    }

    @Test("nothing of imported material is left in the files once it was deleted or has expired", arguments: [
        true, false,
    ])
    func importedBytes(_ isExpired: Bool) async throws {
        let database = try TemporaryDatabase()
        let vault = try TestVault(store: database.open())
        let key = try await vault.createExternalKey()
        let parameters = try await vault.importParameters(key)
        try await vault.importMaterial(.random(count: 32), key, parameters) {
            $0.expire(at: vault.clock.now() + .seconds(60))
        }
        let material = try #require(try vault.record(key)?.value.materials.first?.wrapped)
        #expect(try database.holds(material), "so that it can be missed")
        if isExpired {
            vault.clock.advance(.seconds(60))
            #expect(try await KMSJobs.expireDueMaterials(vault.vault) == 1)
        } else {
            try await vault.call(KMS.DeleteImportedKeyMaterial.self, .init(keyId: key))
        }
        try vault.vault.close()
        #expect(try !database.holds(material))
    }

    @Test("a vault that was down sweeps up all that has become due meanwhile")
    func downtime() async throws {
        let vault = try TestVault()
        let staying = try await vault.createKey()
        for _ in 0..<130 {
            let key = try await vault.createKey()
            try await vault.call(KMS.ScheduleKeyDeletion.self, .init(keyId: key, pendingWindowInDays: 7))
        }
        vault.clock.advance(.days(400))
        #expect(try await vault.call(KMS.ListKeys.self, .init(limit: 1000)).keys?.map(\.keyId) == [staying])
        #expect(try await KMSJobs.deleteDueKeys(vault.vault) == 130)
        #expect(try vault.vault.store.read { try $0.count(in: nil, kind: KeyRecord.kind) } == 1)
    }

    @Test("two jobs at the same time destroy a key once")
    func race() async throws {
        let vault = try TestVault()
        let key = try await vault.createKey()
        try await vault.call(KMS.ScheduleKeyDeletion.self, .init(keyId: key, pendingWindowInDays: 7))
        vault.clock.advance(.days(7))
        async let one = KMSJobs.deleteDueKeys(vault.vault)
        async let other = KMSJobs.deleteDueKeys(vault.vault)
        #expect(try await one + other == 1)
        #expect(try vault.events("DeleteKey").count == 1)
    }
}
