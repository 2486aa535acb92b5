// SPDX-License-Identifier: Apache-2.0

/// HTTP header fields in the order they came. Names are kept as they came and compared without case.
public struct HeaderFields: Sendable, ExpressibleByDictionaryLiteral {
    public var fields: [(name: String, value: String)]

    public init(_ fields: [(name: String, value: String)] = []) { self.fields = fields }
    public init(dictionaryLiteral elements: (String, String)...) { fields = elements.map { (name: $0.0, value: $0.1) } }

    /// The first value of that name.
    public subscript(name: String) -> String? {
        get { fields.first { Self.equal($0.name, name) }?.value }
        set {
            let index = fields.firstIndex { Self.equal($0.name, name) }
            fields.removeAll { Self.equal($0.name, name) }
            guard let newValue else { return }
            fields.insert((name, newValue), at: min(index ?? fields.count, fields.count))
        }
    }

    public func values(_ name: String) -> [String] { fields.filter { Self.equal($0.name, name) }.map(\.value) }

    /// ASCII case-insensitive equality, without allocating.
    public static func equal(_ a: String, _ b: String) -> Bool {
        let a = a.utf8Span.span
        let b = b.utf8Span.span
        guard a.count == b.count else { return false }
        for index in a.indices {
            let (x, y) = (a[index], b[index])
            guard x == y || ((x | 0x20) == (y | 0x20) && (0x61...0x7a).contains(x | 0x20)) else { return false }
        }
        return true
    }
}

/// A request as it came over the wire, before anything in it is believed.
public struct AWSRequest: Sendable {
    public var method: String
    /// The path as sent: percent-encoded, beginning with `/`, without the query.
    public var path: String
    /// The query string as sent, without `?`; empty when there is none.
    public var query: String
    public var headers: HeaderFields
    public var body: [UInt8]
    public var source: RequestSource

    public init(
        method: String = "POST", path: String = "/", query: String = "", headers: HeaderFields = [:], body: [UInt8] = [],
        source: RequestSource = RequestSource()
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
        self.source = source
    }
}

/// Where a request came from, as the adapter saw it: never taken from the request's own headers.
public struct RequestSource: Sendable {
    /// The peer's IP address in text form; nil in process and over a Unix socket.
    public var address: String?
    /// Whether the bytes travelled under TLS, over a Unix socket, or in process.
    public var isSecure: Bool
    /// The cipher and version, for the trail's `tlsDetails`.
    public var tls: String?

    public init(address: String? = nil, isSecure: Bool = true, tls: String? = nil) {
        self.address = address
        self.isSecure = isSecure
        self.tls = tls
    }
}

/// A reply, ready to be sent.
public struct AWSResponse: Sendable {
    public var status: Int
    public var headers: HeaderFields
    public var body: [UInt8]

    public init(status: Int, headers: HeaderFields = [:], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}

/// Carries signed bytes to an engine: in process, over HTTP, or to AWS.
public protocol AWSTransport: Sendable {
    /// Sends one signed request and returns the reply. Throws only when no reply could be had.
    func send(_ request: AWSRequest) async throws -> AWSResponse
}
