// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferEngine
internal import CofferPipeline
internal import NIOCore
internal import NIOHTTP1

/// Turns HTTP requests into the engine's, and answers what isn't AWS's itself: health, metrics, and the owner's session
/// on the socket.
struct EngineResponder: RequestResponder {
    let engine: Engine
    let isSecure: Bool
    let isSocket: Bool

    /// In bytes. Without anything that could be a signature, no request is answered but with an error.
    func largestBody(_ head: HTTPRequestHead) -> Int {
        let showsSignature = head.headers.contains(name: "authorization") || head.uri.contains("X-Amz-Signature")
        return showsSignature ? Engine.largestBody : ServerLimits.largestUnsignedBody
    }

    func respond(
        to head: HTTPRequestHead, _ body: [UInt8], from address: String?, over channel: any Channel
    ) async -> AWSResponse {
        var headers: [(name: String, value: String)] = []
        headers.reserveCapacity(head.headers.count)
        for field in head.headers { headers.append((field.name, field.value)) }
        let (path, query) = Self.split(head.uri)
        let request = AWSRequest(
            method: head.method.rawValue, path: path, query: query, headers: HeaderFields(headers), body: body,
            source: RequestSource(address: address, isSecure: isSecure))
        if path != "/", let page = await ownPage(request, channel) { return page }
        return await engine.respond(to: request)
    }

    private static func split(_ target: String) -> (path: String, query: String) {
        guard let mark = target.utf8.firstIndex(of: 0x3f) else { return (target, "") }
        return (String(target[..<mark]), String(target[target.index(after: mark)...]))
    }

    private func ownPage(_ request: AWSRequest, _ channel: any Channel) async -> AWSResponse? {
        switch (request.method, request.path) {
        case ("GET", "/health"):
            if let failure = engine.vault.commits.lastFailure { return Self.text(503, "\(failure)\n") }
            return Self.text(200, "ok\n")
        case ("GET", "/metrics"):
            return Self.text(200, Metrics.text(engine), type: "text/plain; version=0.0.4; charset=utf-8")
        case ("POST", "/coffer/owner-session") where isSocket:
            // Only this user's own processes: the socket lies in a folder of mode 0700, and the kernel names the peer.
            guard await PeerCredentials.isSameUser(channel) else { return Self.text(403, "another user's process\n") }
            do { return try await engine.ownerSession(of: String(decoding: request.body.prefix(64), as: UTF8.self)) } catch {
                return Self.text(503, "the session could not be recorded\n")
            }
        default: return nil
        }
    }

    private static func text(_ status: Int, _ text: String, type: String = "text/plain; charset=utf-8") -> AWSResponse {
        AWSResponse(status: status, headers: ["Content-Type": type], body: Array(text.utf8))
    }
}
