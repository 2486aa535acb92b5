// SPDX-License-Identifier: Apache-2.0
import CofferBase
import CofferPolicy
import CofferTesting

/// A question with policies of every type, as JSON, so that it can be altered and asked again.
struct RandomQuestion: CustomStringConvertible {
    var identity: [JSONValue] = [], session: [JSONValue] = []
    var serviceControl: [JSONValue] = [], resourceControl: [JSONValue] = []
    var boundary: JSONValue?, resource: JSONValue?
    var grant = GrantCoverage.none
    var context: [String: [String]]
    let rules: Evaluator.Rules
    let caller: PolicyGenerator.Caller
    let action: String, target: String

    static let resourceControlKind = PolicyDocument.Kind.resource(service: "rcp")
    var resourceKind: PolicyDocument.Kind { rules == .trustPolicy ? .trust : .keyPolicy }

    var description: String {
        func text(_ values: [JSONValue?]) -> String { values.compactMap { $0?.text() }.joined(separator: " ") }
        return
            "\(rules) \(caller.principal.arn) \(action) \(target) \(context) grant \(grant)\n"
            + "identity \(text(identity))\nboundary \(text([boundary]))\nsession \(text(session))\n"
            + "resource \(text([resource]))\nSCP \(text(serviceControl))\nRCP \(text(resourceControl))"
    }

    init(_ make: inout PolicyGenerator) {
        func some(_ kind: PolicyDocument.Kind, _ range: ClosedRange<Int>) -> [JSONValue] {
            (0..<Int.random(in: range, using: &make.random)).map { _ in make.document(kind) }
        }
        rules = make.random.pick([.standard, .kmsKey, .trustPolicy])
        caller = make.random.pick(PolicyGenerator.callers)
        action = rules == .trustPolicy ? "sts:AssumeRole" : make.random.pick(["kms:Decrypt", "kms:Encrypt"])
        target = rules == .trustPolicy ? Fixture.roleARN : make.random.pick(PolicyGenerator.resources)
        context = make.context()
        identity = some(.identity, 0...2)
        if make.random.chance(25) { boundary = make.document(.boundary) }
        if make.random.chance(25) { session = some(.session, 1...2) }
        if make.random.chance(80) { resource = make.document(resourceKind) }
        if make.random.chance(15) { serviceControl = some(.identity, 1...2) }
        if make.random.chance(15) { resourceControl = some(Self.resourceControlKind, 1...2) }
        grant = make.random.chance(10) ? .principal : make.random.chance(10) ? .account : .none
    }

    /// Every document with its kind.
    var documents: [(value: JSONValue, kind: PolicyDocument.Kind)] {
        identity.map { ($0, .identity) } + session.map { ($0, .session) } + serviceControl.map { ($0, .identity) }
            + resourceControl.map { ($0, Self.resourceControlKind) }
            + [boundary].compactMap { $0.map { ($0, .boundary) } }
            + [resource].compactMap { $0.map { ($0, resourceKind) } }
    }

    /// The same with every document altered.
    mutating func alter(_ change: (JSONValue, PolicyDocument.Kind) -> JSONValue) {
        identity = identity.map { change($0, .identity) }
        session = session.map { change($0, .session) }
        serviceControl = serviceControl.map { change($0, .identity) }
        resourceControl = resourceControl.map { change($0, Self.resourceControlKind) }
        boundary = boundary.map { change($0, .boundary) }
        resource = resource.map { change($0, resourceKind) }
    }

    func policies() throws -> PolicySet {
        func read(_ value: JSONValue, _ kind: PolicyDocument.Kind) throws -> PolicyDocument {
            try PolicyDocument.parse(value.encoded(), kind: kind, limits: .keyPolicy)
        }
        return PolicySet(
            identity: try identity.map { try read($0, .identity) },
            boundary: try boundary.map { try read($0, .boundary) },
            session: try session.map { try read($0, .session) },
            resource: try resource.map { try read($0, resourceKind) },
            resourceAccount: Fixture.account, serviceControl: try serviceControl.map { try read($0, .identity) },
            resourceControl: try resourceControl.map { try read($0, Self.resourceControlKind) }, grant: grant)
    }

    var request: AuthorizationRequest {
        let context = Dictionary(uniqueKeysWithValues: context.map { (ExactString($0), $1) })
        return AuthorizationRequest(
            principal: caller.principal, action: action, resource: target, context: ConditionContext(context))
    }

    func decide() throws -> Bool { Evaluator.decide(request, try policies(), rules: rules).isAllowed }

    func naiveAnswer() -> Bool {
        NaiveEvaluator(
            who: caller.principal, names: caller.names, action: action, resource: target, context: context
        ).allows(
            identity: identity, boundary: boundary, session: session, policy: resource, serviceControl: serviceControl,
            resourceControl: resourceControl, sameAccount: caller.principal.account == Fixture.account, grant: grant,
            rules: rules)
    }
}

extension JSONValue {
    /// The document with other statements.
    func changingStatements(_ change: ([JSONValue]) -> [JSONValue]) -> JSONValue {
        .object(
            JSONObject(
                (object?.members ?? []).map { member in
                    guard member.name == "Statement" else { return member }
                    return ("Statement", .array(change(member.value.array ?? [])))
                }))
    }
}
