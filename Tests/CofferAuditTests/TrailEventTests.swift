// SPDX-License-Identifier: Apache-2.0
import CofferAudit
import CofferBase
import Testing

@Suite("CloudTrail records")
struct TrailEventTests {
    private func event() -> TrailEvent {
        let identity = TrailIdentity(
            type: "AssumedRole", principalID: "AROAEXAMPLE:bot",
            arn: "arn:aws:sts::111122223333:assumed-role/app/bot", accountID: "111122223333",
            accessKeyID: "ASIAEXAMPLE",
            sessionIssuer: TrailIdentity.SessionIssuer(
                type: "Role", principalID: "AROAEXAMPLE", arn: "arn:aws:iam::111122223333:role/app",
                accountID: "111122223333", userName: "app"),
            sessionCreatedAt: Timestamp(year: 2026, month: 11, day: 23, hour: 8))
        var event = TrailEvent(
            time: Timestamp(year: 2026, month: 11, day: 23, hour: 9, minute: 8, second: 7), eventID: "e-1",
            source: "kms.amazonaws.com", name: "Decrypt", region: "eu-central-1", sourceAddress: "192.0.2.1",
            userAgent: "agent \"x\"\n", identity: identity, requestID: "r-1", isReadOnly: true,
            recipientAccountID: "111122223333")
        event.resources = [
            TrailResource(
                arn: "arn:aws:kms:eu-central-1:111122223333:key/1", accountID: "111122223333", type: "AWS::KMS::Key")
        ]
        return event
    }

    private func json(_ event: TrailEvent) throws -> JSONValue { try JSONValue(parsing: event.encoded()) }

    @Test("a record has CloudTrail's members")
    func members() throws {
        var event = event()
        event.parameters = ["encryptionContext": ["app": "bot"]]
        event.tls = TrailTLS(version: "TLSv1.3", cipherSuite: "TLS_AES_128_GCM_SHA256", host: "coffer.local")
        let json = try json(event)
        #expect(json["eventVersion"] == "1.11" && json["eventTime"] == "2026-11-23T09:08:07Z")
        #expect(json["userIdentity"]?["type"] == "AssumedRole")
        #expect(json["userIdentity"]?["sessionContext"]?["sessionIssuer"]?["userName"] == "app")
        #expect(
            json["userIdentity"]?["sessionContext"]?["attributes"]?["creationDate"] == "2026-11-23T08:00:00Z")
        #expect(json["userAgent"] == "agent \"x\"\n" && json["readOnly"] == true && json["managementEvent"] == true)
        #expect(json["requestParameters"]?["encryptionContext"]?["app"] == "bot")
        #expect(json["responseElements"] == .null && json["errorCode"] == nil && json["additionalEventData"] == nil)
        #expect(json["resources"]?.array?.first?["ARN"] == "arn:aws:kms:eu-central-1:111122223333:key/1")
        #expect(json["eventType"] == "AwsApiCall" && json["eventCategory"] == "Management")
        #expect(json["recipientAccountId"] == "111122223333" && json["tlsDetails"]?["tlsVersion"] == "TLSv1.3")
    }

    @Test("what was written is read back")
    func roundTrip() throws {
        var event = event()
        event.parameters = ["a": 1]
        event.response = ["b": [true, nil]]
        event.additional = ["c": "d"]
        event.errorCode = "AccessDenied"
        event.errorMessage = "no"
        event.invokedBy = "secretsmanager.amazonaws.com"
        event.tls = TrailTLS(version: "TLSv1.3", cipherSuite: "x")
        let read = try #require(TrailEvent(json: json(event)))
        #expect(read.encoded() == event.encoded())
        #expect(TrailEvent(json: ["eventID": "only"]) == nil)
    }

    @Test("long texts are cut off where a character ends, and long documents are marked as omitted")
    func bounds() throws {
        var event = event()
        event.userAgent = "a" + String(repeating: "\u{1f511}", count: 5000)
        event.errorMessage = String(repeating: "x", count: 1024)
        event.parameters = ["big": .string(String(repeating: "x", count: 200_000))]
        event.response = ["fits": .string(String(repeating: "x", count: 90_000))]
        event.additional = ["big": .string(String(repeating: "x", count: 30_000))]
        event.resources = Array(repeating: event.resources[0], count: 500)
        let json = try json(event)
        #expect(json["userAgent"]?.string == "a" + String(repeating: "\u{1f511}", count: 255))
        #expect(json["errorMessage"]?.string?.count == 1024)
        #expect(json["requestParameters"]?["omitted"] == true && json["additionalEventData"]?["omitted"] == true)
        #expect(json["requestParameters"]?["originalSize"] == 200_010)
        #expect(json["responseElements"]?["fits"] != nil)
        #expect(json["resources"]?.array?.count == TrailEvent.mostResources)
    }

    @Test("no event is larger than its bounds, whatever a caller sends")
    func largest() {
        let long = String(repeating: "\u{1}", count: 1_000_000)
        var event = event()
        event.name = long
        event.source = long
        event.userAgent = long
        event.sourceAddress = long
        event.requestID = long
        event.errorCode = long
        event.errorMessage = long
        event.identity.userName = long
        event.identity.arn = long
        event.parameters = .string(long)
        #expect(event.encoded().count < 100_000)
    }
}
