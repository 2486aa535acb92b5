// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPolicy

/// Asks the policies. The only maker of `Authorized`.
struct Authorizer: Sendable {
    /// INVARIANT 5: what is not allowed is denied; a check that can't be decided throws.
    func authorize<Target>(_ located: Located<Target>, _ request: Authenticated) throws -> Authorized<Target> {
        let caller = request.caller
        for check in located.checks {
            let policies = PolicySet(
                identity: caller.identityPolicies, session: caller.sessionPolicies, resource: check.resourcePolicy,
                resourceAccount: check.resourceAccount, grantAllows: check.grantAllows)
            let context =
                policies.readsContext
                ? ConditionContext(request.conditions.merging(check.conditions) { _, service in service })
                : ConditionContext()
            let asked = AuthorizationRequest(
                principal: caller.principal, action: check.action, resource: check.resource, context: context)
            let decision = Evaluator.decide(asked, policies, rules: check.rules)
            guard decision.isAllowed else {
                throw AWSError(
                    request.service.wire.isQuery ? "AccessDenied" : "AccessDeniedException",
                    check.note ?? decision.accessDeniedMessage(
                        principalARN: caller.arn.description, action: check.action, resource: check.resource),
                    status: request.service.wire.isQuery ? 403 : 400)
            }
        }
        return Authorized(target: located.target)
    }
}

extension WireProtocol {
    var isQuery: Bool { if case .query = self { true } else { false } }
}
