// SPDX-License-Identifier: Apache-2.0
public import AWSAPI
internal import AWSSigning
internal import AWSWire
public import CofferBase

/// Calls operations: encodes, signs, sends, and reads the reply.
///
/// The same calls work against the engine in this process, a server, and AWS: the transport is the only difference.
public struct AWSClient: Sendable {
    private let transport: any AWSTransport
    private let credentials: any CredentialProvider
    public let region: Region
    private let userAgent: String
    private let clock: any WallClock
    private let retry: RetryPolicy

    public init(
        transport: any AWSTransport, credentials: any CredentialProvider, region: Region, userAgent: String = "coffer",
        clock: any WallClock = SystemClock(), retry: RetryPolicy = RetryPolicy()
    ) {
        self.transport = transport
        self.credentials = credentials
        self.region = region
        self.userAgent = userAgent
        self.clock = clock
        self.retry = retry
    }

    /// The same client for another region.
    public func inRegion(_ region: Region) -> AWSClient {
        AWSClient(
            transport: transport, credentials: credentials, region: region, userAgent: userAgent, clock: clock,
            retry: retry)
    }

    /// The same client for another caller, such as a role's session.
    public func with(credentials: any CredentialProvider) -> AWSClient {
        AWSClient(
            transport: transport, credentials: credentials, region: region, userAgent: userAgent, clock: clock,
            retry: retry)
    }

    /// Performs one operation.
    ///
    /// An idempotency token that the input lacks is filled in, once for all attempts. Throws `AWSError` for an error
    /// reply, `CredentialError` where there is nothing to sign with, and what the transport throws.
    public func call<Op: AWSOperation>(_ operation: Op.Type, _ input: Op.Input) async throws -> Op.Output {
        let (unsigned, hasToken) = request(operation, input)
        let isRepeatable = hasToken || RetryPolicy.isRead(Op.name)
        var attempt = 1
        while true {
            do {
                var request = unsigned
                // Signed anew each time: the clock has moved, and temporary credentials may have been renewed.
                try await sign(&request, for: Op.service)
                return try Self.output(of: operation, in: try await transport.send(request))
            } catch {
                guard try await retry.waits(after: error, attempt: attempt, isRepeatable: isRepeatable) else {
                    throw error
                }
                attempt += 1
            }
        }
    }

    private func request<Op: AWSOperation>(_ operation: Op.Type, _ input: Op.Input) -> (AWSRequest, hasToken: Bool) {
        let shape = Op.Input.shape
        var object = input.wire
        let token = Self.idempotencyToken(of: shape)
        if let token, object[token] == nil { object.append((token, .string(UniqueID.uuid()))) }

        let endpoint = (transport as? any EndpointTransport)?.endpoint ?? .aws
        var headers: HeaderFields = [
            "Host": endpoint.host(service: Op.service, region: region), "User-Agent": userAgent,
        ]
        let body: [UInt8]
        switch Op.service.wire {
        case .json(let prefix):
            headers["Content-Type"] = "application/x-amz-json-1.1"
            headers["X-Amz-Target"] = "\(prefix).\(Op.name)"
            body = JSONWire.encode(object, shape: shape)
        case .query(let version, _):
            headers["Content-Type"] = "application/x-www-form-urlencoded; charset=utf-8"
            body = QueryWire.encode(action: Op.name, version: version, object: object, shape: shape)
        }
        return (AWSRequest(headers: headers, body: body), token != nil)
    }

    private static func idempotencyToken(of shape: Shape) -> String? {
        guard case .structure(let members) = shape.kind else { return nil }
        return members.first { $0.isIdempotencyToken }?.name
    }

    private func sign(_ request: inout AWSRequest, for service: AWSService) async throws {
        let scopeRegion = service.isGlobal ? region.partition.globalServiceRegion : region.description
        try Signer.sign(
            &request, credentials: try await credentials.credentials(), region: scopeRegion,
            service: service.signingName, at: clock.now())
    }

    private static func output<Op: AWSOperation>(of operation: Op.Type, in reply: AWSResponse) throws -> Op.Output {
        guard (200..<300).contains(reply.status) else { throw ErrorWire.decode(reply, wire: Op.service.wire) }
        let object: WireObject =
            switch Op.service.wire {
            case .json: try JSONWire.decode(reply.body, as: Op.Output.shape)
            case .query: try XMLWire.decode(reply.body, shape: Op.Output.shape, action: Op.name)
            }
        return try Op.Output(wire: object)
    }
}
