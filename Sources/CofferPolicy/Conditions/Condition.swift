// SPDX-License-Identifier: Apache-2.0

/// One operator on one key, compiled. A class for the same reason as `Statement`.
final class Condition: Sendable {
    let `operator`: QualifiedOperator
    let key: ContextKey
    let test: ConditionTest
    /// The policy's values, as it writes them.
    let wanted: [String]

    init(operator: QualifiedOperator, key: ContextKey, test: ConditionTest, wanted: [String]) {
        self.operator = `operator`
        self.key = key
        self.test = test
        self.wanted = wanted
    }

    /// Whether the request fulfils it.
    ///
    /// A missing key: false, but true for a negated operator, IfExists and ForAllValues, and false for ForAnyValue
    /// (negated too). Several values without a quantifier are decided only where all of them agree.
    ///
    /// AWS says that an empty text counts as a missing key under a quantifier, so that ForAllValues is true of it and
    /// ForAnyValue false. Taken literally that allows what the policy does not list, so where the values themselves
    /// say otherwise it is undecided. Source: IAM User Guide, "Condition operators", on set operators.
    func evaluate(_ context: ConditionContext, _ budget: inout StepBudget) -> Tri {
        guard budget.spend(context.lookupSteps) else { return .undecided }
        let index = context.index(of: key)
        if case .null(let wanted) = test { return Tri(wanted.contains(index == nil)) }
        guard let index else {
            if `operator`.ifExists { return .yes }
            switch `operator`.quantifier {
            case .none: return Tri(`operator`.base.isNegated)
            case .forAllValues: return .yes
            case .forAnyValue: return .no
            }
        }
        var all = Tri.yes
        var any = Tri.no
        var isNull = true
        for number in 0..<context.valueCount(at: index) {
            let value = context.value(at: index, number)
            if !value.isEmpty { isNull = false }
            var result = test.matches(value, context, &budget)
            if `operator`.base.isNegated { result = result.negated }
            all = all.and(result)
            any = any.or(result)
        }
        switch `operator`.quantifier {
        case .forAllValues: return isNull && all == .no ? .undecided : all
        case .forAnyValue: return isNull && any == .yes ? .undecided : any
        case .none: return all == any ? all : .undecided
        }
    }
}
