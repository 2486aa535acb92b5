// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import CofferTesting
import Testing

@testable import CofferVault

@Suite("The doctor's score and findings")
struct DoctorScoreTests {
    private let now = Timestamp(milliseconds: 1_800_000_000_000)

    private func findings(_ counts: [DoctorCheck: Int]) -> [DoctorFinding] {
        counts.flatMap { check, count in (0..<count).map { DoctorFinding(check, "seen \($0)", mend: "true") } }
    }

    private func ago(_ days: Int64) -> Timestamp { Timestamp(milliseconds: now.milliseconds - days * 86_400_000) }

    @Test(
        "each finding takes its weight, and a kind takes no more than its cap",
        arguments: [
            ([:], 100, nil), ([.plaintext: 1], 90, .plaintext), ([.plaintext: 1, .backup: 1], 75, .backup),
            ([.plaintext: 3, .backup: 1], 55, .plaintext), ([.plaintext: 4], 60, .plaintext),
            ([.plaintext: 500], 60, .plaintext), ([.memory: 2], 97, .memory),
            ([.vault: 9, .key: 9, .plaintext: 9], 0, .vault),
        ] as [([DoctorCheck: Int], Int, DoctorCheck?)])
    func points(counts: [DoctorCheck: Int], points: Int, worst: DoctorCheck?) {
        let score = DoctorScore(findings(counts))
        #expect(score.points == points)
        #expect(score.worst == worst)
        #expect((score.advice == "nothing to mend") == counts.isEmpty)
    }

    @Test("one more finding never makes the score better")
    func monotonous() {
        var random = SeededRandom(seed: 11)
        for _ in Fuzz.rounds(500) {
            var found: [DoctorFinding] = []
            var last = 100
            for _ in 0..<30 {
                guard let check = DoctorCheck.allCases.randomElement(using: &random) else { return }
                found.append(DoctorFinding(check, "", mend: ""))
                let points = DoctorScore(found).points
                #expect((0...last).contains(points))
                last = points
            }
        }
    }

    @Test("every kind has a weight, a cap, a line in the help and a consequence that fits a line", arguments: DoctorCheck.allCases)
    func kinds(check: DoctorCheck) {
        #expect(check.weight > 0 && check.cap >= check.weight)
        #expect(DoctorScore.explanation.contains("  \(check.rawValue) "))
        #expect((10...62).contains(check.consequence.count))
    }

    @Test(
        "a user's active access key is old after 90 days",
        arguments: [(90, "Active", false), (91, "Active", true), (400, "Inactive", false)] as [(Int64, String, Bool)])
    func accessKeys(days: Int64, status: String, isFound: Bool) {
        let key = IAM.AccessKeyMetadata(accessKeyId: "AKIAEXAMPLE", status: status, createDate: ago(days))
        let finding = VaultDoctor.oldAccessKey(key, of: "bot", at: now)
        #expect((finding != nil) == isFound)
        if isFound { #expect(finding?.message == "the access key AKIAEXAMPLE of the user bot is \(days) days old") }
    }

    @Test("what an app may read and nobody has read for 30 days is unused; what is new or was read is not")
    func unused() {
        func arn(_ name: String) -> String { "arn:aws:secretsmanager:eu-central-1:111122223333:secret:\(name)-AbCdEf" }
        func secret(_ name: String, created: Int64, read: Int64?) -> SecretSummary? {
            SecretSummary(
                SecretsManager.SecretListEntry(
                    arn: arn(name), name: name, lastAccessedDate: read.map(ago), createdDate: ago(created)))
        }
        let secrets = [
            secret("openai/new", created: 3, read: nil), secret("openai/old", created: 40, read: nil),
            secret("openai/read", created: 400, read: 1), secret("openai/left", created: 400, read: 31),
            secret("openai/nobodys", created: 400, read: nil),
        ].compactMap { $0 }
        func app(_ name: String, _ names: [String]) -> AccountPolicies.Principal {
            let permissions = AppRole.Permissions(secrets: names.map(arn), keys: ["arn:key"])
            let policy = AccountPolicies.Policy(
                name: "coffer", origin: .inline, document: GrantPolicy(permissions, app: name).json.text())
            return AccountPolicies.Principal(
                name: name, arn: "arn:\(name)", id: "AROA-\(name)", path: AppRole.path, createdAt: ago(500), isRole: true,
                policies: [policy])
        }
        let apps = [app("bot", ["openai/new", "openai/old", "openai/read"]), app("left", ["openai/left", "openai/read"])]
        let found = VaultDoctor.unused(secrets, apps, nil, at: now)
        #expect(found.map(\.message) == [
            "bot may read openai/old, which nobody has read for 40 days",
            "left may read openai/left, which nobody has read for 31 days",
        ])
        #expect(found.map(\.mend) == ["coffer disallow bot openai/old", "coffer disallow left openai/left"])
        // Where it is known who read, another app's reading is no use of this one's.
        let readings = [Coffer.Reading(principalId: "AROA-bot", secretArn: arn("openai/read"), lastReadAt: ago(1))]
        #expect(VaultDoctor.unused(secrets, apps, readings, at: now).map(\.message).contains(
            "left may read openai/read, which it has not read for 400 days"))
        #expect(!VaultDoctor.unused(secrets, apps, readings, at: now).contains { $0.message.hasPrefix("bot may read openai/read") })
    }
}
