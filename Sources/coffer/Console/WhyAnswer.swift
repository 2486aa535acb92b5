// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import AWSClient
internal import CofferBase
internal import CofferLocal
internal import CofferVault

/// Who would do what, and what is supposed.
struct WhyQuestion {
    let who: AccountPolicies.Principal?
    let arn: String
    let action: String
    let resource: String?
    let supposed: [(key: String, values: [String])]
    let time: Timestamp?

    /// What the app's own policies say of the secret that is asked for.
    func entry(_ kind: AccessList.Kind) -> AccessList.Entry? {
        guard let who, who.isApp, let resource else { return nil }
        return who.entry(kind, of: resource)
    }

    /// `the app bot`, `the user ann`.
    var name: String {
        guard let who else { return arn }
        return who.isApp ? "the app \(who.name)" : "the \(who.text)"
    }

    /// `read openai/bot`, `kms:Decrypt …`.
    var deed: String { Self.deed(action, resource ?? "*") }

    static func deed(_ action: String, _ resource: String) -> String {
        let what = resource.contains(":secret:") ? AppRole.shortName(ofSecret: resource) : resource
        if action == "secretsmanager:GetSecretValue" { return what == "*" ? "read all secrets" : "read \(what)" }
        return what == "*" ? action : "\(action) on \(what)"
    }
}

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
        var lines = ["\(explained.isAllowed ? "Yes" : "No"): \(question.name) may \(explained.isAllowed ? "" : "not ")\(question.deed)"]
        for check in explained.checks {
            let sentence = WhySentence(check, question)
            lines.append("  \(check.isAllowed ? "yes" : "no ")  \(check.action)")
            lines += [sentence.reason, sentence.detail].compactMap { $0 }.map { "       \($0)" }
        }
        if !explained.isAllowed, let advice = Self.advice(question, explained) { lines.append("Change it with: \(advice)") }
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
                        "wanted": .array(failed.wanted.map(JSONValue.string)), "found": .array(failed.found.map(JSONValue.string)),
                    ]
                } ?? .null,
            ]
        }
        return WhyAnswer(
            isAllowed: explained.isAllowed, lines: lines,
            json: [
                "allowed": .bool(explained.isAllowed), "principal": .string(explained.principalArn ?? question.arn),
                "action": .string(question.action), "resource": .string(question.resource ?? "*"), "checks": .array(checks),
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
            case "AWSRevokeOlderSessions": return "a new session (coffer run begins one), or coffer deny --sessions \(who.name) --lift"
            case "coffer-deny" where denial.sid?.hasPrefix("DenyEverything") == true: return "coffer deny \(who.name) --lift"
            case "coffer-deny": return question.entry(.denied)?.removal ?? "coffer access --app \(who.name) shows the denial"
            default: return "the policy \(denial.policyName ?? "") that denies it"
            }
        }
        guard let secret, question.action == "secretsmanager:GetSecretValue" else { return nil }
        return "coffer allow \(who.name) \(secret)" + (question.entry(.read) == nil ? "" : ", with other limits or none")
    }

    /// What IAM's simulator answers.
    static func simulating(_ question: WhyQuestion, _ session: VaultSession) async throws -> WhyAnswer {
        let reply = try await session.client.call(
            IAM.SimulatePrincipalPolicy.self,
            IAM.SimulatePrincipalPolicyInput(
                policySourceArn: question.arn, actionNames: [question.action], resourceArns: question.resource.map { [$0] },
                contextEntries: question.supposed.map {
                    IAM.ContextEntry(contextKeyName: $0.key, contextKeyValues: $0.values, contextKeyType: contextType($0.key))
                }))
        let results = reply.evaluationResults ?? []
        let isAllowed = !results.isEmpty && results.allSatisfy { $0.evalDecision == "allowed" }
        var lines = ["\(isAllowed ? "Yes" : "No"): \(question.name) may \(isAllowed ? "" : "not ")\(question.deed)"]
        for result in results {
            let policies = (result.matchedStatements ?? []).compactMap(\.sourcePolicyId)
            let by = policies.isEmpty ? "" : ", by \(policies.joined(separator: ", "))"
            lines.append("  \(result.evalActionName): \(decisions[result.evalDecision] ?? result.evalDecision)\(by)")
            if let missing = result.missingContextValues, !missing.isEmpty {
                lines.append("       it also depends on \(missing.joined(separator: ", ")): suppose it with --context")
            }
        }
        lines.append("IAM's simulator says so; it looks at the principal's own policies alone")
        return WhyAnswer(
            isAllowed: isAllowed, lines: lines,
            json: [
                "allowed": .bool(isAllowed), "principal": .string(question.arn), "action": .string(question.action),
                "resource": .string(question.resource ?? "*"), "simulated": true,
                "checks": .array(
                    results.map { result in
                        [
                            "action": .string(result.evalActionName), "allowed": .bool(result.evalDecision == "allowed"),
                            "explanation": .string(result.evalDecision),
                            "policies": .array((result.matchedStatements ?? []).compactMap(\.sourcePolicyId).map(JSONValue.string)),
                        ]
                    }),
            ])
    }

    private static let decisions = [
        "allowed": "allowed", "explicitDeny": "a statement denies it", "implicitDeny": "no statement allows it",
    ]

    private static func contextType(_ key: String) -> String {
        switch key.lowercased() {
        case "aws:currenttime": "date"
        case "aws:epochtime": "numeric"
        case "aws:sourceip": "ip"
        default: "string"
        }
    }

    /// A sealed message of a refusal, opened.
    static func decoding(_ message: String, _ session: VaultSession) async throws -> WhyAnswer {
        let text: String
        do {
            let reply = try await session.client.call(
                STS.DecodeAuthorizationMessage.self, STS.DecodeAuthorizationMessageInput(encodedMessage: message))
            text = reply.decodedMessage ?? "{}"
        } catch let error as AWSError where error.code == "InvalidAuthorizationMessageException" {
            throw Failure(
                .refusedInput, "that is no encoded message of this account's",
                hint: "it stands behind 'Encoded authorization failure message:' in the refusal; give all of it")
        }
        let json = (try? JSONValue(parsing: text)) ?? .null
        let context = json["context"]
        let isAllowed = json["allowed"]?.bool == true
        let who = context?["principal"]?["arn"]?.string ?? "somebody"
        let deed = WhyQuestion.deed(context?["action"]?.string ?? "?", context?["resource"]?.string ?? "*")
        var lines = ["\(isAllowed ? "Yes" : "No"): \(who) may \(isAllowed ? "" : "not ")\(deed)"]
        let isDenied = json["explicitDeny"]?.bool == true
        lines.append("  " + (isDenied ? "a statement denies it" : isAllowed ? "it was allowed" : "no statement allows it"))
        for item in json["matchedStatements"]?["items"]?.array ?? [] {
            let policy = item["sourcePolicyId"]?.string ?? "a policy"
            lines.append("  statement \(item["statementId"]?.string ?? "?") of \(policy) \(item["effect"]?.string == "DENY" ? "denies" : "allows") it")
        }
        for item in context?["conditions"]?["items"]?.array ?? [] {
            let values = item["values"]?["items"]?.array?.compactMap { $0["value"]?.string } ?? []
            lines.append("  \(item["key"]?.string ?? "?") was \(values.joined(separator: ", "))")
        }
        return WhyAnswer(isAllowed: isAllowed, lines: lines, json: json)
    }
}
