// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import AWSSigning
internal import CofferAudit
public import CofferBase
public import CofferCrypto
internal import CofferPolicy
internal import CofferStore
internal import Crypto
internal import Synchronization

/// Verifies signatures. The only maker of `Authenticated`.
///
/// The canonical request is rebuilt from the bytes that came; nothing that the caller says about it is believed
/// (peers' mistake 6).
struct Authenticator: Sendable {
    let vault: Vault
    private let signingKeys = SigningKeyCache(capacity: 4096)
    private let sessions = SessionCache()
    private let directory = AccessKeyDirectory()
    private let identities = IdentityCache()
    private let webIdentities: WebIdentityAuthenticator

    init(vault: Vault, keySets: any KeySetSource) {
        self.vault = vault
        webIdentities = WebIdentityAuthenticator(vault: vault, issuers: IssuerKeys(source: keySets))
    }

    func authenticate(
        _ request: AWSRequest, service: AWSService, operation: String, requestID: String
    ) throws(SignatureFailure) -> Authenticated {
        let now = vault.clock.now()
        let presented = try PresentedSignature.parse(request, now: now, skew: vault.settings.clockSkew)
        let scoped = try presented.scoped(service: service.signingName)
        guard let region = Region(presented.scope.region) else {
            throw .wrongScope([.region(presented.scope.region)])
        }
        let partition = region.partition
        let identity = try identify(presented.accessKeyID, presented.sessionToken, partition)
        let key: SigningKey
        do {
            key = try signingKeys.key(
                accessKeyID: presented.accessKeyID, sessionToken: presented.sessionToken, scope: presented.scope,
                generation: identity.generation
            ) { try SigningKey(secret: identity.secret(), scope: presented.scope) }
        } catch {
            throw .unknownCredentials
        }
        try Verifier.verify(scoped, signingKey: key)
        if let expiry = identity.expiresAt, now >= expiry { throw .expiredCredentials }
        guard !identity.caller.isBarred(from: service) else { throw .unknownCredentials }
        return Authenticated(
            store: vault.store, caller: identity.caller, epoch: identity.epoch, scope: Scope(account: identity.caller.account, region: region),
            service: service, operation: operation, requestID: requestID, receivedAt: now, source: request.source,
            userAgent: Self.userAgent(request),
            body: request.body, query: request.query, sessionToken: presented.sessionToken,
            accessKeyID: presented.accessKeyID)
    }

    /// A call that no signature proves, but an identity provider's token.
    func authenticate(
        _ request: AWSRequest, token input: STS.AssumeRoleWithWebIdentityInput, requestID: String
    ) async throws(AWSError) -> Authenticated {
        let now = vault.clock.now()
        let epoch = vault.epoch
        let (identity, account) = try await webIdentities.identify(input)
        let partition = Partition(rawValue: identity.provider.partition) ?? .aws
        let home = vault.settings.region
        let region = home.partition == partition ? home : Region(partition.globalServiceRegion) ?? home
        return Authenticated(
            store: vault.store, caller: identity.caller(in: account), epoch: epoch, scope: Scope(account: account, region: region),
            service: STS.service, operation: STS.AssumeRoleWithWebIdentity.name, requestID: requestID, receivedAt: now,
            source: request.source, userAgent: Self.userAgent(request), body: request.body, query: request.query,
            sessionToken: nil, accessKeyID: "", webIdentity: identity)
    }

    private static func userAgent(_ request: AWSRequest) -> String {
        String(decoding: (request.headers["user-agent"] ?? "").utf8.prefix(1024), as: UTF8.self)
    }

    /// The same request, its caller built again from the records that are current now: for when one of them moved
    /// while the request was under way.
    func renew(_ request: Authenticated) throws(SignatureFailure) -> Authenticated {
        if let identity = request.webIdentity {
            let epoch = vault.epoch
            let current = try? vault.store.read { try $0.revision(of: identity.precondition.key) }
            guard current == identity.precondition.revision else { throw .unknownCredentials }
            return request.renewed(request.caller, epoch: epoch)
        }
        let identity = try identify(request.accessKeyID, request.sessionToken, request.scope.partition)
        return request.renewed(identity.caller, epoch: identity.epoch)
    }

    private func identify(
        _ accessKeyID: String, _ token: String?, _ partition: Partition
    ) throws(SignatureFailure) -> Identity {
        let id = IdentityCache.ID(
            accessKeyID: ExactString(accessKeyID), token: token.map { ExactString($0) }, partition: partition)
        let epoch = vault.epoch
        if let known = identities[id], known.epoch == epoch { return known }
        do {
            var identity =
                if let token { try session(token, accessKeyID, partition) } else { try longLived(accessKeyID, partition) }
            identity.epoch = epoch
            identities[id] = identity
            return identity
        } catch let failure as SignatureFailure {
            throw failure
        } catch {
            throw .unknownCredentials
        }
    }

    private func longLived(_ accessKeyID: String, _ partition: Partition) throws -> Identity {
        guard let key = try directory.find(accessKeyID, in: vault),
            let record = try vault.load(AccessKeyRecord.self, key.id, in: key.scope), record.value.isActive
        else { throw SignatureFailure.unknownCredentials }
        let keyring = vault.keyring
        let account = record.key.scope.account
        let builder = CallerBuilder(vault: vault, account: account, partition: partition)
        let caller =
            switch record.value.owner {
            case .root: try builder.root(accessKeyID: accessKeyID, preconditions: [record.precondition])
            // Another partition may have a user of the same name: that is somebody else.
            case .user(let name) where record.key.scope == Scope(account: account, region: .global(partition)):
                try builder.user(name, accessKeyID: accessKeyID, preconditions: [record.precondition])
            case .user: throw SignatureFailure.unknownCredentials
            }
        return Identity(caller: caller, secret: { try keyring.secret(of: record) }, generation: record.revision)
    }

