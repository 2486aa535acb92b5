// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import AWSClient
internal import CofferBase
internal import CofferPipeline
internal import Glibc

/// Fetches what OpenID Connect issuers publish of their keys: first the configuration, then the JWK Set that it names.
///
/// Over https alone, without redirects, 10 seconds and 256 KiB at most. `SSL_CERT_FILE` names authorities to trust in
/// place of the system's. Source: OpenID Connect Discovery 1.0, 4.
struct PublishedKeySets: KeySetSource {
    struct Unavailable: Error {}

    func keySet(of issuer: String) async throws -> [UInt8] {
        let document = try await get(issuer + (issuer.hasSuffix("/") ? "" : "/") + ".well-known/openid-configuration")
        let configuration = try JSONValue(parsing: document)
        guard configuration["issuer"]?.string == issuer, let place = configuration["jwks_uri"]?.string else {
            throw Unavailable()
        }
        return try await get(place)
    }

    private func get(_ url: String) async throws -> [UInt8] {
        guard url.hasPrefix("https://"), url.utf8.count <= 2048, !url.utf8.contains(where: { $0 <= 0x20 || $0 >= 0x7f }) else {
            throw Unavailable()
        }
        let rest = url.dropFirst("https://".count)
        let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let parts = rest.dropFirst(host.count).prefix { $0 != "#" }.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let path = parts.first.map(String.init) ?? ""
        let transport = HTTPTransport(
            endpoint: try Endpoint("https://\(host)"),
            options: .init(
                trustRoots: getenv("SSL_CERT_FILE").map { String(cString: $0) }, requestTimeout: .seconds(10),
                maximumReply: 262_144))
        let request = AWSRequest(
            method: "GET", path: path.isEmpty ? "/" : path, query: parts.count == 2 ? String(parts[1]) : "",
            headers: ["Host": String(host), "Accept": "application/json", "User-Agent": "coffer"])
        let reply: AWSResponse
        do { reply = try await transport.send(request) } catch {
            try? await transport.shutdown()
            throw error
        }
        try? await transport.shutdown()
        guard reply.status == 200 else { throw Unavailable() }
        return reply.body
    }
}
