// SPDX-License-Identifier: Apache-2.0

/// How a service puts its requests and replies on the wire.
public enum WireProtocol: Sendable, Equatable {
    /// JSON 1.1 with `X-Amz-Target: prefix.Operation`.
    case json(targetPrefix: String)
    /// Form-encoded `Action=Operation&Version=version`, replies in XML.
    case query(version: String, xmlNamespace: String)
}

/// One AWS service, as botocore's model describes it.
public struct AWSService: Sendable {
    /// The name in the signature's scope, such as `kms` or `secretsmanager`.
    public let signingName: String
    /// The event source in the trail, such as `kms.amazonaws.com`.
    public let eventSource: String
    public let wire: WireProtocol
    /// True for IAM: one endpoint a partition, records without a region.
    public let isGlobal: Bool

    public init(signingName: String, eventSource: String, wire: WireProtocol, isGlobal: Bool) {
        self.signingName = signingName
        self.eventSource = eventSource
        self.wire = wire
        self.isGlobal = isGlobal
    }
}

/// A structure that travels: generated from the model, never written by hand.
public protocol AWSStructure: Sendable {
    /// What the model says of it: members, constraints, what is sensitive.
    static var shape: Shape { get }
    /// Reads a value that has passed `Shape` validation. Throws `WireMismatch` where it has not.
    init(wire: WireObject) throws
    var wire: WireObject { get }
}

/// One operation of a service.
public protocol AWSOperation: Sendable {
    associatedtype Input: AWSStructure
    associatedtype Output: AWSStructure
    static var service: AWSService { get }
    static var name: String { get }
    /// Error codes of the model with their HTTP status, wire code first: `NoSuchEntity` → 404.
    static var errors: [String: Int] { get }
}
