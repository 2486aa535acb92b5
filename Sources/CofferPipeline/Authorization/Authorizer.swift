// SPDX-License-Identifier: Apache-2.0
public import AWSAPI
internal import CofferBase
internal import CofferCrypto
internal import CofferPolicy

/// Asks the policies. The only maker of `Authorized`.
struct Authorizer: Sendable {
    let keyring: Keyring

    /// INVARIANT 5: what is not allowed is denied; a check that can't be decided throws. Throws `AccessRefusal`.
    func authorize<Target>(_ located: Located<Target>, _ request: Authenticated) throws -> Authorized<Target> {
        let verdict = try request.verdict(on: located.checks)
        if let refused = verdict.refused {
            var error = refused.error
            if refused.mayBeTold {
                error.authorizationMessage = AuthorizationMessage.seal(refused.question, refused.decision, keyring)
            }
            throw AccessRefusal(error: error, reasons: verdict.reasons)
        }
        return Authorized(target: located.target, preconditions: verdict.preconditions, reasons: verdict.reasons)
    }
}

/// What the policies and grants say of some checks together.
public struct AccessVerdict: Sendable {
    /// The refusal of the first check that isn't allowed; nil where all are.
    public var refusal: AWSError? { refused?.error }
    /// The grants that allowed them: whatever is done on their strength must be committed with these.
    public let preconditions: [Precondition]
    /// By action: which statement decided, or for want of what.
    let reasons: JSONObject
    let refused: Refused?

    struct Refused: Sendable {
        let error: AWSError
        let question: AuthorizationRequest
        let decision: Decision
        /// Of a resource of the caller's own account. The sealed reasons of others' would tell something by their length.
        let mayBeTold: Bool
    }
}

extension Authenticated {
    /// For one item of a batch, and for asking what would be allowed; a call's own checks go through `Authorizer`.
    public func verdict(on checks: [AccessCheck]) throws -> AccessVerdict {
        var grants: [Precondition] = []
        var reasons = JSONObject()
        for check in checks {
            var policies = caller.policies(for: check)
            let context = policies.readsContext ? context(of: check) : ConditionContext()
            var question = AuthorizationRequest(
                principal: caller.principal, action: check.action, resource: check.resource, context: context)
            var decision = Evaluator.decide(question, policies, rules: check.rules)
            if case .deny(.implicit) = decision, let use = try check.grant?() {
                policies.grant = use.coverage
                decision = Evaluator.decide(question, policies, rules: check.rules)
                if decision.isAllowed { grants.append(use.precondition) }
            }
            reasons[check.action] = .string(decision.explanation)
            if decision.isAllowed { continue }
            let message = decision.accessDeniedMessage(
                principalARN: caller.arn.description, action: check.action, resource: check.resource)
            let error = AWSError(
                service.wire.isQuery ? "AccessDenied" : "AccessDeniedException", check.note ?? message,
                status: service.wire.isQuery ? 403 : 400)
            question.context = self.context(of: check)
            let mayBeTold = check.note == nil && check.resourceAccount == caller.account
            return AccessVerdict(
                preconditions: [], reasons: reasons,
                refused: .init(error: error, question: question, decision: decision, mayBeTold: mayBeTold))
        }
        return AccessVerdict(preconditions: grants, reasons: reasons, refused: nil)
    }
}

extension WireProtocol {
    var isQuery: Bool { if case .query = self { true } else { false } }
}
