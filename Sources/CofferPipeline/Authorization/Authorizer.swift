// SPDX-License-Identifier: Apache-2.0
public import AWSAPI
internal import CofferBase
internal import CofferPolicy

/// Asks the policies. The only maker of `Authorized`.
struct Authorizer: Sendable {
    /// INVARIANT 5: what is not allowed is denied; a check that can't be decided throws.
    func authorize<Target>(_ located: Located<Target>, _ request: Authenticated) throws -> Authorized<Target> {
        if let refusal = request.refusal(of: located.checks) { throw refusal }
        return Authorized(target: located.target)
    }
}

extension Authenticated {
    /// The refusal of the first check that isn't allowed; nil where all are. For one item of a batch, and for asking
    /// what would be allowed; a call's own checks go through `Authorizer`.
    public func refusal(of checks: [AccessCheck]) -> AWSError? {
        for check in checks {
            let policies = PolicySet(
                identity: caller.identityPolicies, session: caller.sessionPolicies, resource: check.resourcePolicy,
                resourceAccount: check.resourceAccount, grantAllows: check.grantAllows)
            let context =
                policies.readsContext
                ? ConditionContext(conditions.merging(check.conditions()) { _, service in service })
                : ConditionContext()
            let asked = AuthorizationRequest(
                principal: caller.principal, action: check.action, resource: check.resource, context: context)
            let decision = Evaluator.decide(asked, policies, rules: check.rules)
            if decision.isAllowed { continue }
            let message = decision.accessDeniedMessage(
                principalARN: caller.arn.description, action: check.action, resource: check.resource)
            return AWSError(
                service.wire.isQuery ? "AccessDenied" : "AccessDeniedException", check.note ?? message,
                status: service.wire.isQuery ? 403 : 400)
        }
        return nil
    }
}

extension WireProtocol {
    var isQuery: Bool { if case .query = self { true } else { false } }
}
