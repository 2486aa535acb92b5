// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferEngine
internal import CofferPipeline
internal import HTTPTypes
internal import Hummingbird
internal import Logging
internal import NIOCore

/// The connection a request came over.
struct ConnectionContext: InitializableFromSource, Sendable {
    let channel: any Channel

    init(source: ApplicationRequestContextSource) { channel = source.channel }
}

/// Turns HTTP requests into the engine's, and its replies back.
struct EngineResponder: HTTPResponder {
    typealias Context = ConnectionContext

    let engine: Engine
    let isSecure: Bool
    let isSocket: Bool
    let budget: BodyBudget

    func respond(to request: Request, context: ConnectionContext) async throws -> Response {
        let target = request.head.path ?? "/"
        let mark = target.utf8.firstIndex(of: 0x3f) ?? target.endIndex
        let path = String(target[..<mark])
        if let page = await ownPage(request, path, context) { return page }
        var body: [UInt8] = []
        let limit = Self.showsSignature(request, target) ? Engine.largestBody : ServerLimits.largestUnsignedBody
        let announced = request.head.headerFields[.contentLength].flatMap { Int($0) } ?? limit
        guard announced <= limit else { return Self.tooLarge(limit) }
        guard budget.take(announced) else {
            return Self.text(
                .serviceUnavailable, #"{"__type":"ServiceUnavailableException","message":"Too much is under way: try again."}"#,
                type: "application/x-amz-json-1.1", closing: true)
        }
        defer { budget.giveBack(announced) }
        do {
            var buffer = try await request.body.collect(upTo: limit)
            body = buffer.readBytes(length: buffer.readableBytes) ?? []
        } catch is NIOTooManyBytesError {
            return Self.tooLarge(limit)
        }
        // HTTP's Host travels apart from the other fields; the signature covers it.
        var headers: [(name: String, value: String)] = []
        headers.reserveCapacity(request.head.headerFields.count + 1)
        if let host = request.head.authority { headers.append(("host", host)) }
        for field in request.head.headerFields { headers.append((field.name.canonicalName, field.value)) }
        let reply = await engine.respond(
            to: AWSRequest(
                method: request.head.method.rawValue, path: path,
                query: mark == target.endIndex ? "" : String(target[target.index(after: mark)...]),
                headers: HeaderFields(headers), body: body,
                source: RequestSource(address: isSocket ? nil : context.channel.remoteAddress?.ipAddress, isSecure: isSecure)))
        return Self.response(reply)
    }

    /// Whether there is anything that could be a signature: without one, no request is answered but with an error.
    private static func showsSignature(_ request: Request, _ target: String) -> Bool {
        request.head.headerFields.contains(.authorization) || target.contains("X-Amz-Signature")
    }

    private static func tooLarge(_ limit: Int) -> Response {
        text(
            .contentTooLarge, #"{"__type":"RequestEntityTooLargeException","message":"The request is larger than \#(limit) bytes."}"#,
            type: "application/x-amz-json-1.1", closing: true)
    }

    /// What isn't AWS's: health, metrics, and the owner's session on the socket.
    private func ownPage(_ request: Request, _ path: String, _ context: ConnectionContext) async -> Response? {
        guard path != "/" else { return nil }
        switch (request.head.method, path) {
        case (.get, "/health"):
            if let failure = engine.vault.commits.lastFailure { return Self.text(.serviceUnavailable, "\(failure)\n") }
            return Self.text(.ok, "ok\n")
        case (.get, "/metrics"):
            return Self.text(.ok, Metrics.text(engine), type: "text/plain; version=0.0.4; charset=utf-8")
        case (.post, "/coffer/owner-session") where isSocket:
            // Only this user's own processes: the socket lies in a folder of mode 0700, and the kernel names the peer.
            guard await PeerCredentials.isSameUser(context.channel) else { return Self.text(.forbidden, "another user's process\n") }
            do { return Self.response(try await engine.ownerSession()) } catch {
                return Self.text(.serviceUnavailable, "the session could not be recorded\n")
            }
        default: return nil
        }
    }

    private static func response(_ reply: AWSResponse) -> Response {
        var fields = HTTPFields()
        for (name, value) in reply.headers.fields {
            let known: HTTPField.Name? =
                switch name {
                case "Content-Type": .contentType
                case "x-amzn-RequestId": HTTPField.Name.requestID
                default: HTTPField.Name(name)
                }
            if let known { fields.append(HTTPField(name: known, value: value)) }
        }
        return Response(
            status: .init(code: reply.status), headers: fields,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: reply.body)))
    }

    private static func text(
        _ status: HTTPResponse.Status, _ text: String, type: String = "text/plain; charset=utf-8", closing: Bool = false
    ) -> Response {
        var fields: HTTPFields = [.contentType: type]
        if closing { fields[.connection] = "close" }
        return Response(status: status, headers: fields, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}

extension HTTPField.Name {
    fileprivate static let requestID = HTTPField.Name("x-amzn-RequestId")
}
