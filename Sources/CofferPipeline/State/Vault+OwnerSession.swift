// SPDX-License-Identifier: Apache-2.0
internal import CofferAudit
public import CofferBase
internal import CofferCrypto

extension Vault {
    /// Credentials of an account's owner for 15 minutes, for this user's own programs. Issuing them is an event.
    public func issueOwnerSession(of account: AccountID, userAgent: String) async throws -> (
        accessKeyID: String, secret: SharedSecret, token: String, expiresAt: Timestamp
    ) {
        let now = clock.now()
        let expires = (now + .seconds(900)).wholeSeconds
        var claims = SessionClaims(
            account: account, partition: settings.region.partition,
            accessKeyID: UniqueID.accessKey(prefix: "ASIA", account: account), subject: .root,
            issuedAt: now.wholeSeconds, expiresAt: expires)
        claims.isOwners = true
        let issued = try keyring.issueSession(claims)
        let scope = Scope(account: account, region: settings.region)
        let arn = ARN(service: "iam", scope: scope.global, resource: "root")
        var event = TrailEvent(
            time: now, eventID: UniqueID.uuid(), source: "coffer.amazonaws.com", name: "IssueOwnerSession",
            region: scope.region.description, sourceAddress: "coffer.local", userAgent: userAgent,
            identity: TrailIdentity(
                type: "Root", principalID: account.description, arn: arn.description,
                accountID: account.description),
            requestID: UniqueID.uuid(), isReadOnly: true, recipientAccountID: account.description)
        event.response = ["accessKeyId": .string(claims.accessKeyID), "expiration": .string(expires.iso8601)]
        let record = TrailRecord(scope: scope, time: now, eventID: event.eventID, document: event.encoded())
        try await commits.submit(.init(preconditions: [], epoch: epoch, events: [record]))
        return (claims.accessKeyID, issued.secret, issued.token, expires)
    }
}
