// SPDX-License-Identifier: Apache-2.0
internal import AWSSigning
internal import CofferAudit
internal import CofferBase
internal import CofferPolicy
internal import CofferStore

/// Builds the caller from the records that are current now: a deleted user's key and a deleted role's session end at
/// once, and so do a policy's rights when it is detached (invariant 8).
struct CallerBuilder {
    let vault: Vault
    let account: AccountID
    let partition: Partition

    private var scope: Scope { Scope(account: account, region: .global(partition)) }

    func root(accessKeyID: String, preconditions: [Precondition], claims: SessionClaims? = nil) throws -> Caller {
        let arn = ARN(service: "iam", scope: scope, resource: "root")
        return Caller(
            account: account, principal: .root(account, partition: partition), arn: arn, userID: account.description,
            identity: TrailIdentity(
                type: "Root", principalID: account.description, arn: arn.description, accountID: account.description,
                accessKeyID: accessKeyID, sessionCreatedAt: claims?.facts.issuedAt),
            identityPolicies: [], boundary: nil, sessionPolicies: [], tags: [:], session: claims?.facts, kind: .root,
            preconditions: preconditions)
    }

    func user(
        _ name: String, accessKeyID: String, preconditions: [Precondition], claims: SessionClaims? = nil
    ) throws -> Caller {
        let user = try found(UserRecord.self, name)
        var rights = PolicyCollection(vault: vault, scope: scope, preconditions: preconditions + [user.precondition])
        try rights.add(user.value)
        let arn = user.value.arn(in: scope)
        return Caller(
            account: account,
            principal: .user(arn: arn.description, userID: user.value.userID, account: account), arn: arn,
            userID: user.value.userID,
            identity: TrailIdentity(
                type: "IAMUser", principalID: user.value.userID, arn: arn.description, accountID: account.description,
                accessKeyID: accessKeyID, userName: name, sessionCreatedAt: claims?.facts.issuedAt),
            identityPolicies: rights.identity, boundary: rights.boundary, sessionPolicies: [], tags: user.value.tags,
            session: claims?.facts, kind: .user(name: name), preconditions: rights.preconditions)
    }

    func session(_ claims: SessionClaims) throws -> Caller {
        switch claims.subject {
        case .root:
            return try root(accessKeyID: claims.accessKeyID, preconditions: issuingKey(claims), claims: claims)
        case .user(let name, let userID):
            return try user(
                currentName(of: userID, once: name), accessKeyID: claims.accessKeyID, preconditions: [], claims: claims)
        case .role(let name, let roleID, let session):
            return try role(name, roleID: roleID, session: session, claims: claims)
        case .federated(let name, let user): return try federated(name, user: user, claims: claims)
        }
    }

    private func role(_ name: String, roleID: String, session: String, claims: SessionClaims) throws -> Caller {
        let role = try found(RoleRecord.self, name)
        // A role that was deleted and made again has another id: its old sessions are worth nothing.
        guard role.value.roleID == roleID else { throw SignatureFailure.unknownCredentials }
        var rights = PolicyCollection(vault: vault, scope: scope, preconditions: [role.precondition])
        try rights.add(role.value)
        try rights.bound(by: claims)
        let roleARN = role.value.arn(in: scope)
        let arn = ARN(service: "sts", scope: scope, resource: "assumed-role/\(name)/\(session)")
        return Caller(
            account: account,
            principal: .roleSession(
                roleARN: roleARN.description, sessionARN: arn.description, roleID: roleID, account: account),
            arn: arn, userID: "\(roleID):\(session)",
            identity: TrailIdentity(
                type: "AssumedRole", principalID: "\(roleID):\(session)", arn: arn.description,
                accountID: account.description, accessKeyID: claims.accessKeyID,
                sessionIssuer: .init(
                    type: "Role", principalID: roleID, arn: roleARN.description, accountID: account.description,
                    userName: name),
                sessionCreatedAt: claims.facts.issuedAt),
            identityPolicies: rights.identity, boundary: rights.boundary, sessionPolicies: rights.session,
            tags: role.value.tags.merging(claims.tags) { _, session in session }, session: claims.facts,
            kind: .roleSession(role: name, session: session), preconditions: rights.preconditions)
    }

