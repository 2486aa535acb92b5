// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import CofferPipeline
import CofferStore
import Testing

@testable import CofferSecrets

@Suite("values, keys and the log")
struct SecretValueTests {
    let vault: SecretsVault

    init() throws { vault = try SecretsVault() }

    @Test("bytes come back as bytes")
    func binary() async throws {
        let bytes: [UInt8] = [0, 255, 1, 254]
        try await vault.call(
            SM.CreateSecret.self,
            .init(name: "s", clientRequestToken: UniqueID.uuid(), secretBinary: SharedSecret(copying: bytes)))
        let output = try await vault.call(SM.GetSecretValue.self, .init(secretId: "s"))
        #expect(output.secretString == nil)
        #expect(try #require(output.secretBinary).isEqual(to: SharedSecret(copying: bytes)))
    }

    @Test("the largest value fits")
    func largest() async throws {
        let value = String(repeating: "x", count: 65_536)
        try await vault.create("s", value)
        #expect(try await vault.value("s") == value)
    }

    @Test("a plaintext is found in no record and no event")
    func canary() async throws {
        let canary = "canary-93f1c2"
        let key = try await vault.createKey()
        try await vault.create("s", canary, key: key)
        try await vault.put("s", canary + "2")
        try await vault.call(
            SM.UpdateSecret.self,
            .init(secretId: "s", clientRequestToken: UniqueID.uuid(), secretString: SharedSecret(utf8: canary + "3")))
        _ = try await vault.value("s")
        _ = try await vault.call(SM.BatchGetSecretValue.self, .init(secretIdList: ["s"]))
        _ = try await vault.refusal(
            SM.CreateSecret.self,
            .init(name: "s", clientRequestToken: UniqueID.uuid(), secretString: SharedSecret(utf8: canary)))
        let encoded = Base64.encode(Array(canary.utf8)).prefix(12)
        for event in try vault.events() {
            #expect(!event.text().contains(canary) && !event.text().contains(encoded))
        }
        let records = try vault.vault.store.read {
            try $0.records(in: vault.scope, kind: SecretVersionRecord.kind, after: nil, limit: 10)
                + $0.records(in: vault.scope, kind: SecretRecord.kind, after: nil, limit: 10)
        }
        for record in records { #expect(!String(decoding: record.document, as: UTF8.self).contains(canary)) }
    }

    @Test("the log shows a creation with a hidden value, and the uses of the key as events of their own")
    func trail() async throws {
        let made = try await vault.create("s", "one")
        let create = try vault.event("CreateSecret")
        #expect(create["requestParameters"]?["secretString"]?.string == "HIDDEN_DUE_TO_SECURITY_REASONS")
        #expect(create["responseElements"]?["arn"]?.string == made.arn)
        #expect(create["responseElements"]?["versionId"]?.string == made.versionId)
        #expect(create["readOnly"]?.bool == false)
        let sealed = try vault.event("GenerateDataKey")
        let context = sealed["requestParameters"]?["encryptionContext"]
        #expect(context?["SecretARN"]?.string == made.arn)
        #expect(context?["SecretVersionId"]?.string == made.versionId)
        #expect(sealed["userIdentity"]?["invokedBy"]?.string == "secretsmanager.amazonaws.com")
        _ = try await vault.value("s")
        let read = try vault.event("GetSecretValue")
        #expect(read["readOnly"]?.bool == true)
        #expect(read["requestParameters"]?["secretId"]?.string == "s")
        #expect(try vault.event("Decrypt")["eventSource"]?.string == "kms.amazonaws.com")
    }

    @Test("the date of access has no time, and only the first reading of a day writes")
    func accessed() async throws {
        try await vault.create("s", "one")
        #expect(try await vault.call(SM.DescribeSecret.self, .init(secretId: "s")).lastAccessedDate == nil)
        func revision() throws -> Int64? {
            try vault.vault.store.read { try $0.revision(of: SecretRecord.key("s", in: vault.scope)) }
        }
        let before = try revision()
        _ = try await vault.value("s")
        let first = try revision()
        #expect(before != first)
        _ = try await vault.value("s")
        #expect(try revision() == first)
        let described = try await vault.call(SM.DescribeSecret.self, .init(secretId: "s"))
        #expect(described.lastAccessedDate == Timestamp(year: 2026, month: 11, day: 23))
        vault.clock.advance(.days(1))
        _ = try await vault.value("s")
        #expect(try revision() != first)
    }

    @Test("readings at the same time on a new day all succeed")
    func readers() async throws {
        try await vault.create("s", "one")
        try await withThrowingTaskGroup(of: String?.self) { group in
            for _ in 0..<16 { group.addTask { try await vault.value("s") } }
            for try await value in group { #expect(value == "one") }
        }
    }

    @Test("a new key seals the labelled versions anew, so that the old one can go")
    func keyChange() async throws {
        let old = try await vault.createKey()
        let new = try await vault.createKey()
        let first = try #require(try await vault.create("s", "one", key: old).versionId)
        try await vault.put("s", "two")
        try await vault.call(SM.UpdateSecret.self, .init(secretId: "s", kmsKeyId: new))
        try await vault.call(KMS.DisableKey.self, .init(keyId: old))
        #expect(try await vault.value("s") == "two")
        #expect(try await vault.value("s", version: first) == "one")
        #expect(try await vault.call(SM.DescribeSecret.self, .init(secretId: "s")).kmsKeyId == new)
        // To the default key, which isn't there yet.
        try await vault.call(SM.UpdateSecret.self, .init(secretId: "s", kmsKeyId: ""))
        try await vault.call(KMS.DisableKey.self, .init(keyId: new))
        #expect(try await vault.value("s", stage: "AWSPREVIOUS") == "one")
        #expect(try await vault.call(SM.DescribeSecret.self, .init(secretId: "s")).kmsKeyId == nil)
    }

    @Test("a disabled key keeps its secrets shut")
    func disabled() async throws {
        let key = try await vault.createKey()
        try await vault.create("s", "one", key: key)
        try await vault.call(KMS.DisableKey.self, .init(keyId: key))
        #expect(try await vault.refusal(SM.GetSecretValue.self, .init(secretId: "s")).code == "DecryptionFailure")
        let put = try await vault.refusal(
            SM.PutSecretValue.self,
            .init(secretId: "s", clientRequestToken: UniqueID.uuid(), secretString: SharedSecret(utf8: "two")))
        #expect(put.code == "EncryptionFailure")
    }

    @Test("a description is changed without a version; an empty one is none")
    func description() async throws {
        try await vault.create("s", description: "")
        #expect(try await vault.call(SM.DescribeSecret.self, .init(secretId: "s")).description == nil)
        let output = try await vault.call(SM.UpdateSecret.self, .init(secretId: "s", description: "new"))
        #expect(output.versionId == nil)
        #expect(try await vault.call(SM.DescribeSecret.self, .init(secretId: "s")).description == "new")
    }

    @Test("tags keep their order, and an emptied list is empty, not missing")
    func tags() async throws {
        try await vault.create("s")
        func tags() async throws -> [String]? {
            try await vault.call(SM.DescribeSecret.self, .init(secretId: "s")).tags?.map {
                "\($0.key ?? "")=\($0.value ?? "")"
            }
        }
        #expect(try await tags() == nil)
        try await vault.call(
            SM.TagResource.self,
            .init(secretId: "s", tags: [SM.Tag(key: "b", value: "1"), SM.Tag(key: "a", value: "2")]))
        try await vault.call(SM.TagResource.self, .init(secretId: "s", tags: [SM.Tag(key: "b", value: "3")]))
        #expect(try await tags() == ["b=3", "a=2"])
        try await vault.call(SM.UntagResource.self, .init(secretId: "s", tagKeys: ["a", "b", "c"]))
        #expect(try await tags() == [])
        for wrong in [[SM.Tag(key: "aws:x", value: "")], [SM.Tag(key: "x", value: "1"), SM.Tag(key: "x", value: "2")]] {
            #expect(
                try await vault.refusal(SM.TagResource.self, .init(secretId: "s", tags: wrong)).code
                    == "InvalidParameterException")
        }
    }

    @Test("of old versions without labels those are removed that are over a hundred and a day old")
    func retention() throws {
        var secret = SecretRecord(name: "s", suffix: "abcdef", createdAt: 0)
        try secret.attach(["AWSCURRENT"], toNew: "v000")
        let now = Timestamp(milliseconds: 10 * 86_400_000)
        let places = (0..<130).map { number in
            let isRecent = number >= 110
            return VersionRetention.Place(
                key: "k\(number)", revision: 1,
                versionID: "v" + String(repeating: "0", count: 3 - "\(number)".count) + "\(number)",
                createdAt: isRecent ? now.milliseconds - 1000 : Int64(number))
        }
        let gone = VersionRetention.expendable(places, of: secret, at: now).map(\.versionID)
        #expect(gone.count == 30)
        #expect(gone.first == "v001" && gone.last == "v030")
        let recent = places.filter { $0.createdAt > 200 } + places.prefix(5)
        #expect(VersionRetention.expendable(recent, of: secret, at: now).isEmpty)
    }

    @Test("old versions go when one is put, labelled and recent ones stay")
    func purge() async throws {
        let first = try #require(try await vault.create("s", "0").versionId)
        try await vault.call(
            SM.UpdateSecretVersionStage.self, .init(secretId: "s", versionStage: "keep", moveToVersionId: first))
        for number in 1...104 { try await vault.put("s", "\(number)") }
        #expect(try vault.count(SecretVersionRecord.kind) == 105)
        vault.clock.advance(.days(2))
        try await vault.put("s", "last")
        #expect(try vault.count(SecretVersionRecord.kind) == 100)
        #expect(try await vault.value("s", version: first) == "0")
    }

    @Test("naming the key a secret has already encrypts its labelled versions anew, with the key's newest material")
    func encryptedAnew() async throws {
        let key = try await vault.createKey()
        let old = try #require(try await vault.create("s", "old", key: key).versionId)
        let new = try #require(try await vault.put("s", "new").versionId)
        let before = try ciphertexts()
        #expect(before.count == 2)
        try await vault.call(SM.UpdateSecret.self, .init(secretId: "s", description: "said anew"))
        #expect(try ciphertexts() == before)
        try await vault.call(KMS.RotateKeyOnDemand.self, .init(keyId: key))
        try await vault.call(SM.UpdateSecret.self, .init(secretId: "s", kmsKeyId: key))
        #expect(try ciphertexts().isDisjoint(with: before))
        #expect(try await vault.value("s", version: old) == "old")
        #expect(try await vault.value("s", version: new) == "new")
    }

    private func ciphertexts() throws -> Set<String> {
        try vault.vault.store.read { reader in
            let stored = try reader.records(in: vault.scope, kind: SecretVersionRecord.kind, after: nil, limit: 100)
            return Set(try stored.compactMap { try JSONValue(parsing: String(decoding: $0.document, as: UTF8.self))["ciphertext"]?.string })
        }
    }
}
