// SPDX-License-Identifier: Apache-2.0
public import CofferBase
public import CofferCrypto
internal import FoundationEssentials

/// What a session token says. Tokens are sealed and stateless: nothing of a session is stored.
public struct SessionClaims: Codable, Sendable, Equatable {
    public enum Subject: Codable, Sendable, Equatable {
        case role(name: String, roleID: String, session: String)
        case user(name: String, userID: String)
        case root
        /// From GetFederationToken, called by a user or (nil) by root.
        case federated(name: String, user: User?)

        public struct User: Codable, Sendable, Equatable {
            public var name: String
            public var id: String

            public init(name: String, id: String) {
                self.name = name
                self.id = id
            }
        }
    }

    public var account: String
    public var partition: String
    public var accessKeyID: String
    public var subject: Subject
    /// Milliseconds since 1970.
    public var issuedAt: Int64
    public var expiresAt: Int64
    /// Session policies as they were passed.
    public var policies: [String]
    public var tags: [ExactString: String]
    public var sourceIdentity: String?
    /// ARNs of managed policies that bound the session too: what they say counts when it is asked.
    public var policyARNs: [String]?
    /// Keys of tags that go on to roles which are assumed from this session.
    public var transitiveTagKeys: [ExactString]?
    /// The ARN of the identity provider that vouched for the session.
    public var federatedProvider: String?
    /// Given to the vault's owner by the program itself: not narrowed as GetSessionToken's are.
    public var isOwners: Bool?
    /// The owner's key that root asked for the session with: the session ends with it.
    public var rootKeyID: String?

    public init(
        account: AccountID, partition: Partition, accessKeyID: String, subject: Subject, issuedAt: Timestamp,
        expiresAt: Timestamp, policies: [String] = [], policyARNs: [String] = [], tags: [ExactString: String] = [:],
        transitiveTagKeys: [ExactString] = [], sourceIdentity: String? = nil, federatedProvider: String? = nil
    ) {
        self.account = account.description
        self.partition = partition.rawValue
        self.accessKeyID = accessKeyID
        self.subject = subject
        self.issuedAt = issuedAt.milliseconds
        self.expiresAt = expiresAt.milliseconds
        self.policies = policies
        self.tags = tags
        self.sourceIdentity = sourceIdentity
        self.policyARNs = policyARNs.isEmpty ? nil : policyARNs
        self.transitiveTagKeys = transitiveTagKeys.isEmpty ? nil : transitiveTagKeys
        self.federatedProvider = federatedProvider
    }

    var facts: SessionFacts {
        SessionFacts(
            issuedAt: Timestamp(milliseconds: issuedAt), isOwners: isOwners ?? false, sourceIdentity: sourceIdentity,
            transitiveTags: tags.filter { transitiveTagKeys?.contains($0.key) ?? false },
            federatedProvider: federatedProvider)
    }
}

extension Keyring {
    /// Seals the claims; returns the token and the secret that goes with it.
    public func issueSession(_ claims: SessionClaims) throws -> (token: String, secret: SharedSecret) {
        let payload = Array(try JSONEncoder().encode(claims))
        let token = SealedToken.seal(payload, purpose: .sessionTokens, keyring: self)
        return (token, sessionSecret(token: token))
    }

    /// The secret that belongs to a token: the token is unique, so it is.
    public func sessionSecret(token: String) -> SharedSecret {
        AccessKeySecret.session(self, identity: Array(token.utf8))
    }

    /// The claims of a token that this vault sealed; nil for any other text.
    func openSession(_ token: String) -> SessionClaims? {
        guard token.utf8.count <= 16_384, let payload = SealedToken.open(token, purpose: .sessionTokens, keyring: self) else { return nil }
        return try? JSONDecoder().decode(SessionClaims.self, from: Data(payload))
    }
}
