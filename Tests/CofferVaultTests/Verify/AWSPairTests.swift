// SPDX-License-Identifier: Apache-2.0
import NIOHTTP1
import Testing

@testable import CofferVault

@Suite("Asking AWS about a pair", .timeLimit(.minutes(2)))
struct AWSPairTests {
    private static let identity = """
        <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>\
        <Arn>arn:aws:iam::111122223333:user/a</Arn><UserId>AIDA</UserId><Account>111122223333</Account>\
        </GetCallerIdentityResult></GetCallerIdentityResponse>
        """

    private static func error(_ code: String, _ message: String) -> String {
        "<ErrorResponse><Error><Type>Sender</Type><Code>\(code)</Code><Message>\(message)</Message></Error></ErrorResponse>"
    }

    private static func ask(_ text: String, _ server: VerifyServer, except: [String] = []) async throws -> [KeyStatus?] {
        let report = try testScanner { $0.keepsSecrets = true }.scanText(text, name: "notes.txt")
        let check = ProviderCheck(
            method: "POST", url: String(server.url("").dropLast()), proof: .signature(operation: "GetCallerIdentity"),
            headers: [:], refused: [401], except: except)
        let plan = VerificationPlan(report) { _ in check }
        let statuses = await KeyVerifier(userAgent: "coffer/test", timeout: .seconds(20)).statuses(for: plan)
        return report.findings.map { statuses[$0.fingerprint] }
    }

    private static let pair = "aws_access_key_id=\(InventedKey.accessKeyID)\naws_secret_access_key=\(InventedKey.awsSecret)\n"

    @Test("one signed request for both halves; the secret half is not in it")
    func signed() async throws {
        try await VerifyServer.run(answer: .init(status: 200, body: Self.identity)) { server in
            let answers = try await Self.ask(Self.pair, server)
            #expect(answers == [.live, .live])
            let head = try #require(server.heads.first)
            #expect(server.heads.count == 1 && head.method == .POST)
            let signature = head.headers["Authorization"].first ?? ""
            #expect(signature.hasPrefix("AWS4-HMAC-SHA256 Credential=\(InventedKey.accessKeyID)/"))
            #expect(signature.contains("/us-east-1/sts/aws4_request"))
            #expect(server.bodies.contains("Action=GetCallerIdentity"))
            #expect(!("\(head) \(server.bodies)").contains(InventedKey.awsSecret))
        }
    }

    @Test(
        "what AWS says against the pair, and what against something else",
        arguments: [
            ("InvalidClientTokenId", "The security token included in the request is invalid.", 403, "refused"),
            ("SignatureDoesNotMatch", "The request signature we calculated does not match", 403, "refused"),
            ("SignatureDoesNotMatch", "Signature expired: 20261123T0 is now earlier than", 403, "unknown"),
            ("Throttling", "Rate exceeded", 429, "unknown"), ("InternalFailure", "", 500, "unknown"),
        ])
    func errors(_ code: String, _ message: String, _ status: Int, _ name: String) async throws {
        try await VerifyServer.run(answer: .init(status: status, body: Self.error(code, message))) { server in
            let answers = try await Self.ask(Self.pair, server)
            #expect(answers.map { $0?.name } == [name, name])
            #expect(server.heads.count == 1)
        }
    }

    @Test("half a pair, and a temporary key, are not asked about")
    func halves() async throws {
        try await VerifyServer.run { server in
            let first = try await Self.ask("k=\(InventedKey.accessKeyID)\n", server)
            #expect(first == [.unknown("its other half was not found")])
            let secret = "aws_secret_access_key=\(InventedKey.awsSecret)\n"
            let second = try await Self.ask(secret, server)
            #expect(second == [.unknown("its other half was not found")])
            let asked = try await Self.ask(Self.pair, server, except: ["AKIA"])
            #expect(asked.map { $0?.name } == ["unknown", "unknown"])
            #expect(server.heads.isEmpty)
        }
    }
}
