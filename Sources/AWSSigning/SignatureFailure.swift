// SPDX-License-Identifier: Apache-2.0
public import CofferBase

/// Why a request could not be authenticated.
public enum SignatureFailure: Error, Sendable, Equatable {
    /// The path is not absolute, or holds a broken escape.
    case malformedPath
    /// The query has a broken escape, is not UTF-8 where it must be, or has too many parameters.
    case malformedQuery
    /// Neither an `Authorization` header of this scheme nor a signature in the query.
    case missingToken
    /// A signature in the header and one in the query.
    case headerAndQuery
    /// A header or parameter that may stand once stands twice.
    case repeated(String)
    /// Parameters that the `Authorization` header lacks, whether there is no date, and the header's digest.
    case incompleteHeader(missing: [String], hasDate: Bool, digest: String)
    /// Parameters that the query lacks.
    case incompleteQuery(missing: [String])
    /// A part of the `Authorization` header that is not `name=value`, and the header's digest.
    case malformedAuthorization(digest: String)
    /// `SignedHeaders` is not a list of unique, lower-case, sorted names.
    case malformedSignedHeaders
    /// The request has this header, and the signature must cover it.
    case unsignedHeader(String)
    case unsupportedAlgorithm
    case malformedDate
    /// `X-Amz-Expires` is not a number of seconds from 1 to 604,800.
    case malformedExpiry
    /// Made at `signed`, before `earliest`, which is `allowed` before `now`.
    case expired(signed: Timestamp, earliest: Timestamp, now: Timestamp, allowed: Duration)
    /// Made at `signed`, after `latest`, which is `allowed` after `now`.
    case notYetCurrent(signed: Timestamp, latest: Timestamp, now: Timestamp, allowed: Duration)
    /// The credential hasn't got five parts.
    case malformedCredential(parts: Int)
    /// All that is wrong with the credential's scope.
    case wrongScope([ScopeFault])
    /// No such access key, an inactive one, or a session token that isn't its own.
    case unknownCredentials
    /// Temporary credentials after their end.
    case expiredCredentials
    /// `x-amz-content-sha256` is not the body's digest; `UNSIGNED-PAYLOAD` never is.
    case bodyMismatch
    case mismatch

    public enum ScopeFault: Sendable, Equatable {
        case region(String)
        /// The service it should be.
        case service(expected: String)
        case terminator(String)
        case date(String, expected: String, from: String)
    }
}
