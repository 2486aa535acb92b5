// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import AWSClient
import AWSSigning
import CofferBase
import Testing

@testable import CofferEngine

/// Invariant 7 against texts that Swift takes for equal: the Kelvin sign U+212A is canonically a K.
@Suite("Names that look alike")
struct ExactNamesTests {
    private static let kelvin = "\u{212a}"

    private func user(_ name: String, _ statements: String, _ fixture: EngineFixture) async throws -> AWSClient {
        _ = try await fixture.client.call(IAM.CreateUser.self, .init(userName: name))
        _ = try await fixture.client.call(
            IAM.PutUserPolicy.self,
            .init(
                userName: name, policyName: "p",
                policyDocument: #"{"Version":"2012-10-17","Statement":[\#(statements)]}"#))
        let made = try await fixture.client.call(IAM.CreateAccessKey.self, .init(userName: name)).accessKey
        return fixture.client.with(
            credentials: StaticCredentialProvider(.init(accessKeyID: made.accessKeyId, secret: made.secretAccessKey)))
    }

    @Test("a policy is never taken for another that looks alike")
    func policies() async throws {
        let fixture = try EngineFixture()
        func key(denying tenant: String) async throws -> String {
            let policy = """
                {"Version":"2012-10-17","Statement":[
                  {"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"kms:*","Resource":"*"},
                  {"Effect":"Deny","Principal":"*","Action":"kms:Encrypt","Resource":"*",
                   "Condition":{"StringEquals":{"kms:EncryptionContext:tenant":"\(tenant)"}}}]}
                """
            let made = try await fixture.client.call(KMS.CreateKey.self, .init(policy: policy))
            return try #require(made.keyMetadata?.arn)
        }
        func encrypt(_ key: String, tenant: String) async throws {
            _ = try await fixture.client.call(
                KMS.Encrypt.self,
                .init(keyId: key, plaintext: SharedSecret(utf8: "x"), encryptionContext: ["tenant": tenant]))
        }
        let decoy = try await key(denying: #"\u212a1"#)
        try await encrypt(decoy, tenant: "K1")
        let guarded = try await key(denying: "K1")
        await #expect(throws: AWSError.self) { try await encrypt(guarded, tenant: "K1") }
        try await encrypt(guarded, tenant: Self.kelvin + "1")
    }

    @Test("a tag is never taken for another that looks alike")
    func tags() async throws {
        let fixture = try EngineFixture()
        _ = try await fixture.client.call(
            SecretsManager.CreateSecret.self,
            .init(name: "s", secretString: SharedSecret(utf8: "hidden"), tags: [.init(key: "Key", value: "prod")]))
        let reader = try await user(
            "reader",
            #"{"Effect":"Allow","Action":"secretsmanager:GetSecretValue","Resource":"*","Condition":{"StringEquals":{"aws:ResourceTag/Key":"dev"}}},{"Effect":"Allow","Action":["secretsmanager:TagResource","kms:Decrypt"],"Resource":"*"}"#,
            fixture)
        _ = try await reader.call(
            SecretsManager.TagResource.self, .init(secretId: "s", tags: [.init(key: Self.kelvin + "ey", value: "dev")]))
        await #expect(throws: AWSError.self) {
            try await reader.call(SecretsManager.GetSecretValue.self, .init(secretId: "s"))
        }
        let key = try await fixture.key()
        _ = try await fixture.client.call(
            KMS.TagResource.self, .init(keyId: key, tags: [.init(tagKey: "Key", tagValue: "prod")]))
        _ = try await fixture.client.call(
            KMS.TagResource.self, .init(keyId: key, tags: [.init(tagKey: Self.kelvin + "ey", tagValue: "dev")]))
        _ = try await fixture.client.call(KMS.UntagResource.self, .init(keyId: key, tagKeys: [Self.kelvin + "ey"]))
        let tags = try await fixture.client.call(KMS.ListResourceTags.self, .init(keyId: key)).tags
        #expect(tags?.map(\.tagValue) == ["prod"])
    }

    @Test("an access key's id is these bytes and no others")
    func accessKeys() async throws {
        let fixture = try EngineFixture()
        let owner = try await fixture.client.call(Coffer.GetOwnerKey.self, .init())
        let twin = String(owner.accessKeyId.map { $0 == "K" ? Character(Self.kelvin) : $0 })
        let other = fixture.client.with(
            credentials: StaticCredentialProvider(.init(accessKeyID: twin, secret: owner.secretAccessKey)))
        await #expect(throws: (any Error).self) { try await other.call(STS.GetCallerIdentity.self, .init()) }
    }

    @Test("a user who was deleted and made again doesn't get the old sessions")
    func sessions() async throws {
        let fixture = try EngineFixture()
        let bob = try await user("bob", #"{"Effect":"Allow","Action":"sts:*","Resource":"*"}"#, fixture)
        let session = try #require(try await bob.call(STS.GetSessionToken.self, .init()).credentials)
        let old = fixture.client.with(
            credentials: StaticCredentialProvider(
                .init(
                    accessKeyID: session.accessKeyId, secret: session.secretAccessKey,
                    sessionToken: session.sessionToken)))
        _ = try await old.call(STS.GetCallerIdentity.self, .init())
        for key in try await fixture.client.call(IAM.ListAccessKeys.self, .init(userName: "bob")).accessKeyMetadata {
            _ = try await fixture.client.call(
                IAM.DeleteAccessKey.self, .init(accessKeyId: try #require(key.accessKeyId), userName: "bob"))
        }
        _ = try await fixture.client.call(IAM.DeleteUserPolicy.self, .init(userName: "bob", policyName: "p"))
        _ = try await fixture.client.call(IAM.DeleteUser.self, .init(userName: "bob"))
        await #expect(throws: AWSError.self) { try await old.call(STS.GetCallerIdentity.self, .init()) }
        _ = try await user("bob", #"{"Effect":"Allow","Action":"*","Resource":"*"}"#, fixture)
        await #expect(throws: AWSError.self) { try await old.call(STS.GetCallerIdentity.self, .init()) }
    }

    @Test("a signed call of an operation that isn't there is in the log")
    func unsupported() async throws {
        let fixture = try EngineFixture()
        await #expect(throws: AWSError.self) {
            try await fixture.client.call(SecretsManager.CancelRotateSecret.self, .init(secretId: "openai/bot"))
        }
        let log = try await fixture.client.call(Coffer.ReadLog.self, .init())
        #expect(log.entries.last?.record.contains("\"eventName\":\"CancelRotateSecret\"") == true)
        #expect(log.entries.last?.record.contains("\"errorCode\":\"") == true)
    }
}
