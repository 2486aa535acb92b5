// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

/// Makes temporary credentials.
struct SessionIssuer {
    let vault: Vault

    func issue(
        _ subject: SessionClaims.Subject, for duration: Duration, _ request: Authenticated, policies: [String] = [],
        tags: [ExactString: String] = [:], sourceIdentity: String? = nil
    ) throws -> STS.Credentials {
        let expires = (request.receivedAt + duration).wholeSeconds
        let claims = SessionClaims(
            account: request.scope.account, partition: request.scope.partition, accessKeyID: UniqueID.iam(prefix: "ASIA"),
            subject: subject, issuedAt: request.receivedAt.wholeSeconds, expiresAt: expires, policies: policies, tags: tags,
            sourceIdentity: sourceIdentity)
        let issued = try vault.keyring.issueSession(claims)
        return STS.Credentials(
            accessKeyId: claims.accessKeyID, secretAccessKey: issued.secret, sessionToken: issued.token, expiration: expires)
    }
}
