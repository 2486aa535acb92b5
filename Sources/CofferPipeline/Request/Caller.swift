// SPDX-License-Identifier: Apache-2.0
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
    public let identityPolicies: [PolicyDocument]
    public let sessionPolicies: [PolicyDocument]
    public let tags: [ExactString: String]
    /// When the session began; nil for long-lived keys.
    public let tokenIssuedAt: Timestamp?
    public let userName: String?
    public var isRoot: Bool { if case .root = kind { true } else { false } }

    public enum Kind: Sendable, Equatable { case root, user(name: String), roleSession(role: String, session: String) }
    public let kind: Kind

    /// The records that all this rests on.
    let preconditions: [Precondition]
}
