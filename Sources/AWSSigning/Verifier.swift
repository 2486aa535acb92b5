// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase

/// The last step of authentication: is the signature the one that the key makes for this very request?
public enum Verifier {
    /// Throws unless the signature is right.
    ///
    /// The canonical request is rebuilt from the request, the body's digest computed from its bytes. A key of another
    /// scope is refused, whatever it would compute. The comparison takes the same time wherever the difference is.
    public static func verify(
        _ scoped: ScopedSignature, signingKey: SigningKey, pathRule: PathRule? = nil
    ) throws(SignatureFailure) {
        let presented = scoped.presented
        guard signingKey.scope == presented.scope else { throw .mismatch }
        let canonical = try CanonicalRequest(
            presented.request, query: presented.query, isPresigned: presented.placement == .query,
            signedHeaders: presented.signedHeaders, pathRule: pathRule ?? PathRule(service: presented.scope.service))
        let expected = signingKey.signature(
            of: canonical.stringToSign(date: presented.date, scope: presented.scope))
        guard constantTimeEqual(expected, Array(presented.signature.utf8)) else { throw .mismatch }

        // The digest that was signed is always the body's own, so these can only tell a client of its mistake.
        if let stated = presented.request.headers["x-amz-content-sha256"] {
            guard stated.utf8.elementsEqual(canonical.bodyHash) else { throw .bodyMismatch }
        }
        if let stated = try presented.query.single("X-Amz-Content-Sha256") {
            guard stated.utf8.elementsEqual(canonical.bodyHash) else { throw .bodyMismatch }
        }
    }
}
