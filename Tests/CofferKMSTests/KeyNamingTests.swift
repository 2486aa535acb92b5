// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import Testing

@testable import CofferKMS

@Suite("Naming keys: ids, aliases, tags, lists")
struct KeyNamingTests {
    let vault: TestVault

    init() throws { vault = try TestVault() }

    @Test("a new key's metadata is complete")
    func metadata() async throws {
        let made = try #require(
            await vault.call(KMS.CreateKey.self, .init(description: "test key 123")).keyMetadata)
        let read = try #require(await vault.call(KMS.DescribeKey.self, .init(keyId: made.keyId)).keyMetadata)
        for metadata in [made, read] {
            #expect(metadata.awsAccountId == "111122223333")
            #expect(metadata.arn == vault.arn(made.keyId))
            #expect(metadata.creationDate == vault.clock.now())
            #expect(metadata.currentKeyMaterialId?.count == 64)
            #expect(metadata.customerMasterKeySpec == "SYMMETRIC_DEFAULT")
            #expect(metadata.description == "test key 123")
            #expect(metadata.enabled == true)
            #expect(metadata.encryptionAlgorithms == ["SYMMETRIC_DEFAULT"])
            #expect(metadata.keyManager == "CUSTOMER")
            #expect(metadata.keySpec == "SYMMETRIC_DEFAULT")
            #expect(metadata.keyState == "Enabled")
            #expect(metadata.keyUsage == "ENCRYPT_DECRYPT")
            #expect(metadata.multiRegion == false)
            #expect(metadata.origin == "AWS_KMS")
            #expect(metadata.deletionDate == nil)
        }
        let event = try vault.event("CreateKey")
        #expect(event["responseElements"]?["keyMetadata"]?["keyId"]?.string == made.keyId)
    }

    @Test("kinds of keys that there are not are refused clearly")
    func unsupported() async throws {
        let inputs: [KMS.CreateKeyInput] = [
            .init(keyUsage: "SIGN_VERIFY", keySpec: "ML_DSA_44"),
            .init(keyUsage: "ENCAPSULATE_DECAPSULATE", keySpec: "ML_KEM_512"),
            .init(keyUsage: "SIGN_VERIFY", keySpec: "SM2"),
        ]
        for input in inputs {
            let error = try await vault.refusal(KMS.CreateKey.self, input)
            #expect(error.code == "UnsupportedOperationException")
            #expect(error.message?.isEmpty == false)
        }
        let noUsage = try await vault.refusal(KMS.CreateKey.self, .init(keySpec: "HMAC_256"))
        #expect(
            noUsage
                == .validation(
                    "You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys."))
    }

    @Test("a key is found by id, ARN, alias and alias ARN, and otherwise refused in AWS's words")
    func references() async throws {
        let key = try await vault.createKey()
        try await vault.call(KMS.CreateAlias.self, .init(aliasName: "alias/app", targetKeyId: vault.arn(key)))
        let alias = "arn:aws:kms:eu-central-1:111122223333:alias/app"
        for form in [key, vault.arn(key), "alias/app", alias] {
            #expect(try await vault.call(KMS.DescribeKey.self, .init(keyId: form)).keyMetadata?.keyId == key)
        }
        let missing = UniqueID.uuid()
        let refusals = [
            (missing, "Key '\(vault.arn(missing))' does not exist"),
            (vault.arn(missing), "Key '\(vault.arn(missing))' does not exist"),
            ("fake-key-id", "Invalid keyId 'fake-key-id'"),
            ("134f2428cec14b25a1ae9048164dba47", "Invalid keyId '134f2428cec14b25a1ae9048164dba47'"),
            ("mrk-fake-key-id", "Invalid keyId 'mrk-fake-key-id'"),
            ("alias/none", "Alias arn:aws:kms:eu-central-1:111122223333:alias/none is not found."),
            ("arn:aws:kms:ap-southeast-1:111122223333:key/\(key)", "Invalid arn ap-southeast-1"),
        ]
        for (form, message) in refusals {
            let error = try await vault.refusal(KMS.DescribeKey.self, .init(keyId: form))
            #expect(error == AWSError("NotFoundException", message))
        }
        for form in ["alias/app", alias] {
            let error = try await vault.refusal(KMS.GetKeyPolicy.self, .init(keyId: form))
            #expect(error == AWSError("InvalidArnException", "Key Aliases are not supported for this operation."))
        }
    }

    @Test("an alias moved to another key seals with that one, and old blobs still open")
    func retarget() async throws {
        let first = try await vault.createKey()
        let second = try await vault.createKey()
        try await vault.call(KMS.CreateAlias.self, .init(aliasName: "alias/app", targetKeyId: first))
        let old = try await vault.encrypt("alt", "alias/app")
        vault.clock.advance(.seconds(60))
        try await vault.call(KMS.UpdateAlias.self, .init(aliasName: "alias/app", targetKeyId: second))
        let new = try await vault.call(
            KMS.Encrypt.self, .init(keyId: "alias/app", plaintext: SharedSecret(utf8: "neu")))
        #expect(new.keyId == vault.arn(second))
        #expect(try await vault.decrypt(old) == "alt")
        let wrong = try await vault.refusal(KMS.Decrypt.self, .init(ciphertextBlob: old, keyId: "alias/app"))
        #expect(wrong.code == "IncorrectKeyException")
        let entry = try #require(await vault.call(KMS.ListAliases.self, .init(keyId: second)).aliases?.first)
        #expect(entry.aliasName == "alias/app")
        #expect(entry.targetKeyId == second)
        #expect(entry.lastUpdatedDate == vault.clock.now())
        #expect(try await vault.call(KMS.ListAliases.self, .init(keyId: first)).aliases?.isEmpty == true)
        try await vault.call(KMS.DeleteAlias.self, .init(aliasName: "alias/app"))
        let gone = try await vault.refusal(KMS.DeleteAlias.self, .init(aliasName: "alias/app"))
        #expect(gone.code == "NotFoundException")
    }

    @Test("aliases have rules")
    func aliasRules() async throws {
        let key = try await vault.createKey()
        try await vault.call(KMS.CreateAlias.self, .init(aliasName: "alias/app", targetKeyId: key))
        func refusal(_ name: String, _ target: String? = nil) async throws -> AWSError {
            try await vault.refusal(KMS.CreateAlias.self, .init(aliasName: name, targetKeyId: target ?? key))
        }
        #expect(
            try await refusal("app")
                == .validation(
                    "Alias must start with the prefix \"alias/\". "
                        + "Please see https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html"))
        #expect(try await refusal("alias/aws/mine") == AWSError("NotAuthorizedException", nil))
        #expect(
            try await refusal("alias/app")
                == AWSError(
                    "AlreadyExistsException",
                    "An alias with the name arn:aws:kms:eu-central-1:111122223333:alias/app already exists"))
        #expect(try await refusal("alias/b", "alias/app") == .validation("Aliases must refer to keys. Not aliases"))
        for number in 1..<50 {
            try await vault.call(KMS.CreateAlias.self, .init(aliasName: "alias/app\(number)", targetKeyId: key))
        }
        #expect(try await refusal("alias/one-more").code == "LimitExceededException")
    }

    @Test("tags are unique, at most 50, and not AWS's own")
    func tags() async throws {
        let key = try await vault.createKey(.init(tags: [.init(tagKey: "tag1", tagValue: "value1")]))
        func tag(_ tags: [(String, String)]) -> KMS.TagResourceInput {
            .init(keyId: key, tags: tags.map { .init(tagKey: $0.0, tagValue: $0.1) })
        }
        func list() async throws -> [String] {
            try await vault.call(KMS.ListResourceTags.self, .init(keyId: key)).tags?
                .map { "\($0.tagKey)=\($0.tagValue)" } ?? []
        }
        try await vault.call(KMS.TagResource.self, tag([("tag2", "b"), ("tag1", "a")]))
        #expect(try await list() == ["tag1=a", "tag2=b"])
        #expect(
            try await vault.refusal(KMS.TagResource.self, tag([("x", "1"), ("x", "2")]))
                == AWSError("TagException", "Duplicate tag keys"))
        for name in ["aws:x", "AWS:x"] {
            #expect(
                try await vault.refusal(KMS.TagResource.self, tag([(name, "1")]))
                    == AWSError("TagException", "Tags beginning with aws: are reserved"))
        }
        let many = (0..<48).map { ("key\($0)", "v") }
        try await vault.call(KMS.TagResource.self, tag(many))
        #expect(
            try await vault.refusal(KMS.TagResource.self, tag([("one", "more")]))
                == AWSError("TagException", "Too many tags"))
        try await vault.call(KMS.UntagResource.self, .init(keyId: key, tagKeys: many.map(\.0) + ["tag2"]))
        #expect(try await list() == ["tag1=a"])
    }

    @Test("lists come in pages, and a marker counts for its own list only")
    func pages() async throws {
        var made: Set<String> = []
        for _ in 0..<5 { made.insert(try await vault.createKey()) }
        var listed: [String] = []
        var marker: String?
        var pages = 0
        repeat {
            let page = try await vault.call(KMS.ListKeys.self, .init(limit: 2, marker: marker))
            listed += page.keys?.compactMap(\.keyId) ?? []
            #expect(page.truncated == (page.nextMarker != nil))
            marker = page.nextMarker
            pages += 1
        } while marker != nil
        #expect(pages == 3)
        #expect(listed.count == 5)
        #expect(Set(listed) == made)

        let first = try await vault.call(KMS.ListKeys.self, .init(limit: 2))
        let foreign = try await vault.refusal(KMS.ListAliases.self, .init(limit: 2, marker: first.nextMarker))
        #expect(foreign.code == "InvalidMarkerException")
        let elsewhere = try await vault.refusal(
            KMS.ListKeys.self, .init(limit: 2, marker: first.nextMarker), region: "us-east-1")
        #expect(elsewhere.code == "InvalidMarkerException")
        #expect(try await vault.refusal(KMS.ListKeys.self, .init(marker: "x")).code == "InvalidMarkerException")
        #expect(try await vault.refusal(KMS.ListAliases.self, .init(limit: 101)).code == "ValidationException")
        #expect(try await vault.call(KMS.ListKeys.self, .init(), region: "us-east-1").keys?.isEmpty == true)
    }
}
