// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

/// Makes temporary credentials. Nothing is stored of them: the token says all.
struct SessionIssuer {
    let vault: Vault

    /// - Parameter scope: the account that the session acts in.
    func issue(
        _ subject: SessionClaims.Subject, seconds: Int, in scope: Scope, _ request: Authenticated,
        bounds: SessionBounds? = nil, sourceIdentity: String? = nil, federatedProvider: String? = nil
    ) throws -> STS.Credentials {
        try bounds?.checkPolicies(in: scope, vault)
        let expires = (request.receivedAt + .seconds(seconds)).wholeSeconds
        var claims = SessionClaims(
            account: scope.account, partition: scope.partition,
            accessKeyID: UniqueID.accessKey(prefix: "ASIA", account: scope.account), subject: subject,
            issuedAt: request.receivedAt.wholeSeconds, expiresAt: expires, policies: bounds?.policies ?? [],
            policyARNs: bounds?.policyARNs ?? [], tags: bounds?.tags ?? [:],
            transitiveTagKeys: bounds?.transitiveTagKeys ?? [], sourceIdentity: sourceIdentity,
            federatedProvider: federatedProvider)
        if request.caller.isRoot, request.caller.session == nil { claims.rootKeyID = request.accessKeyID }
        let issued = try vault.keyring.issueSession(claims)
        return STS.Credentials(
            accessKeyId: claims.accessKeyID, secretAccessKey: issued.secret, sessionToken: issued.token, expiration: expires)
    }
}