    private func session(_ token: String, _ accessKeyID: String, _ partition: Partition) throws -> Identity {
        guard let claims = sessions.claims(token, opening: vault.keyring), claims.accessKeyID == accessKeyID,
            claims.partition == partition.rawValue, let account = AccountID(claims.account)
        else { throw SignatureFailure.unknownCredentials }
        let keyring = vault.keyring
        return Identity(
            caller: try CallerBuilder(vault: vault, account: account, partition: partition).session(claims),
            secret: { keyring.sessionSecret(token: token) }, generation: 0,
            expiresAt: Timestamp(milliseconds: claims.expiresAt))
    }
}

/// A claimed identity, with the secret that would prove it.
struct Identity: Sendable {
    let caller: Caller
    let secret: @Sendable () throws -> CofferBase.SharedSecret
    let generation: Int64
    var expiresAt: Timestamp?
    /// The epoch before the first of the records was read that it was built from.
    var epoch: Int64 = 0
}

/// Identities that requests claimed, by everything that names them, byte for byte.
///
/// An entry counts in its own epoch alone, so none outlives a change to a user, a role or a key (invariant 8).
final class IdentityCache: Sendable {
    struct ID: Hashable {
        let accessKeyID: ExactString
        let token: ExactString?
        let partition: Partition
    }

    private let known = Mutex(LRUCache<ID, Identity>(capacity: 4096))

    subscript(id: ID) -> Identity? {
        get { known.withLock { $0.value(for: id) } }
        set { _ = known.withLock { if let newValue { $0.insert(newValue, for: id) } else { $0.remove(id) } } }
    }
}

extension Keyring {
    /// The secret of an access key: to verify a signature, and for nothing else (invariant 2).
    public func secret(of key: Versioned<AccessKeyRecord>) throws -> CofferBase.SharedSecret {
        switch key.value.secret {
        case .derived(let generation):
            return AccessKeySecret.owner(self, generation: generation).secret
        case .wrapped(let text):
            guard let wrapped = Base64.decode(text) else { throw StoreError.damaged("an access key can't be read") }
            return try unwrap(WrappedKey(bytes: wrapped), binding: AccessKeyRecord.binding(key.value.id, in: key.key.scope))
        }
    }
}

extension Keyring {
    /// A new access key with a random secret, which the record holds wrapped.
    public func newAccessKey(
        of owner: KeyOwner, in scope: Scope, at now: Timestamp
    ) -> (record: AccessKeyRecord, secret: CofferBase.SharedSecret) {
        let id = UniqueID.accessKey(prefix: "AKIA", account: scope.account)
        let secret = SharedSecret(utf8: Base64.encode(UniqueID.bytes(30)))
        let wrapped = wrap(secret, binding: AccessKeyRecord.binding(id, in: scope))
        let record = AccessKeyRecord(
            id: id, owner: owner, isActive: true, createdAt: now.wholeSeconds.milliseconds,
            secret: .wrapped(Base64.encode(wrapped.bytes)))
        return (record, secret)
    }
}

extension Vault {
    /// The access key of an account's owner; nil where there is none.
    public func ownerKey(of account: AccountID) throws -> Versioned<AccessKeyRecord>? {
        try store.read {
            try $0.list(
                AccessKeyRecord.self, in: Scope(account: account, region: .global(.aws)), where: AccessKeyRecord.root,
                after: nil, limit: 1
            ).first
        }
    }
}

extension AccessKeyRecord {
    /// What the wrapped secret is bound to: this row and no other.
    public static func binding(_ id: String, in scope: Scope) -> WrapBinding {
        WrapBinding(table: kind.rawValue, rowID: "\(scope.account)/\(scope.region)/\(id)", version: 1)
    }
}

/// Where the record of an access key lies. An id never moves to another account, so entries don't age.
final class AccessKeyDirectory: Sendable {
    private let places = Mutex(LRUCache<ExactString, RecordKey>(capacity: 10_000))

    func find(_ accessKeyID: String, in vault: Vault) throws -> RecordKey? {
        guard accessKeyID.utf8.count <= 128 else { return nil }
        if let known = places.withLock({ $0.value(for: ExactString(accessKeyID)) }) { return known }
        let index = IndexEntry(name: "id", value: accessKeyID)
        let found = try vault.store.read { try $0.records(kind: AccessKeyRecord.kind, index: index, limit: 1).first?.key }
        guard let found else { return nil }
        _ = places.withLock { $0.insert(found, for: ExactString(accessKeyID)) }
        return found
    }
}

extension Vault {
    /// The account of a long-lived access key that is in this vault.
    public func account(ofAccessKey id: String) throws -> AccountID? {
        try AccessKeyDirectory().find(id, in: self)?.scope.account
    }
}

/// Opened session tokens by their full digest (peers' mistake 3).
final class SessionCache: Sendable {
    private let opened = Mutex(LRUCache<[UInt8], SessionClaims>(capacity: 4096))

    func claims(_ token: String, opening keyring: Keyring) -> SessionClaims? {
        let digest = Array(SHA256.hash(data: Array(token.utf8)))
        if let known = opened.withLock({ $0.value(for: digest) }) { return known }
        guard let claims = keyring.openSession(token) else { return nil }
        _ = opened.withLock { $0.insert(claims, for: digest) }
        return claims
    }
}
