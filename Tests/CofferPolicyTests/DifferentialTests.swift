// SPDX-License-Identifier: Apache-2.0
import CofferBase
import CofferPolicy
import CofferTesting
import Testing

@Suite("Against the naive evaluator")
struct DifferentialTests {
    struct Round: CustomStringConvertible {
        var identity: [JSONValue] = [], session: [JSONValue] = []
        var boundary: JSONValue?, resource: JSONValue?
        var grant = GrantCoverage.none
        let rules: Evaluator.Rules
        let caller: PolicyGenerator.Caller
        let action: String, target: String
        let context: [String: [String]]

        var resourceKind: PolicyDocument.Kind { rules == .trustPolicy ? .trust : .keyPolicy }

        var description: String {
            func text(_ values: [JSONValue?]) -> String { values.compactMap { $0?.text() }.joined(separator: " ") }
            return
                "\(rules) \(caller.principal.arn) \(action) \(target) \(context) grant \(grant)\n"
                + "identity \(text(identity))\nboundary \(text([boundary]))\nsession \(text(session))\nresource \(text([resource]))"
        }

        init(_ make: inout PolicyGenerator) {
            rules = make.random.pick([.standard, .kmsKey, .trustPolicy])
            caller = make.random.pick(PolicyGenerator.callers)
            action = rules == .trustPolicy ? "sts:AssumeRole" : make.random.pick(["kms:Decrypt", "kms:Encrypt"])
            target = rules == .trustPolicy ? Fixture.roleARN : make.random.pick(PolicyGenerator.resources)
            context = make.context()
            for _ in 0..<Int.random(in: 0...2, using: &make.random) { identity.append(make.document(.identity)) }
            if make.random.chance(25) { boundary = make.document(.boundary) }
            if make.random.chance(25) {
                for _ in 0..<Int.random(in: 1...2, using: &make.random) { session.append(make.document(.session)) }
            }
            if make.random.chance(80) { resource = make.document(rules == .trustPolicy ? .trust : .keyPolicy) }
            grant = make.random.chance(10) ? .principal : make.random.chance(10) ? .account : .none
        }

        func policies() throws -> PolicySet {
            func read(_ value: JSONValue, _ kind: PolicyDocument.Kind) throws -> PolicyDocument {
                try PolicyDocument.parse(value.encoded(), kind: kind)
            }
            return PolicySet(
                identity: try identity.map { try read($0, .identity) },
                boundary: try boundary.map { try read($0, .boundary) },
                session: try session.map { try read($0, .session) },
                resource: try resource.map { try read($0, resourceKind) },
                resourceAccount: Fixture.account, grant: grant)
        }

        func decide() throws -> Bool {
            Fixture.decide(
                caller.principal, action: action, resource: target, context: ConditionContext(Dictionary(uniqueKeysWithValues: context.map { (ExactString($0), $1) })), try policies(),
                rules
            ).isAllowed
        }
    }

    /// Fewer without optimisation, where the naive evaluator takes most of a minute for them all.
    #if DEBUG
        static let rounds = 5_000
    #else
        static let rounds = 25_000
    #endif

    @Test("random questions get one answer from both", arguments: [42, 43] as [UInt64])
    func agrees(_ seed: UInt64) throws {
        var make = PolicyGenerator(seed: seed)
        var allowed = 0
        for number in 0..<Self.rounds {
            let round = Round(&make)
            let naive = NaiveEvaluator(
                who: round.caller.principal, names: round.caller.names, action: round.action, resource: round.target,
                context: round.context)
            let expected = naive.allows(
                identity: round.identity, boundary: round.boundary, session: round.session, policy: round.resource,
                sameAccount: round.caller.principal.account == Fixture.account, grant: round.grant, rules: round.rules)
            let decided = try round.decide()
            if decided { allowed += 1 }
            guard decided == expected else {
                Issue.record("round \(number): decided \(decided), expected \(expected): \(round)")
                return
            }
        }
        // Both answers must come up often, or agreement says little.
        #expect(allowed > Self.rounds / 8 && allowed < Self.rounds * 7 / 8, "\(allowed)")
    }

    @Test("adding a Deny never allows more, and neither does turning an Allow into one")
    func monotonous() throws {
        var make = PolicyGenerator(seed: 1)
        for _ in 0..<2_500 {
            var round = Round(&make)
            let before = try round.decide()
            func with(_ statement: JSONValue, in document: JSONValue) -> JSONValue {
                .object(
                    JSONObject(
                        (document.object?.members ?? []).map { member in
                            guard member.name == "Statement" else { return member }
                            return ("Statement", .array((member.value.array ?? []) + [statement]))
                        }))
            }
            let kind = round.resourceKind
            if !round.identity.isEmpty {
                round.identity[0] = with(make.statement(.identity, effect: "Deny"), in: round.identity[0])
            }
            round.resource = round.resource.map { with(make.statement(kind, effect: "Deny"), in: $0) }
            round.boundary = round.boundary.map { with(make.statement(.boundary, effect: "Deny"), in: $0) }
            let after = try round.decide()
            #expect(!after || before, "\(round)")
            if let last = round.identity.popLast() {
                let turned = last.text().replacing("\"Allow\"", with: "\"Deny\"")
                round.identity.append(try JSONValue(parsing: turned))
            }
            round.grant = .none
            let less = try round.decide()
            #expect(!less || after, "\(round)")
        }
    }

