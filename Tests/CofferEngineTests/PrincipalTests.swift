// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import AWSClient
import AWSSigning
import CofferBase
import Testing

@testable import CofferEngine

@Suite("Whom policies name")
struct PrincipalTests {
    private let fixture: EngineFixture
    private let account = "111122223333"
    private let key: String

    init() async throws {
        fixture = try EngineFixture()
        key = try await fixture.key()
    }

    private func user(_ name: String) async throws -> (client: AWSClient, id: String) {
        let made = try await fixture.client.call(IAM.CreateUser.self, .init(userName: name))
        let key = try await fixture.client.call(IAM.CreateAccessKey.self, .init(userName: name)).accessKey
        let credentials = Credentials(accessKeyID: key.accessKeyId, secret: key.secretAccessKey)
        return (fixture.client.with(credentials: StaticCredentialProvider(credentials)), try #require(made.user).userId)
    }

    private func remove(_ name: String) async throws {
        let keys = try await fixture.client.call(IAM.ListAccessKeys.self, .init(userName: name)).accessKeyMetadata
        for key in keys {
            _ = try await fixture.client.call(
                IAM.DeleteAccessKey.self, .init(accessKeyId: try #require(key.accessKeyId), userName: name))
        }
        _ = try await fixture.client.call(IAM.DeleteUser.self, .init(userName: name))
    }

    private func put(_ principal: String) async throws {
        let policy =
            #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::\#(account):root"},"Action":"kms:*","Resource":"*"},{"Effect":"Allow","Principal":{"AWS":"\#(principal)"},"Action":"kms:DescribeKey","Resource":"*"}]}"#
        _ = try await fixture.client.call(KMS.PutKeyPolicy.self, .init(keyId: key, policy: policy))
    }

    private func shown() async throws -> String {
        try await fixture.client.call(KMS.GetKeyPolicy.self, .init(keyId: key)).policy ?? ""
    }

    private func may(_ client: AWSClient) async throws -> Bool {
        do {
            _ = try await client.call(KMS.DescribeKey.self, .init(keyId: key))
            return true
        } catch let error as AWSError where error.code == "AccessDeniedException" {
            return false
        }
    }

    @Test("a user of the same name as a removed one has none of its rights, and the policy shows who is gone")
    func namedAgain() async throws {
        let arn = "arn:aws:iam::\(account):user/ann"
        let first = try await user("ann")
        try await put(arn)
        #expect(try await shown().contains("\"\(arn)\""))
        #expect(try await may(first.client))
        try await remove("ann")
        #expect(try await shown().contains("\"\(first.id)\""))
        let second = try await user("ann")
        #expect(try await !may(second.client))
        #expect(try await shown().contains("\"\(first.id)\""))
        await #expect(throws: AWSError.self) { try await put(first.id) }
        try await put(second.id)
        #expect(try await may(second.client))
        #expect(try await shown().contains("\"\(arn)\""))
    }

    @Test("a user who gets another name keeps what policies and sessions gave them")
    func renamed() async throws {
        let ann = try await user("ann")
        try await put("arn:aws:iam::\(account):user/ann")
        let credentials = try #require(try await ann.client.call(STS.GetSessionToken.self, .init()).credentials)
        let session = fixture.client.with(
            credentials: StaticCredentialProvider(
                .init(
                    accessKeyID: credentials.accessKeyId, secret: credentials.secretAccessKey,
                    sessionToken: credentials.sessionToken)))
        _ = try await fixture.client.call(IAM.UpdateUser.self, .init(userName: "ann", newUserName: "anna"))
        #expect(try await may(ann.client))
        #expect(try await may(session))
        #expect(try await shown().contains("\"arn:aws:iam::\(account):user/anna\""))
    }

    @Test("a role that was made again trusts nobody whom the old one trusted by a name that is another's now")
    func trust() async throws {
        let ann = try await user("ann")
        let trust =
            #"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::\#(account):user/ann"},"Action":"sts:AssumeRole"}}"#
        let role = try await fixture.client.call(
            IAM.CreateRole.self, .init(roleName: "app", assumeRolePolicyDocument: trust)).role
        _ = try await ann.client.call(STS.AssumeRole.self, .init(roleArn: role.arn, roleSessionName: "job"))
        try await remove("ann")
        let other = try await user("ann")
        await #expect(throws: AWSError.self) {
            try await other.client.call(STS.AssumeRole.self, .init(roleArn: role.arn, roleSessionName: "job"))
        }
        let shown = try await fixture.client.call(IAM.GetRole.self, .init(roleName: "app")).role
        #expect(shown.assumeRolePolicyDocument?.contains(ann.id) == true)
    }
}
