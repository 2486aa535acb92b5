// SPDX-License-Identifier: Apache-2.0
public import AWSAPI
public import CofferBase

/// A signature as a request presents it: read, well formed and in time, and not yet believed.
///
/// The road to a believed one has three steps, each a type: `parse` reads it, `scoped` holds it to the service that
/// was called, and `Verifier.verify` compares it. Between the second and the third the caller looks the access key up.
public struct PresentedSignature: Sendable {
    public enum Placement: Sendable, Equatable {
        case header
        /// In the query (a presigned request).
        case query
    }

    /// How far a client's clock may be off.
    public static let defaultSkew: Duration = .seconds(15 * 60)
    /// The longest life of a presigned request, in seconds: a week.
    static let longestExpiry = 604_800

    public let placement: Placement
    public let accessKeyID: String
    public let sessionToken: String?
    public let scope: CredentialScope
    public let signedHeaders: SignedHeaders
    /// As it was sent.
    public let signature: String
    public let timestamp: Timestamp
    /// How long a presigned request is good for, where it says so.
    public let expires: Duration?
    /// What the signature came with: `Verifier` checks this very request.
    public let request: AWSRequest

    let terminator: String
    let date: String
    let query: QueryParameters

    /// Reads the signature of a request, whether in its header or in its query.
    ///
    /// Checked in this order, and the first fault is thrown: path, query, exactly one signature, its parameters, the
    /// headers that must be signed, the algorithm, the date, the time, and the credential's five parts.
    public static func parse(
        _ request: AWSRequest, now: Timestamp, skew: Duration = defaultSkew
    ) throws(SignatureFailure) -> PresentedSignature {
        guard request.path.utf8.first == 0x2f else { throw .malformedPath }
        let query = try QueryParameters(request.query)

        // Servers, proxies and we could differ about which of two counts.
        for name in ["authorization", "host", "x-amz-date", "x-amz-security-token", "x-amz-content-sha256"] {
            var count = 0
            for field in request.headers.fields where HeaderFields.equal(field.name, name) { count += 1 }
            guard count <= 1 else { throw .repeated(name) }
        }

        let authorization = request.headers["authorization"]
        let isPresigned =
            query.contains("X-Amz-Algorithm") || query.contains("X-Amz-Signature")
            || query.contains("X-Amz-Credential")
        let fields: SignatureFields
        switch (authorization, isPresigned) {
        case (_?, true): throw .headerAndQuery
        case (nil, false): throw .missingToken
        case (let authorization?, false):
            fields = try SignatureFields(authorization: authorization, headers: request.headers)
        case (nil, true): fields = try SignatureFields(query: query)
        }
        return try PresentedSignature(fields, isPresigned ? .query : .header, request, query, now, skew)
    }

    private init(
        _ fields: SignatureFields, _ placement: Placement, _ request: AWSRequest, _ query: QueryParameters,
        _ now: Timestamp, _ skew: Duration
    ) throws(SignatureFailure) {
        guard let signedHeaders = SignedHeaders(parsing: fields.signedHeaders) else { throw .malformedSignedHeaders }
        guard signedHeaders.contains("host") else { throw .unsignedHeader("host") }
        for field in request.headers.fields where Self.mustBeSigned(field.name) {
            guard signedHeaders.contains(field.name) else { throw .unsignedHeader(field.name.lowercased()) }
        }
        guard fields.algorithm == "AWS4-HMAC-SHA256" else { throw .unsupportedAlgorithm }
        guard let timestamp = Timestamp(basicISO8601: fields.date) else { throw .malformedDate }

        var expires: Duration?
        if let text = fields.expires {
            guard let seconds = Int(text), (1...Self.longestExpiry).contains(seconds) else { throw .malformedExpiry }
            expires = .seconds(seconds)
        }
        let allowed = expires ?? skew
        guard timestamp >= now - allowed else {
            throw .expired(signed: timestamp, earliest: now - allowed, now: now, allowed: allowed)
        }
        guard timestamp <= now + skew else {
            throw .notYetCurrent(signed: timestamp, latest: now + skew, now: now, allowed: skew)
        }

        let parts = Array(fields.credential.utf8).split(separator: 0x2f, omittingEmptySubsequences: false)
        guard parts.count == 5, parts.allSatisfy({ !$0.isEmpty }) else {
            throw .malformedCredential(parts: parts.count)
        }
        self.placement = placement
        func text(_ index: Int) -> String { String(decoding: parts[index], as: UTF8.self) }
        accessKeyID = text(0)
        scope = CredentialScope(date: text(1), region: text(2), service: text(3))
        terminator = text(4)
        sessionToken = fields.sessionToken
        self.signedHeaders = signedHeaders
        signature = fields.signature
        self.timestamp = timestamp
        date = fields.date
        self.expires = expires
        self.request = request
        self.query = query
    }

    /// `x-amz-*` steers the service, so nobody may add or change one on the way.
    private static func mustBeSigned(_ name: String) -> Bool {
        name.utf8.count > 6 && zip(name.utf8, "x-amz-".utf8).allSatisfy { lowercased($0) == $1 }
    }

    /// Holds the signature to the service that was called.
    ///
    /// - Parameters:
    ///   - service: the service's signing name.
    ///   - region: the one region that the scope may name, as for IAM; any well-formed region where nil.
    public func scoped(
        service: String, region: String? = nil
    ) throws(SignatureFailure) -> ScopedSignature {
        var faults: [SignatureFailure.ScopeFault] = []
        let isRegion = region.map { $0 == scope.region } ?? (Region(scope.region) != nil)
        if !isRegion { faults.append(.region(scope.region)) }
        if scope.service != service { faults.append(.service(expected: service)) }
        if terminator != CredentialScope.terminator { faults.append(.terminator(terminator)) }
        let day = String(decoding: date.utf8.prefix(8), as: UTF8.self)
        if scope.date != day { faults.append(.date(scope.date, expected: day, from: date)) }
        guard faults.isEmpty else { throw .wrongScope(faults) }
        return ScopedSignature(presented: self)
    }
}

/// A presented signature whose scope is right for the service that was called. Only `PresentedSignature` makes it.
public struct ScopedSignature: Sendable {
    public let presented: PresentedSignature

    fileprivate init(presented: PresentedSignature) { self.presented = presented }
}
