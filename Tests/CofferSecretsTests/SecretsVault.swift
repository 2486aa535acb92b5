// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import AWSSigning
import AWSWire
import CofferBase
import CofferCrypto
import CofferKMS
import CofferPipeline
import CofferStore
import CofferStoreSQLite
import Synchronization
import Testing

@testable import CofferSecrets

final class TestClock: WallClock {
    private let time = Mutex(Timestamp(year: 2026, month: 11, day: 23, hour: 12))

    func now() -> Timestamp { time.withLock { $0 } }
    func advance(_ duration: Duration) { time.withLock { $0 = $0 + duration } }
}

typealias SM = SecretsManager

/// A vault in memory with KMS and Secrets Manager, called as from outside: signed requests through the whole pipeline.
struct SecretsVault {
    let vault: Vault
    let clock = TestClock()
    let account: AccountID
    let region: Region
    private let pipeline: RequestPipeline
    private let operations: [String: RegisteredOperation]

    var scope: Scope { Scope(account: account, region: region) }

    init(region: String = "eu-central-1") throws {
        account = try #require(AccountID("111122223333"))
        self.region = try #require(Region(region))
        vault = try Vault(
            store: SQLiteStore.inMemory(), keyring: Keyring(root: .random()), clock: clock,
            settings: VaultSettings(vaultID: UniqueID.uuid(), account: account, region: self.region))
        pipeline = RequestPipeline(vault: vault)
        let all =
            KMSOperations.all(vault) + SecretsOperations.all(vault, keys: KMSKeyProtection(vault: vault))
        operations = Dictionary(uniqueKeysWithValues: all.map { ("\($0.service.signingName).\($0.name)", $0) })
    }

    func owner(of account: AccountID? = nil) throws -> Credentials { try credentials(.root, account ?? self.account) }

    /// A new user with one inline policy.
    func user(_ name: String, _ policy: String, in account: AccountID? = nil) throws -> Credentials {
        let account = account ?? self.account
        var user = UserRecord(name: name, path: "/", userID: UniqueID.iam(prefix: "AIDA"), createdAt: 0, tags: [:])
        user.policies = ["inline": policy]
        let record = user
        try vault.store.write { try $0.insert(record, in: Scope(account: account, region: .global(.aws))) }
        return try credentials(.user(name: name, userID: record.userID), account)
    }

    private func credentials(_ subject: SessionClaims.Subject, _ account: AccountID) throws -> Credentials {
        let claims = SessionClaims(
            account: account, partition: .aws, accessKeyID: UniqueID.iam(prefix: "ASIA"), subject: subject,
            issuedAt: clock.now(), expiresAt: clock.now() + .days(4000))
        let session = try vault.keyring.issueSession(claims)
        return Credentials(accessKeyID: claims.accessKeyID, secret: session.secret, sessionToken: session.token)
    }

    /// Calls as the owner, or as somebody else. Time goes on by a millisecond.
    @discardableResult
    func call<O: AWSOperation>(
        _ operation: O.Type, _ input: O.Input, as credentials: Credentials? = nil, region: String? = nil
    ) async throws -> O.Output {
        clock.advance(.milliseconds(1))
        var request = AWSRequest(body: JSONWire.encode(input.wire, shape: O.Input.shape))
        try Signer.sign(
            &request, credentials: try credentials ?? owner(), region: region ?? self.region.description,
            service: O.service.signingName, at: clock.now())
        let authenticated = try pipeline.authenticate(
            request, service: O.service, operation: O.name, requestID: UniqueID.uuid())
        let handler = try #require(operations["\(O.service.signingName).\(O.name)"])
        let reply = try await pipeline.run(handler, authenticated)
        return try O.Output(wire: JSONWire.decode(reply, as: O.Output.shape))
    }

    /// The error that the call ends with.
    func refusal<O: AWSOperation>(
        _ operation: O.Type, _ input: O.Input, as credentials: Credentials? = nil, region: String? = nil
    ) async throws -> AWSError {
        do {
            try await call(operation, input, as: credentials, region: region)
        } catch let error as AWSError {
            return error
        }
        throw NotRefused(operation: O.name)
    }

    struct NotRefused: Error { let operation: String }

    @discardableResult
    func create(
        _ name: String, _ value: String? = "first", token: String = UniqueID.uuid(), description: String? = nil,
        key: String? = nil, tags: [SM.Tag]? = nil, as credentials: Credentials? = nil
    ) async throws -> SM.CreateSecretOutput {
        try await call(
            SM.CreateSecret.self,
            .init(
                name: name, clientRequestToken: token, description: description, kmsKeyId: key,
                secretString: value.map { SharedSecret(utf8: $0) }, tags: tags),
            as: credentials)
    }

    @discardableResult
    func put(
        _ id: String, _ value: String, token: String = UniqueID.uuid(), stages: [String]? = nil
    ) async throws -> SM.PutSecretValueOutput {
        try await call(
            SM.PutSecretValue.self,
            .init(
                secretId: id, clientRequestToken: token, secretString: SharedSecret(utf8: value), versionStages: stages)
        )
    }

    func value(
        _ id: String, version: String? = nil, stage: String? = nil, as credentials: Credentials? = nil
    ) async throws -> String? {
        let output = try await call(
            SM.GetSecretValue.self, .init(secretId: id, versionId: version, versionStage: stage), as: credentials)
        return output.secretString?.withText { $0 }
    }

    /// Labels of each version.
    func stages(_ id: String) async throws -> [String: [String]] {
        try await call(SM.DescribeSecret.self, .init(secretId: id)).versionIdsToStages ?? [:]
    }

    func createKey() async throws -> String {
        try #require(try await call(KMS.CreateKey.self, .init()).keyMetadata?.arn)
    }

    /// All events, newest first.
    func events() throws -> [JSONValue] {
        try vault.store.read { try $0.events(EventQuery(order: .newestFirst, limit: 1000)) }
            .map { try JSONValue(parsing: $0.record) }
    }

    /// The newest event of that name.
    func event(_ name: String) throws -> JSONValue {
        try #require(try events().first { $0["eventName"]?.string == name })
    }

    func count(_ kind: RecordKind) throws -> Int { try vault.store.read { try $0.count(in: scope, kind: kind) } }
}

func allow(_ actions: String..., on resource: String = "*") -> String {
    let list = actions.map { "\"\($0)\"" }.joined(separator: ",")
    return #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":[\#(list)],"Resource":"\#(resource)"}]}"#
}
