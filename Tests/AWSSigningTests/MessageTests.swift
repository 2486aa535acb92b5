// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import Testing

@testable import AWSSigning

@Suite("Signature failures as AWS answers them")
struct MessageTests {
    static let json = WireProtocol.json(targetPrefix: "TrentService")
    static let query = WireProtocol.query(
        version: "2010-05-08", xmlNamespace: "https://iam.amazonaws.com/doc/2010-05-08/")

    @Test("codes and statuses follow the protocol")
    func codes() {
        let rows: [(SignatureFailure, String, String, Int)] = [
            (.missingToken, "MissingAuthenticationTokenException", "MissingAuthenticationToken", 403),
            (.malformedDate, "IncompleteSignatureException", "IncompleteSignature", 400),
            (.mismatch, "InvalidSignatureException", "SignatureDoesNotMatch", 403),
            (.unknownCredentials, "UnrecognizedClientException", "InvalidClientTokenId", 403),
            (.expiredCredentials, "ExpiredTokenException", "ExpiredToken", 403),
        ]
        for (failure, jsonCode, queryCode, queryStatus) in rows {
            let json = failure.awsError(for: Self.json)
            let query = failure.awsError(for: Self.query)
            #expect(json.code == jsonCode && json.status == 400)
            #expect(query.code == queryCode && query.status == queryStatus)
            #expect(json.message == query.message)
        }
    }

    @Test("times are told as AWS tells them")
    func times() {
        let signed = Timestamp(year: 2015, month: 8, day: 30, hour: 12, minute: 36)
        let now = signed + .seconds(360)
        #expect(
            SignatureFailure.expired(signed: signed, earliest: now - .seconds(300), now: now, allowed: .seconds(300))
                .awsError(for: Self.json).message
                == "Signature expired: 20150830T123600Z is now earlier than 20150830T123700Z "
                + "(20150830T124200Z - 5 min.)")
        #expect(
            SignatureFailure.notYetCurrent(
                signed: now, latest: signed + .seconds(90), now: signed, allowed: .seconds(90)
            )
            .awsError(for: Self.json).message
                == "Signature not yet current: 20150830T124200Z is still later than 20150830T123730Z "
                + "(20150830T123600Z + 90 sec.)")
    }

    @Test("what a header lacks is listed, and the header itself is never repeated")
    func incomplete() {
        var request = Samples.decrypt()
        request.headers["Authorization"] = "AWS4-HMAC-SHA256 Signature=canary"
        do throws(SignatureFailure) {
            try Samples.authenticate(request)
            Issue.record("accepted")
        } catch {
            let message = error.awsError(for: Self.json).message ?? ""
            #expect(
                message.hasPrefix(
                    "Authorization header requires 'Credential' parameter. "
                        + "Authorization header requires 'SignedHeaders' parameter. "
                        + "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. "))
            #expect(!message.contains("canary"))
        }
        request.headers["Authorization"] = nil
        request.query = "X-Amz-Signature=canary"
        #expect(
            throws: SignatureFailure.incompleteQuery(missing: [
                "X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-SignedHeaders", "X-Amz-Date",
            ])
        ) { try Samples.authenticate(request) }
    }

    @Test("texts from the request are cut and stripped")
    func quoted() {
        let hostile = "<x>\r\n\u{1b}[31m" + String(repeating: "a", count: 500)
        let message = SignatureFailure.wrongScope([.region(hostile)]).awsError(for: Self.query).message ?? ""
        #expect(message.utf8.count < 140 && message.utf8.allSatisfy { $0 >= 0x20 })
    }

    @Test("credentials print without secret and token")
    func printing() {
        var text = "\(Samples.credentials)" + String(reflecting: Samples.credentials)
        dump(Samples.credentials, to: &text)
        #expect(text.contains("ASIAIOSFODNN7EXAMPLE"))
        #expect(!text.contains(Samples.secretText) && !text.contains(Samples.token))
    }
}
