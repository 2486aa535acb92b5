// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import Crypto

/// How a service writes its path into the canonical request.
public enum PathRule: Sendable {
    /// Dot segments and repeated slashes removed, then what was sent is encoded once more: all services but S3.
    case normalized
    /// As `normalized`, without removing anything.
    case asSent
    /// Decoded and encoded once, nothing removed: S3.
    case encodedOnce

    public init(service: String) { self = service == "s3" ? .encodedOnce : .normalized }
}

/// The text that both sides of a signature hash, made from the request itself and from nothing else.
///
/// There is one implementation, for signer and verifier alike, and none that takes a canonical request from a caller:
/// a verifier that trusts parts of a given one can be led to check one request and perform another.
/// Source: AWS IAM User Guide, "Create a signed AWS API request".
struct CanonicalRequest {
    let bytes: [UInt8]
    /// SHA-256 of the body, in lower-case hexadecimal.
    let bodyHash: [UInt8]

    init(
        _ request: AWSRequest, query: QueryParameters, isPresigned: Bool, signedHeaders: SignedHeaders,
        pathRule: PathRule
    ) throws(SignatureFailure) {
        let bodyHash = Self.hash(of: request.body)
        var out: [UInt8] = []
        out.reserveCapacity(1024)
        out.append(text: request.method)
        out.append(0x0a)
        try Self.append(path: request.path, rule: pathRule, to: &out)
        out.append(0x0a)
        query.appendCanonical(to: &out, leavingOutSignature: isPresigned)
        out.append(0x0a)
        for name in signedHeaders.names {
            guard Self.append(header: name, of: request.headers, to: &out) else { throw .mismatch }
        }
        out.append(0x0a)
        for (index, name) in signedHeaders.names.enumerated() {
            if index > 0 { out.append(0x3b) }
            out.append(text: name)
        }
        out.append(0x0a)
        out += bodyHash
        bytes = out
        self.bodyHash = bodyHash
    }

    static func hash(of body: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(64)
        out.append(hex: SHA256.hash(data: body))
        return out
    }

    /// The text whose HMAC is the signature. `date` is the request's time as it was sent.
    func stringToSign(date: String, scope: CredentialScope) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(160)
        out.append(text: "AWS4-HMAC-SHA256\n")
        out.append(text: date)
        out.append(0x0a)
        scope.append(to: &out)
        out.append(0x0a)
        out.append(hex: SHA256.hash(data: bytes))
        return out
    }

    /// `name:value` and a line feed: values of one name joined by commas, white space trimmed and runs of it made one
    /// space. False when the request has no header of that name.
    private static func append(header name: String, of headers: HeaderFields, to out: inout [UInt8]) -> Bool {
        var isFirst = true
        for field in headers.fields where HeaderFields.equal(field.name, name) {
            if isFirst {
                out.append(text: name)
                out.append(0x3a)
                isFirst = false
            } else {
                out.append(0x2c)
            }
            append(value: field.value, to: &out)
        }
        if isFirst { return false }
        out.append(0x0a)
        return true
    }

    private static func append(value: String, to out: inout [UInt8]) {
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }
        // Nearly every value has no white space at all.
        if !value.utf8.contains(where: isSpace) {
            out.append(contentsOf: value.utf8)
            return
        }
        for (index, word) in value.utf8.split(whereSeparator: isSpace).enumerated() {
            if index > 0 { out.append(0x20) }
            out.append(contentsOf: word)
        }
    }

    private static func append(path: String, rule: PathRule, to out: inout [UInt8]) throws(SignatureFailure) {
        if path == "/" {
            out.append(0x2f)
            return
        }
        switch rule {
        case .asSent: out.append(percentEncoding: path.utf8, keepingSlash: true)
        case .encodedOnce:
            guard let decoded = percentDecoded(path.utf8, plusIsSpace: false) else { throw .malformedPath }
            out.append(percentEncoding: decoded, keepingSlash: true)
        case .normalized:
            // RFC 3986 §5.2.4, and repeated slashes count as one.
            var segments: [ArraySlice<UInt8>] = []
            let all = Array(path.utf8).split(separator: 0x2f, omittingEmptySubsequences: true)
            for segment in all {
                if segment.elementsEqual([0x2e]) { continue }
                if segment.elementsEqual([0x2e, 0x2e]) { _ = segments.popLast() } else { segments.append(segment) }
            }
            for segment in segments {
                out.append(0x2f)
                out.append(percentEncoding: segment)
            }
            let endsInDirectory = path.hasSuffix("/") || path.hasSuffix("/.") || path.hasSuffix("/..")
            if segments.isEmpty || endsInDirectory { out.append(0x2f) }
        }
    }
}
