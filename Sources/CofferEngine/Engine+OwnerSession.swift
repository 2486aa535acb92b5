// SPDX-License-Identifier: Apache-2.0
public import AWSAPI
internal import CofferBase
internal import CofferPipeline

extension Engine {
    /// Credentials of an account's owner for 15 minutes, as JSON; 404 where there is no such account. Only for a peer
    /// whom the kernel names as the vault's user.
    ///
    /// The reply holds a secret: an adapter sends it and keeps nothing. Throws where issuing it can't be recorded.
    ///
    /// - Parameter named: an account's name or number; the vault's first account where empty.
    public func ownerSession(of named: String) async throws -> AWSResponse {
        guard let account = try named.isEmpty ? vault.settings.account : vault.account(named) else {
            return AWSResponse(status: 404, headers: ["Content-Type": "text/plain"], body: Array("no such account\n".utf8))
        }
        let session = try await vault.issueOwnerSession(of: account, userAgent: "coffer")
        var json = JSONWriter()
        json.raw(#"{"accessKeyId":"#)
        json.string(session.accessKeyID)
        json.raw(#","secretAccessKey":"#)
        session.secret.withUnsafeBytes { json.string(utf8: $0) }
        json.raw(#","sessionToken":"#)
        json.string(session.token)
        json.raw(#","expiration":"#)
        json.string(session.expiresAt.iso8601)
        json.raw(#","accountId":"#)
        json.string(account.description)
        json.raw(#","region":"#)
        json.string(vault.settings.region.description)
        json.raw("}")
        return AWSResponse(status: 200, headers: ["Content-Type": "application/json"], body: json.bytes)
    }
}
