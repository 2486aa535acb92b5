// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferIdentity
internal import CofferKMS
internal import CofferPipeline
internal import CofferPolicy
internal import CofferSecrets

/// Whether somebody of the account may do something, and why: asked beforehand, with nothing done. What a call needs
/// beside its own action (a secret's reading also decrypts) is asked too.
struct ExplainHandler: OperationHandler {
    typealias Operation = Coffer.Explain
    let vault: Vault
    let keys: any KeyProtection
    let isReadOnly = true
    func workload(_ input: Coffer.ExplainInput) -> Workload { .scanning }
    private static let contextPrefix = "kms:EncryptionContext:"

    func locate(_ input: Coffer.ExplainInput, _ request: Authenticated) throws -> Located<Void> {
        Located((), checks: [request.controlCheck("Explain")])
    }

    func perform(
        _ input: Coffer.ExplainInput, _ authorized: Authorized<Void>, _ request: Authenticated
    ) throws -> Performed<Coffer.ExplainOutput> {
        guard let arn = ARN(input.principalArn), arn.account == request.scope.account.description,
            let caller = try vault.caller(named: arn)
        else {
            throw AWSError("NotFoundException", "\(input.principalArn) is no user, role or session of this account.")
        }
        guard input.action.split(separator: ":").count == 2, !input.action.contains("*") else {
            throw AWSError.validation("\(input.action) is no action: write SERVICE:NAME, such as kms:Decrypt.")
        }
        var conditions: [ExactString: [String]] = [:]
        for entry in input.context ?? [] { conditions[ExactString(entry.key)] = entry.values }
        let asking = request.supposing(caller, conditions)
        var explained: [Coffer.ExplainedCheck] = []
        for check in try checks(input, asking) {
            explained.append(try shape(check, asking))
            // What comes next would tell a stranger more of the resource than the refusal does: its key, for one.
            if explained.last?.isAllowed == false, check.resourceAccount != caller.account { break }
        }
        return .reply(
            Coffer.ExplainOutput(
                isAllowed: explained.allSatisfy(\.isAllowed), checks: explained, principalArn: caller.arn.description))
    }

    private func checks(_ input: Coffer.ExplainInput, _ asking: Authenticated) throws -> [AccessCheck] {
        let resource = input.resource ?? "*"
        switch input.action.lowercased().prefix(while: { $0 != ":" }) {
        case "kms":
            var context: [String: String] = [:]
            for entry in input.context ?? [] where entry.key.hasPrefix(Self.contextPrefix) {
                context[String(entry.key.dropFirst(Self.contextPrefix.count))] = entry.values.first ?? ""
            }
            return try KMSAccess.checks(input.action, resource, context: context, vault, asking)
        case "secretsmanager": return try SecretsAccess.checks(input.action, resource, vault, keys: keys, asking)
        default: return try IdentityAccess.checks(input.action, resource, vault, asking)
        }
    }

    private func shape(_ check: AccessCheck, _ asking: Authenticated) throws -> Coffer.ExplainedCheck {
        let explanation = try asking.explanation(of: check)
        let trace = explanation.trace
        var failed: Coffer.FailedCondition?
        if let near = explanation.nearest {
            failed = .init(operator: near.operator, key: near.key, wanted: near.wanted, found: near.found)
        }
        return Coffer.ExplainedCheck(
            action: check.action,
            resource: explanation.isAcrossAccounts ? check.asked ?? check.resource : check.resource, isAllowed: trace.decision.isAllowed,
            explanation: explanation.text, message: explanation.message,
            statements: explanation.matches.map {
                .init(
                    policyType: $0.statement.policy.rawValue, isDeny: $0.isDeny, policyName: $0.statement.policyName,
                    index: $0.statement.index, sid: $0.statement.sid)
            }, failedCondition: failed, missingContextKeys: explanation.missingContextKeys)
    }

    func trailParameters(_ input: Coffer.ExplainInput) -> JSONValue? {
        ["principalArn": .string(input.principalArn), "action": .string(input.action), "resource": .string(input.resource ?? "*")]
    }
}
