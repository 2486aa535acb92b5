// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import AWSSigning
import CofferBase
import CofferPipeline
import CofferStore
import Testing

@testable import CofferKMS

extension TestVault {
    /// An account that this vault knows nothing of but its name.
    func otherAccount() throws -> AccountID { try #require(AccountID("444455556666")) }

    /// A role with one inline policy, or with none.
    func role(_ name: String, policy: String? = nil, in account: AccountID? = nil) throws -> RoleRecord {
        var role = RoleRecord(
            name: name, path: "/", roleID: UniqueID.iam(prefix: "AROA"), createdAt: 0, trustPolicy: "{}",
            description: nil,
            maxSessionDuration: 3600, tags: [:])
        if let policy { role.policies = ["inline": policy] }
        let record = role
        let scope = Scope(account: account ?? self.account, region: .global(.aws))
        try vault.store.write { try $0.insert(record, in: scope) }
        return record
    }

    /// Somebody who assumed the role, within a session policy where there is one.
    func session(
        of role: RoleRecord, _ name: String = "one", policy: String? = nil, in account: AccountID? = nil
    ) throws -> Credentials {
        try credentials(
            .role(name: role.name, roleID: role.roleID, session: name), account ?? self.account,
            policies: policy.map { [$0] } ?? [])
    }

    /// A user who has no rights of their own.
    func plainUser(_ name: String, in account: AccountID? = nil) throws -> Credentials {
        try user(name, policy: Policy.allow("s3:*"), in: account)
    }

    /// Writes something as if it had been stored by a call that went before.
    func change(_ body: @escaping @Sendable (any StoreWriter) throws -> Void) async throws {
        try await vault.commits.submit(
            .init(
                preconditions: [], epoch: vault.epoch,
                effect: { writer in
                    try body(writer)
                    return []
                }))
    }

    func changeKey(_ keyID: String, _ body: @escaping @Sendable (inout KeyRecord) -> Void) async throws {
        let scope = scope
        try await change { writer in
            guard var key = try writer.load(KeyRecord.self, keyID, in: scope) else { return }
            body(&key.value)
            try writer.update(key)
        }
    }

    func prepared(_ keyID: String) throws -> PreparedKey {
        let stored = try vault.load(KeyRecord.self, keyID, in: scope)
        return try PreparedKey(try #require(stored), policies: vault.policies)
    }

    /// Deletes a user or a role.
    func delete<R: VaultRecord>(_ type: R.Type, _ name: String) async throws {
        let scope = Scope(account: account, region: .global(.aws))
        try await change { writer in
            if let record = try writer.load(R.self, name, in: scope) { try writer.remove(record) }
        }
    }

    func userARN(_ name: String, in account: AccountID? = nil) -> String {
        "arn:aws:iam::\(account ?? self.account):user/\(name)"
    }

    func roleARN(_ name: String) -> String { "arn:aws:iam::\(account):role/\(name)" }
    func rootARN(of account: AccountID? = nil) -> String { "arn:aws:iam::\(account ?? self.account):root" }

    /// Makes a grant as the owner, or as somebody else.
    @discardableResult
    func grant(
        _ keyID: String, to grantee: String, _ operations: [String], _ constraints: KMS.GrantConstraints? = nil,
        name: String? = nil, retirer: String? = nil, as credentials: Credentials? = nil
    ) async throws -> (id: String, token: String) {
        let output = try await call(
            KMS.CreateGrant.self,
            .init(
                keyId: keyID, operations: operations, granteePrincipal: grantee, retiringPrincipal: retirer,
                constraints: constraints, name: name), as: credentials)
        return (try #require(output.grantId), try #require(output.grantToken))
    }

    /// The code that a call is refused with; nil where it is carried out.
    func code<O: AWSOperation>(
        _ operation: O.Type, _ input: O.Input, as credentials: Credentials? = nil
    ) async throws -> String? {
        do {
            try await call(operation, input, as: credentials)
            return nil
        } catch let error as AWSError {
            return error.code
        }
    }

    /// Whether somebody may encrypt with the key.
    func mayEncrypt(
        _ keyID: String, _ context: [String: String]? = nil, tokens: [String]? = nil, as credentials: Credentials
    ) async throws -> Bool {
        let code = try await code(
            KMS.Encrypt.self,
            .init(
                keyId: keyID, plaintext: SharedSecret(utf8: "geheim"), encryptionContext: context, grantTokens: tokens),
            as: credentials)
        #expect(code == nil || code == "AccessDeniedException")
        return code == nil
    }

    /// All of the trail, oldest first.
    func log() throws -> [[UInt8]] {
        try vault.store.read { try $0.events(EventQuery(order: .oldestFirst, limit: 1_000_000)) }.map(\.record)
    }

    func grants(_ keyID: String) async throws -> [KMS.GrantListEntry] {
        try await call(KMS.ListGrants.self, .init(keyId: keyID)).grants ?? []
    }
}

/// Policies as tests need them.
enum Policy {
    static func allow(_ action: String) -> String { identity("Allow", action) }
    static func deny(_ action: String) -> String { identity("Deny", action) }

    private static func identity(_ effect: String, _ action: String) -> String {
        #"{"Statement":{"Effect":"\#(effect)","Action":"\#(action)","Resource":"*"}}"#
    }

    /// Both in one document.
    static func allow(_ allowed: String, deny denied: String) -> String {
        #"{"Statement":[{"Effect":"Allow","Action":"\#(allowed)","Resource":"*"},"#
            + #"{"Effect":"Deny","Action":"\#(denied)","Resource":"*"}]}"#
    }

    /// A key policy that lets the account's root in and nobody of the account by way of it.
    static let rootAlone =
        #"{"Statement":{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"kms:*","Resource":"*","#
        + #""Condition":{"StringEquals":{"aws:PrincipalType":"Account"}}}}"#
}
