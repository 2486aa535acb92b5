// SPDX-License-Identifier: Apache-2.0

/// The statements of a policy, laid out for scanning: all action patterns lie in one flat array, so that the many
/// statements that are about something else cost a few comparisons each and touch nothing that is counted.
final class CompiledPolicy: Sendable {
    let heads: [StatementHead]
    let actions: [ActionEntry]
    /// The lower-cased text of the exact and prefix entries.
    let actionText: [UInt8]
    let actionGlobs: [Pattern]
    let statements: [Statement]
    let namedPrincipals: [String]
    let contextKeys: [String]
    /// Whether what is known of a request, beyond who asks for what, can change what the policy says of it.
    let readsContext: Bool

    init(_ compiler: PolicyCompiler) {
        heads = compiler.heads
        actions = compiler.actions
        actionText = compiler.actionText
        actionGlobs = compiler.actionGlobs
        statements = compiler.statements
        namedPrincipals = compiler.namedPrincipals
        contextKeys = compiler.contextKeys
        readsContext = compiler.statements.contains {
            !$0.conditions.isEmpty || $0.resources?.contains(where: \.hasVariables) == true
        }
    }

    /// Whether the statement is about the action, given in lower case with its hash. With the budget spent, a Deny is
    /// about everything and an Allow about nothing.
    func concernsAction(_ head: StatementHead, _ action: [UInt8], hash: UInt64, _ budget: inout StepBudget) -> Bool {
        for index in head.actionStart..<head.actionEnd where matches(actions[index], action, hash, &budget) {
            return budget.isSpent ? head.isDeny : !head.notAction
        }
        return budget.isSpent ? head.isDeny : head.notAction
    }

    private func matches(_ entry: ActionEntry, _ action: [UInt8], _ hash: UInt64, _ budget: inout StepBudget) -> Bool {
        switch entry.form {
        case .any: return true
        case .exact: return entry.hash == hash && entry.count == action.count && hasPrefix(entry, action)
        case .prefix: return entry.count <= action.count && hasPrefix(entry, action)
        case .glob: return actionGlobs[entry.start].matchesGlob(action.span, &budget) != .no
        }
    }

    private func hasPrefix(_ entry: ActionEntry, _ action: [UInt8]) -> Bool {
        for offset in 0..<entry.count where actionText[entry.start + offset] != action[offset] { return false }
        return true
    }
}

struct StatementHead: Sendable {
    var actionStart: Int
    var actionEnd: Int
    var notAction: Bool
    var isDeny: Bool
    /// Never matches: a key-policy statement without Resource.
    var isInert: Bool
    var namesPrincipals: Bool
}

struct ActionEntry: Sendable {
    enum Form: UInt8, Sendable { case any, exact, prefix, glob }
    var form: Form
    var hash: UInt64
    /// Into `actionText`, or for a glob the index in `actionGlobs`.
    var start: Int
    var count: Int
}

/// What of a statement is looked at after its action matched. A class, so that looking costs one reference count.
final class Statement: Sendable {
    let sid: String?
    /// Nil where the statement says nothing about resources (a trust policy's).
    let resources: [Pattern]?
    let notResource: Bool
    let principals: PrincipalClause?
    let conditions: [Condition]

    init(sid: String?, resources: [Pattern]?, notResource: Bool, principals: PrincipalClause?, conditions: [Condition])
    {
        self.sid = sid
        self.resources = resources
        self.notResource = notResource
        self.principals = principals
        self.conditions = conditions
    }

    /// Resource and conditions together.
    func matches(resource: [UInt8], context: ConditionContext, _ budget: inout StepBudget) -> Tri {
        guard !budget.isSpent else { return .undecided }
        var result = matchesResource(resource, context, &budget)
        if result == .no { return .no }
        for index in conditions.indices {
            result = result.and(conditions[index].evaluate(context, &budget))
            if result == .no { return .no }
        }
        return result
    }

    func matchesResource(_ resource: [UInt8], _ context: ConditionContext, _ budget: inout StepBudget) -> Tri {
        guard let resources else { return .yes }
        var result = Tri.no
        for index in resources.indices {
            result = result.or(resources[index].matches(resource.span, context, &budget))
            if result == .yes { break }
        }
        return notResource ? result.negated : result
    }
}

/// Three-valued logic (Kleene). `undecided` is what a value of the wrong type or a variable with several values gives;
/// in the end it makes a Deny match and an Allow not.
enum Tri: Sendable {
    case no, yes, undecided

    init(_ value: Bool) { self = value ? .yes : .no }

    var negated: Tri {
        switch self {
        case .no: .yes
        case .yes: .no
        case .undecided: .undecided
        }
    }

    func and(_ other: Tri) -> Tri {
        if self == .no || other == .no { return .no }
        return self == .yes && other == .yes ? .yes : .undecided
    }

    func or(_ other: Tri) -> Tri {
        if self == .yes || other == .yes { return .yes }
        return self == .no && other == .no ? .no : .undecided
    }
}

/// FNV-1a, to tell names apart quickly; equality of bytes always decides after it.
func quickHash(_ bytes: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return hash
}

@inline(__always) func lowered(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte }

func lowered(_ text: String) -> [UInt8] { text.utf8.map(lowered) }
