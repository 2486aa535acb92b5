// SPDX-License-Identifier: Apache-2.0
public import CofferBase

/// One CloudTrail record, version 1.11.
///
/// Source: CloudTrail User Guide, "CloudTrail record contents".
public struct TrailEvent: Sendable {
    public var time: Timestamp
    public var eventID: String
    public var source: String
    public var name: String
    public var region: String
    public var sourceAddress: String
    public var userAgent: String
    public var identity: TrailIdentity
    public var invokedBy: String?
    public var parameters: JSONValue?
    public var response: JSONValue?
    public var additional: JSONValue?
    /// By action: which statement of which policy allowed or denied it, or what was missing. Coffer's own member, as
    /// CloudTrail has none for it.
    public var authorization = JSONObject()
    /// What a service did by itself: then the event is a service's, and nobody's call.
    public var serviceDetails: JSONValue?
    public var resources: [TrailResource]
    public var errorCode: String?
    public var errorMessage: String?
    public var requestID: String
    public var isReadOnly: Bool
    public var recipientAccountID: String
    /// The same in the logs of all accounts that an event concerns.
    public var sharedEventID: String?
    /// Nil where the connection had no TLS.
    public var tls: TrailTLS?

    public init(
        time: Timestamp, eventID: String, source: String, name: String, region: String, sourceAddress: String,
        userAgent: String, identity: TrailIdentity, requestID: String, isReadOnly: Bool, recipientAccountID: String
    ) {
        self.time = time
        self.eventID = eventID
        self.source = source
        self.name = name
        self.region = region
        self.sourceAddress = sourceAddress
        self.userAgent = userAgent
        self.identity = identity
        self.requestID = requestID
        self.isReadOnly = isReadOnly
        self.recipientAccountID = recipientAccountID
        resources = []
    }
}

/// How the connection was protected.
public struct TrailTLS: Sendable, Equatable {
    /// Such as `TLSv1.3`.
    public var version: String
    public var cipherSuite: String
    /// The host that the client asked for.
    public var host: String?

    public init(version: String, cipherSuite: String, host: String? = nil) {
        self.version = version
        self.cipherSuite = cipherSuite
        self.host = host
    }
}
