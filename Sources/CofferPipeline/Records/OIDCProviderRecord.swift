// SPDX-License-Identifier: Apache-2.0
public import CofferBase
public import CofferStore

/// An OpenID Connect provider whose tokens AssumeRoleWithWebIdentity takes.
public struct OIDCProviderRecord: VaultRecord {
    public static let kind = RecordKind("iam-oidc-provider")

    /// The issuer without `https://`, as it stands in the ARN and before condition keys: `token.actions.githubusercontent.com`.
    public var host: String
    public var createdAt: Int64
    /// The audiences that are taken.
    public var clientIDs: [String]
    /// SHA-1 of certificates, in hexadecimal, as they were given.
    public var thumbprints: [String]
    /// The keys that tokens are signed with (a JWK Set), where they were given by hand; nil where they are fetched.
    public var keys: String?
    public var tags: [ExactString: String]

    public var id: String { host }
    /// The `iss` of its tokens.
    public var issuer: String { "https://\(host)" }

    public init(
        host: String, createdAt: Int64, clientIDs: [String], thumbprints: [String], tags: [ExactString: String]
    ) {
        self.host = host
        self.createdAt = createdAt
        self.clientIDs = clientIDs
        self.thumbprints = thumbprints
        self.tags = tags
    }

    public func arn(in scope: Scope) -> ARN {
        ARN(service: "iam", scope: scope.global, resource: "oidc-provider/\(host)")
    }
}
