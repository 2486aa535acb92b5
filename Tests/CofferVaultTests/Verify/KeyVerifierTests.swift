// SPDX-License-Identifier: Apache-2.0
import CofferBase
import NIOHTTP1
import Testing

@testable import CofferVault

@Suite("Asking providers whether keys work", .timeLimit(.minutes(2)))
struct KeyVerifierTests {
    private static let bearer = ProviderCheck.Proof.header("Authorization", scheme: "Bearer")

    private static func check(
        _ url: String, _ proof: ProviderCheck.Proof = bearer, headers: [String: String] = [:], refused: Set<Int> = [401],
        except: [String] = []
    ) -> ProviderCheck {
        ProviderCheck(method: "GET", url: url, proof: proof, headers: headers, refused: refused, except: except)
    }

    private static func found(_ text: String) throws -> ScanReport {
        try testScanner { $0.keepsSecrets = true }.scanText(text, name: "notes.txt")
    }

    /// The statuses of what was found, in the findings' order, and what the plan would print.
    private static func ask(
        _ report: ScanReport, timeout: Duration = .seconds(20), _ check: ProviderCheck
    ) async -> (statuses: [KeyStatus?], report: ScanReport) {
        let plan = VerificationPlan(report) { _ in check }
        let statuses = await KeyVerifier(userAgent: "coffer/test", timeout: timeout).statuses(for: plan)
        var shown = "\(plan) \(statuses)"
        dump(plan, to: &shown)
        #expect(!shown.contains("NotARealK"))
        return (report.findings.map { statuses[$0.fingerprint] }, report.with(statuses))
    }

    private static func ask(_ check: ProviderCheck, timeout: Duration = .seconds(20)) async throws -> KeyStatus? {
        await ask(try found("GROQ_API_KEY=\(InventedKey.groq)"), timeout: timeout, check).statuses.first ?? nil
    }

    @Test(
        "the key arrives in the header that the provider wants, once, and nowhere else",
        arguments: [
            ("Authorization", "Bearer", "Bearer "), ("Authorization", "Token", "Token "), ("Authorization", nil, ""),
            ("x-api-key", nil, ""),
        ] as [(String, String?, String)])
    func header(_ name: String, _ scheme: String?, _ start: String) async throws {
        try await VerifyServer.run { server in
            let text = "a=\(InventedKey.groq)\nb=\(InventedKey.groq)\n"
            let check = Self.check(server.url("200"), .header(name, scheme: scheme), headers: ["X-Version": "2"])
            let status = await Self.ask(try Self.found(text), check).statuses
            #expect(status == [.live])
            let head = try #require(server.heads.first)
            #expect(server.heads.count == 1 && head.method == .GET && head.uri == "/200" && server.bodies.isEmpty)
            #expect(head.headers[name] == [start + InventedKey.groq])
            #expect(head.headers["X-Version"] == ["2"] && head.headers["User-Agent"] == ["coffer/test"])
            #expect(head.headers.filter { $0.value.contains(InventedKey.groq) }.count == 1)
        }
    }

