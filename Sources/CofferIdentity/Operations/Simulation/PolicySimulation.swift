// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPolicy

/// Decides calls that nobody makes: each action on each resource.
///
/// Source: IAM API Reference, SimulateCustomPolicy and SimulatePrincipalPolicy.
struct PolicySimulation {
    /// The identity policies, the boundary, the resource policy.
    private let texts: [SimulatedPolicy]
    private let identity: [PolicyDocument]
    private let boundary: PolicyDocument?
    private let question: Question
    private let principal: Principal
    private let account: AccountID
    private let owner: AccountID?
    private let context: ConditionContext
    /// The resource policy, read as one of the service whose action is asked about.
    private let resourcePolicies: [ResourceKind: PolicyDocument]
    private let statementCount: Int

    /// What both operations ask alike.
    struct Question: Sendable {
        var actions: [String]
        var resources: [String]?
        var resourcePolicy: String?
        var resourceOwner: String?
        var entries: [IAM.ContextEntry]?
        var limit: Int?
        var marker: String?
    }

    /// - Parameter caller: nil where only what the policies say counts, not who calls.
    init(
        _ question: Question, policies: [SimulatedPolicy], boundary: SimulatedPolicy?, caller: SimulatedCaller?,
        in account: AccountID
    ) throws(AWSError) {
        for action in question.actions {
            guard action.utf8.split(separator: 0x3a, omittingEmptySubsequences: false).count == 2,
                !action.utf8.contains(0x2a), !action.hasPrefix(":"), !action.hasSuffix(":")
            else { throw .invalidInput("Action \(action) is not valid: it must be of the form service:Operation.") }
        }
        for resource in question.resources ?? [] where resource != "*" && ARN(resource) == nil {
            throw .invalidInput("Resource \(resource) must be in ARN format or \"*\".")
        }
        guard caller != nil || question.resourcePolicy == nil else {
            throw .invalidInput("CallerArn is required where ResourcePolicy is given.")
        }
        self.question = question
        // Reasons name a policy by its place.
        identity = policies.enumerated().map { $1.document.named("\($0)") }
        self.boundary = boundary?.document.named("\(policies.count)")
        var texts = policies + (boundary.map { [$0] } ?? [])
        self.account = caller?.account ?? account
        principal = caller?.principal ?? .user(arn: "", userID: "", account: account)
        owner = try question.resourceOwner.map { owner throws(AWSError) in try Self.account(owner) }
        context = try Self.context(question.entries ?? [], caller)
        var resourcePolicies: [ResourceKind: PolicyDocument] = [:]
        if let text = question.resourcePolicy {
            let place = texts.count
            for kind in Set(question.actions.map(ResourceKind.init)) {
                let policy = try SimulatedPolicy(input: text, "ResourcePolicy", kind.policyKind)
                resourcePolicies[kind] = policy.document.named("\(place)")
                // The text is the same whichever way it is read.
                if texts.count == place { texts.append(policy) }
            }
        }
        self.resourcePolicies = resourcePolicies
        self.texts = texts
        statementCount = texts.reduce(0) { $0 + $1.document.statementCount }
    }

    // MARK: What is asked

    /// Whose rules a resource policy follows.
    private enum ResourceKind: Hashable {
        case key, trust, other

        init(action: String) {
            let action = action.lowercased()
            self = action.hasPrefix("kms:") ? .key : action.hasPrefix("sts:assume") ? .trust : .other
        }

        var policyKind: PolicyDocument.Kind {
            switch self {
            case .key: .keyPolicy
            case .trust: .trust
            case .other: .resource(service: "")
            }
        }

        var rules: Evaluator.Rules {
            switch self {
            case .key: .kmsKey
            case .trust: .trustPolicy
            case .other: .standard
            }
        }
    }

    /// An account by its number or as `arn:aws:iam::123456789012:root`.
    private static func account(_ text: String) throws(AWSError) -> AccountID {
        let arn = ARN(text)
        let isRoot = arn?.service == "iam" && arn?.resource == "root"
        guard let account = AccountID(isRoot ? arn?.account ?? "" : text) else {
            throw .invalidInput("ResourceOwner \(text) is no account.")
        }
        return account
    }

    private static func context(
        _ entries: [IAM.ContextEntry], _ caller: SimulatedCaller?
    ) throws(AWSError) -> ConditionContext {
        guard entries.count <= mostEntries else {
            throw .invalidInput("ContextEntries has more than \(mostEntries) entries.")
        }
        var context = ConditionContext()
        caller?.addConditionKeys(to: &context)
        for entry in entries {
            guard let name = entry.contextKeyName else { throw .invalidInput("ContextKeyName is required.") }
            let values = entry.contextKeyValues ?? []
            if let type = entry.contextKeyType.flatMap(ContextValueType.init),
                let wrong = values.first(where: { !type.accepts($0) })
            {
                throw .invalidInput("Value \(wrong) of context key \(name) is not valid for the type \(type.rawValue).")
            }
            context.set(name, values)
        }
        return context
    }