    /// The rights of the user who asked for the session, as far as the session's policies let them through.
    private func federated(_ name: String, user: SessionClaims.Subject.User?, claims: SessionClaims) throws -> Caller {
        let issuer =
            try user.map {
                try self.user(currentName(of: $0.id, once: $0.name), accessKeyID: claims.accessKeyID, preconditions: [])
            }
            ?? root(accessKeyID: claims.accessKeyID, preconditions: issuingKey(claims))
        var rights = PolicyCollection(vault: vault, scope: scope, preconditions: issuer.preconditions)
        try rights.bound(by: claims)
        // Without a policy of its own the session may do nothing by itself, whatever the user may.
        if rights.session.isEmpty { rights.session = [try fixed(Self.nothing, .session, "of a federated user without one")] }
        let arn = ARN(service: "sts", scope: scope, resource: "federated-user/\(name)")
        let principal = Principal.federatedUser(
            sessionARN: arn.description, userARN: issuer.arn.description, userID: issuer.userID, account: account)
        return Caller(
            account: account, principal: principal, arn: arn, userID: principal.userID,
            identity: TrailIdentity(
                type: "FederatedUser", principalID: principal.userID, arn: arn.description,
                accountID: account.description, accessKeyID: claims.accessKeyID,
                sessionIssuer: .init(
                    type: issuer.identity.type, principalID: issuer.userID, arn: issuer.arn.description,
                    accountID: account.description, userName: user?.name ?? "root"),
                sessionCreatedAt: claims.facts.issuedAt),
            identityPolicies: user == nil ? [try fixed(Self.everything, .identity, "of root")] : issuer.identityPolicies,
            boundary: issuer.boundary, sessionPolicies: rights.session,
            tags: (user == nil ? [:] : issuer.tags).merging(claims.tags) { _, session in session },
            session: claims.facts, kind: .federatedUser(name: name), preconditions: rights.preconditions)
    }

    private func fixed(_ text: String, _ kind: PolicyDocument.Kind, _ name: String) throws -> PolicyDocument {
        try vault.policies.policy(text, kind).named(name)
    }

    /// A session policy that allows nothing.
    private static let nothing =
        #"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"none:None","Resource":"arn:aws:none:::none"}}"#
    /// What root may, before a session's policies bound it.
    private static let everything =
        #"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}"#

    /// Whoever replaces the owner's key ends what was made with the old one.
    private func issuingKey(_ claims: SessionClaims) throws -> [Precondition] {
        guard let id = claims.rootKeyID else { return [] }
        let home = Scope(account: account, region: .global(.aws))
        guard let key = try vault.load(AccessKeyRecord.self, id, in: home), key.value.isActive else {
            throw SignatureFailure.unknownCredentials
        }
        return [key.precondition]
    }

    /// A user may have got another name since. One who was deleted and made again has another ID: the old one's
    /// sessions are worth nothing.
    private func currentName(of userID: String, once name: String) throws -> String {
        if try vault.load(UserRecord.self, name, in: scope)?.value.userID == userID { return name }
        guard let user = try PrincipalDirectory(vault: vault).holder(UserRecord.self, userID)?.record, user.key.scope == scope
        else { throw SignatureFailure.unknownCredentials }
        return user.value.name
    }

    private func found<R: VaultRecord>(_ type: R.Type, _ name: String) throws -> Versioned<R> {
        guard let record = try vault.load(type, name, in: scope) else { throw SignatureFailure.unknownCredentials }
        return record
    }
}

/// The policies of a caller, with the records that they stand in.
private struct PolicyCollection {
    let vault: Vault
    let scope: Scope
    var preconditions: [Precondition]
    var identity: [PolicyDocument] = []
    var boundary: PolicyDocument?
    var session: [PolicyDocument] = []

    init(vault: Vault, scope: Scope, preconditions: [Precondition]) {
        self.vault = vault
        self.scope = scope
        self.preconditions = preconditions
    }

    mutating func add(_ user: UserRecord) throws {
        try add(own: user)
        for name in user.groups {
            guard let group = try vault.load(GroupRecord.self, name, in: scope) else {
                throw StoreError.damaged("the group \(name) is missing")
            }
            preconditions.append(group.precondition)
            try add(own: group.value)
        }
    }

    mutating func add(_ role: RoleRecord) throws { try add(own: role) }

    /// What bounds the session beside what its issuer may.
    mutating func bound(by claims: SessionClaims) throws {
        session = try claims.policies.map { try vault.policies.policy($0, .session) }
        for arn in claims.policyARNs ?? [] { session.append(try managed(arn, .identity)) }
    }

    private mutating func add(own holder: some PolicyHolder) throws {
        for (name, text) in holder.policies.sorted(by: { $0.key < $1.key }) {
            identity.append(try vault.policies.policy(text, .identity).named(name))
        }
        for arn in holder.managedPolicies { identity.append(try managed(arn, .identity)) }
        if let arn = holder.boundary { boundary = try managed(arn, .boundary) }
    }

    private mutating func managed(_ arn: String, _ kind: PolicyDocument.Kind) throws -> PolicyDocument {
        let found = try ManagedPolicies(vault: vault, in: scope).compiled(arn, kind)
        if let precondition = found.precondition { preconditions.append(precondition) }
        return found.policy
    }
}
