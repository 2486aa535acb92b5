// SPDX-License-Identifier: Apache-2.0
internal import AWSSigning
internal import CofferAudit
internal import CofferBase
internal import CofferPolicy
internal import CofferStore

/// Builds the caller from the records that are current now: a deleted user's key and a deleted role's session end at
/// once (invariant 8).
struct CallerBuilder {
    let vault: Vault
    let account: AccountID
    let partition: Partition

    private var scope: Scope { Scope(account: account, region: .global(partition)) }

    func root(accessKeyID: String, preconditions: [Precondition], issuedAt: Timestamp? = nil) throws -> Caller {
        let arn = ARN(service: "iam", scope: scope, resource: "root")
        return Caller(
            account: account, principal: .root(account, partition: partition), arn: arn, userID: account.description,
            identity: TrailIdentity(
                type: "Root", principalID: account.description, arn: arn.description, accountID: account.description,
                accessKeyID: accessKeyID),
            identityPolicies: [], sessionPolicies: [], tags: [:], tokenIssuedAt: issuedAt, userName: nil, kind: .root,
            preconditions: preconditions)
    }

    func user(
        _ name: String, accessKeyID: String, preconditions: [Precondition], issuedAt: Timestamp? = nil, policies: [String] = []
    ) throws -> Caller {
        guard let user = try vault.load(UserRecord.self, name, in: homeScope) else { throw SignatureFailure.unknownCredentials }
        let arn = user.value.arn(in: scope)
        return Caller(
            account: account, principal: .user(arn: arn.description, userID: user.value.userID, account: account), arn: arn,
            userID: user.value.userID,
            identity: TrailIdentity(
                type: "IAMUser", principalID: user.value.userID, arn: arn.description, accountID: account.description,
                accessKeyID: accessKeyID, userName: name),
            identityPolicies: try compiled(user.value.policies), sessionPolicies: try session(policies),
            tags: user.value.tags, tokenIssuedAt: issuedAt, userName: name, kind: .user(name: name),
            preconditions: preconditions + [user.precondition])
    }

    func session(_ claims: SessionClaims) throws -> Caller {
        let issuedAt = Timestamp(milliseconds: claims.issuedAt)
        switch claims.subject {
        case .root:
            return try root(accessKeyID: claims.accessKeyID, preconditions: [], issuedAt: issuedAt)
        case .user(let name, let userID):
            let caller = try user(
                name, accessKeyID: claims.accessKeyID, preconditions: [], issuedAt: issuedAt, policies: claims.policies)
            // A user who was deleted and made again has another id: their old sessions are worth nothing.
            guard caller.userID == userID else { throw SignatureFailure.unknownCredentials }
            return caller
        case .role(let name, let roleID, let session):
            return try role(name, roleID: roleID, session: session, claims: claims, issuedAt: issuedAt)
        }
    }

    private func role(
        _ name: String, roleID: String, session: String, claims: SessionClaims, issuedAt: Timestamp
    ) throws -> Caller {
        // A role that was deleted and made again has another id: its old sessions are worth nothing.
        guard let role = try vault.load(RoleRecord.self, name, in: homeScope), role.value.roleID == roleID else {
            throw SignatureFailure.unknownCredentials
        }
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
                sessionCreatedAt: issuedAt),
            identityPolicies: try compiled(role.value.policies), sessionPolicies: try self.session(claims.policies),
            tags: role.value.tags.merging(claims.tags) { _, session in session }, tokenIssuedAt: issuedAt, userName: nil,
            kind: .roleSession(role: name, session: session), preconditions: [role.precondition])
    }

    private var homeScope: Scope { scope }

    private func compiled(_ policies: [String: String]) throws -> [PolicyDocument] {
        try policies.sorted { $0.key < $1.key }.map { try vault.policies.policy($0.value, .identity) }
    }

    private func session(_ policies: [String]) throws -> [PolicyDocument] {
        try policies.map { try vault.policies.policy($0, .session) }
    }
}
