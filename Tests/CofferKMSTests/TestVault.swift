// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import AWSSigning
import AWSWire
import CofferBase
import CofferCrypto
import CofferPipeline
import CofferStore
import CofferStoreSQLite
import Synchronization
import Testing

@testable import CofferKMS

final class TestClock: WallClock {
    private let time = Mutex(Timestamp(year: 2026, month: 11, day: 23, hour: 12))

    func now() -> Timestamp { time.withLock { $0 } }
    func advance(_ duration: Duration) { time.withLock { $0 = $0 + duration } }
}

/// A vault in memory that is called as from outside: signed requests through the whole pipeline.
struct TestVault {
    let vault: Vault
    let clock = TestClock()
    let account: AccountID
    let region: Region
    let pipeline: RequestPipeline
    private let operations: [String: RegisteredOperation]

    var scope: Scope { Scope(account: account, region: region) }

    init(
        region: String = "eu-central-1", store: (any Store)? = nil, keyring: Keyring? = nil,
        settings change: (inout VaultSettings) -> Void = { _ in }
    ) throws {
        account = try #require(AccountID("111122223333"))
        self.region = try #require(Region(region))
        var settings = VaultSettings(vaultID: UniqueID.uuid(), account: account, region: self.region)
        change(&settings)
        vault = try Vault(
            store: store ?? SQLiteStore.inMemory(), keyring: keyring ?? Keyring(root: .random()), clock: clock,
            settings: settings)
        pipeline = RequestPipeline(vault: vault)
        operations = Dictionary(uniqueKeysWithValues: KMSOperations.all(vault).map { ($0.name, $0) })
    }

    func owner(of account: AccountID? = nil) throws -> Credentials {
        try credentials(.root, account ?? self.account)
    }

    /// A user with one inline policy, made where it isn't there.
    func user(_ name: String, policy: String, in account: AccountID? = nil) throws -> Credentials {
        let account = account ?? self.account
        let scope = Scope(account: account, region: .global(region.partition))
        var user = UserRecord(name: name, path: "/", userID: UniqueID.iam(prefix: "AIDA"), createdAt: 0, tags: [:])
        user.policies = ["inline": policy]
        let record = user
        try vault.store.write { try $0.insert(record, in: scope) }
        return try credentials(.user(name: name, userID: record.userID), account)
    }

    func credentials(
        _ subject: SessionClaims.Subject, _ account: AccountID, policies: [String] = []
    ) throws -> Credentials {
        let claims = SessionClaims(
            account: account, partition: region.partition, accessKeyID: UniqueID.iam(prefix: "ASIA"), subject: subject,
            issuedAt: clock.now(), expiresAt: clock.now() + .days(4000), policies: policies)
        let session = try vault.keyring.issueSession(claims)
        return Credentials(accessKeyID: claims.accessKeyID, secret: session.secret, sessionToken: session.token)
    }

    /// Calls as the owner, or as somebody else.
    @discardableResult
    func call<O: AWSOperation>(
        _ operation: O.Type, _ input: O.Input, as credentials: Credentials? = nil, region: String? = nil
    ) async throws -> O.Output {
        let authenticated = try authenticate(operation, input, as: credentials, region: region)
        let handler = try #require(operations[O.name])
        let reply = try await pipeline.run(handler, authenticated)
        return try O.Output(wire: JSONWire.decode(reply, as: O.Output.shape))
    }

    /// The call as it stands once its signature is verified.
    func authenticate<O: AWSOperation>(
        _ operation: O.Type, _ input: O.Input, as credentials: Credentials? = nil, region: String? = nil
    ) throws -> Authenticated {
        var request = AWSRequest(body: JSONWire.encode(input.wire, shape: O.Input.shape))
        try Signer.sign(
            &request, credentials: try credentials ?? owner(), region: region ?? self.region.description,
            service: "kms",
            at: clock.now())
        return try pipeline.authenticate(request, service: O.service, operation: O.name, requestID: UniqueID.uuid())
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

    func createKey(_ input: KMS.CreateKeyInput = .init(), as credentials: Credentials? = nil) async throws -> String {
        let output = try await call(KMS.CreateKey.self, input, as: credentials)
        return try #require(output.keyMetadata?.keyId)
    }

    func metadata(_ keyID: String, region: String? = nil) async throws -> KMS.KeyMetadata {
        try #require(try await call(KMS.DescribeKey.self, .init(keyId: keyID), region: region).keyMetadata)
    }

    func arn(_ keyID: String, region: String? = nil) -> String {
        "arn:\(self.region.partition.rawValue):kms:\(region ?? self.region.description):\(account):key/\(keyID)"
    }

    func scope(of region: String?) throws -> Scope {
        Scope(account: account, region: try #require(Region(region ?? self.region.description)))
    }

    /// The key's record as it is stored.
    func record(_ keyID: String, region: String? = nil) throws -> Versioned<KeyRecord>? {
        let scope = try scope(of: region)
        return try vault.store.read { try $0.load(KeyRecord.self, keyID, in: scope) }
    }

    func encrypt(
        _ text: String, _ keyID: String, _ context: [String: String]? = nil, region: String? = nil
    ) async throws -> [UInt8] {
        let output = try await call(
            KMS.Encrypt.self, .init(keyId: keyID, plaintext: SharedSecret(utf8: text), encryptionContext: context),
            region: region)
        return try #require(output.ciphertextBlob)
    }

    func decrypt(
        _ blob: [UInt8], _ context: [String: String]? = nil, keyID: String? = nil, as credentials: Credentials? = nil,
        region: String? = nil
    ) async throws -> String {
        let output = try await call(
            KMS.Decrypt.self, .init(ciphertextBlob: blob, encryptionContext: context, keyId: keyID), as: credentials,
            region: region)
        let plaintext = try #require(output.plaintext)
        return try #require(plaintext.withText { $0 })
    }

    /// The newest event of that name.
    func event(_ name: String) throws -> JSONValue { try #require(try events(name).first) }

    /// The last events of that name, newest first.
    func events(_ name: String) throws -> [JSONValue] {
        let stored = try vault.store.read { try $0.events(EventQuery(order: .newestFirst, limit: 100)) }
        return try stored.map { try JSONValue(parsing: $0.record) }.filter { $0["eventName"]?.string == name }
    }
}
