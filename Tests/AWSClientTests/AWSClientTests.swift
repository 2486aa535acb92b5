// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import AWSClient
import AWSSigning
import CofferBase
import Synchronization
import Testing

@Suite("Calls")
struct AWSClientTests {
    @Test("a JSON call is encoded, signed for its host and region, and its reply read")
    func json() async throws {
        let transport = TestTransport(json: #"{"Keys":[{"KeyId":"k1","KeyArn":"a1"}],"Truncated":false}"#)
        let region = try #require(Region("eu-central-1"))
        let output = try await transport.client(region: region).call(KMS.ListKeys.self, .init(limit: 5))
        #expect(output.keys?.map(\.keyId) == ["k1"])
        let request = try #require(transport.sent.first)
        #expect(request.headers["Host"] == "kms.eu-central-1.amazonaws.com")
        #expect(request.headers["X-Amz-Target"] == "TrentService.ListKeys")
        #expect(request.headers["Content-Type"] == "application/x-amz-json-1.1")
        #expect(request.headers["User-Agent"] == "coffer/test")
        #expect(String(decoding: request.body, as: UTF8.self) == #"{"Limit":5}"#)
        #expect(transport.scopes == [.init(date: "20261123", region: "eu-central-1", service: "kms")])
    }

    @Test("a Query call of a global service is signed for the partition's region")
    func query() async throws {
        let xml = """
            <ListUsersResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><ListUsersResult><Users/>\
            <IsTruncated>false</IsTruncated></ListUsersResult></ListUsersResponse>
            """
        let china = try #require(Region("cn-northwest-1"))
        let transport = TestTransport([.reply(.init(status: 200, body: Array(xml.utf8)))])
        let output = try await transport.client(region: china).call(IAM.ListUsers.self, .init(pathPrefix: "/a b/"))
        #expect(output.isTruncated == false)
        let request = try #require(transport.sent.first)
        #expect(request.headers["Host"] == "iam.cn-north-1.amazonaws.com.cn")
        #expect(
            String(decoding: request.body, as: UTF8.self)
                == "Action=ListUsers&Version=2010-05-08&PathPrefix=%2Fa%20b%2F")
        #expect(transport.scopes == [.init(date: "20261123", region: "cn-north-1", service: "iam")])
    }

    @Test("an error reply is thrown as AWS's error")
    func error() async throws {
        let body = #"{"__type":"NotFoundException","message":"Alias arn is not found."}"#
        let transport = TestTransport([.reply(.init(status: 400, body: Array(body.utf8)))])
        await #expect(throws: AWSError("NotFoundException", "Alias arn is not found.", status: 400)) {
            try await transport.client().call(KMS.DescribeKey.self, .init(keyId: "x"))
        }
    }

    @Test("a redirect is an error, not a new address")
    func redirect() async throws {
        let transport = TestTransport([
            .reply(.init(status: 307, headers: ["Location": "https://elsewhere.example/"]))
        ])
        await #expect(throws: AWSError.self) {
            try await transport.client().call(KMS.ListKeys.self, .init())
        }
        #expect(transport.sent.count == 1)
    }

    @Test("pages are followed to their end, in order")
    func pages() async throws {
        let transport = TestTransport(
            json: #"{"Keys":[{"KeyId":"1"},{"KeyId":"2"}],"NextMarker":"m","Truncated":true}"#,
            #"{"Keys":[{"KeyId":"3"}],"Truncated":false}"#)
        let keys = try await transport.client().all(
            KMS.ListKeys.self, .init(), marker: \.marker, next: \.nextMarker, items: { $0.keys ?? [] })
        #expect(keys.map(\.keyId) == ["1", "2", "3"])
        #expect(transport.sent.map { String(decoding: $0.body, as: UTF8.self) } == ["{}", #"{"Marker":"m"}"#])
    }

    @Test("a service that repeats a page for ever is left")
    func endlessPages() async throws {
        let page = #"{"Keys":[],"NextMarker":"m","Truncated":true}"#
        let transport = TestTransport(json: page, page, page)
        await #expect(throws: PagingError.self) {
            try await transport.client().all(
                KMS.ListKeys.self, .init(), marker: \.marker, next: \.nextMarker, items: { $0.keys ?? [] })
        }
    }
}

