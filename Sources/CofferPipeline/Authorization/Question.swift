// SPDX-License-Identifier: Apache-2.0
internal import CofferBase
internal import CofferPolicy
internal import CofferStore

/// One check as it is put to the evaluator.
struct Question {
    var request: AuthorizationRequest
    var policies: PolicySet
    let rules: Evaluator.Rules
    /// To be counted where it is allowed.
    let counts: [CallCount]

    /// - Parameters:
    ///   - counted: what the asker's request counts already.
    ///   - isWhole: with the context, even where no policy reads it.
    init(_ check: AccessCheck, _ asker: Authenticated, after counted: [CallCount] = [], isWhole: Bool = false) throws {
        policies = asker.caller.policies(for: check)
        rules = check.rules
        var context = ConditionContext()
        var counts: [CallCount] = []
        if isWhole || policies.readsContext {
            context = asker.context(of: check)
            if let own = OwnConditionKeys(policies) {
                own.addTimes(to: &context, at: asker.receivedAt)
                counts = try asker.counts(in: own.periods, of: check, after: counted)
                for count in counts { context.set(count.key, [count.value]) }
            }
            if let supposed = asker.supposed { context.replace(with: supposed) }
        }
        self.counts = counts
        request = AuthorizationRequest(
            principal: asker.caller.principal, action: check.action, resource: check.resource, context: context)
    }

    var decision: Decision { Evaluator.decide(request, policies, rules: rules) }
    var trace: Evaluator.Trace { Evaluator.trace(request, policies, rules: rules) }
}

extension Authenticated {
    fileprivate func counts(
        in periods: [CallCount.Period], of check: AccessCheck, after counted: [CallCount]
    ) throws -> [CallCount] {
        if periods.isEmpty { return [] }
        return try store.read { reader in
            try periods.map { try CallCount($0, of: check, after: counted, self, reader) }
        }
    }
}
