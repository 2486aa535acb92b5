// SPDX-License-Identifier: Apache-2.0
public import AWSAPI

/// A transport that knows where its requests go, so that the client can sign for that host.
public protocol EndpointTransport: AWSTransport {
    var endpoint: Endpoint { get }
}

/// No reply could be had.
public struct TransportError: Error, Sendable, CustomStringConvertible {
    public let message: String
    /// Whether the request surely never reached the other side.
    public let isUnsent: Bool

    public init(_ message: String, isUnsent: Bool = false) {
        self.message = message
        self.isUnsent = isUnsent
    }

    public var description: String { message }
}
