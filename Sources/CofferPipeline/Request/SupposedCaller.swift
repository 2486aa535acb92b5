// SPDX-License-Identifier: Apache-2.0
public import CofferBase

extension Vault {
    /// Whom an ARN names, with what they may do now: the account, a user, a role (in some session of it) or a role's
    /// session. Nil where there is no such principal.
    ///
    /// To ask about; it proves nothing about anybody.
    public func caller(named arn: ARN) throws -> Caller? {
        guard let account = AccountID(arn.account), let partition = Partition(rawValue: arn.partition), try holds(account)
        else { return nil }
        let builder = CallerBuilder(vault: self, account: account, partition: partition)
        let scope = Scope(account: account, region: .global(partition))
        let parts = arn.resource.split(separator: "/").map(String.init)
        switch (arn.service, parts.first, parts.count) {
        case ("iam", "root", 1): return try builder.root(accessKeyID: "", preconditions: [])
        case ("iam", "user", 2...):
            let name = parts[parts.count - 1]
            guard try load(UserRecord.self, name, in: scope)?.value.arn(in: scope) == arn else { return nil }
            return try builder.user(name, accessKeyID: "", preconditions: [])
        case ("iam", "role", 2...), ("sts", "assumed-role", 3):
            let isRole = arn.service == "iam"
            guard let role = try load(RoleRecord.self, isRole ? parts[parts.count - 1] : parts[1], in: scope)?.value,
                !isRole || role.arn(in: scope) == arn
            else { return nil }
            let now = clock.now()
            return try builder.session(
                SessionClaims(
                    account: account, partition: partition, accessKeyID: "",
                    subject: .role(name: role.name, roleID: role.roleID, session: isRole ? "session" : parts[2]),
                    issuedAt: now, expiresAt: now))
        default: return nil
        }
    }
}
