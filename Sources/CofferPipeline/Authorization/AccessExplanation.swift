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
        var question = try Question(check, self, isWhole: true)
        var trace = question.trace
        if case .deny(.implicit) = trace.decision, let use = try check.grant?() {
            question.policies.grant = use.coverage
            trace = question.trace
        }
        return AccessExplanation(
            trace: trace, message: trace.decision.isAllowed ? nil : check.message(trace.decision, caller),
            isAcrossAccounts: check.isForeign(to: caller))
    }
}
