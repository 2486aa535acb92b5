// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferCrypto
internal import CofferPolicy
internal import CofferStore

/// Verifies the tokens of AssumeRoleWithWebIdentity, which is not signed: the token says who calls.
///
/// Source: STS API Reference, AssumeRoleWithWebIdentity; OpenID Connect Core 3.1.3.7.
struct WebIdentityAuthenticator: Sendable {
    let vault: Vault
    let issuers: IssuerKeys

    /// - Throws: ValidationError, InvalidIdentityToken, ExpiredTokenException.
    func identify(_ input: STS.AssumeRoleWithWebIdentityInput) async throws(AWSError) -> (identity: WebIdentity, account: AccountID) {
        guard let role = ARN(input.roleArn), role.service == "iam", let account = AccountID(role.account),
            let partition = Partition(rawValue: role.partition)
        else { throw AWSError("ValidationError", "Request ARN is invalid") }
        guard let token = IdentityToken(parsing: input.webIdentityToken) else {
            throw Self.invalid("The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)")
        }
        let claims = try Claims(token.claims)
        let scope = Scope(account: account, region: .global(partition))
        let record: Versioned<OIDCProviderRecord>?
        do { record = try provider(claims.issuer, in: scope) } catch { throw .internalFailure }
        guard let record else {
            throw Self.invalid("No OpenIDConnect provider found in your account for \(claims.issuer)")
        }
        let now = vault.clock.now()
        let keys: IssuerKeySet?
        if let given = record.value.keys {
            keys = issuers.given(given)
        } else {
            keys = await issuers.keys(of: claims.issuer, having: token.keyID, at: now)
        }
        guard let keys, await token.isSigned(by: keys) else {
            throw Self.invalid(
                "Couldn't retrieve verification key from your identity provider,  please reference "
                    + "AssumeRoleWithWebIdentity documentation for requirements")
        }
        try claims.check(at: now)
        guard let audience = claims.audiences.first(where: { audience in
            record.value.clientIDs.contains { $0.utf8.elementsEqual(audience.utf8) }
        }) else {
            throw Self.invalid("Incorrect token audience")
        }
        let identity = WebIdentity(
            provider: record.value.arn(in: scope), host: record.value.host, subject: claims.subject, audience: audience,
            authorizedParty: claims.authorizedParty, methods: claims.methods, tags: claims.tags,
            transitiveTagKeys: claims.transitiveTagKeys, sourceIdentity: claims.sourceIdentity,
            precondition: record.precondition)
        return (identity, account)
    }

    /// Issuers compare exactly; one that ends in a slash is registered with it.
    private func provider(_ issuer: String, in scope: Scope) throws -> Versioned<OIDCProviderRecord>? {
        guard issuer.hasPrefix("https://"), issuer.utf8.count <= 255 else { return nil }
        return try vault.load(OIDCProviderRecord.self, String(issuer.dropFirst("https://".count)), in: scope)
    }

    static func invalid(_ message: String) -> AWSError { AWSError("InvalidIdentityToken", message) }

    /// The claims that count.
    private struct Claims {
        let issuer: String
        let subject: String
        let audiences: [String]
        let authorizedParty: String?
        let methods: [String]
        var tags: [(key: String, value: String)] = []
        var transitiveTagKeys: [String] = []
        let sourceIdentity: String?
        private let expiresAt: Int64
        private let issuedAt: Int64
        private let notBefore: Int64?

        init(_ claims: JSONObject) throws(AWSError) {
            func text(_ name: String) throws(AWSError) -> String {
                guard let text = claims[name]?.string, !text.isEmpty else {
                    throw invalid("Missing a required claim: \(name)")
                }
                return text
            }
            issuer = try text("iss")
            subject = try text("sub")
            guard subject.utf8.count <= 1024 else { throw invalid("The claim sub is too long") }
            let audience = claims["aud"]
            audiences = audience?.string.map { [$0] } ?? audience?.array?.compactMap(\.string) ?? []
            guard !audiences.isEmpty else { throw invalid("Missing a required claim: aud") }
            guard let expiry = claims["exp"].flatMap(Self.seconds) else { throw invalid("Missing a required claim: exp") }
            guard let issued = claims["iat"].flatMap(Self.seconds) else { throw invalid("Missing a required claim: iat") }
            expiresAt = expiry
            issuedAt = issued
            notBefore = claims["nbf"].flatMap(Self.seconds)
            guard notBefore != nil || claims["nbf"] == nil else { throw invalid("The claim nbf is no date") }
            authorizedParty = claims["azp"]?.string
            methods = claims["amr"]?.array?.compactMap(\.string) ?? []
            sourceIdentity = claims["https://aws.amazon.com/source_identity"]?.string
            guard sourceIdentity.map(Self.isSourceIdentity) ?? true else {
                throw invalid("The claim https://aws.amazon.com/source_identity is no source identity")
            }
            guard let session = claims["https://aws.amazon.com/tags"]?.object else { return }
            for (key, value) in session["principal_tags"]?.object ?? JSONObject() {
                guard let value = value.string ?? value.array?.first?.string else { continue }
                tags.append((key, value))
            }
            transitiveTagKeys = session["transitive_tag_keys"]?.array?.compactMap(\.string) ?? []
        }

        /// As AssumeRole takes one: 2 to 64 letters, digits and `_+=,.@-`.
        private static func isSourceIdentity(_ text: String) -> Bool {
            (2...64).contains(text.utf8.count)
                && text.utf8.allSatisfy { byte in
                    switch byte {
                    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: true
                    default: "_+=,.@-".utf8.contains(byte)
                    }
                }
        }

        /// Nil for what is no number, and for one beyond all dates.
        private static func seconds(_ value: JSONValue) -> Int64? {
            value.number.flatMap { abs($0) < 1e12 ? Int64($0.rounded(.down)) : nil }
        }

        func check(at now: Timestamp) throws(AWSError) {
            let seconds = now.milliseconds / 1000
            guard seconds < expiresAt else {
                throw AWSError(
                    "ExpiredTokenException",
                    "Token expired: current date/time \(seconds) must be before the expiration date/time \(expiresAt)")
            }
            guard seconds - issuedAt <= 86_400 else { throw AWSError("ExpiredTokenException", "Token too old: \(seconds - issuedAt)") }
            // As much as two clocks may differ.
            guard notBefore ?? issuedAt <= seconds + 300 else { throw invalid("The token is not valid yet") }
        }
    }
}
