// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import AWSClient
public import AWSSigning
public import CofferBase
internal import CofferCrypto
internal import CofferEngine
internal import CofferPipeline
internal import CofferStore
internal import CofferStoreSQLite
internal import Glibc

/// What a new vault shall be.
public struct VaultPlan: Sendable {
    public var account: AccountID
    public var region: Region
    /// The owner's access key where one is brought along; else one is derived from the root key.
    public var owner: Credentials?

    public init(account: AccountID, region: Region, owner: Credentials? = nil) {
        self.account = account
        self.region = region
        self.owner = owner
    }
}

/// Makes vaults.
public enum VaultCreator {
    public enum SealChoice: Sendable {
        case keyFile
        case passphrase(SharedSecret)
    }

    /// Makes a vault in a folder: whole, or not at all.
    ///
    /// It is built beside the folder and moved into its place at the end, so that whoever is interrupted finds nothing.
    /// - Returns: the ARN of the first KMS key.
    public static func create(
        _ folder: VaultFolder, seal: SealChoice, plan: VaultPlan, version: String
    ) async throws -> String {
        try makeParent(of: folder.path)
        try refuseOccupied(folder)
        let draft = try DraftFolder(in: parent(of: folder.path), purpose: "init")
        var isDone = false
        defer { if !isDone { draft.discard() } }

        let root = RootKey.random()
        let vaultID = UniqueID.uuid()
        let sealed =
            switch seal {
            case .keyFile: try KeyFileSeal(path: draft.folder.keyFile).seal(root, vaultID: vaultID)
            case .passphrase(let passphrase): try PassphraseSeal(passphrase).seal(root, vaultID: vaultID)
            }
        let store = try SQLiteStore(path: draft.folder.database)
        let local = try furnish(
            store, root: root, settings: .current(vaultID: vaultID, account: plan.account, region: plan.region),
            plan: plan, version: version)
        let key = try await firstKey(local)
        try local.close()
        try VaultDescription(vaultID: vaultID, account: plan.account, region: plan.region, seals: [sealed])
            .store(in: draft.folder)
        let code = draft.move(to: folder.path)
        guard code == 0 else {
            if code == ENOTEMPTY || code == EEXIST { try refuseOccupied(folder) }
            throw VaultError(.failed, "can't put the vault into \(folder.path): \(reason(code))")
        }
        isDone = true
        return key
    }

    /// A vault in memory, gone with the process.
    public static func ephemeral(_ plan: VaultPlan, control: ProcessControl) async throws -> LocalVault {
        let settings = try VaultSettings.current(vaultID: UniqueID.uuid(), account: plan.account, region: plan.region)
        let local = try furnish(
            try SQLiteStore.inMemory(), root: .random(), settings: settings, plan: plan, control: control)
        _ = try await firstKey(local)
        return local
    }

    private static func furnish(
        _ store: SQLiteStore, root: RootKey, settings: VaultSettings, plan: VaultPlan, version: String
    ) throws -> LocalVault {
        try furnish(store, root: root, settings: settings, plan: plan, control: ProcessControl(version: version))
    }

    /// Stores what must be there before the engine can answer anybody: the epoch keys and the owner's access key.
    private static func furnish(
        _ store: SQLiteStore, root: RootKey, settings: VaultSettings, plan: VaultPlan, control: ProcessControl
    ) throws -> LocalVault {
        let keyring = Keyring(root: root)
        let home = Scope(account: plan.account, region: .global(.aws))
        let now = SystemClock().now().wholeSeconds.milliseconds
        let record: AccessKeyRecord
        if let owner = plan.owner {
            let wrapped = keyring.wrap(owner.secret, binding: AccessKeyRecord.binding(owner.accessKeyID, in: home))
            record = AccessKeyRecord(
                id: owner.accessKeyID, owner: .root, isActive: true, createdAt: now,
                secret: .wrapped(Base64.encode(wrapped.bytes)))
        } else {
            let id = AccessKeySecret.owner(keyring, generation: 1).id
            record = AccessKeyRecord(
                id: id, owner: .root, isActive: true, createdAt: now, generation: 1, secret: .derived(generation: 1))
        }
        try store.write { writer in
            for epoch in keyring.epochs { try writer.set(EpochSetting.name(epoch.id), epoch.wrapped) }
            try writer.insert(record, in: home)
        }
        let vault = try Vault(store: store, keyring: keyring, clock: SystemClock(), settings: settings)
        return LocalVault(vault: vault, control: control, lock: nil)
    }

    /// The KMS key that everything is encrypted under, and its alias: made as the owner, by signed requests.
    private static func firstKey(_ local: LocalVault) async throws -> String {
        let client = AWSClient(
            transport: InProcessTransport(engine: local.engine),
            credentials: StaticCredentialProvider(try local.ownerCredentials()), region: local.region,
            userAgent: "coffer/\(local.control.version) init", retry: .never)
        return try await FirstKey.make(client)
    }

    private static func refuseOccupied(_ folder: VaultFolder) throws(VaultError) {
        if folder.holdsVault {
            throw VaultError(
                .exists, "there is a vault in \(folder.path) already",
                hint: "use it (coffer status), or set COFFER_HOME to another folder")
        }
        guard let listing = opendir(folder.path) else { return }
        defer { closedir(listing) }
        while let entry = readdir(listing) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
            guard name == "." || name == ".." else {
                throw VaultError(
                    .exists, "\(folder.path) is not empty, and holds no vault",
                    hint: "set COFFER_HOME to a new or empty folder")
            }
        }
    }

    private static func makeParent(of path: String) throws(VaultError) {
        var at = ""
        for part in parent(of: path).split(separator: "/") {
            at += "/" + part
            guard mkdir(at, 0o700) == 0 || errno == EEXIST || access(at, F_OK) == 0 else {
                throw VaultError(.failed, "can't make the folder \(at): \(reason(errno))")
            }
        }
    }

    static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
        return String(path[..<slash])
    }
}
