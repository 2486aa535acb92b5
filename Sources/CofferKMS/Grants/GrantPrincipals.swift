// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferAudit
internal import CofferBase
internal import CofferPipeline
internal import CofferPolicy
internal import CofferStore

/// Whom a grant may name: accounts, users, roles, sessions of roles, federated users.
struct GrantPrincipals: Sendable {
    let vault: Vault

    /// - Throws: InvalidArnException for what is no principal's ARN, and for users and roles of this vault's account that
    ///   aren't there. Other accounts' count as there: the vault knows nothing of them.
    func principal(_ text: String, in scope: Scope) throws -> GrantPrincipal {
        guard let arn = ARN(text) else { throw AWSError("InvalidArnException", "ARN is not valid: \(text)") }
        guard let account = AccountID(arn.account), let partition = Partition(rawValue: arn.partition), arn.region.isEmpty,
            partition == scope.partition
        else { throw AWSError("InvalidArnException", "ARN is not valid: \(text)") }
        let parts = arn.resource.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let home = Scope(account: account, region: .global(partition))
        var uniqueID: String?
        switch (arn.service, parts.first, parts.count) {
        case ("iam", "root", 1): break
        case ("iam", "user", 2...), ("iam", "role", 2...): uniqueID = try known(text)
        case ("sts", "assumed-role", 3) where parts.last != "":
            uniqueID = try vault.load(RoleRecord.self, parts[1], in: home)?.value.roleID
            if uniqueID == nil, try vault.holds(account) { throw AWSError.noPrincipal(text) }
        case ("sts", "federated-user", 2) where parts.last != "": break
        default: throw AWSError("InvalidArnException", "ARN is not valid: \(text)")
        }
        return GrantPrincipal(name: text, isService: false, uniqueID: uniqueID)
    }

    private func known(_ text: String) throws -> String? {
        switch try PrincipalDirectory(vault: vault).entry(text) {
        case .known(let uniqueID): uniqueID
        case .unchecked: nil
        case .missing: throw AWSError.noPrincipal(text)
        }
    }
}

extension GrantRecord {
    /// What it is worth to the caller that the grant names a principal. A stranger's own account has to agree as well,
    /// unless it is the one that made the grant.
    func coverage(of caller: Caller, as principal: GrantPrincipal, in scope: Scope) -> GrantCoverage {
        let coverage = principal.coverage(of: caller)
        let isTheirs = scope.account == caller.account || isIssued(by: caller.account)
        return coverage == .principal && !isTheirs ? .account : coverage
    }
}

extension GrantPrincipal {
    /// How the grant names the caller, if it does.
    func coverage(of caller: Caller) -> GrantCoverage {
        guard !isService else { return .none }
        for (name, coverage) in Self.names(of: caller) where name == self.name {
            // Somebody who has a name again that another one had when the grant was made isn't meant.
            guard let uniqueID else { return coverage }
            let theirs = caller.userID.split(separator: ":").first.map(String.init)
            return theirs == uniqueID ? coverage : .none
        }
        return .none
    }

    /// The names that a grant may call the caller by.
    static func names(of caller: Caller) -> [(name: String, coverage: GrantCoverage)] {
        var names = [(name: caller.arn.description, coverage: GrantCoverage.principal)]
        if let role = caller.identity.sessionIssuerARN { names.append((role, .principal)) }
        if !caller.isRoot { names.append(("arn:\(caller.arn.partition):iam::\(caller.account):root", .account)) }
        return names
    }
}
