// SPDX-License-Identifier: Apache-2.0
import CofferBase
import CofferPolicy
import CofferTesting
import Testing

@Suite("What holds of every decision")
struct PropertyFuzzTests {
    private func everyQuestion(
        seed: UInt64, _ check: (inout RandomQuestion, inout PolicyGenerator, Bool) throws -> Void
    ) throws {
        var make = PolicyGenerator(seed: seed)
        for _ in Fuzz.rounds(600) {
            var question = RandomQuestion(&make)
            let before = try question.decide()
            try check(&question, &make, before)
        }
    }

    @Test("adding a Deny never allows more")
    func addingDeny() throws {
        try everyQuestion(seed: 1) { question, make, before in
            var random = make
            question.alter { value, kind in
                value.changingStatements { $0 + [random.statement(kind, effect: "Deny")] }
            }
            make = random
            let after = try question.decide()
            #expect(!after || before, "\(question)")
        }
    }

    @Test("taking an Allow away, or turning it into a Deny, never allows more; nor does a grant's end")
    func removingAllow() throws {
        try everyQuestion(seed: 3) { question, make, before in
            var random = make.random
            let turns = random.chance(50)
            question.alter { value, _ in
                value.changingStatements { statements in
                    let kept = statements.filter { $0["Effect"] == "Deny" || random.chance(60) }
                    if !turns { return kept.isEmpty ? [statements[0].denying] : kept }
                    return statements.map { $0["Effect"] == "Deny" || random.chance(60) ? $0 : $0.denying }
                }
            }
            make.random = random
            let after = try question.decide()
            #expect(!after || before, "\(question)")
            question.grant = .none
            let ungranted = try question.decide()
            #expect(!ungranted || after, "\(question)")
        }
    }

    @Test("the order of policies, statements and members never matters")
    func order() throws {
        func reversed(_ value: JSONValue) -> JSONValue {
            switch value {
            case .array(let elements): .array(elements.reversed().map(reversed))
            case .object(let object):
                .object(JSONObject(object.members.reversed().map { ($0.name, reversed($0.value)) }))
            default: value
            }
        }
        try everyQuestion(seed: 2) { question, _, before in
            question.alter { value, _ in reversed(value) }
            question.identity.reverse()
            question.session.reverse()
            question.serviceControl.reverse()
            question.resourceControl.reverse()
            let after = try question.decide()
            #expect(after == before, "\(question)")
        }
    }

    @Test("a boundary, a session policy and organisation policies only narrow")
    func narrowing() throws {
        try everyQuestion(seed: 4) { question, _, before in
            let all = question
            for remove in [
                { $0.boundary = nil }, { $0.session = [] }, { $0.serviceControl = [] }, { $0.resourceControl = [] },
            ] as [(inout RandomQuestion) -> Void] {
                question = all
                remove(&question)
                let wider = try question.decide()
                #expect(!before || wider, "\(all)")
            }
        }
    }

    @Test("an unknown element is refused, wherever it stands")
    func unknownElement() throws {
        try everyQuestion(seed: 5) { question, make, _ in
            let name = make.random.pick(["Conditon", "effect", "Resource ", "Statement\u{301}", "Extra", ""])
            for (value, kind) in question.documents {
                let members = JSONObject((value.object?.members ?? []) + [(name, "x")])
                #expect(throws: PolicyError.self) {
                    try PolicyDocument.parse(JSONValue.object(members).encoded(), kind: kind)
                }
                let inside = value.changingStatements { statements in
                    statements.dropLast() + [
                        .object(JSONObject((statements.last?.object?.members ?? []) + [(name, "x")]))
                    ]
                }
                #expect(throws: PolicyError.self) { try PolicyDocument.parse(inside.encoded(), kind: kind) }
            }
        }
    }

    @Test("only the keys that a policy says it reads can matter")
    func unreadKeys() throws {
        try everyQuestion(seed: 6) { question, _, before in
            let policies = try question.policies()
            let all = policies.identity + policies.session + policies.serviceControl + policies.resourceControl
            let read = Set(
                (all + [policies.boundary, policies.resource].compactMap { $0 }).flatMap(\.contextKeys).map {
                    $0.lowercased()
                })
            question.context["aws:PrincipalTag/unread"] = ["x", "*"]
            let more = try question.decide()
            #expect(more == before, "\(question)")
            question.context = question.context.filter { read.contains($0.key.lowercased()) }
            let less = try question.decide()
            #expect(less == before, "\(question)")
        }
    }

    @Test("a trace decides alike and lists what decided")
    func traces() throws {
        try everyQuestion(seed: 7) { question, _, before in
            let policies = try question.policies()
            let trace = Evaluator.trace(question.request, policies, rules: question.rules)
            #expect(trace.decision == Evaluator.decide(question.request, policies, rules: question.rules))
            switch trace.decision {
            case .allow(let reason):
                #expect(before && trace.matches.allSatisfy { !$0.isDeny }, "\(question)")
                guard case .statement(let statement) = reason else { return }
                #expect(trace.matches.contains { $0.statement == statement }, "\(question)")
            case .deny(.explicit(let statement)):
                #expect(trace.matches.contains { $0.isDeny && $0.statement == statement }, "\(question)")
                #expect(trace.verdicts[statement.policy] == .deny, "\(question)")
            case .deny(.implicit(let type, let near)):
                #expect(trace.matches.allSatisfy { !$0.isDeny }, "\(question)")
                guard let near else { return }
                #expect(near.statement.policy == type, "\(question)")
            case .deny(.rootMayNotAssume): break
            }
        }
    }
}

extension JSONValue {
    fileprivate var denying: JSONValue {
        guard var statement = object else { return self }
        statement["Effect"] = "Deny"
        return .object(statement)
    }
}
