// SPDX-License-Identifier: Apache-2.0
internal import CofferBase

/// Decides requests as AWS does. Pure: no clock, no I/O; what the time is stands in the context.
///
/// Source: IAM User Guide, "Policy evaluation logic"; KMS Developer Guide, "Determining access".
public enum Evaluator {
    /// What the resource-based policy means for its own account.
    public enum Rules: Sendable, Equatable {
        /// Either side may allow; root owns what its account owns.
        case standard
        /// The account's policies count only as far as the key policy lets the account in; root needs it too.
        case kmsKey
        /// As for a key, and root may assume a role only where the trust policy names its account: Coffer's one
        /// deviation, for AWS refuses root altogether.
        case trustPolicy
    }

    /// INVARIANT 5: everything that no rule below allows is denied.
    public static func decide(
        _ request: AuthorizationRequest, _ policies: PolicySet, rules: Rules = .standard
    ) -> Decision {
        let resourceType = rules == .trustPolicy ? PolicyType.roleTrust : .resourceBased
        var scanner = PolicyScanner(request, policies)

        // 1. A matching Deny anywhere decides.
        var control: PolicyType?
        for policy in policies.serviceControl {
            let result = scanner.scan(policy, .serviceControl)
            if let deny = result.deny { return explicit(deny) }
            if result.allow == nil { control = control ?? .serviceControl }
        }
        for policy in policies.resourceControl {
            let result = scanner.scan(policy, .resourceControl)
            if let deny = result.deny { return explicit(deny) }
            if result.allow == nil { control = control ?? .resourceControl }
        }
        let identity = scanner.scan(policies.identity, .identityBased)
        if let deny = identity.deny { return explicit(deny) }
        let resource = policies.resource.map { scanner.scan($0, resourceType) } ?? PolicyScanner.Result()
        if let deny = resource.deny { return explicit(deny) }
        let boundary = policies.boundary.map { scanner.scan($0, .permissionsBoundary) }
        if let deny = boundary?.deny { return explicit(deny) }
        let session = policies.session.isEmpty ? nil : scanner.scan(policies.session, .session)
        if let deny = session?.deny { return explicit(deny) }

        // 2. Organisation policies must each allow.
        if let control { return implicit(control, policies, &scanner) }

        // 3. What allows, and within which bounds.
        let verdict = grant(
            request, policies, rules, identity: identity.allow, resource: resource.allow, naming: resource.naming)
        let reason: Decision.AllowReason
        switch verdict {
        case .refused(let deny): return deny
        case .lacking(let type): return implicit(type, policies, &scanner)
        case .unbounded(let allow): return .allow(allow)
        case .bounded(let allow): reason = allow
        }

        // 4. An identity's rights end at its boundary and its session's policies.
        if let boundary, boundary.allow == nil { return implicit(.permissionsBoundary, policies, &scanner) }
        if let session, session.allow == nil { return implicit(.session, policies, &scanner) }
        return .allow(reason)
    }

    private enum Verdict {
        /// Boundary and session policy have no say.
        case unbounded(Decision.AllowReason)
        /// Boundary and session policy must allow as well.
        case bounded(Decision.AllowReason)
        case lacking(PolicyType)
        case refused(Decision)
    }

    private static func grant(
        _ request: AuthorizationRequest, _ policies: PolicySet, _ rules: Rules, identity: StatementReference?,
        resource: StatementReference?, naming: Naming
    ) -> Verdict {
        let resourceType = rules == .trustPolicy ? PolicyType.roleTrust : .resourceBased
        let isRoot = request.principal.kind == .root
        let ownRight: Decision.AllowReason? = isRoot ? .accountRoot : identity.map { .statement($0) }
        let grant = rules == .kmsKey ? policies.grant : .none

        guard let account = request.principal.account else {
            // A service or somebody known to an identity provider has no policies of its own.
            if let resource, naming >= .limited { return .bounded(.statement(resource)) }
            return grant == .principal ? .bounded(.grant) : .lacking(resourceType)
        }
        let sameAccount = account == policies.resourceAccount
        if rules == .trustPolicy, isRoot {
            guard sameAccount, naming == .direct, let resource else { return .refused(.deny(.rootMayNotAssume)) }
            return .bounded(.statement(resource))
        }
        guard sameAccount else { return acrossAccounts(rules, own: ownRight, resource, naming, grant) }

        if let resource, naming == .direct { return .unbounded(.statement(resource)) }
        if let resource, naming == .limited { return .bounded(.statement(resource)) }
        if grant == .principal { return .bounded(.grant) }
        if grant == .account, ownRight != nil { return .bounded(.grant) }
        if rules != .standard, naming == .none { return .lacking(resourceType) }
        guard let ownRight else { return .lacking(.identityBased) }
        return .bounded(ownRight)
    }

    /// Both sides must allow; a grant that names the caller is enough by itself.
    private static func acrossAccounts(
        _ rules: Rules, own: Decision.AllowReason?, _ resource: StatementReference?, _ naming: Naming,
        _ grant: GrantCoverage
    ) -> Verdict {
        if grant == .principal { return .bounded(.grant) }
        let theirs: Decision.AllowReason? = resource.map { .statement($0) } ?? (grant == .account ? .grant : nil)
        if rules != .standard, theirs == nil { return .lacking(rules == .trustPolicy ? .roleTrust : .resourceBased) }
        guard own != nil else { return .lacking(.identityBased) }
        guard let theirs else { return .lacking(.resourceBased) }
        return .bounded(theirs)
    }

    private static func explicit(_ statement: StatementReference) -> Decision { .deny(.explicit(statement)) }

    private static func implicit(
        _ type: PolicyType, _ policies: PolicySet, _ scanner: inout PolicyScanner
    ) -> Decision {
        .deny(.implicit(type, nearest: scanner.nearMiss(policies.documents(type), type)))
    }
}
