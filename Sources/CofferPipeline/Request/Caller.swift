// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
public import CofferAudit
public import CofferBase
public import CofferPolicy

/// Who signed a request, with what they may do.
public struct Caller: Sendable {
    public let account: AccountID
    public let principal: Principal
    public let arn: ARN
    /// `AIDA…`, `AROA…:session`, or the account for root: GetCallerIdentity's UserId.
    public let userID: String
    /// As the trail names the caller.
    public let identity: TrailIdentity
    /// Of the user and its groups, or of the role.
    public let identityPolicies: [PolicyDocument]
    public let boundary: PolicyDocument?
    public let sessionPolicies: [PolicyDocument]
    public let tags: [ExactString: String]
    /// Of the session the caller has; nil for long-lived keys.
    public let session: SessionFacts?
    public var isRoot: Bool { if case .root = kind { true } else { false } }

    public enum Kind: Sendable, Equatable {
        case root
        case user(name: String)
        case roleSession(role: String, session: String)
        case federatedUser(name: String)
        /// Not yet anybody here: the caller of AssumeRoleWithWebIdentity.
        case webIdentity
    }
    public let kind: Kind
    /// The vault's owner, by key or through the socket.
    public var isOwner: Bool { isRoot && session?.isOwners ?? true }
    /// Sessions of GetSessionToken and GetFederationToken can't call IAM: whoever found one could make lasting keys.
    ///
    /// Source: IAM User Guide, "Compare AWS STS credentials".
    func isBarred(from service: AWSService) -> Bool { service.signingName == "iam" && mayMakeNothingLasting }

    /// A session that must not become more than it is.
    public var mayMakeNothingLasting: Bool {
        guard session != nil else { return false }
        switch kind {
        case .root: return !isOwner
        case .user, .federatedUser: return true
        case .roleSession, .webIdentity: return false
        }
    }

    /// Whom the caller is or is a session of: `AIDA…`, `AROA…`, the account; of a web identity, all that is known.
    public var principalID: String {
        switch kind {
        case .root, .user, .webIdentity: userID
        case .roleSession: userID.split(separator: ":").first.map(String.init) ?? userID
        case .federatedUser: identity.sessionIssuer?.principalID ?? userID
        }
    }

    /// The records that all this rests on.
    let preconditions: [Precondition]
}

/// What a session's token says of the session.
public struct SessionFacts: Sendable {
    public var issuedAt: Timestamp
    /// Of the vault's owner, given by the program itself.
    public var isOwners = false
    /// Set once and kept through all roles that are assumed from it.
    public var sourceIdentity: String?
    /// Tags that go with whoever assumes another role from this session.
    public var transitiveTags: [ExactString: String] = [:]
    /// The provider that vouched for the session: its ARN.
    public var federatedProvider: String?
}

extension Caller {
    /// The policies that have a say in what this caller does to a resource.
    public func policies(for check: AccessCheck) -> PolicySet {
        PolicySet(
            identity: identityPolicies, boundary: boundary, session: sessionPolicies, resource: check.resourcePolicy,
            resourceAccount: check.resourceAccount)
    }

    /// Adds the condition keys that follow from who calls.
    ///
    /// Source: IAM User Guide, "AWS global condition context keys".
    func addConditionKeys(to context: inout ConditionContext) {
        principal.addConditionKeys(to: &context)
        for (name, value) in tags { context.add("aws:PrincipalTag/\(name)", value) }
        guard let session else { return }
        context.add("aws:TokenIssueTime", session.issuedAt.iso8601)
        context.add("aws:MultiFactorAuthPresent", "false")
        if let identity = session.sourceIdentity { context.add("aws:SourceIdentity", identity) }
        if let provider = session.federatedProvider { context.add("aws:FederatedProvider", provider) }
    }
}