    @Test(
        "an answer's status is read as the data says",
        arguments: [
            (200, "live", nil), (204, "live", nil), (401, "refused", nil), (400, "refused", nil), (403, "unknown", "403"),
            (404, "unknown", "404"), (429, "unknown", "too many"), (500, "unknown", "error of its own"),
            (503, "unknown", "503"),
        ] as [(Int, String, String?)])
    func statuses(_ code: Int, _ name: String, _ reason: String?) async throws {
        try await VerifyServer.run { server in
            let status = try await Self.ask(Self.check(server.url("\(code)"), refused: [400, 401]))
            #expect(status?.name == name)
            if let reason { #expect(status?.reason?.contains(reason) == true) } else { #expect(status?.reason == nil) }
        }
    }

    @Test("a redirect is not followed, so no other host sees the key", arguments: [301, 302, 303, 307, 308])
    func redirect(_ code: Int) async throws {
        try await VerifyServer.run { other in
            try await VerifyServer.run(location: other.url("200")) { server in
                let status = try await Self.ask(Self.check(server.url("\(code)")))
                #expect(status?.reason?.contains("redirect") == true)
                #expect(server.heads.count == 1 && other.heads.isEmpty)
            }
        }
    }

    @Test("who does not answer is given up")
    func hanging() async throws {
        try await VerifyServer.run { server in
            let status = try await Self.ask(Self.check(server.url("hang")), timeout: .milliseconds(200))
            #expect(status == .unknown("it did not answer in time"))
            #expect(server.heads.count == 1)
        }
    }

    @Test("a body without an end is not read")
    func endless() async throws {
        try await VerifyServer.run { server in
            let answer = try await Self.ask(Self.check(server.url("endless")))
            #expect(answer == .live)
            await server.isLeftAlone()
        }
    }

    @Test("nobody there is a reason, not an error")
    func nobody() async throws {
        var url = ""
        try await VerifyServer.run { url = $0.url("200") }
        let status = try await Self.ask(Self.check(url))
        #expect(status?.reason?.hasPrefix("no answer: ") == true)
    }

    @Test("no more than four are asked at once")
    func bounded() async throws {
        try await VerifyServer.run { server in
            let lines = (1...7).map { "k=\(InventedKey.elevenLabs.dropLast())\($0)\n" }.joined()
            let report = try Self.found(lines)
            let statuses = await Self.ask(report, Self.check(server.url("late"))).statuses
            #expect(statuses == Array(repeating: .live, count: 7))
            #expect(server.heads.count == 7 && server.mostWaiting <= 4)
        }
    }

    @Test("a key that a header can't carry, or that the request is not for, is not sent")
    func notSent() async throws {
        try await VerifyServer.run { server in
            let check = Self.check(server.url("200"), except: ["gsk_"])
            for key in ["a\r\nX-Evil: 1", "a b", "", "ü", "a\0b"] {
                let obstacle = Array(key.utf8).withUnsafeBytes(check.obstacle)
                #expect(obstacle?.contains("malformed") == true)
            }
            let answer = try await Self.ask(check)
            #expect(answer == .unknown("keys of its kind can't be asked about"))
            let report = try Self.found("GROQ_API_KEY=\(InventedKey.groq)")
            let none = VerificationPlan(report) { _ in nil }
            #expect(none.groups.isEmpty && none.settled.values.map(\.reason) == ["its provider can't be asked"])
            let unkept = VerificationPlan(try testScanner().scanText("k=\(InventedKey.groq)", name: "n")) { _ in check }
            #expect(unkept.groups.isEmpty && unkept.settled.count == 1)
            #expect(server.heads.isEmpty)
        }
    }

    @Test("keys that work stand first, the worst of them before the rest, in every form of the report")
    func order() async throws {
        let text = "a=\(InventedKey.huggingFace)\nb=\(InventedKey.groq)\nGROQ\n\n\n\n\nc=\(InventedKey.anthropic)\n"
        let report = try Self.found(text)
        let live = try #require(report.findings.last)
        #expect(report.findings.count == 3 && report.findings.first?.json(console: nil)["status"] == .null)
        let statuses: [String: KeyStatus] = [
            report.findings[0].fingerprint: .refused, report.findings[1].fingerprint: .unknown("why"),
            live.fingerprint: .live,
        ]
        let asked = report.with(statuses)
        #expect(asked.findings.map(\.provider) == ["anthropic", "huggingface", "groq"])
        #expect(asked.findings.map { $0.json(console: nil)["status"] } == ["live", "refused", "unknown"])
        #expect(asked.findings.map { $0.json(console: nil)["status_reason"] } == [.null, .null, "why"])
        let sarif = asked.sarif(toolVersion: "1", catalogue: try .builtIn())
        let results = sarif["runs"]?.array?.first?["results"]?.array ?? []
        #expect(results.map { $0["properties"]?["status"] } == ["live", "refused", "unknown"])
    }
}
