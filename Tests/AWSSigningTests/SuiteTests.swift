// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import Testing

@testable import AWSSigning

@Suite("The public Signature Version 4 suite")
struct SuiteTests {
    @Test("all 38 cases are found")
    func count() { #expect(Vector.all.count == 38) }

    @Test("header signatures are the suite's", arguments: Vector.all)
    func signsInHeader(_ vector: Vector) throws {
        var request = try vector.request("request")
        try Signer.sign(
            &request, credentials: vector.signingCredentials, region: vector.region, service: vector.service,
            at: vector.time, addsContentHash: vector.signsBody, pathRule: vector.pathRule)
        let expected = try vector.request("header-signed-request")
        #expect(request.headers["Authorization"] == expected.headers["Authorization"])
        #expect(try vector.canonical(of: request) == vector.file("header-canonical-request"))
        #expect(try vector.stringToSign(of: request) == vector.file("header-string-to-sign"))
    }

    @Test("query signatures are the suite's", arguments: Vector.all)
    func signsInQuery(_ vector: Vector) throws {
        var request = try vector.request("request")
        try Signer.sign(
            &request, credentials: vector.signingCredentials, region: vector.region, service: vector.service,
            at: vector.time, placement: .query(expires: vector.expires), pathRule: vector.pathRule)
        #expect(request.query.hasSuffix("X-Amz-Signature=\(try vector.file("query-signature"))"))
        #expect(try vector.canonical(of: request) == vector.file("query-canonical-request"))
        #expect(try vector.stringToSign(of: request) == vector.file("query-string-to-sign"))
    }

    /// The suite can leave the token out of the signature. No AWS service that Coffer serves takes that, since the
    /// token decides who the caller is; neither do we.
    @Test("the suite's signed requests are accepted, except where the token is not signed", arguments: Vector.all)
    func verifies(_ vector: Vector) throws {
        for file in ["header-signed-request", "query-signed-request"] {
            let request = try vector.request(file)
            func verify() throws(SignatureFailure) {
                let presented = try PresentedSignature.parse(request, now: vector.time)
                #expect(presented.accessKeyID == "AKIDEXAMPLE")
                #expect(presented.sessionToken == vector.credentials.sessionToken)
                try Verifier.verify(
                    presented.scoped(service: vector.service), signingKey: vector.signingKey,
                    pathRule: vector.pathRule)
            }
            if vector.omitsToken {
                let expected: SignatureFailure =
                    file.hasPrefix("header") ? .unsignedHeader("x-amz-security-token") : .mismatch
                #expect(throws: expected) { try verify() }
            } else {
                try verify()
            }
        }
    }
}

extension Vector {
    fileprivate var signingCredentials: Credentials {
        omitsToken ? Credentials(accessKeyID: credentials.accessKeyID, secret: credentials.secret) : credentials
    }

    private func parts(_ request: AWSRequest) throws -> (PresentedSignature, CanonicalRequest) {
        let presented = try PresentedSignature.parse(request, now: time)
        return (
            presented,
            try CanonicalRequest(
                request, query: presented.query, isPresigned: presented.placement == .query,
                signedHeaders: presented.signedHeaders, pathRule: pathRule)
        )
    }

    fileprivate func canonical(of request: AWSRequest) throws -> String {
        String(decoding: try parts(request).1.bytes, as: UTF8.self)
    }

    fileprivate func stringToSign(of request: AWSRequest) throws -> String {
        let (presented, canonical) = try parts(request)
        return String(decoding: canonical.stringToSign(date: presented.date, scope: presented.scope), as: UTF8.self)
    }
}
