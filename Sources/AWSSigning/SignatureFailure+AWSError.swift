// SPDX-License-Identifier: Apache-2.0
public import AWSAPI
internal import CofferBase

extension SignatureFailure {
    /// The error as a service of that protocol answers it.
    ///
    /// Texts from the request are cut and stripped before they are repeated, and an `Authorization` header appears as
    /// its digest alone: it may hold somebody's bearer token.
    public func awsError(for wire: WireProtocol) -> AWSError {
        switch wire {
        case .json: AWSError(kind.json, message, status: 400)
        case .query: AWSError(kind.query, message, status: kind.queryStatus)
        }
    }

    private enum Kind {
        case missing, incomplete, invalid, unknown, expired

        var json: String {
            switch self {
            case .missing: "MissingAuthenticationTokenException"
            case .incomplete: "IncompleteSignatureException"
            case .invalid: "InvalidSignatureException"
            case .unknown: "UnrecognizedClientException"
            case .expired: "ExpiredTokenException"
            }
        }

        var query: String {
            switch self {
            case .missing: "MissingAuthenticationToken"
            case .incomplete: "IncompleteSignature"
            case .invalid: "SignatureDoesNotMatch"
            case .unknown: "InvalidClientTokenId"
            case .expired: "ExpiredToken"
            }
        }

        var queryStatus: Int { if case .incomplete = self { 400 } else { 403 } }
    }

    private var kind: Kind {
        switch self {
        case .missingToken: .missing
        case .malformedPath, .malformedQuery, .repeated, .incompleteHeader, .incompleteQuery, .malformedAuthorization,
            .malformedSignedHeaders, .unsupportedAlgorithm, .malformedDate, .malformedExpiry, .malformedCredential:
            .incomplete
        case .headerAndQuery, .unsignedHeader, .expired, .notYetCurrent, .wrongScope, .bodyMismatch, .mismatch: .invalid
        case .unknownCredentials: .unknown
        case .expiredCredentials: .expired
        }
    }

    private var message: String {
        switch self {
        case .malformedPath: "The request's path is not a valid absolute path."
        case .malformedQuery: "The query string contains a syntax error."
        case .missingToken: "Request is missing Authentication Token"
        case .headerAndQuery:
            "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header."
        case .repeated(let name): "'\(name)' must occur only once in a signed request."
        case .incompleteHeader(let missing, let hasDate, let digest):
            missing.map { "Authorization header requires '\($0)' parameter. " }.joined()
                + (hasDate
                    ? "" : "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ")
                + Self.digested(digest)
        case .incompleteQuery(let missing):
            missing.map { "AWS query-string parameters must include '\($0)'. " }.joined()
                + "Re-examine the query-string parameters."
        case .malformedAuthorization(let digest):
            "Invalid key=value pair (missing equal-sign) in Authorization header " + Self.digested(digest)
        case .malformedSignedHeaders:
            "'SignedHeaders' must list each header once, in lower case, sorted and separated by semicolons."
        case .unsignedHeader(let name):
            name == "host"
                ? "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization."
                : "'\(Self.quotable(name))' must be a 'SignedHeader' in the AWS Authorization."
        case .unsupportedAlgorithm: "Unsupported AWS 'algorithm' (only AWS4-HMAC-SHA256 for now)."
        case .malformedDate: "Date must be in ISO-8601 'basic format'. See http://en.wikipedia.org/wiki/ISO_8601"
        case .malformedExpiry: "X-Amz-Expires must be a number of seconds from 1 to 604800."
        case .expired(let signed, let earliest, let now, let allowed):
            "Signature expired: \(signed.basicISO8601) is now earlier than \(earliest.basicISO8601) "
                + "(\(now.basicISO8601) - \(Self.text(allowed)).)"
        case .notYetCurrent(let signed, let latest, let now, let allowed):
            "Signature not yet current: \(signed.basicISO8601) is still later than \(latest.basicISO8601) "
                + "(\(now.basicISO8601) + \(Self.text(allowed)).)"
        case .malformedCredential(let parts):
            "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got \(parts)"
        case .wrongScope(let faults): faults.map(\.message).joined(separator: " ")
        case .unknownCredentials: "The security token included in the request is invalid."
        case .expiredCredentials: "The security token included in the request is expired"
        case .bodyMismatch: "The provided 'x-amz-content-sha256' header does not match what was computed."
        case .mismatch:
            "The request signature we calculated does not match the signature you provided. "
                + "Check your AWS Secret Access Key and signing method. Consult the service documentation for details."
        }
    }

    private static func digested(_ digest: String) -> String {
        "(Hashed with SHA-256 and encoded with Base64) Authorization=\(digest)"
    }

    private static func text(_ duration: Duration) -> String {
        let seconds = duration.components.seconds
        return seconds.isMultiple(of: 60) ? "\(seconds / 60) min" : "\(seconds) sec"
    }

    /// At most 64 printable ASCII characters of a text that came with the request.
    fileprivate static func quotable(_ text: String) -> String {
        String(decoding: text.utf8.filter { (0x20...0x7e).contains($0) }.prefix(64), as: UTF8.self)
    }
}

extension SignatureFailure.ScopeFault {
    fileprivate var message: String {
        switch self {
        case .region(let name):
            "Credential should be scoped to a valid region, not '\(SignatureFailure.quotable(name))'."
        case .service(let expected): "Credential should be scoped to correct service: '\(expected)'."
        case .terminator(let text):
            "Credential should be scoped with a valid terminator: 'aws4_request', "
                + "not '\(SignatureFailure.quotable(text))'."
        case .date(let date, let expected, let from):
            "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: "
                + "'\(SignatureFailure.quotable(date))' != '\(expected)', from '\(SignatureFailure.quotable(from))'."
        }
    }
}

extension SignatureFailure: CustomStringConvertible {
    public var description: String { message }
}
