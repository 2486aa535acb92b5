// SPDX-License-Identifier: Apache-2.0

/// Finds the statements of a policy that match one request.
struct PolicyScanner {
    let request: AuthorizationRequest
    let hasBoundary: Bool

    struct Result {
        var deny: StatementReference?
        /// The Allow that names the principal most closely.
        var allow: StatementReference?
        var naming = Naming.none
    }

    /// The policies of one type together: one Deny denies, one Allow allows.
    func scan(_ policies: [PolicyDocument], _ type: PolicyType) -> Result {
        var all = Result()
        for policy in policies {
            let one = scan(policy, type, wantsAllow: all.allow == nil)
            if one.deny != nil { return one }
            if all.allow == nil { all = one }
        }
        return all
    }

    func scan(_ policy: PolicyDocument, _ type: PolicyType) -> Result { scan(policy, type, wantsAllow: true) }

    private func scan(_ policy: PolicyDocument, _ type: PolicyType, wantsAllow: Bool) -> Result {
        var result = Result()
        let body = policy.body
        for index in body.heads.indices {
            let head = body.heads[index]
            if !head.isDeny, !wantsAllow || result.naming == .direct { continue }
            guard !head.isInert, body.concernsAction(head, request.actionBytes, hash: request.actionHash) else {
                continue
            }
            let naming = self.naming(body.statements[index], head, type)
            guard naming > result.naming || (head.isDeny && naming > .none) else { continue }
            switch body.statements[index].matches(resource: request.resourceBytes, context: request.context) {
            case .no: continue
            // INVARIANT 5: what can't be decided denies, and allows nothing.
            case .undecided where !head.isDeny: continue
            case .yes, .undecided: break
            }
            if head.isDeny {
                return Result(deny: reference(policy, index, type))
            }
            result.allow = reference(policy, index, type)
            result.naming = naming
        }
        return result
    }

    /// Types that are attached to the principal name it; the others say so themselves. A document in the wrong place
    /// (without principals where there must be some, or the other way round) still denies but allows nothing.
    private func naming(_ statement: Statement, _ head: StatementHead, _ type: PolicyType) -> Naming {
        let needsPrincipals = type.namesPrincipals
        guard let clause = statement.principals else { return needsPrincipals && !head.isDeny ? .none : .direct }
        if !needsPrincipals, !head.isDeny { return .none }
        return clause.naming(request.principal, isDeny: head.isDeny, hasBoundary: hasBoundary)
    }

    private func reference(_ policy: PolicyDocument, _ index: Int, _ type: PolicyType) -> StatementReference {
        StatementReference(policy: type, policyName: policy.name, index: index, sid: policy.body.statements[index].sid)
    }

    /// The first Allow that only a condition kept from matching.
    func nearMiss(_ policies: [PolicyDocument], _ type: PolicyType) -> Decision.NearMiss? {
        for policy in policies {
            let body = policy.body
            for index in body.heads.indices {
                let head = body.heads[index]
                guard !head.isDeny, !head.isInert,
                    body.concernsAction(head, request.actionBytes, hash: request.actionHash),
                    naming(body.statements[index], head, type) > .none,
                    body.statements[index].matchesResource(request.resourceBytes, request.context) == .yes,
                    let condition = body.statements[index].conditions.first(where: {
                        $0.evaluate(request.context) != .yes
                    })
                else { continue }
                return Decision.NearMiss(
                    statement: reference(policy, index, type), operator: condition.operator.name,
                    key: condition.key.name)
            }
        }
        return nil
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
