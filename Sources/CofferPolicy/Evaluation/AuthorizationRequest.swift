// SPDX-License-Identifier: Apache-2.0
public import CofferBase

/// One question: may this principal do this to that?
public struct AuthorizationRequest: Sendable {
    public let principal: Principal
    /// Such as `kms:Decrypt`.
    public let action: String
    /// The resource's ARN, or `*` for an operation that has none.
    public let resource: String
    public var context: ConditionContext

    let actionBytes: [UInt8]
    let actionHash: UInt64
    let resourceBytes: [UInt8]

    public init(principal: Principal, action: String, resource: String, context: ConditionContext = ConditionContext())
    {
        self.principal = principal
        self.action = action
        self.resource = resource
        self.context = context
        actionBytes = lowered(action)
        actionHash = quickHash(actionBytes)
        resourceBytes = Array(resource.utf8)
    }
}

/// Whom a grant that covers a request names.
public enum GrantCoverage: Sendable, Equatable {
    case none
    /// The caller's account, or a caller of another account than the key's: their own policies must allow as well.
    case account
    /// The caller, or the role or user that it is a session of, with all that is needed.
    case principal
}

/// All the policies that have a say in one request.
public struct PolicySet: Sendable {
    /// Of the user and its groups, or of the role. Root has none and needs none.
    public var identity: [PolicyDocument]
    /// Of the user or role.
    public var boundary: PolicyDocument?
    /// Of the session: together they bound it. None at all means that the session has no such bound.
    public var session: [PolicyDocument]
    /// The key policy, secret policy or trust policy.
    public var resource: PolicyDocument?
    /// The account that owns the resource.
    public var resourceAccount: AccountID
    /// Of the principal's account: each must allow.
    public var serviceControl: [PolicyDocument]
    /// Of the resource's account: each must allow.
    public var resourceControl: [PolicyDocument]
    /// How a KMS grant covers the request. Counts under the KMS rule only.
    public var grant: GrantCoverage

    /// Condition keys and variables that any of them reads and that begin so, whatever their case. `prefix` is ASCII.
    public func contextKeys(withPrefix prefix: String) -> [String] {
        var found: [String] = []
        for type in PolicyType.allCases where type != .roleTrust {
            for document in documents(type) {
                for key in document.body.contextKeys where key.utf8.count >= prefix.utf8.count {
                    guard key.utf8.prefix(prefix.utf8.count).elementsEqual(prefix.utf8, by: { lowered($0) == $1 }) else {
                        continue
                    }
                    found.append(key)
                }
            }
        }
        return found
    }

    /// Whether any of them has a condition or a variable: without one, the request's context has no say and need not
    /// be made.
    public var readsContext: Bool {
        resource?.body.readsContext == true || boundary?.body.readsContext == true
            || [identity, session, serviceControl, resourceControl].contains { $0.contains { $0.body.readsContext } }
    }

    /// Those of one type; a trust policy counts as resource-based too.
    func documents(_ type: PolicyType) -> [PolicyDocument] {
        switch type {
        case .identityBased: identity
        case .resourceBased, .roleTrust: resource.map { [$0] } ?? []
        case .permissionsBoundary: boundary.map { [$0] } ?? []
        case .session: session
        case .serviceControl: serviceControl
        case .resourceControl: resourceControl
        }
    }

    public init(
        identity: [PolicyDocument] = [], boundary: PolicyDocument? = nil, session: [PolicyDocument] = [],
        resource: PolicyDocument? = nil, resourceAccount: AccountID, serviceControl: [PolicyDocument] = [],
        resourceControl: [PolicyDocument] = [], grant: GrantCoverage = .none
    ) {
        self.identity = identity
        self.boundary = boundary
        self.session = session
        self.resource = resource
        self.resourceAccount = resourceAccount
        self.serviceControl = serviceControl
        self.resourceControl = resourceControl
        self.grant = grant
    }
}
