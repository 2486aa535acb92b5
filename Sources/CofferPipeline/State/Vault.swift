// SPDX-License-Identifier: Apache-2.0
public import CofferBase
public import CofferCrypto
internal import CofferPolicy
public import CofferStore

/// All that a request's handling shares: the store, its cache, the keys, the clock, and the one writer.
public final class Vault: Sendable {
    public let store: any Store
    public let keyring: Keyring
    public let clock: any WallClock
    public let settings: VaultSettings
    public let commits: CommitQueue
    public let policies = PolicyCache()
    /// Unwrapped key material, in locked memory.
    public let materials: MaterialCache<SharedSecret>
    /// Private keys ready for use.
    public let privateKeys: MaterialCache<PrivateKey>
    let cache: RecordCache
    let auditLog: AuditWriter

    /// Opens the audit log at its last checkpoint; throws where that doesn't fit the tree's head.
    public init(store: any Store, keyring: Keyring, clock: any WallClock, settings: VaultSettings) throws {
        self.store = store
        self.keyring = keyring
        self.clock = clock
        self.settings = settings
        materials = MaterialCache(capacity: settings.cachedMaterials)
        privateKeys = MaterialCache(capacity: settings.cachedPrivateKeys)
        cache = RecordCache()
        auditLog = try AuditWriter(store: store, signer: CheckpointSigner(keyring), vaultID: settings.vaultID)
        commits = CommitQueue(store: store, cache: cache, log: auditLog)
    }

    /// A record from the cache or the store.
    public func load<R: VaultRecord>(_ type: R.Type, _ id: String, in scope: Scope) throws -> Versioned<R>? {
        let key = R.key(id, in: scope)
        if let cached = cache.value(key) as? Versioned<R> { return cached }
        let epoch = cache.epoch
        guard let record = try store.read({ try $0.load(R.self, id, in: scope) }) else { return nil }
        cache.insert(record, for: key, readAt: epoch)
        return record
    }

    /// Counts the commits that changed records: note it before reading what a decision rests on.
    public var epoch: Int64 { cache.epoch }

    /// Waits for what is under way and closes the store. Nothing is served afterwards.
    public func close() throws {
        commits.close()
        try store.checkpointAndClose()
    }
}

/// What distinguishes one vault from another, and its limits.
public struct VaultSettings: Sendable {
    /// A UUID: names the vault in its checkpoints and binds its seals.
    public var vaultID: String
    /// The first account: the owner's.
    public var account: AccountID
    public var region: Region
    /// How far a request's clock may be off.
    public var clockSkew: Duration = .seconds(300)
    /// Unwrapped key materials kept in memory.
    public var cachedMaterials = 20_000
    /// Private keys kept ready for use: libcrypto's locked heap has room for about twice as many of the largest.
    public var cachedPrivateKeys = 512
    public var quotas = VaultQuotas()
    /// How long a replica is `Creating`, and the keys `Updating` whose primary Region changes. On AWS it is seconds to
    /// minutes; here the work is done when the call returns.
    public var multiRegionTransition: Duration = .zero

    public init(vaultID: String, account: AccountID, region: Region) {
        self.vaultID = vaultID
        self.account = account
        self.region = region
    }
}
