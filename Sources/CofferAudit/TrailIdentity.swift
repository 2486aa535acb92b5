// SPDX-License-Identifier: Apache-2.0
public import CofferBase

/// The caller, as CloudTrail's `userIdentity` names it.
public struct TrailIdentity: Sendable {
    public struct SessionIssuer: Sendable {
        public var type: String
        public var principalID: String
        public var arn: String
        public var accountID: String
        public var userName: String

        public init(type: String, principalID: String, arn: String, accountID: String, userName: String) {
            self.type = type
            self.principalID = principalID
            self.arn = arn
            self.accountID = accountID
            self.userName = userName
        }
    }

    /// `Root`, `IAMUser`, `AssumedRole`, `FederatedUser`, `WebIdentityUser` or `AWSService`.
    public var type: String
    public var principalID: String
    /// Nil for somebody whom an identity provider vouches for; so is the account.
    public var arn: String?
    public var accountID: String?
    public var accessKeyID: String?
    public var userName: String?
    /// The provider that vouches for a `WebIdentityUser`.
    public var identityProvider: String?
    public var sessionIssuer: SessionIssuer?
    public var sessionCreatedAt: Timestamp?

    public var sessionIssuerARN: String? { sessionIssuer?.arn }

    public init(
        type: String, principalID: String, arn: String?, accountID: String?, accessKeyID: String? = nil,
        userName: String? = nil, identityProvider: String? = nil, sessionIssuer: SessionIssuer? = nil,
        sessionCreatedAt: Timestamp? = nil
    ) {
        self.type = type
        self.principalID = principalID
        self.arn = arn
        self.accountID = accountID
        self.accessKeyID = accessKeyID
        self.userName = userName
        self.identityProvider = identityProvider
        self.sessionIssuer = sessionIssuer
        self.sessionCreatedAt = sessionCreatedAt
    }
}

/// Something that a call was about.
public struct TrailResource: Sendable, Equatable {
    public var arn: String
    public var accountID: String
    /// Such as `AWS::KMS::Key`.
    public var type: String

    public init(arn: String, accountID: String, type: String) {
        self.arn = arn
        self.accountID = accountID
        self.type = type
    }
}
