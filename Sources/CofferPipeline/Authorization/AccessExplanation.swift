// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
public import CofferPolicy

/// Why one check comes out as it does.
public struct AccessExplanation: Sendable {
    public let trace: Evaluator.Trace
    /// AWS's message where it is refused.
    public let message: String?
}

extension Authenticated {
    /// Decides a check as a call would be decided, and tells why. Counts nothing.
    public func explanation(of check: AccessCheck) throws -> AccessExplanation {
        var policies = caller.policies(for: check)
        var context = self.context(of: check)
        _ = try addOwnKeys(of: policies, check, to: &context)
        for (key, values) in supposed ?? [:] { context.set(key.text, values) }
        let question = AuthorizationRequest(
            principal: caller.principal, action: check.action, resource: check.resource, context: context)
        var trace = Evaluator.trace(question, policies, rules: check.rules)
        if case .deny(.implicit) = trace.decision, let use = try check.grant?() {
            policies.grant = use.coverage
            trace = Evaluator.trace(question, policies, rules: check.rules)
        }
        let message = trace.decision.accessDeniedMessage(
            principalARN: caller.arn.description, action: check.action, resource: check.resource)
        return AccessExplanation(trace: trace, message: message)
    }
}
