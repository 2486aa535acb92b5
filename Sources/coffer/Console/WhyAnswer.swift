// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import AWSClient
internal import CofferBase
internal import CofferLocal
internal import CofferVault

/// Whether somebody may do something, in sentences.
struct WhyAnswer {
    let isAllowed: Bool
    let lines: [String]
    let json: JSONValue

    /// What the vault would answer.
    static func explaining(_ question: WhyQuestion, _ session: VaultSession) async throws -> WhyAnswer {
        let explained = try await session.client.call(
            Coffer.Explain.self,
            Coffer.ExplainInput(
                principalArn: question.arn, action: question.action, resource: question.resource,
                context: question.supposed.map { Coffer.ContextEntry(key: $0.key, values: $0.values) }))
        var lines = [
            "\(explained.isAllowed ? "Yes" : "No"): \(question.name) may \(explained.isAllowed ? "" : "not ")\(question.deed)"
        ]
        for check in explained.checks {
            let sentence = WhySentence(check, question)
            lines.append("  \(check.isAllowed ? "yes" : "no ")  \(check.action)")
            lines += [sentence.reason, sentence.detail].compactMap { $0 }.map { "       \($0)" }
        }
        if let who = question.who, who.isApp, question.resource == nil {
            lines.append("coffer access --app \(who.name) shows what it may read")
        }
        if !explained.isAllowed, let advice = Self.advice(question, explained) {
            lines.append("Change it with: \(advice)")
        }
        let checks = explained.checks.map { check -> JSONValue in
            [
                "action": .string(check.action), "resource": .string(check.resource), "allowed": .bool(check.isAllowed),
                "explanation": .string(check.explanation), "sentence": .string(WhySentence(check, question).reason),
                "statements": .array(
                    (check.statements ?? []).map { statement in
                        [
                            "policy_type": .string(statement.policyType), "policy": .string(statement.policyName ?? ""),
                            "sid": statement.sid.map(JSONValue.string) ?? .null, "deny": .bool(statement.isDeny),
                        ]
                    }),
                "failed_condition": check.failedCondition.map { failed in
                    [
                        "operator": .string(failed.operator), "key": .string(failed.key),
                        "wanted": .array(failed.wanted.map(JSONValue.string)),
                        "found": .array(failed.found.map(JSONValue.string)),
                    ]
                } ?? .null,
            ]
        }
        return WhyAnswer(
            isAllowed: explained.isAllowed, lines: lines,
            json: [
                "allowed": .bool(explained.isAllowed), "principal": .string(explained.principalArn ?? question.arn),
                "action": .string(question.action), "resource": .string(question.resource ?? "*"),
                "checks": .array(checks),
            ])
    }

    private static func advice(_ question: WhyQuestion, _ explained: Coffer.ExplainOutput) -> String? {
        guard let who = question.who else { return nil }
        guard who.isApp else {
            let denying = explained.checks.contains { check in (check.statements ?? []).contains { $0.isDeny } }
            let kind = who.isRole ? "role" : "user"
            return denying
                ? "aws iam list-\(kind)-policies --\(kind)-name \(who.name), and the denying statement's policy"
                : "aws iam put-\(kind)-policy --\(kind)-name \(who.name) --policy-name NAME --policy-document file://POLICY.json"
        }
        let secret = question.resource.flatMap { $0.contains(":secret:") ? AppRole.shortName(ofSecret: $0) : nil }
        let denial = explained.checks.lazy.flatMap { $0.statements ?? [] }.first { $0.isDeny }
        if let denial {
            switch denial.policyName {
            case "AWSRevokeOlderSessions":
                return "a new session (coffer run begins one), or coffer deny --sessions \(who.name) --lift"
            case "coffer-deny" where denial.sid?.hasPrefix("DenyEverything") == true:
                return "coffer deny \(who.name) --lift"
            case "coffer-deny":
                return (question.denial(denial) ?? question.entry(.denied))?.removal ?? "coffer access --app \(who.name) shows the denial"
            default: return "the policy \(denial.policyName ?? "") that denies it"
            }
        }
        guard let secret, question.action == "secretsmanager:GetSecretValue" else { return nil }
        guard let grant = question.entry(.read) else { return "coffer allow \(who.name) \(secret)" }
        let what = grant.key.hasPrefix("*/") ? "--use \(grant.key.dropFirst(2))" : secret
        return "coffer allow \(who.name) \(what), with other limits or none"
    }
}
