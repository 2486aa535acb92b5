// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import AWSClient
import AWSSigning
import CofferBase
import CofferPipeline
import CofferStore
import Foundation
import JWTKit
import Synchronization
import Testing

@testable import CofferEngine

/// A provider whose keys a test makes, and counts how often they are asked for.
private final class Issuer: KeySetSource {
    static let host = "ci.example.com/project"
    private let state = Mutex((keys: [String: ES256PrivateKey](), asked: 0))

    var asked: Int { state.withLock { $0.asked } }

    func addKey(_ id: String) { state.withLock { $0.keys[id] = ES256PrivateKey() } }

    func keySet(of issuer: String) async throws -> [UInt8] {
        guard issuer == "https://\(Self.host)" else { throw CancellationError() }
        let keys = state.withLock { state in
            state.asked += 1
            return state.keys
        }
        let texts = keys.map { id, key in
            let point = key.publicKey.parameters
            return #"{"kty":"EC","crv":"P-256","alg":"ES256","kid":"\#(id)","x":"\#(point?.x ?? "")","y":"\#(point?.y ?? "")"}"#
        }
        return Array(#"{"keys":[{"kty":"oct","k":"AAAA","kid":"secret"},\#(texts.joined(separator: ","))]}"#.utf8)
    }

    func token(_ claims: some JWTPayload = TestClaims(), key id: String = "one") async throws -> String {
        guard let key = state.withLock({ $0.keys[id] }) else { throw CancellationError() }
        return try await JWTKeyCollection().add(ecdsa: key, kid: JWKIdentifier(string: id)).sign(claims, kid: JWKIdentifier(string: id))
    }
}

private struct TestClaims: JWTPayload {
    var iss: String? = "https://\(Issuer.host)"
    var sub: String? = "repo:coffer/app:ref:refs/heads/main"
    var aud: [String]? = ["other", "sts.amazonaws.com"]
    var exp: Int64? = Int64(SystemClock().now().milliseconds / 1000) + 300
    var iat: Int64? = Int64(SystemClock().now().milliseconds / 1000)
    var tags: Tags?
    var source: String?

    struct Tags: Codable, Sendable {
        var principal_tags: [String: [String]]
        var transitive_tag_keys: [String]
    }

    enum CodingKeys: String, CodingKey {
        case iss, sub, aud, exp, iat
        case tags = "https://aws.amazon.com/tags"
        case source = "https://aws.amazon.com/source_identity"
    }

    func verify(using algorithm: some JWTAlgorithm) async throws {}
}

/// Dates as no provider should write them.
private struct OddClaims: JWTPayload {
    enum Date: Encodable {
        case whole(Int64)
        case real(Double)
        case text(String)

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .whole(let value): try container.encode(value)
            case .real(let value): try container.encode(value)
            case .text(let value): try container.encode(value)
            }
        }
    }

    var exp: Date
    var iat: Date
    var nbf: Date?

    enum CodingKeys: String, CodingKey { case iss, sub, aud, exp, iat, nbf }

    init(exp: Date, iat: Date, nbf: Date? = nil) {
        self.exp = exp
        self.iat = iat
        self.nbf = nbf
    }

    init(from decoder: any Decoder) throws { throw CancellationError() }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode("https://\(Issuer.host)", forKey: .iss)
        try container.encode("repo:coffer/app:ref", forKey: .sub)
        try container.encode("sts.amazonaws.com", forKey: .aud)
        try container.encode(exp, forKey: .exp)
        try container.encode(iat, forKey: .iat)
        try container.encodeIfPresent(nbf, forKey: .nbf)
    }

    func verify(using algorithm: some JWTAlgorithm) async throws {}
}

@Suite("Web identities")
struct WebIdentityTests {
    private let issuer = Issuer()
    private let fixture: EngineFixture
    private let account = "111122223333"
    private var provider: String { "arn:aws:iam::\(account):oidc-provider/\(Issuer.host)" }
    private var role: String { "arn:aws:iam::\(account):role/ci" }

