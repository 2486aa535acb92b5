// SPDX-License-Identifier: Apache-2.0
public import AWSAPI
public import AWSClient
public import CofferEngine

/// Hands signed requests to an engine in this process.
public struct InProcessTransport: EndpointTransport {
    private let engine: Engine
    public let endpoint = Endpoint.aws

    public init(engine: Engine) { self.engine = engine }

    public func send(_ request: AWSRequest) async throws -> AWSResponse { await engine.respond(to: request) }
}
