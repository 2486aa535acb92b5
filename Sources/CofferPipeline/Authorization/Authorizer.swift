// SPDX-License-Identifier: Apache-2.0
public import AWSAPI
internal import CofferBase
internal import CofferPolicy

/// Asks the policies. The only maker of `Authorized`.
struct Authorizer: Sendable {
    /// INVARIANT 5: what is not allowed is denied; a check that can't be decided throws.
    func authorize<Target>(_ located: Located<Target>, _ request: Authenticated) throws -> Authorized<Target> {
        let verdict = try request.verdict(on: located.checks)
        if let refusal = verdict.refusal { throw refusal }
        return Authorized(target: located.target, preconditions: verdict.preconditions)
    }
}

/// What the policies and grants say of some checks together.
public struct AccessVerdict: Sendable {
    /// The refusal of the first check that isn't allowed; nil where all are.
    public let refusal: AWSError?
    /// The grants that allowed them: whatever is done on their strength must be committed with these.
    public let preconditions: [Precondition]
}

extension Authenticated {
    /// For one item of a batch, and for asking what would be allowed; a call's own checks go through `Authorizer`.
    public func verdict(on checks: [AccessCheck]) throws -> AccessVerdict {
        var grants: [Precondition] = []
        for check in checks {
            var policies = caller.policies(for: check)
            let context = policies.readsContext ? context(of: check) : ConditionContext()
            let asked = AuthorizationRequest(
                principal: caller.principal, action: check.action, resource: check.resource, context: context)
            var decision = Evaluator.decide(asked, policies, rules: check.rules)
            if case .deny(.implicit) = decision, let use = try check.grant?() {
                policies.grant = use.coverage
                decision = Evaluator.decide(asked, policies, rules: check.rules)
                if decision.isAllowed { grants.append(use.precondition) }
            }
            if decision.isAllowed { continue }
            let message = decision.accessDeniedMessage(
                principalARN: caller.arn.description, action: check.action, resource: check.resource)
            let refusal = AWSError(
                service.wire.isQuery ? "AccessDenied" : "AccessDeniedException", check.note ?? message,
                status: service.wire.isQuery ? 403 : 400)
            return AccessVerdict(refusal: refusal, preconditions: [])
        }
        return AccessVerdict(refusal: nil, preconditions: grants)
    }
}

extension WireProtocol {
    var isQuery: Bool { if case .query = self { true } else { false } }
}