@Suite("Calls made again")
struct RetryTests {
    static let broken = TestTransport.Answer.failure(TransportError("cut"))
    static let unsent = TestTransport.Answer.failure(TransportError("no route", isUnsent: true))
    static let internalError = TestTransport.Answer.reply(
        .init(status: 500, body: Array(#"{"__type":"InternalFailure"}"#.utf8)))
    static let throttled = TestTransport.Answer.reply(
        .init(status: 400, body: Array(#"{"__type":"ThrottlingException","message":"Rate exceeded"}"#.utf8)))
    static let fine = TestTransport.Answer.reply(.init(status: 200, body: Array("{}".utf8)))

    /// A policy that doesn't wait, and the pauses that it was asked for.
    private static func policy(_ pauses: Pauses = Pauses()) -> RetryPolicy {
        RetryPolicy(attempts: 4, jitter: { 1 }, pause: { pauses.add($0) })
    }

    final class Pauses: Sendable {
        private let list = Mutex<[Duration]>([])
        var all: [Duration] { list.withLock { $0 } }
        func add(_ pause: Duration) { list.withLock { $0.append(pause) } }
    }

    @Test("reads are made again after failures, with growing pauses")
    func reads() async throws {
        let pauses = Pauses()
        let transport = TestTransport([Self.broken, Self.internalError, Self.throttled, Self.fine])
        _ = try await transport.client(retry: Self.policy(pauses)).call(KMS.ListKeys.self, .init())
        #expect(transport.sent.count == 4)
        #expect(pauses.all == [.milliseconds(100), .milliseconds(200), .milliseconds(400)])
    }

    @Test("attempts are bounded")
    func bounded() async throws {
        let transport = TestTransport(Array(repeating: Self.broken, count: 9))
        await #expect(throws: TransportError.self) {
            try await transport.client(retry: Self.policy()).call(KMS.ListKeys.self, .init())
        }
        #expect(transport.sent.count == 4)
    }

    @Test("a change whose fate is unknown is not made again", arguments: [broken, internalError])
    func changes(_ answer: TestTransport.Answer) async throws {
        let transport = TestTransport([answer, Self.fine])
        await #expect(throws: (any Error).self) {
            try await transport.client(retry: Self.policy()).call(
                KMS.ScheduleKeyDeletion.self, .init(keyId: "k", pendingWindowInDays: 7))
        }
        #expect(transport.sent.count == 1)
    }

    @Test("a change that was turned away is made again", arguments: [throttled, unsent])
    func turnedAway(_ answer: TestTransport.Answer) async throws {
        let transport = TestTransport([answer, Self.fine])
        _ = try await transport.client(retry: Self.policy()).call(
            KMS.ScheduleKeyDeletion.self, .init(keyId: "k", pendingWindowInDays: 7))
        #expect(transport.sent.count == 2)
    }

    @Test("an idempotency token is filled in once, and makes the change repeatable")
    func token() async throws {
        let transport = TestTransport([Self.broken, Self.fine])
        _ = try await transport.client(retry: Self.policy()).call(
            SecretsManager.CreateSecret.self, .init(name: "n", secretString: SharedSecret(utf8: "s")))
        let tokens = try transport.sent.map { try JSONValue(parsing: $0.body)["ClientRequestToken"]?.string }
        #expect(tokens.count == 2 && tokens[0] == tokens[1])
        #expect(tokens[0].flatMap { UniqueID.uuidBytes($0) } != nil)
        let given = TestTransport([Self.fine])
        _ = try await given.client().call(
            SecretsManager.CreateSecret.self, .init(name: "n", clientRequestToken: "mine"))
        #expect(try JSONValue(parsing: given.sent[0].body)["ClientRequestToken"]?.string == "mine")
    }
}
