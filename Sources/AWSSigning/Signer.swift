// SPDX-License-Identifier: Apache-2.0
public import AWSAPI
public import CofferBase

/// Signs requests with AWS Signature Version 4.
public enum Signer {
    public enum Placement: Sendable {
        /// In the `Authorization` header.
        case header
        /// In the query: a presigned request, good for that many seconds.
        case query(expires: Int)
    }

    /// Signs a request as it stands; one that was signed before is signed anew.
    ///
    /// Sets `X-Amz-Date` and, with temporary credentials, `X-Amz-Security-Token`; adds a `Host` for the service where
    /// there is none. Covers every header but those that proxies and HTTP libraries change, and always the body.
    ///
    /// - Parameters:
    ///   - region: the scope's region; for a global service its partition's `globalServiceRegion`.
    ///   - service: the service's signing name.
    ///   - addsContentHash: also states the body's digest in `x-amz-content-sha256`, as S3 wants it.
    ///   - signingKey: used where it is of the right scope, to save deriving one.
    /// - Throws: where the request's path or query can't be read.
    public static func sign(
        _ request: inout AWSRequest, credentials: Credentials, region: String, service: String, at time: Timestamp,
        placement: Placement = .header, addsContentHash: Bool = false, pathRule: PathRule? = nil,
        signingKey: SigningKey? = nil
    ) throws(SignatureFailure) {
        let date = time.basicISO8601
        let scope = CredentialScope(date: String(date.prefix(8)), region: region, service: service)
        request.headers["Authorization"] = nil
        if request.headers["Host"] == nil { request.headers["Host"] = "\(service).\(region).amazonaws.com" }
        if addsContentHash {
            request.headers["x-amz-content-sha256"] = String(
                decoding: CanonicalRequest.hash(of: request.body), as: UTF8.self)
        }
        var credential: [UInt8] = Array(credentials.accessKeyID.utf8) + [0x2f]
        scope.append(to: &credential)

        let isPresigned: Bool
        let signedHeaders: SignedHeaders
        switch placement {
        case .header:
            isPresigned = false
            request.headers["X-Amz-Date"] = date
            request.headers["X-Amz-Security-Token"] = credentials.sessionToken
            signedHeaders = SignedHeaders(signing: request.headers)
        case .query(let expires):
            isPresigned = true
            request.headers["X-Amz-Date"] = nil
            request.headers["X-Amz-Security-Token"] = nil
            signedHeaders = SignedHeaders(signing: request.headers)
            var added = [
                ("X-Amz-Algorithm", Array("AWS4-HMAC-SHA256".utf8)), ("X-Amz-Credential", credential),
                ("X-Amz-Date", Array(date.utf8)),
                ("X-Amz-SignedHeaders", Array(signedHeaders.description.utf8)),
                ("X-Amz-Expires", Array(String(expires).utf8)),
            ]
            if let token = credentials.sessionToken { added.append(("X-Amz-Security-Token", Array(token.utf8))) }
            request.query = query(request.query, replacing: added)
        }
        let canonical = try CanonicalRequest(
            request, query: QueryParameters(request.query), isPresigned: isPresigned, signedHeaders: signedHeaders,
            pathRule: pathRule ?? PathRule(service: service))
        let key =
            if let signingKey, signingKey.scope == scope { signingKey } else {
                SigningKey(secret: credentials.secret, scope: scope)
            }
        let signature = String(
            decoding: key.signature(of: canonical.stringToSign(date: date, scope: scope)), as: UTF8.self)
        if isPresigned {
            request.query += "&X-Amz-Signature=\(signature)"
        } else {
            request.headers["Authorization"] =
                "AWS4-HMAC-SHA256 Credential=\(String(decoding: credential, as: UTF8.self)), "
                + "SignedHeaders=\(signedHeaders), Signature=\(signature)"
        }
    }

    /// The query without an earlier signature's parameters, and with the given ones at its end.
    private static func query(_ query: String, replacing added: [(name: String, value: [UInt8])]) -> String {
        let replaced = Set(added.map(\.name) + ["X-Amz-Signature", "X-Amz-Security-Token"])
        var pieces = query.split(separator: "&").filter { !replaced.contains(String($0.prefix { $0 != "=" })) }
            .map(String.init)
        for (name, value) in added {
            var encoded: [UInt8] = []
            encoded.append(percentEncoding: value)
            pieces.append("\(name)=\(String(decoding: encoded, as: UTF8.self))")
        }
        return pieces.joined(separator: "&")
    }
}
