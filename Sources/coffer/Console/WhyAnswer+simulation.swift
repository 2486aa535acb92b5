// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import AWSClient
internal import CofferBase
internal import CofferLocal

/// At AWS, which has no Explain.
extension WhyAnswer {
    /// What IAM's simulator answers.
    static func simulating(_ question: WhyQuestion, _ session: VaultSession) async throws -> WhyAnswer {
        let reply = try await session.client.call(
            IAM.SimulatePrincipalPolicy.self,
            IAM.SimulatePrincipalPolicyInput(
                policySourceArn: question.arn, actionNames: [question.action],
                resourceArns: question.resource.map { [$0] },
                contextEntries: question.supposed.map {
                    IAM.ContextEntry(
                        contextKeyName: $0.key, contextKeyValues: $0.values, contextKeyType: contextType($0.key))
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
                            "action": .string(result.evalActionName),
                            "allowed": .bool(result.evalDecision == "allowed"),
                            "explanation": .string(result.evalDecision),
                            "policies": .array(
                                (result.matchedStatements ?? []).compactMap(\.sourcePolicyId).map(JSONValue.string)),
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
}
