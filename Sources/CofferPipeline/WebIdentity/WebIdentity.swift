// SPDX-License-Identifier: Apache-2.0
public import CofferBase
internal import CofferAudit
internal import CofferPolicy

/// Whom an identity provider vouches for, by a token that was verified.
public struct WebIdentity: Sendable {
    /// The provider's ARN.
    public let provider: ARN
    /// The issuer without `https://`: what condition keys begin with.
    public let host: String
    public let subject: String
    /// The audience of the token that the provider is registered for.
    public let audience: String
    public let authorizedParty: String?
    /// How they signed in (`amr`).
    public let methods: [String]
    /// The token's claim `https://aws.amazon.com/tags`.
    public let tags: [(key: String, value: String)]
    public let transitiveTagKeys: [String]
    public let sourceIdentity: String?
    /// The provider's record: removed, it vouches for nobody.
    let precondition: Precondition

    /// `token.actions.githubusercontent.com:sub` and the like.
    /// Source: IAM User Guide, "Available keys for AWS OIDC federation".
    public var conditions: [ExactString: [String]] {
        var keys: [ExactString: [String]] = ["\(host):sub": [subject], "\(host):aud": [audience]]
        if let authorizedParty { keys["\(host):azp"] = [authorizedParty] }
        if !methods.isEmpty { keys["\(host):amr"] = methods }
        return keys
    }

    /// They have no rights but those that a role's trust policy gives them.
    func caller(in account: AccountID) -> Caller {
        let id = "\(provider):\(audience):\(subject)"
        return Caller(
            account: account, principal: .federated(provider: provider.description), arn: provider, userID: id,
            identity: TrailIdentity(
                type: "WebIdentityUser", principalID: id, arn: nil, accountID: nil, userName: subject,
                identityProvider: provider.description),
            identityPolicies: [], boundary: nil, sessionPolicies: [], tags: [:], session: nil, kind: .webIdentity,
            preconditions: [precondition])
    }
}
