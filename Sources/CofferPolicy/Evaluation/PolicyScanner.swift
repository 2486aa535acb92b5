// SPDX-License-Identifier: Apache-2.0

/// Finds the statements of a policy that match one request, within one budget.
struct PolicyScanner {
    let request: AuthorizationRequest
    let hasBoundary: Bool
    private(set) var budget = StepBudget()

    init(_ request: AuthorizationRequest, _ policies: PolicySet) {
        self.request = request
        hasBoundary = policies.boundary != nil
    }

    struct Result {
        var deny: StatementReference?
        /// The Allow that names the principal most closely.
        var allow: StatementReference?
        var naming = Naming.none
    }

    /// The policies of one type together: one Deny denies, one Allow allows.
    mutating func scan(_ policies: [PolicyDocument], _ type: PolicyType) -> Result {
        var all = Result()
        for policy in policies {
            let one = scan(policy, type, wantsAllow: all.allow == nil)
            if one.deny != nil { return one }
            if all.allow == nil { all = one }
        }
        return all
    }

    mutating func scan(_ policy: PolicyDocument, _ type: PolicyType) -> Result { scan(policy, type, wantsAllow: true) }

    private mutating func scan(_ policy: PolicyDocument, _ type: PolicyType, wantsAllow: Bool) -> Result {
        var result = Result()
        let body = policy.body
        for index in body.heads.indices {
            let head = body.heads[index]
            if !head.isDeny, !wantsAllow || result.naming == .direct { continue }
            let floor = head.isDeny ? Naming.none : result.naming
            guard let naming = match(body, index, type, above: floor) else { continue }
            if head.isDeny {
                return Result(deny: reference(policy, index, type))
            }
            result.allow = reference(policy, index, type)
            result.naming = naming
        }
        return result
    }

    /// How a statement that matches names the principal; nil for one that does not, or does not name it more closely
    /// than `floor`.
    private mutating func match(
        _ body: CompiledPolicy, _ index: Int, _ type: PolicyType, above floor: Naming
    ) -> Naming? {
        guard let naming = concern(body, index, type), naming > floor else { return nil }
        switch body.statements[index].matches(
            resource: request.resourceBytes, context: request.context, &budget)
        {
        case .no: return nil
        case .yes: return naming
        // INVARIANT 5: what can't be decided denies, and allows nothing.
        case .undecided: return body.heads[index].isDeny ? naming : nil
        }
    }

    /// How a statement about the action names the principal; nil for one about others, and for one without effect.
    @inline(__always) private mutating func concern(_ body: CompiledPolicy, _ index: Int, _ type: PolicyType) -> Naming?
    {
        let head = body.heads[index]
        guard !head.isInert, body.concernsAction(head, request.actionBytes, hash: request.actionHash, &budget) else {
            return nil
        }
        return naming(body, index, type)
    }

    /// Types that are attached to the principal name it; the others say so themselves. A document in the wrong place
    /// (without principals where there must be some, or the other way round) still denies but allows nothing.
    private func naming(_ body: CompiledPolicy, _ index: Int, _ type: PolicyType) -> Naming {
        let head = body.heads[index]
        let needsPrincipals = type.namesPrincipals
        if !head.namesPrincipals { return needsPrincipals && !head.isDeny ? .none : .direct }
        guard head.isDeny || needsPrincipals, let clause = body.statements[index].principals else { return .none }
        return clause.naming(request.principal, isDeny: head.isDeny, hasBoundary: hasBoundary)
    }

    private func reference(_ policy: PolicyDocument, _ index: Int, _ type: PolicyType) -> StatementReference {
        StatementReference(policy: type, policyName: policy.name, index: index, sid: policy.body.statements[index].sid)
    }

    /// The first Allow that only a condition kept from matching.
    mutating func nearMiss(_ policies: [PolicyDocument], _ type: PolicyType) -> Decision.NearMiss? {
        for policy in policies {
            let body = policy.body
            for index in body.heads.indices where !body.heads[index].isDeny {
                guard let naming = concern(body, index, type), naming > .none else { continue }
                let statement = body.statements[index]
                guard statement.matchesResource(request.resourceBytes, request.context, &budget) == .yes else {
                    continue
                }
                for condition in statement.conditions where condition.evaluate(request.context, &budget) != .yes {
                    guard !budget.isSpent else { return nil }
                    return Decision.NearMiss(
                        statement: reference(policy, index, type), operator: condition.operator.name,
                        key: condition.key.name, wanted: condition.wanted,
                        found: request.context[condition.key.name])
                }
            }
        }
        return nil
    }

    // MARK: What a trace asks besides

    /// All the statements that match.
    mutating func matches(_ policy: PolicyDocument, _ type: PolicyType) -> [Evaluator.Trace.Match] {
        policy.body.heads.indices.compactMap { index in
            guard match(policy.body, index, type, above: .none) != nil else { return nil }
            return .init(statement: reference(policy, index, type), isDeny: policy.body.heads[index].isDeny)
        }
    }

    /// The keys and variables that the context lacks and a statement reads which matches but for them and its
    /// conditions.
    mutating func missingKeys(_ policy: PolicyDocument, _ type: PolicyType) -> [String] {
        var missing: [String] = []
        for index in policy.body.heads.indices {
            guard let naming = concern(policy.body, index, type), naming > .none else { continue }
            let statement = policy.body.statements[index]
            let variables = lacking(statement.resources ?? [])
            guard
                !variables.isEmpty
                    || statement.matchesResource(request.resourceBytes, request.context, &budget) != .no
            else { continue }
            missing += variables
            for condition in statement.conditions {
                if lacks(condition.key) { missing.append(condition.key.name) }
                missing += lacking(condition.test.patterns)
            }
        }
        return missing
    }

    private mutating func lacking(_ patterns: [Pattern]) -> [String] {
        patterns.flatMap(\.variables).compactMap { key, hasDefault in !hasDefault && lacks(key) ? key.name : nil }
    }

    private mutating func lacks(_ key: ContextKey) -> Bool {
        budget.spend(request.context.lookupSteps) && request.context.index(of: key) == nil
    }
}

extension PolicyType {
    fileprivate var namesPrincipals: Bool {
        switch self {
        case .resourceBased, .roleTrust, .resourceControl: true
        case .identityBased, .permissionsBoundary, .session, .serviceControl: false
        }
    }
}