    init() async throws {
        issuer.addKey("one")
        fixture = try EngineFixture(keySets: issuer)
        let home = Scope(account: try #require(AccountID(account)), region: .global(.aws))
        try await put(OIDCProviderRecord(host: Issuer.host, createdAt: 0, clientIDs: ["sts.amazonaws.com"], thumbprints: [], tags: [:]), home)
        let trust =
            #"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Federated":"\#(provider)"},"Action":["sts:AssumeRoleWithWebIdentity","sts:SetSourceIdentity"],"Condition":{"StringEquals":{"\#(Issuer.host):aud":"sts.amazonaws.com"},"StringLike":{"\#(Issuer.host):sub":"repo:coffer/app:*"}}}}"#
        _ = try await fixture.client.call(IAM.CreateRole.self, .init(roleName: "ci", assumeRolePolicyDocument: trust))
        _ = try await fixture.client.call(
            IAM.PutRolePolicy.self,
            .init(
                roleName: "ci", policyName: "own",
                policyDocument:
                    #"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"kms:ListKeys","Resource":"*","Condition":{"ArnEquals":{"aws:FederatedProvider":"\#(provider)"}}}}"#))
    }

    private func put(_ record: OIDCProviderRecord, _ scope: Scope) async throws {
        try await fixture.engine.vault.commits.submit(
            .init(preconditions: [], epoch: fixture.engine.vault.epoch) { writer in
                try writer.insert(record, in: scope)
                return []
            })
    }

    private func removeProvider() async throws {
        let home = Scope(account: try #require(AccountID(account)), region: .global(.aws))
        let record = try #require(try fixture.engine.vault.load(OIDCProviderRecord.self, Issuer.host, in: home))
        try await fixture.engine.vault.commits.submit(
            .init(preconditions: [], epoch: fixture.engine.vault.epoch) { writer in
                try writer.remove(record)
                return []
            })
    }

    /// The reply's status and body to the unsigned call, as SDKs send it.
    private func assume(_ token: String, role: String? = nil, more: String = "") async throws -> (status: Int, body: String) {
        let form =
            "Action=AssumeRoleWithWebIdentity&Version=2011-06-15&RoleSessionName=job&RoleArn=\(role ?? self.role)"
            + "&WebIdentityToken=\(token)\(more)"
        let reply = await fixture.engine.respond(
            to: AWSRequest(
                method: "POST", path: "/",
                headers: ["Host": "localhost", "Content-Type": "application/x-www-form-urlencoded"], body: Array(form.utf8)))
        return (reply.status, String(decoding: reply.body, as: UTF8.self))
    }

    private func element(_ name: String, _ body: String) -> String {
        body.components(separatedBy: "<\(name)>").last?.components(separatedBy: "</\(name)>").first ?? ""
    }

    @Test("a job signs in with its token alone, and its session is the role's")
    func assumed() async throws {
        let reply = try await assume(try await issuer.token(TestClaims(source: "ann")))
        #expect(reply.status == 200)
        #expect(element("Provider", reply.body) == provider)
        #expect(element("Audience", reply.body) == "sts.amazonaws.com")
        #expect(element("SubjectFromWebIdentityToken", reply.body) == "repo:coffer/app:ref:refs/heads/main")
        #expect(element("SourceIdentity", reply.body) == "ann")
        let session = fixture.client.with(
            credentials: StaticCredentialProvider(
                .init(
                    accessKeyID: element("AccessKeyId", reply.body),
                    secret: SharedSecret(utf8: element("SecretAccessKey", reply.body)),
                    sessionToken: element("SessionToken", reply.body))))
        let identity = try await session.call(STS.GetCallerIdentity.self, .init())
        #expect(identity.arn == "arn:aws:sts::\(account):assumed-role/ci/job")
        _ = try await session.call(KMS.ListKeys.self, .init())
        let log = try await fixture.client.call(Coffer.ReadLog.self, .init()).entries.map(\.record)
        let event = try #require(log.first { $0.contains("\"AssumeRoleWithWebIdentity\"") })
        #expect(event.contains(#""type":"WebIdentityUser""#) && event.contains(#""identityProvider":"\#(provider)""#))
        #expect(!event.contains(element("SessionToken", reply.body)))
    }

    @Test("what a token lacks or has wrong is said, and none of it signs anybody in")
    func refusedTokens() async throws {
        let now = Int64(SystemClock().now().milliseconds / 1000)
        let good = try await issuer.token()
        let parts = good.split(separator: ".").map(String.init)
        let stranger = Issuer()
        stranger.addKey("one")
        let unsigned = "eyJhbGciOiJub25lIn0"
        let cases: [(String, String)] = [
            ("not-a-token", "InvalidIdentityToken"),
            ("\(parts[0]).\(parts[1]).", "InvalidIdentityToken"),
            ("\(unsigned).\(parts[1]).AAAA", "InvalidIdentityToken"),
            ("\(parts[0]).\(try await issuer.token(TestClaims(sub: "repo:coffer/app:x")).split(separator: ".")[1]).\(parts[2])", "InvalidIdentityToken"),
            (try await stranger.token(), "InvalidIdentityToken"),
            (try await issuer.token(TestClaims(iss: "https://elsewhere.example.com")), "InvalidIdentityToken"),
            (try await issuer.token(TestClaims(iss: "https://ci.example.com/Project")), "InvalidIdentityToken"),
            (try await issuer.token(TestClaims(aud: ["other"])), "InvalidIdentityToken"),
            (try await issuer.token(TestClaims(sub: nil)), "InvalidIdentityToken"),
            (try await issuer.token(TestClaims(exp: nil)), "InvalidIdentityToken"),
            (try await issuer.token(TestClaims(exp: now - 1)), "ExpiredTokenException"),
            (try await issuer.token(TestClaims(iat: now - 90_000)), "ExpiredTokenException"),
            (try await issuer.token(TestClaims(iat: now + 900)), "InvalidIdentityToken"),
            (try await issuer.token(TestClaims(sub: "repo:other/app:ref")), "AccessDenied"),
        ]
        for (index, (token, code)) in cases.enumerated() {
            let reply = try await assume(token)
            #expect(element("Code", reply.body) == code, "case \(index): \(reply.body)")
        }
        let missing = try await assume(good, role: "arn:aws:iam::\(account):role/none")
        let denied = try await assume(try await issuer.token(TestClaims(sub: "repo:other/app:ref")))
        #expect(element("Message", missing.body) == "Not authorized to perform sts:AssumeRoleWithWebIdentity")
        #expect(element("Message", missing.body) == element("Message", denied.body))
    }

    @Test("dates of any size and form stop nothing, and those alone count that are numbers and dates")
    func oddDates() async throws {
        let now = Int64(SystemClock().now().milliseconds / 1000)
        let (soon, real) = (OddClaims.Date.whole(now + 300), Double(now))
        let wrong: [OddClaims] =
            [
                .whole(.min), .whole(.max), .whole(.min + 1), .whole(-1), .whole(0), .real(-1e18), .real(1e300),
                .real(-1e300), .real(9.3e18), .real(-9.223372036854776e18), .real(1e13), .text("\(now)"),
            ].flatMap { date in
                [OddClaims(exp: soon, iat: date), OddClaims(exp: soon, iat: .whole(now), nbf: date)]
                    + [OddClaims(exp: date, iat: .whole(now))]
            }
        for claims in wrong {
            let reply = try await assume(try await issuer.token(claims))
            if case .whole(-1...0)? = claims.nbf { continue }
            #expect([400, 403].contains(reply.status), "\(claims)")
        }
        let right = [
            OddClaims(exp: .real(real + 300.5), iat: .real(real - 0.5)),
            OddClaims(exp: .whole(999_999_999_999), iat: .whole(now), nbf: .real(-1e11)),
        ]
        for claims in right { #expect(try await assume(try await issuer.token(claims)).status == 200, "\(claims)") }
    }

    @Test("a provider that was removed vouches for nobody")
    func removed() async throws {
        let token = try await issuer.token()
        #expect(try await assume(token).status == 200)
        try await removeProvider()
        #expect(element("Code", try await assume(token).body) == "InvalidIdentityToken")
    }

    @Test("keys are fetched once, and again for a key that is not among them, but not at each stranger's wish")
    func keysAreKept() async throws {
        let token = try await issuer.token()
        for _ in 0..<5 { #expect(try await assume(token).status == 200) }
        #expect(issuer.asked == 1)
        issuer.addKey("two")
        let newer = try await issuer.token(key: "two")
        for _ in 0..<5 { _ = try await assume(newer) }
        #expect(issuer.asked == 1)
    }

    @Test("a stranger's refusals are in the log five times a minute, not once a try")
    func refusalsAreBounded() async throws {
        let token = try await issuer.token(TestClaims(sub: "repo:other/app:ref"))
        for _ in 0..<20 { #expect(element("Code", try await assume(token).body) == "AccessDenied") }
        let log = try await fixture.client.call(Coffer.ReadLog.self, .init()).entries.map(\.record)
        let events = log.filter { $0.contains("\"AssumeRoleWithWebIdentity\"") }
        #expect(events.count == 5)
        #expect(events.allSatisfy { $0.contains(role) })
    }

    @Test("tags of a token need the role's leave")
    func tags() async throws {
        let claims = TestClaims(tags: .init(principal_tags: ["team": ["red"]], transitive_tag_keys: ["team"]))
        let reply = try await assume(try await issuer.token(claims))
        #expect(element("Message", reply.body) == "Not authorized to perform sts:TagSession")
    }
}
