// SPDX-License-Identifier: Apache-2.0
import CofferBase
import CofferPolicy
import Testing

@Suite("What a decision may cost")
struct BudgetTests {
    struct Costly: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let conditions: JSONValue
        let context: ConditionContext
        /// What one copy of the statement would do if there were time.
        let wouldMatch: Bool
    }

    private static func string(_ text: String, _ count: Int) -> JSONValue {
        .string(String(repeating: text, count: count))
    }

    private static func list(_ count: Int, _ make: (Int) -> String) -> JSONValue {
        .array((0..<count).map { .string(make($0)) })
    }

    static let cases: [Costly] = [
        Costly(
            testDescription: "a pattern that begins again and again",
            conditions: ["StringLike": ["kms:x": .string("*" + String(repeating: "a", count: 3_000) + "b")]],
            context: ["kms:x": [String(repeating: "a", count: 8_000)]], wouldMatch: false),
        Costly(
            testDescription: "variables that each stand for much",
            conditions: ["StringNotEquals": ["kms:x": string("${kms:x}", 3_000)]],
            context: ["kms:x": [String(repeating: "a", count: 2_000)]], wouldMatch: true),
        Costly(
            testDescription: "many values against many",
            conditions: ["ForAllValues:StringEquals": ["kms:x": list(3_000) { "a\($0)" }]],
            context: ["kms:x": (0..<4_000).map { _ in "a2999" }], wouldMatch: true),
        Costly(
            testDescription: "many dates against many",
            conditions: ["ForAllValues:DateLessThan": ["kms:x": list(1_500) { String($0) }]],
            context: ["kms:x": (0..<4_000).map { _ in "1970-01-01T00:00:01Z" }], wouldMatch: true),
    ]

    private func policy(_ effect: String, _ conditions: JSONValue) throws -> PolicyDocument {
        try PolicyDocument.parse(
            Fixture.document([Fixture.statement(effect, condition: conditions)]), kind: .identity,
            limits: PolicyLimits(bytes: 200_000))
    }

    @Test("beyond its budget an Allow allows nothing and a Deny denies", arguments: cases)
    func spent(_ c: Costly) throws {
        let allow = try policy("Allow", c.conditions)
        let deny = try policy("Deny", c.conditions)
        let yes = try Fixture.identity(Fixture.statement())
        func decide(_ policies: [PolicyDocument]) -> Decision {
            Fixture.decide(context: c.context, PolicySet(identity: policies, resourceAccount: Fixture.account))
        }
        if c.wouldMatch {
            #expect(!decide([allow]).isAllowed)
        } else {
            #expect(!decide([yes, deny]).isAllowed)
        }
        guard case .deny(.explicit) = decide([yes, deny]) else {
            Issue.record("the Deny did not deny")
            return
        }
        // Whatever Deny comes after it denies too, though it is about something else.
        let elsewhere = try policy("Deny", ["StringEquals": ["kms:x": "nothing"]])
        guard case .deny(.explicit) = decide([deny, elsewhere, yes]) else {
            Issue.record("the Deny did not deny")
            return
        }
        #expect(decide([yes]).isAllowed)
    }

    @Test("a hundred full policies are far within it")
    func honest() throws {
        let statements = (0..<12).map { index in
            Fixture.statement(
                action: ["kms:*crypt", "kms:G*DataKey*"],
                resource: .array((0..<5).map { .string("arn:aws:kms:*:*:key/\(index)\($0)*-*") }),
                condition: ["StringLike": ["kms:EncryptionContext:app": ["b*t", "w?b", "${aws:username}-*"]]])
        }
        let one = try PolicyDocument.parse(Fixture.document(statements), kind: .identity)
        let last = try Fixture.identity(
            Fixture.statement(condition: ["StringLike": ["kms:EncryptionContext:app": "*o*"]]))
        let decision = Fixture.decide(
            context: ["kms:EncryptionContext:app": ["bot"], "aws:username": ["ada"]],
            PolicySet(identity: Array(repeating: one, count: 100) + [last], resourceAccount: Fixture.account))
        #expect(decision.isAllowed)
    }
}
