// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import AWSClient
import AWSSigning
import CofferBase
import CofferCrypto
import CofferPipeline
import CofferStore
import CofferStoreSQLite
import Testing

@testable import CofferEngine

struct NoControl: VaultControl {
    func lock() {}
    var version: String { "test" }
    var endpoint: String? { nil }
}

/// An engine over a store, called as any client calls it.
struct EngineFixture: AWSTransport {
    let engine: Engine
    let client: AWSClient

    init(store: (any Store)? = nil, keyring: Keyring = Keyring(root: .random()), keySets: any KeySetSource = NoKeySets()) throws {
        let account = try #require(AccountID("111122223333"))
        let region = try #require(Region("eu-central-1"))
        let store = try store ?? SQLiteStore.inMemory()
        let vault = try Vault(
            store: store, keyring: keyring, clock: SystemClock(),
            settings: VaultSettings(vaultID: "11111111-2222-4333-8444-555555555555", account: account, region: region))
        let owner = AccessKeySecret.owner(keyring, generation: 1)
        let home = Scope(account: account, region: .global(.aws))
        try store.write { writer in
            guard try writer.load(AccessKeyRecord.self, owner.id, in: home) == nil else { return }
            try writer.insert(
                AccessKeyRecord(
                    id: owner.id, owner: .root, isActive: true, createdAt: 0, generation: 1, secret: .derived(generation: 1)),
                in: home)
        }
        engine = Engine(vault: vault, control: NoControl(), keySets: keySets)
        client = AWSClient(
            transport: Direct(engine: engine),
            credentials: StaticCredentialProvider(Credentials(accessKeyID: owner.id, secret: owner.secret)), region: region)
    }

    func send(_ request: AWSRequest) async throws -> AWSResponse { await engine.respond(to: request) }

    private struct Direct: AWSTransport {
        let engine: Engine
        func send(_ request: AWSRequest) async throws -> AWSResponse { await engine.respond(to: request) }
    }

    func key() async throws -> String {
        let made = try await client.call(KMS.CreateKey.self, .init())
        return try #require(made.keyMetadata?.arn)
    }
}
