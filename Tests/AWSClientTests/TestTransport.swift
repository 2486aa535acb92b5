// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import AWSSigning
import CofferBase
import Synchronization

@testable import AWSClient

/// Answers from a list, keeps what was sent, and checks every signature as a server would.
final class TestTransport: EndpointTransport {
    enum Answer: Sendable {
        case reply(AWSResponse)
        case failure(TransportError)
    }

    static let secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
    static let credentials = StaticCredentialProvider(
        Credentials(accessKeyID: "AKIAIOSFODNN7EXAMPLE", secret: SharedSecret(utf8: secret)))
    static let clock = FixedClock(time: Timestamp(year: 2026, month: 11, day: 23, hour: 12))

    let endpoint: Endpoint
    private let state: Mutex<(answers: [Answer], sent: [AWSRequest])>

    init(_ answers: [Answer], endpoint: Endpoint = .aws) {
        self.endpoint = endpoint
        state = Mutex((answers.reversed(), []))
    }

    convenience init(json: String...) { self.init(json.map { .reply(.init(status: 200, body: Array($0.utf8))) }) }

    var sent: [AWSRequest] { state.withLock { $0.sent } }
    var scopes: [CredentialScope] {
        sent.compactMap { try? PresentedSignature.parse($0, now: Self.clock.time).scope }
    }

    func send(_ request: AWSRequest) async throws -> AWSResponse {
        let presented = try PresentedSignature.parse(request, now: Self.clock.time)
        let key = SigningKey(secret: SharedSecret(utf8: Self.secret), scope: presented.scope)
        try Verifier.verify(presented.scoped(service: presented.scope.service), signingKey: key)
        let answer = state.withLock { state in
            state.sent.append(request)
            return state.answers.popLast()
        }
        switch answer {
        case .reply(let reply): return reply
        case .failure(let error): throw error
        case nil: throw TransportError("nothing left to answer")
        }
    }

    func client(region: Region = .usEast1, retry: RetryPolicy = .never) -> AWSClient {
        AWSClient(
            transport: self, credentials: Self.credentials, region: region, userAgent: "coffer/test", clock: Self.clock,
            retry: retry)
    }
}

struct FixedClock: WallClock {
    let time: Timestamp
    func now() -> Timestamp { time }
}