    @Test("the order of policies, statements and members never matters")
    func order() throws {
        var make = PolicyGenerator(seed: 2)
        func reversed(_ value: JSONValue) -> JSONValue {
            switch value {
            case .array(let elements): .array(elements.reversed().map(reversed))
            case .object(let object):
                .object(JSONObject(object.members.reversed().map { ($0.name, reversed($0.value)) }))
            default: value
            }
        }
        for _ in 0..<2_500 {
            var round = Round(&make)
            let before = try round.decide()
            round.identity = round.identity.reversed().map(reversed)
            round.session = round.session.reversed().map(reversed)
            round.boundary = round.boundary.map(reversed)
            round.resource = round.resource.map(reversed)
            #expect(try round.decide() == before, "\(round)")
        }
    }

    /// A measurement to read, not to pass: 10 policies of 10 statements, the allow in the last.
    @Test("a decision over 100 statements takes microseconds")
    func speed() throws {
        var documents: [PolicyDocument] = []
        for policy in 0..<10 {
            let statements = (0..<10).map { index in
                Fixture.statement(
                    action: policy == 9 && index == 9
                        ? ["kms:Decrypt", "kms:DescribeKey"]
                        : ["secretsmanager:GetSecretValue", "secretsmanager:Describe*", "kms:Encrypt"],
                    resource: .array([
                        .string("arn:aws:kms:eu-central-1:111122223333:key/\(index)*"), .string(Fixture.key),
                    ]),
                    condition: [
                        "StringEquals": [
                            "kms:EncryptionContext:app": "bot", "aws:PrincipalTag/team": "${aws:username}",
                        ],
                        "IpAddress": ["aws:SourceIp": "10.0.0.0/8"],
                    ])
            }
            documents.append(
                try PolicyDocument.parse(Fixture.document(statements), kind: .identity, limits: .keyPolicy))
        }
        let key = try Fixture.keyPolicy(
            Fixture.statement(action: "kms:*", principal: ["AWS": "arn:aws:iam::111122223333:root"]))
        var context: ConditionContext = [
            "kms:EncryptionContext:app": ["bot"], "aws:PrincipalTag/team": ["ada"], "aws:SourceIp": ["10.1.2.3"],
        ]
        Fixture.user.addConditionKeys(to: &context)
        let policies = PolicySet(identity: documents, resource: key, resourceAccount: Fixture.account)
        let request = AuthorizationRequest(
            principal: Fixture.user, action: "kms:Decrypt", resource: Fixture.key, context: context)
        #expect(Evaluator.decide(request, policies, rules: .kmsKey).isAllowed)
        func time(_ name: String, _ rounds: Int, _ body: () -> Bool) {
            var allowed = 0
            let took = ContinuousClock().measure { for _ in 0..<rounds where body() { allowed += 1 } }
            #expect(allowed == rounds || allowed == 0)
            print("policy speed: \(name) \(took / rounds)")
        }
        time("decide, 101 statements, one concerned:", 20_000) {
            Evaluator.decide(request, policies, rules: .kmsKey).isAllowed
        }
        let encrypt = AuthorizationRequest(
            principal: Fixture.user, action: "kms:Encrypt", resource: Fixture.key, context: context)
        let denied = PolicySet(
            identity: documents, boundary: documents[9], resource: key, resourceAccount: Fixture.account)
        time("decide, denied with its nearest miss:", 20_000) {
            Evaluator.decide(encrypt, denied, rules: .kmsKey).isAllowed
        }
        var other = context
        other.set("kms:EncryptionContext:app", ["web"])
        let misses = AuthorizationRequest(
            principal: Fixture.user, action: "kms:Encrypt", resource: Fixture.key, context: other)
        time("decide, 99 statements that only a condition keeps from matching:", 20_000) {
            Evaluator.decide(misses, policies, rules: .kmsKey).isAllowed
        }
        time("make the request and its context:", 20_000) {
            var context: ConditionContext = [:]
            context.add("kms:EncryptionContext:app", "bot")
            context.add("aws:SourceIp", "10.1.2.3")
            Fixture.user.addConditionKeys(to: &context)
            return AuthorizationRequest(
                principal: Fixture.user, action: "kms:Decrypt", resource: Fixture.key, context: context
            ).resource.isEmpty
        }
        let text = Fixture.document([
            Fixture.statement(condition: ["StringEquals": ["kms:EncryptionContext:app": "bot"]])
        ])
        time("parse one statement:", 2_000) { (try? PolicyDocument.parse(text, kind: .identity)) != nil }
    }
}
