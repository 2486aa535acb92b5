// SPDX-License-Identifier: Apache-2.0
public import AWSAPI
internal import CofferBase
internal import CofferPipeline

extension Engine {
    /// Credentials of the owner for 15 minutes, as JSON. Only for a peer whom the kernel names as the vault's user.
    ///
    /// The reply holds a secret: an adapter sends it and keeps nothing. Throws where issuing it can't be recorded.
    public func ownerSession() async throws -> AWSResponse {
        let session = try await vault.issueOwnerSession(userAgent: "coffer")
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
        json.string(vault.settings.account.description)
        json.raw(#","region":"#)
        json.string(vault.settings.region.description)
        json.raw("}")
        return AWSResponse(status: 200, headers: ["Content-Type": "application/json"], body: json.bytes)
    }
}
