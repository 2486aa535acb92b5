// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
public import CofferPolicy

/// Why one check comes out as it does.
public struct AccessExplanation: Sendable {
    public let trace: Evaluator.Trace
    /// AWS's message where it is refused.
    public let message: String?
    /// Then only what the caller's own policies say is told.
    public let isAcrossAccounts: Bool

    public var text: String {
        isAcrossAccounts ? trace.decision.explanationAcrossAccounts : trace.decision.explanation
    }

    public var matches: [Evaluator.Trace.Match] {
        trace.matches.filter { !isAcrossAccounts || !$0.statement.policy.isResources }
    }

    public var missingContextKeys: [String] { isAcrossAccounts ? [] : trace.missingContextKeys }

    /// The condition that kept an Allow from matching.
    public var nearest: Decision.NearMiss? {
        guard case .deny(.implicit(let type, let near)) = trace.decision, !isAcrossAccounts || !type.isResources else {
            return nil
        }
        return near
    }
}

extension Authenticated {
    /// Decides a check as a call would be decided, and tells why. Counts nothing.
    public func explanation(of check: AccessCheck) throws -> AccessExplanation {
        var policies = caller.policies(for: check)
        var context = self.context(of: check)
        _ = try addOwnKeys(of: policies, check, to: &context)
        if let supposed { context.replace(with: supposed) }
        let question = AuthorizationRequest(
            principal: caller.principal, action: check.action, resource: check.resource, context: context)
        var trace = Evaluator.trace(question, policies, rules: check.rules)
        if case .deny(.implicit) = trace.decision, let use = try check.grant?() {
            policies.grant = use.coverage
            trace = Evaluator.trace(question, policies, rules: check.rules)
        }
        return AccessExplanation(
            trace: trace, message: trace.decision.isAllowed ? nil : check.message(trace.decision, caller),
            isAcrossAccounts: check.resourceAccount != caller.account)
    }
}
