// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import AWSClient
import AWSSigning
import CofferBase
import Testing

@testable import CofferEngine

@Suite("Sessions")
struct SessionTests {
    private let fixture: EngineFixture
    private let account = "111122223333"

    init() throws { fixture = try EngineFixture() }

    private func user(_ name: String, _ policy: String? = nil) async throws -> AWSClient {
        _ = try await fixture.client.call(IAM.CreateUser.self, .init(userName: name))
        if let policy {
            _ = try await fixture.client.call(
                IAM.PutUserPolicy.self, .init(userName: name, policyName: "own", policyDocument: policy))
        }
        let key = try await fixture.client.call(IAM.CreateAccessKey.self, .init(userName: name)).accessKey
        return fixture.client.with(
            credentials: StaticCredentialProvider(.init(accessKeyID: key.accessKeyId, secret: key.secretAccessKey)))
    }

    private func client(_ credentials: STS.Credentials) -> AWSClient {
        fixture.client.with(
            credentials: StaticCredentialProvider(
                .init(
                    accessKeyID: credentials.accessKeyId, secret: credentials.secretAccessKey,
                    sessionToken: credentials.sessionToken)))
    }

    private func allow(_ action: String, _ more: String = "") -> String {
        #"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"\#(action)","Resource":"*"\#(more)}}"#
    }

    private func role(_ name: String, trust: String, _ policy: String, maxSession: Int? = nil) async throws -> String {
        let statement =
            #"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"\#(account)"},"Action":\#(trust)}}"#
        let made = try await fixture.client.call(
            IAM.CreateRole.self,
            .init(roleName: name, assumeRolePolicyDocument: statement, maxSessionDuration: maxSession))
        _ = try await fixture.client.call(
            IAM.PutRolePolicy.self, .init(roleName: name, policyName: "own", policyDocument: policy))
        return made.role.arn
    }

    private func refusal(_ body: () async throws -> Void) async throws -> AWSError {
        do { try await body() } catch let error as AWSError { return error }
        throw AWSError("NoError", "the call succeeded")
    }

    private static let all = #"["sts:AssumeRole","sts:TagSession","sts:SetSourceIdentity"]"#