    private static let mostEntries = 1000

    // MARK: What is answered

    /// One page of results: the first action's resources, then the second's, and so on.
    func page() throws -> (items: [IAM.EvaluationResult], marker: String?) {
        let resources = question.resources.flatMap { $0.isEmpty ? nil : $0 }
        let width = resources?.count ?? 1
        var positions: [Int: [StatementPosition]] = [:]
        var cost = 0
        return try IAMPage.computed(
            question.actions.count * width, marker: question.marker, limit: question.limit
        ) { place in
            let (result, steps) = try result(
                question.actions[place / width], resources?[place % width], &positions)
            cost += steps
            return (result, cost > Self.steps)
        }
    }

    /// How much work a page may be, in steps of the evaluator, so that no call keeps others waiting: about 0.1 s.
    private static let steps = 20_000_000

    private func result(
        _ action: String, _ resource: String?, _ positions: inout [Int: [StatementPosition]]
    ) throws(AWSError) -> (IAM.EvaluationResult, steps: Int) {
        let kind = ResourceKind(action: action)
        let resourcePolicy = resourcePolicies[kind]
        var set = PolicySet(
            identity: identity, boundary: boundary, resource: resourcePolicy, resourceAccount: account)
        if resourcePolicy != nil {
            set.resourceAccount = resource.flatMap { ARN($0) }.flatMap { AccountID($0.account) } ?? owner ?? account
        }
        let trace = Evaluator.trace(
            AuthorizationRequest(principal: principal, action: action, resource: resource ?? "*", context: context),
            set, rules: resourcePolicy == nil ? .standard : kind.rules)
        guard trace.isComplete else {
            throw AWSError("PolicyEvaluation", "The policies take too much work on \(action).", status: 500)
        }
        let matched = trace.deciding.compactMap { match -> IAM.Statement? in
            guard let place = Int(match.policyName) else { return nil }
            let known = positions[place] ?? StatementPosition.all(in: texts[place].text)
            positions[place] = known
            return IAM.Statement(match, texts[place], known)
        }
        let isForeign = set.resourceAccount != account
        let resourceType = kind == .trust ? PolicyType.roleTrust : .resourceBased
        let both = [
            "IAM Policy": (trace.verdicts[.identityBased] ?? .nothing).word,
            "Resource Policy": (trace.verdicts[resourceType] ?? .nothing).word,
        ]
        let details = resource.map { _ in isForeign ? both : [:] }
        let bounded = boundary.map { _ in
            IAM.PermissionsBoundaryDecisionDetail(
                allowedByPermissionsBoundary: trace.verdicts[.permissionsBoundary] == .allow)
        }
        let result = IAM.EvaluationResult(
            evalActionName: action, evalDecision: trace.decision.word, evalResourceName: resource ?? "*",
            matchedStatements: matched, missingContextValues: trace.missingContextKeys,
            permissionsBoundaryDecisionDetail: bounded, evalDecisionDetails: details,
            resourceSpecificResults: resource.map {
                [
                    IAM.ResourceSpecificResult(
                        evalResourceName: $0, evalResourceDecision: trace.decision.word, matchedStatements: matched,
                        missingContextValues: trace.missingContextKeys, evalDecisionDetails: details,
                        permissionsBoundaryDecisionDetail: bounded)
                ]
            })
        return (result, trace.steps + 8 * statementCount + 2000 * (matched.count + trace.missingContextKeys.count))
    }
}

extension Evaluator.Trace {
    /// Of each type the statements that it decides by; none where nothing allows the call.
    fileprivate var deciding: [StatementReference] {
        if case .deny(let reason) = decision {
            guard case .explicit = reason else { return [] }
        }
        return matches.filter { $0.isDeny == (verdicts[$0.statement.policy] == .deny) }.map(\.statement)
    }
}

extension Evaluator.Trace.Verdict {
    fileprivate var word: String {
        switch self {
        case .allow: "allowed"
        case .deny: "explicitDeny"
        case .nothing: "implicitDeny"
        }
    }
}

extension Decision {
    /// EvalDecision.
    fileprivate var word: String {
        switch self {
        case .allow: "allowed"
        case .deny(.explicit): "explicitDeny"
        case .deny: "implicitDeny"
        }
    }
}

extension IAM.Statement {
    fileprivate init(_ statement: StatementReference, _ policy: SimulatedPolicy, _ positions: [StatementPosition]) {
        let type =
            switch statement.policy {
            case .permissionsBoundary: "Permissions Boundary Policy"
            case .resourceBased, .roleTrust: "Resource Policy"
            default: "IAM Policy"
            }
        let position = positions.indices.contains(statement.index) ? positions[statement.index] : nil
        self.init(
            sourcePolicyId: policy.id, sourcePolicyType: type,
            startPosition: position.map { IAM.Position(line: $0.start.line, column: $0.start.column) },
            endPosition: position.map { IAM.Position(line: $0.end.line, column: $0.end.column) })
    }
}
