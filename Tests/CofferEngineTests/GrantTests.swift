// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import AWSClient
import AWSSigning
import CofferBase
import Testing

@testable import CofferEngine

/// Grants to people and roles as IAM makes and unmakes them, and to those who use a key by way of Secrets Manager.
@Suite("Grants and whom they are for")
struct GrantTests {
    let fixture: EngineFixture

    init() throws { fixture = try EngineFixture() }

    private func client(_ id: String, _ secret: SharedSecret, _ token: String? = nil) -> AWSClient {
        fixture.client.with(
            credentials: StaticCredentialProvider(.init(accessKeyID: id, secret: secret, sessionToken: token)))
    }

    private func user(_ name: String, allowed action: String) async throws -> AWSClient {
        _ = try await fixture.client.call(IAM.CreateUser.self, .init(userName: name))
        _ = try await fixture.client.call(
            IAM.PutUserPolicy.self, .init(userName: name, policyName: "p", policyDocument: Self.allow(action)))
        let key = try await fixture.client.call(IAM.CreateAccessKey.self, .init(userName: name)).accessKey
        return client(key.accessKeyId, key.secretAccessKey)
    }

    private func delete(_ name: String) async throws {
        for key in try await fixture.client.call(IAM.ListAccessKeys.self, .init(userName: name)).accessKeyMetadata {
            _ = try await fixture.client.call(
                IAM.DeleteAccessKey.self, .init(accessKeyId: try #require(key.accessKeyId), userName: name))
        }
        _ = try await fixture.client.call(IAM.DeleteUserPolicy.self, .init(userName: name, policyName: "p"))
        _ = try await fixture.client.call(IAM.DeleteUser.self, .init(userName: name))
    }

    private static func allow(_ action: String) -> String {
        #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"\#(action)","Resource":"*"}]}"#
    }

    private func grant(_ key: String, to arn: String, _ operations: [String]) async throws -> String {
        let made = try await fixture.client.call(
            KMS.CreateGrant.self, .init(keyId: key, operations: operations, granteePrincipal: arn))
        return try #require(made.grantId)
    }

    private func code<O: AWSOperation>(
        _ operation: O.Type, _ input: O.Input, _ client: AWSClient
    ) async throws -> String? {
        do {
            _ = try await client.call(operation, input)
            return nil
        } catch let error as AWSError {
            return error.code
        }
    }

    private func mayEncrypt(_ key: String, _ client: AWSClient) async throws -> Bool {
        let code = try await code(
            KMS.Encrypt.self, .init(keyId: key, plaintext: SharedSecret(utf8: "geheim")), client)
        #expect(code == nil || code == "AccessDeniedException")
        return code == nil
    }

    @Test("a user who is deleted and made anew has none of the grants of the first")
    func newUser() async throws {
        let key = try await fixture.key()
        let arn = "arn:aws:iam::111122223333:user/ann"
        let first = try await user("ann", allowed: "s3:*")
        _ = try await grant(key, to: arn, ["Encrypt", "CreateGrant", "RetireGrant"])
        #expect(try await mayEncrypt(key, first))
        try await delete("ann")
        let second = try await user("ann", allowed: "s3:*")
        #expect(try await !mayEncrypt(key, second))
        let passOn = KMS.CreateGrantInput(keyId: key, operations: ["Encrypt"], granteePrincipal: arn)
        #expect(try await code(KMS.CreateGrant.self, passOn, second) == "AccessDeniedException")
        _ = try await grant(key, to: arn, ["Encrypt"])
        #expect(try await mayEncrypt(key, second))
    }

    @Test("who assumes a role has its grants, within the policy of the session")
    func role() async throws {
        let key = try await fixture.key()
        let arn = "arn:aws:iam::111122223333:role/app"
        let trust =
            #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","#
            + #""Principal":{"AWS":"111122223333"}}]}"#
        _ = try await fixture.client.call(IAM.CreateRole.self, .init(roleName: "app", assumeRolePolicyDocument: trust))
        let ann = try await user("ann", allowed: "sts:AssumeRole")
        func session(_ policy: String?) async throws -> AWSClient {
            let made = try await ann.call(
                STS.AssumeRole.self, .init(roleArn: arn, roleSessionName: "one", policy: policy)
            ).credentials
            let credentials = try #require(made)
            return client(credentials.accessKeyId, credentials.secretAccessKey, credentials.sessionToken)
        }
        let (free, bounded) = (try await session(nil), try await session(Self.allow("s3:*")))
        #expect(try await !mayEncrypt(key, free))
        let made = try await grant(key, to: arn, ["Encrypt"])
        #expect(try await mayEncrypt(key, free))
        #expect(try await !mayEncrypt(key, bounded))
        #expect(try await !mayEncrypt(key, ann))
        _ = try await fixture.client.call(KMS.RevokeGrant.self, .init(keyId: key, grantId: made))
        #expect(try await !mayEncrypt(key, free))
    }

    @Test("a grant lets somebody keep secrets under a key, for as long as it is there")
    func secrets() async throws {
        let key = try await fixture.key()
        let ann = try await user("ann", allowed: "secretsmanager:*")
        let create = SecretsManager.CreateSecretInput(
            name: "a", kmsKeyId: key, secretString: SharedSecret(utf8: "geheim"))
        #expect(try await code(SecretsManager.CreateSecret.self, create, ann) != nil)
        let made = try await grant(key, to: "arn:aws:iam::111122223333:user/ann", ["GenerateDataKey", "Decrypt"])
        #expect(try await code(SecretsManager.CreateSecret.self, create, ann) == nil)
        let read = SecretsManager.GetSecretValueInput(secretId: "a")
        #expect(try await code(SecretsManager.GetSecretValue.self, read, ann) == nil)
        _ = try await fixture.client.call(KMS.RevokeGrant.self, .init(keyId: key, grantId: made))
        #expect(try await code(SecretsManager.GetSecretValue.self, read, ann) != nil)
        #expect(try await code(SecretsManager.GetSecretValue.self, read, fixture.client) == nil)
    }
}
