// SPDX-License-Identifier: Apache-2.0
public import AWSSigning
public import CofferBase
internal import CofferCrypto
public import CofferEngine
internal import CofferPipeline
internal import CofferStore
internal import CofferStoreSQLite
internal import Glibc

/// An engine that runs in this process, on a vault folder or in memory.
public final class LocalVault: Sendable {
    public let engine: Engine
    public let control: ProcessControl
    public let account: AccountID
    public let region: Region
    private let lock: VaultLock?

    init(vault: Vault, control: ProcessControl, lock: VaultLock?) {
        engine = Engine(vault: vault, control: control, keySets: PublishedKeySets())
        self.control = control
        account = vault.settings.account
        region = vault.settings.region
        self.lock = lock
    }

    /// Opens a folder's vault with a lock that was taken for it. The lock is given back where this throws.
    public static func open(
        _ folder: VaultFolder, lock: VaultLock, unsealing: Unsealing, control: ProcessControl
    ) throws -> LocalVault {
        do {
            try folder.check()
            let description = try VaultDescription.load(folder)
            guard access(folder.database, F_OK) == 0 else {
                throw VaultError(
                    .damaged, "\(folder.database) is missing",
                    hint: "put the newest backup back: coffer backup --help says how")
            }
            let root = try unsealing.root(description, folder: folder)
            let store = try SQLiteStore(path: folder.database)
            let stored = try store.read { try $0.settings(withPrefix: EpochSetting.prefix) }
            let epochs = stored.compactMap { setting in
                UInt32(setting.name.dropFirst(EpochSetting.prefix.count)).map { EpochKey(id: $0, wrapped: setting.value) }
            }
            let settings = try VaultSettings.current(
                vaultID: description.vaultID, account: description.account, region: description.region)
            let vault = try Vault(
                store: store, keyring: try Keyring(root: root, epochs: epochs), clock: SystemClock(), settings: settings)
            return LocalVault(vault: vault, control: control, lock: lock)
        } catch {
            lock.release()
            throw error
        }
    }

    /// How many calls were answered since it was opened.
    public var callCount: Int { engine.counters.totalCount }

    /// The account that a name or number stands for; the first where nil.
    public func account(_ named: String?) throws -> AccountID {
        guard let named else { return account }
        guard let found = try engine.vault.account(named) else { throw VaultError.noAccount(named) }
        return found
    }

    /// The access key of an account's owner, to sign this process's own requests with.
    public func ownerCredentials(of account: AccountID? = nil) throws -> Credentials {
        let vault = engine.vault
        guard let key = try vault.ownerKey(of: account ?? self.account) else {
            throw VaultError(.damaged, "the vault has no owner's access key", hint: "coffer doctor")
        }
        return Credentials(accessKeyID: key.value.id, secret: try vault.keyring.secret(of: key))
    }

    /// Waits for what is under way, closes the files and gives the lock back.
    public func close() throws {
        defer { lock?.release() }
        try engine.vault.close()
    }
}

enum EpochSetting {
    static let prefix = "epoch/"

    /// Of a fixed width, so that they sort.
    static func name(_ id: UInt32) -> String {
        let digits = String(id)
        return prefix + String(repeating: "0", count: max(0, 10 - digits.count)) + digits
    }
}
