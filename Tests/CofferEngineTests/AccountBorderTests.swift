// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import AWSClient
import AWSSigning
import CofferBase
import CofferPipeline
import CofferPolicy
import CofferStore
import Testing

@testable import CofferEngine

@Suite("Between accounts")
struct AccountBorderTests {
    private let fixture: EngineFixture
    private let other: AWSClient
    private let otherAccount: String

    init() async throws {
        fixture = try EngineFixture()
        let made = try await fixture.client.call(Coffer.CreateAccount.self, .init(name: "client-b")).account
        otherAccount = made.accountId
        let vault = fixture.engine.vault
        let account = try #require(AccountID(made.accountId))
        let key = try #require(try vault.ownerKey(of: account))
        other = fixture.client.with(
            credentials: StaticCredentialProvider(.init(accessKeyID: key.value.id, secret: try vault.keyring.secret(of: key))))
    }

    private func user(_ name: String, of owner: AWSClient, _ statements: String) async throws -> AWSClient {
        _ = try await owner.call(IAM.CreateUser.self, .init(userName: name))
        _ = try await owner.call(
            IAM.PutUserPolicy.self,
            .init(userName: name, policyName: "own", policyDocument: #"{"Version":"2012-10-17","Statement":\#(statements)}"#))
        let key = try await owner.call(IAM.CreateAccessKey.self, .init(userName: name)).accessKey
        return owner.with(
            credentials: StaticCredentialProvider(.init(accessKeyID: key.accessKeyId, secret: key.secretAccessKey)))
    }

    private static let everything = #"{"Effect":"Allow","Action":"*","Resource":"*"}"#

    private func log(_ client: AWSClient) async throws -> [String] {
        try await client.call(Coffer.ReadLog.self, .init()).entries.map(\.record)
    }

    @Test("what a role's trust policy asks of strangers is told to none of them")
    func externalID() async throws {
        let trust =
            #"{"Version":"2012-10-17","Statement":{"Sid":"OnlyAcme","Effect":"Allow","Principal":{"AWS":"\#(otherAccount)"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:ExternalId":"external-id-42"}}}}"#
        let role = try await fixture.client.call(
            IAM.CreateRole.self, .init(roleName: "partner", assumeRolePolicyDocument: trust)).role.arn
        let eve = try await user("eve", of: other, Self.everything)
        let missing = role.replacing("partner", with: "nobody")
        var messages: [String] = []
        for arn in [role, missing] {
            do {
                _ = try await eve.call(STS.AssumeRole.self, .init(roleArn: arn, roleSessionName: "job"))
            } catch let error as AWSError {
                messages.append((error.message ?? "").replacing(arn, with: "ROLE"))
                #expect(error.authorizationMessage == nil)
            }
        }
        #expect(messages.count == 2 && messages[0] == messages[1])
        let explained = try await other.call(
            Coffer.Explain.self,
            .init(principalArn: "arn:aws:iam::\(otherAccount):user/eve", action: "sts:AssumeRole", resource: role))
        #expect(!explained.isAllowed)
        #expect(explained.checks.first?.failedCondition == nil)
        let told = try await log(other).joined() + explained.checks.map { "\($0)" }.joined()
        #expect(!told.contains("external-id-42") && !told.contains("OnlyAcme") && !told.contains("sts:ExternalId"))
    }

    @Test("whoever owns a key or a secret sees in their log which account used it")
    func ownersLog() async throws {
        let key = try await fixture.key()
        let policy =
            #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"kms:*","Resource":"*"},{"Effect":"Allow","Principal":{"AWS":"\#(otherAccount)"},"Action":"kms:Encrypt","Resource":"*"}]}"#
        _ = try await fixture.client.call(KMS.PutKeyPolicy.self, .init(keyId: key, policy: policy))
        let bob = try await user("bob", of: other, Self.everything)
        _ = try await bob.call(KMS.Encrypt.self, .init(keyId: key, plaintext: SharedSecret(utf8: "canary-77")))
        let owners = try #require(try await log(fixture.client).last { $0.contains("\"Encrypt\"") })
        let theirs = try #require(try await log(other).last { $0.contains("\"Encrypt\"") })
        #expect(owners.contains(#""type":"AWSAccount""#) && owners.contains(otherAccount) && !owners.contains("user/bob"))
        let shared = try JSONValue(parsing: Array(owners.utf8))["sharedEventID"]?.string
        #expect(try shared != nil && JSONValue(parsing: Array(theirs.utf8))["sharedEventID"]?.string == shared)
    }

    @Test("a tag whose key differs in case takes no Deny away")
    func tagCase() async throws {
        let made = try await fixture.client.call(
            SecretsManager.CreateSecret.self,
            .init(name: "prod/db", secretString: SharedSecret(utf8: "canary-9"), tags: [.init(key: "env", value: "prod")]))
        let user = try await user(
            "dev", of: fixture.client,
            #"[{"Effect":"Allow","Action":"*","Resource":"*"},{"Effect":"Deny","Action":"secretsmanager:GetSecretValue","Resource":"*","Condition":{"StringEquals":{"aws:ResourceTag/env":"prod"}}}]"#)
        for key in ["enV", "ENV", "Env", "eNv", "EnV", "eNV", "ENv"] {
            _ = try await user.call(
                SecretsManager.TagResource.self, .init(secretId: try #require(made.arn), tags: [.init(key: key, value: "dev")]))
            await #expect(throws: AWSError.self) {
                try await user.call(SecretsManager.GetSecretValue.self, .init(secretId: "prod/db"))
            }
        }
    }

    @Test("a context of thousands of keys is built in time that grows with it, and its keys are found")
    func largeContext() {
        var context = ConditionContext()
        for index in 0..<20_000 { context.add("kms:EncryptionContext:K\(index)", "v\(index)") }
        for index in [0, 23, 24, 25, 19_999] { #expect(context["KMS:encryptioncontext:k\(index)"] == ["v\(index)"]) }
        context.set("kms:EncryptionContext:k24", [])
        #expect(context["kms:EncryptionContext:K24"] == [] && context["kms:EncryptionContext:K25"] == ["v25"])
        context.replace(with: ["KMS:EncryptionContext:k25": ["a"], "kms:EncryptionContext:K25": ["b"]])
        #expect(context["kms:EncryptionContext:k25"].sorted() == ["a", "b"])
    }

    @Test("a power user can't give an identity provider other keys")
    func providerKeys() async throws {
        let home = Scope(account: try #require(AccountID("111122223333")), region: .global(.aws))
        let record = OIDCProviderRecord(host: "ci.example.com", createdAt: 0, clientIDs: ["a"], thumbprints: [], tags: [:])
        try await fixture.engine.vault.commits.submit(
            .init(preconditions: [], epoch: fixture.engine.vault.epoch) { writer in
                try writer.insert(record, in: home)
                return []
            })
        let power = try await user("power", of: fixture.client, Self.everything)
        _ = try await fixture.client.call(IAM.DeleteUserPolicy.self, .init(userName: "power", policyName: "own"))
        _ = try await fixture.client.call(
            IAM.AttachUserPolicy.self, .init(userName: "power", policyArn: "arn:aws:iam::aws:policy/PowerUserAccess"))
        let input = Coffer.PutIdentityProviderKeysInput(
            providerArn: "arn:aws:iam::111122223333:oidc-provider/ci.example.com")
        await #expect(throws: AWSError.self) { try await power.call(Coffer.PutIdentityProviderKeys.self, input) }
        _ = try await fixture.client.call(Coffer.PutIdentityProviderKeys.self, input)
    }
}