    @Test("a federated user may do what both the user and the passed policy allow, and nothing without one")
    func federated() async throws {
        let user = try await user("fed", allow("*"))
        let narrow = try await user.call(
            STS.GetFederationToken.self, .init(name: "guest", policy: allow("kms:ListKeys")))
        #expect(narrow.federatedUser?.arn == "arn:aws:sts::\(account):federated-user/guest")
        let guest = client(try #require(narrow.credentials))
        let identity = try await guest.call(STS.GetCallerIdentity.self, .init())
        #expect(identity.userId == "\(account):guest")
        _ = try await guest.call(KMS.ListKeys.self, .init())
        let refused = try await refusal { _ = try await guest.call(KMS.ListAliases.self, .init()) }
        #expect(refused.message?.hasSuffix("because no session policy allows the kms:ListAliases action") == true)

        let bare = client(try #require(try await user.call(STS.GetFederationToken.self, .init(name: "bare")).credentials))
        #expect(try await refusal { _ = try await bare.call(KMS.ListKeys.self, .init()) }.code == "AccessDeniedException")
        #expect(try await refusal { _ = try await guest.call(IAM.ListUsers.self, .init()) }.code == "InvalidClientTokenId")
        #expect(
            try await refusal { _ = try await guest.call(STS.GetFederationToken.self, .init(name: "again")) }.code
                == "AccessDenied")
    }

    @Test("root's federated users are bounded by their policy as well")
    func federatedByRoot() async throws {
        let made = try await fixture.client.call(
            STS.GetFederationToken.self, .init(name: "guest", policy: allow("kms:ListKeys"), durationSeconds: 7200))
        let credentials = try #require(made.credentials)
        #expect(credentials.expiration < SystemClock().now() + .seconds(3700))
        _ = try await client(credentials).call(KMS.ListKeys.self, .init())
        await #expect(throws: AWSError.self) { _ = try await client(credentials).call(KMS.ListAliases.self, .init()) }
    }

    @Test("credentials of GetSessionToken can't make lasting ones")
    func sessionToken() async throws {
        let user = try await user("dev", allow("*"))
        let session = client(try #require(try await user.call(STS.GetSessionToken.self, .init()).credentials))
        _ = try await session.call(KMS.ListKeys.self, .init())
        #expect(
            try await refusal { _ = try await session.call(IAM.CreateAccessKey.self, .init(userName: "dev")) }.code
                == "InvalidClientTokenId")
    }

    @Test("transitive tags and the source identity go with whoever assumes the next role; other tags don't")
    func chaining() async throws {
        let user = try await user("dev", allow("sts:*"))
        let condition =
            #","Condition":{"StringEquals":{"aws:PrincipalTag/team":"red","aws:SourceIdentity":"ann"},"Null":{"aws:PrincipalTag/desk":"true"}}"#
        let first = try await role("first", trust: Self.all, allow("sts:*"))
        let second = try await role("second", trust: Self.all, allow("kms:ListKeys", condition))
        let one = try await user.call(
            STS.AssumeRole.self,
            .init(
                roleArn: first, roleSessionName: "one",
                tags: [.init(key: "team", value: "red"), .init(key: "desk", value: "4")], transitiveTagKeys: ["team"],
                sourceIdentity: "ann"))
        #expect(one.sourceIdentity == "ann")
        #expect(one.packedPolicySize ?? 0 > 0)
        let chained = client(try #require(one.credentials))
        let two = try await chained.call(STS.AssumeRole.self, .init(roleArn: second, roleSessionName: "two"))
        _ = try await client(try #require(two.credentials)).call(KMS.ListKeys.self, .init())

        let other = try await refusal {
            _ = try await chained.call(
                STS.AssumeRole.self, .init(roleArn: second, roleSessionName: "two", sourceIdentity: "eve"))
        }
        #expect(other.code == "AccessDenied")
        let conflict = try await refusal {
            _ = try await chained.call(
                STS.AssumeRole.self,
                .init(roleArn: second, roleSessionName: "two", tags: [.init(key: "Team", value: "blue")]))
        }
        #expect(conflict.code == "InvalidParameterValue")
        let long = try await refusal {
            _ = try await chained.call(
                STS.AssumeRole.self, .init(roleArn: second, roleSessionName: "two", durationSeconds: 3601))
        }
        #expect(long.message?.contains("role chaining") == true)
    }

    @Test("a managed session policy narrows, and what it says counts when it is asked")
    func managedSessionPolicy() async throws {
        let user = try await user("dev", allow("sts:*"))
        let arn = try await role("app", trust: Self.all, allow("*"))
        let session = try await user.call(
            STS.AssumeRole.self,
            .init(
                roleArn: arn, roleSessionName: "job", policyArns: [.init(arn: "arn:aws:iam::aws:policy/IAMReadOnlyAccess")]))
        let reader = client(try #require(session.credentials))
        _ = try await reader.call(IAM.ListUsers.self, .init())
        #expect(try await refusal { _ = try await reader.call(IAM.CreateUser.self, .init(userName: "x")) }.code == "AccessDenied")
        let missing = try await refusal {
            _ = try await user.call(
                STS.AssumeRole.self,
                .init(roleArn: arn, roleSessionName: "job", policyArns: [.init(arn: "arn:aws:iam::\(account):policy/none")]))
        }
        #expect(missing.code == "MalformedPolicyDocument")
    }

    @Test("revoking a role's sessions ends those of before on the next call")
    func revoking() async throws {
        let user = try await user("dev", allow("sts:*"))
        let arn = try await role("app", trust: Self.all, allow("kms:ListKeys"))
        let session = try await user.call(STS.AssumeRole.self, .init(roleArn: arn, roleSessionName: "job"))
        let app = client(try #require(session.credentials))
        _ = try await app.call(KMS.ListKeys.self, .init())
        let later = (SystemClock().now() + .seconds(60)).iso8601
        let revoke =
            #"{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"DateLessThan":{"aws:TokenIssueTime":"\#(later)"}}}}"#
        _ = try await fixture.client.call(
            IAM.PutRolePolicy.self, .init(roleName: "app", policyName: "AWSRevokeOlderSessions", policyDocument: revoke))
        let refused = try await refusal { _ = try await app.call(KMS.ListKeys.self, .init()) }
        #expect(refused.message?.contains("explicit deny in an identity-based policy") == true)
    }

    @Test("an access key's id tells its account")
    func accessKeyInfo() async throws {
        let key = UniqueID.accessKey(prefix: "AKIA", account: try #require(AccountID("012345678901")))
        #expect(try await fixture.client.call(STS.GetAccessKeyInfo.self, .init(accessKeyId: key)).account == "012345678901")
        // A key of a published example, and the account that it is of.
        #expect(UniqueID.account(ofAccessKey: "ASIAQNZGKIQY56JQ7WML")?.description == "029608264753")
        for text in ["", "AKIA", "AKIA0000000000000000"] { #expect(UniqueID.account(ofAccessKey: text) == nil) }
    }

    @Test("a refusal's sealed message tells an administrator of the same account why")
    func authorizationMessage() async throws {
        let condition = #","Condition":{"StringEquals":{"aws:RequestedRegion":"us-east-1"}}"#
        let user = try await user("dev", allow("kms:ListKeys", condition))
        _ = user
        let denied = try await refusal { _ = try await user.call(KMS.ListKeys.self, .init()) }
        #expect(denied.code == "AccessDeniedException")
        let message = try #require(denied.authorizationMessage)
        let decoded = try await fixture.client.call(
            STS.DecodeAuthorizationMessage.self, .init(encodedMessage: message)).decodedMessage
        let json = try JSONValue(parsing: Array(try #require(decoded).utf8))
        #expect(json["allowed"]?.bool == false)
        #expect(json["context"]?["action"]?.string == "kms:ListKeys")
        #expect(json["explanation"]?.string?.contains("aws:RequestedRegion") == true)
        #expect(try await refusal {
            _ = try await fixture.client.call(STS.DecodeAuthorizationMessage.self, .init(encodedMessage: message + "A"))
        }.code == "InvalidAuthorizationMessageException")
        #expect(try await refusal {
            _ = try await user.call(STS.DecodeAuthorizationMessage.self, .init(encodedMessage: message))
        }.code == "AccessDenied")
    }

    @Test("the log says which statement decided")
    func loggedReasons() async throws {
        let user = try await user("dev", allow("kms:ListKeys"))
        _ = try await user.call(KMS.ListKeys.self, .init())
        let log = try await fixture.client.call(Coffer.ReadLog.self, .init())
        #expect(
            log.entries.last?.record.contains(
                #""authorization":{"kms:ListKeys":"allowed by statement 1 of the identity-based policy own"}"#) == true)
    }
}
