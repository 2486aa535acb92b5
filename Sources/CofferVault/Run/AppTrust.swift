// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
public import AWSClient
public import CofferBase

/// Lets an app's role be assumed by whom an OpenID Connect provider vouches for: a CI job, a Kubernetes service account.
public struct AppTrust: Sendable, Equatable {
    /// `https://…`, as the tokens' `iss` has it.
    public let issuer: String
    public let audience: String
    /// What the tokens' `sub` must be like; `*` and `?` are wildcards.
    public let subject: String

    /// Nil for an issuer that isn't an https URL.
    public init?(issuer: String, audience: String, subject: String) {
        guard issuer.hasPrefix("https://"), issuer.utf8.count > "https://".utf8.count else { return nil }
        self.issuer = issuer
        self.audience = audience
        self.subject = subject
    }

    /// GitHub's Actions in a repository, `OWNER/REPOSITORY`: of all branches, or of one.
    public static func gitHub(_ repository: String, branch: String?) -> AppTrust? {
        let parts = repository.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts.contains(where: \.isEmpty),
            !(repository + (branch ?? "")).contains(where: { "*?".contains($0) }), branch?.isEmpty != true
        else { return nil }
        return AppTrust(
            issuer: "https://token.actions.githubusercontent.com", audience: "sts.amazonaws.com",
            subject: "repo:\(repository):" + (branch.map { "ref:refs/heads/\($0)" } ?? "*"))
    }

    /// What condition keys begin with.
    private var host: String { String(issuer.dropFirst("https://".count)) }

    public func providerARN(account: AccountID, region: Region) -> String {
        "arn:\(region.partition.rawValue):iam::\(account):oidc-provider/\(host)"
    }

    /// Registers the provider where it isn't yet, and adds the statement to the role's trust policy.
    ///
    /// - Parameter keys: the provider's keys, a JWK Set; nil to have them fetched from the issuer.
    /// - Returns: false where the role trusted them already.
    public func add(to app: AppRole, account: AccountID, keys: String?, _ client: AWSClient) async throws -> Bool {
        let provider = providerARN(account: account, region: client.region)
        let role = try await client.call(IAM.GetRole.self, IAM.GetRoleInput(roleName: app.name)).role
        let isNew = try await register(provider, client)
        if let keys {
            do {
                _ = try await client.call(
                    Coffer.PutIdentityProviderKeys.self,
                    Coffer.PutIdentityProviderKeysInput(providerArn: provider, keySet: keys))
            } catch {
                // What was refused leaves nothing behind.
                if isNew {
                    _ = try await client.call(
                        IAM.DeleteOpenIDConnectProvider.self,
                        IAM.DeleteOpenIDConnectProviderInput(openIDConnectProviderArn: provider))
                }
                throw error
            }
        }
        let text = PercentText.decoded(role.assumeRolePolicyDocument ?? "")
        guard var policy = try JSONValue(parsing: text).object else { throw AWSError.internalFailure }
        let statements = policy["Statement"].map { $0.array ?? [$0] } ?? []
        let own = statement(provider)
        if statements.contains(where: { $0.encoded() == own.encoded() }) { return false }
        policy["Statement"] = .array(statements + [own])
        _ = try await client.call(
            IAM.UpdateAssumeRolePolicy.self,
            IAM.UpdateAssumeRolePolicyInput(roleName: app.name, policyDocument: JSONValue.object(policy).text()))
        return true
    }

    /// - Returns: whether it was not there.
    private func register(_ provider: String, _ client: AWSClient) async throws -> Bool {
        do {
            _ = try await client.call(
                IAM.CreateOpenIDConnectProvider.self,
                IAM.CreateOpenIDConnectProviderInput(url: issuer, clientIDList: [audience]))
            return true
        } catch let error as AWSError where error.code == "EntityAlreadyExists" {
            _ = try await client.call(
                IAM.AddClientIDToOpenIDConnectProvider.self,
                IAM.AddClientIDToOpenIDConnectProviderInput(openIDConnectProviderArn: provider, clientID: audience))
            return false
        }
    }

    private func statement(_ provider: String) -> JSONValue {
        [
            "Effect": "Allow", "Principal": ["Federated": .string(provider)], "Action": "sts:AssumeRoleWithWebIdentity",
            "Condition": .object(
                JSONObject([
                    ("StringEquals", .object(JSONObject([("\(host):aud", .string(audience))]))),
                    ("StringLike", .object(JSONObject([("\(host):sub", .string(subject))]))),
                ])),
        ]
    }
}
