// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import AWSClient
internal import AWSSigning
internal import AsyncHTTPClient
internal import CofferBase
internal import NIOCore
internal import NIOHTTP1
internal import NIOSSL

/// Asks providers whether keys still work.
///
/// Each question is one request, made once. No redirect is followed, no proxy and no cookie used, and of the reply nothing
/// is read but its status. Keys stand in no error and in no reason.
public struct KeyVerifier: Sendable {
    private static let mostAtOnce = 4

    private let userAgent: String
    private let timeout: Duration

    public init(userAgent: String) { self.init(userAgent: userAgent, timeout: .seconds(10)) }

    /// - Parameter timeout: for each question, from its connection to its answer.
    init(userAgent: String, timeout: Duration) {
        self.userAgent = userAgent
        self.timeout = timeout
    }

    /// The statuses of all that the plan is about, by fingerprint.
    public func statuses(for plan: VerificationPlan) async -> [String: KeyStatus] {
        let client = HTTPClient(configuration: configuration)
        var statuses = plan.settled
        await withTaskGroup(of: (VerificationPlan.Question, KeyStatus).self) { group in
            var questions = plan.questions.makeIterator()
            func askNext() {
                guard let question = questions.next() else { return }
                group.addTask { (question, await status(question, client)) }
            }
            for _ in 0..<Self.mostAtOnce { askNext() }
            for await (question, status) in group {
                for fingerprint in question.about {
                    statuses[fingerprint] = Self.clearer(statuses[fingerprint], status)
                }
                askNext()
            }
        }
        try? await client.shutdown()
        return statuses
    }

    /// An id may be found with several secrets: one that works says most.
    private static func clearer(_ known: KeyStatus?, _ new: KeyStatus) -> KeyStatus {
        switch (known, new) {
        case (.live?, _), (.refused?, .unknown): known ?? new
        default: new
        }
    }

    private var configuration: HTTPClient.Configuration {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.minimumTLSVersion = .tlsv12
        let limit = TimeAmount(timeout)
        var configuration = HTTPClient.Configuration(
            tlsConfiguration: tls, redirectConfiguration: .disallow, timeout: .init(connect: limit, read: limit))
        configuration.httpVersion = .http1Only
        configuration.connectionPool.retryConnectionEstablishment = false
        return configuration
    }

    private func status(_ question: VerificationPlan.Question, _ client: HTTPClient) async -> KeyStatus {
        switch question.check.proof {
        case .header(let name, let scheme):
            return await status(of: question.key, in: name, scheme: scheme, question.check, client)
        case .signature:
            guard let secret = question.secret else { return .unknown("its other half was not found") }
            return await statusOfPair(question.key, secret, question.check)
        }
    }

    private func status(
        of key: SharedSecret, in header: String, scheme: String?, _ check: ProviderCheck, _ client: HTTPClient
    ) async -> KeyStatus {
        var request = HTTPClientRequest(url: check.url)
        request.method = HTTPMethod(rawValue: check.method)
        request.headers.add(name: "User-Agent", value: userAgent)
        request.headers.add(name: "Accept", value: "application/json")
        for (name, value) in check.headers { request.headers.add(name: name, value: value) }
        // INVARIANT 1: it is text in this request's header alone, which ends with the call.
        key.withText { text in request.headers.add(name: header, value: scheme.map { "\($0) \(text)" } ?? text) }
        do {
            // The reply's body is let go unread, which closes its connection.
            return check.status(of: Int(try await client.execute(request, timeout: TimeAmount(timeout)).status.code))
        } catch {
            return .unknown(Self.reason(error))
        }
    }

    private static func reason(_ error: any Error) -> String {
        switch error as? HTTPClientError {
        case .connectTimeout?, .deadlineExceeded?, .readTimeout?: "it did not answer in time"
        default: "no answer: \(HTTPTransport.reason(error))"
        }
    }

    /// Asks AWS who signs. No right is needed for it.
    private func statusOfPair(_ id: SharedSecret, _ secret: SharedSecret, _ check: ProviderCheck) async -> KeyStatus {
        guard let endpoint = try? Endpoint(check.url), let name = id.withText({ $0 }) else {
            return .unknown("it is malformed: it is no text")
        }
        let transport = HTTPTransport(
            endpoint: endpoint,
            options: .init(connectTimeout: timeout, requestTimeout: timeout, maximumReply: 64 * 1024))
        let client = AWSClient(
            transport: transport, credentials: StaticCredentialProvider(Credentials(accessKeyID: name, secret: secret)),
            region: .usEast1, userAgent: userAgent, retry: .never)
        let status: KeyStatus
        do {
            _ = try await client.call(STS.GetCallerIdentity.self, STS.GetCallerIdentityInput())
            status = .live
        } catch let error as AWSError {
            status = Self.status(of: error, check)
        } catch let error as TransportError {
            status = .unknown(error.message)
        } catch {
            status = .unknown("its answer is not STS's")
        }
        try? await transport.shutdown()
        return status
    }

    private static func status(of error: AWSError, _ check: ProviderCheck) -> KeyStatus {
        switch error.code {
        case "SignatureDoesNotMatch" where error.message?.hasPrefix("Signature ") == true:
            // `Signature expired: …` and `Signature not yet current: …`: nothing is said about the key.
            .unknown("this machine's clock is wrong, so its signature was not taken")
        case "InvalidClientTokenId", "SignatureDoesNotMatch": .refused
        default: check.status(of: error.status)
        }
    }
}
