// SPDX-License-Identifier: Apache-2.0
import CofferBase
import CofferPolicy
import CofferTesting
import Testing

struct ConditionCase: Sendable, CustomTestStringConvertible {
    let name: String
    let values: JSONValue
    /// One value that the operator takes, one that it refuses, and one it can't read (nil where it reads every text).
    let good: String, bad: String, junk: String?
    let isNegated: Bool
    var testDescription: String { name }

    init(_ name: String, _ values: JSONValue, good: String, bad: String, junk: String? = nil, negated: Bool = false) {
        self.name = name
        self.values = values
        self.good = good
        self.bad = bad
        self.junk = junk
        isNegated = negated
    }

    static let role = "arn:aws:iam::111122223333:role/app"
    static let all: [ConditionCase] = [
        .init("StringEquals", ["blue", "green"], good: "green", bad: "Green"),
        .init("StringNotEquals", ["blue", "green"], good: "red", bad: "blue", negated: true),
        .init("StringEqualsIgnoreCase", ["Blue"], good: "bLUE", bad: "blu"),
        .init("StringNotEqualsIgnoreCase", ["Blue"], good: "blu", bad: "bLUE", negated: true),
        .init("StringLike", ["b*e", "gr??n"], good: "green", bad: "gren"),
        .init("StringNotLike", ["b*e", "gr??n"], good: "gren", bad: "blue", negated: true),
        .init("NumericEquals", [10, "2.50"], good: "2.5", bad: "3", junk: "ten"),
        .init("NumericNotEquals", [10], good: "11", bad: "10.0", junk: "0xA", negated: true),
        .init("NumericLessThan", ["10"], good: "9", bad: "10", junk: "nan"),
        .init("NumericLessThanEquals", "10", good: "10", bad: "10.5", junk: ""),
        .init("NumericGreaterThan", "9007199254740992", good: "9007199254740993", bad: "9007199254740992", junk: "inf"),
        .init("NumericGreaterThanEquals", "-1", good: "-1", bad: "-2", junk: "1 "),
        .init(
            "DateEquals", "2026-11-23T21:43:15Z", good: "2026-11-23T22:43:15+01:00", bad: "2026-11-23T21:43:16Z",
            junk: "now"),
        .init(
            "DateNotEquals", "2026-11-23", good: "2026-11-24", bad: "2026-11-23T00:00:00Z", junk: "2026-13-01",
            negated: true),
        .init("DateLessThan", 1_700_000_000, good: "1699999999", bad: "1700000000", junk: "17e8"),
        .init("DateLessThanEquals", "2026-11", good: "2026-11-01T00:00Z", bad: "2026-11-01T00:00:00.001Z", junk: "x"),
        .init(
            "DateGreaterThan", "2026-11-23T21:43:15.5Z", good: "2026-11-23T21:43:15.501Z",
            bad: "2026-11-23T21:43:15.5Z", junk: "-"),
        .init(
            "DateGreaterThanEquals", "2026-11-23T21:43:15Z", good: "2026-11-23T21:43:15Z", bad: "1", junk: "2026-11-23T"
        ),
        .init("Bool", true, good: "TRUE", bad: "false", junk: "yes"),
        .init("BinaryEquals", "QmluYXJ5", good: "QmluYXJ5", bad: "QmluYXJ6", junk: "%"),
        .init(
            "IpAddress", ["203.0.113.0/24", "2001:DB8:1234:5678::/64"], good: "2001:db8:1234:5678:9::1",
            bad: "203.0.114.1", junk: "10.1"),
        .init("NotIpAddress", "10.0.0.0/8", good: "11.0.0.1", bad: "::ffff:10.2.3.4", junk: "010.0.0.1", negated: true),
        .init("ArnEquals", "arn:aws:iam::*:role/*", good: role, bad: "arn:aws:iam::111122223333:user/app", junk: "app"),
        .init(
            "ArnLike", "arn:aws:iam::1111????3333:role/a*", good: role, bad: "arn:aws:iam::x:role/app",
            junk: "arn:aws:iam"),
        .init("ArnNotEquals", .string(role), good: role + "2", bad: role, junk: "app", negated: true),
        .init(
            "ArnNotLike", "arn:*:iam::*:role/a*", good: "arn:aws:iam::1:role/b", bad: role, junk: "app", negated: true),
    ]
}

@Suite("Conditions")
struct ConditionTests {
    @Test("an operator takes and refuses a single value", arguments: ConditionCase.all)
    func single(_ c: ConditionCase) throws {
        #expect(try Fixture.condition(c.name, c.values, context: ["kms:x": [c.good]]) == .matches)
        #expect(try Fixture.condition(c.name, c.values, context: ["kms:x": [c.bad]]) == .differs)
        #expect(try Fixture.condition(c.name, c.values, context: ["KMS:X": [c.good]]) == .matches)
        #expect(try Fixture.condition(c.name + "IfExists", c.values, context: ["kms:x": [c.bad]]) == .differs)
    }

    @Test("a value that the operator can't read denies and never allows", arguments: ConditionCase.all)
    func junk(_ c: ConditionCase) throws {
        guard let junk = c.junk else { return }
        for name in [c.name, c.name + "IfExists", "ForAnyValue:" + c.name, "ForAllValues:" + c.name] {
            #expect(try Fixture.condition(name, c.values, context: ["kms:x": [junk]]) == .undecided)
        }
    }

    @Test("a missing key is false, but true for negation, IfExists and ForAllValues", arguments: ConditionCase.all)
    func missing(_ c: ConditionCase) throws {
        for context: ConditionContext in [[:], ["kms:x": []], ["kms:xx": [c.good]]] {
            func outcome(_ name: String) throws -> Fixture.Outcome {
                try Fixture.condition(name, c.values, context: context)
            }
            #expect(try outcome(c.name) == (c.isNegated ? .matches : .differs))
            #expect(try outcome(c.name + "IfExists") == .matches)
            #expect(try outcome("ForAllValues:" + c.name) == .matches)
            #expect(try outcome("ForAnyValue:" + c.name) == .differs)
            #expect(try outcome("ForAnyValue:" + c.name + "IfExists") == .matches)
        }
    }

    @Test("several values need a quantifier wherever they differ", arguments: ConditionCase.all)
    func multi(_ c: ConditionCase) throws {
        func outcome(_ name: String, _ values: [String]) throws -> Fixture.Outcome {
            try Fixture.condition(name, c.values, context: ["kms:x": values])
        }
        #expect(try outcome("ForAllValues:" + c.name, [c.good, c.good]) == .matches)
        #expect(try outcome("ForAllValues:" + c.name, [c.good, c.bad]) == .differs)
        #expect(try outcome("ForAnyValue:" + c.name, [c.bad, c.good]) == .matches)
        #expect(try outcome("ForAnyValue:" + c.name, [c.bad, c.bad]) == .differs)
        #expect(try outcome(c.name, [c.good, c.bad]) == .undecided)
        #expect(try outcome(c.name, [c.good, c.good]) == .matches)
        #expect(try outcome(c.name, [c.bad, c.bad]) == .differs)
    }

    @Test("Null asks whether the key is missing")
    func null() throws {
        #expect(try Fixture.condition("Null", true, context: [:]) == .matches)
        #expect(try Fixture.condition("Null", "false", context: [:]) == .differs)
        #expect(try Fixture.condition("Null", "true", context: ["kms:x": ["a"]]) == .differs)
        #expect(try Fixture.condition("Null", ["false"], context: ["kms:x": ["a", "b"]]) == .matches)
        #expect(try Fixture.condition("Null", true, context: ["kms:x": []]) == .matches)
    }

    @Test("operators and keys of one Condition must all hold")
    func conjunction() throws {
        let condition: JSONValue = [
            "StringEquals": ["kms:a": "1", "kms:b": "2"], "Bool": ["aws:SecureTransport": "true"],
        ]
        func outcome(_ context: ConditionContext) throws -> Fixture.Outcome {
            try Fixture.outcome(context: context) { Fixture.statement($0, condition: condition) }
        }
        #expect(try outcome(["kms:a": ["1"], "kms:b": ["2"], "aws:securetransport": ["true"]]) == .matches)
        #expect(try outcome(["kms:a": ["1"], "kms:b": ["3"], "aws:securetransport": ["true"]]) == .differs)
        #expect(try outcome(["kms:a": ["1"], "kms:b": ["2"]]) == .differs)
    }

    @Test("keys that differ in case only are one key, and none hides the other")
    func caseTwins() throws {
        let context: ConditionContext = ["kms:EncryptionContext:App": ["bot"], "kms:EncryptionContext:app": ["web"]]
        #expect(context["KMS:encryptioncontext:APP"] == ["bot", "web"])
        #expect(
            try Fixture.condition("StringEquals", "bot", key: "kms:EncryptionContext:app", context: context)
                == .undecided)
    }

    @Test("values compare by their bytes: two spellings of one letter differ, and look-alikes are not folded")
    func bytes() throws {
        #expect(try Fixture.condition("StringEquals", "\u{e9}", context: ["kms:x": ["e\u{301}"]]) == .differs)
        #expect(try Fixture.condition("StringEqualsIgnoreCase", "\u{c9}K", context: ["kms:x": ["\u{e9}k"]]) == .matches)
        #expect(try Fixture.condition("StringEqualsIgnoreCase", "k", context: ["kms:x": ["\u{212a}"]]) == .differs)
        #expect(try Fixture.condition("StringEqualsIgnoreCase", "i", context: ["kms:x": ["\u{131}"]]) == .differs)
        #expect(try Fixture.condition("StringLike", "a?b", context: ["kms:x": ["a\u{20ac}b"]]) == .matches)
        #expect(try Fixture.condition("StringLike", "*??", context: ["kms:x": ["\u{20ac}"]]) == .differs)
    }

    @Test(
        "wildcards match as globs",
        arguments: [
            ("*", "", true), ("a*", "a", true), ("*a*b*c", "xaybzc", true), ("*a*b*c", "xaybz", false),
            ("??", "a", false),
            ("a**b", "ab", true), ("*ab", "aab", true), ("a?c*", "abcabc", true), ("", "", true), ("", "a", false),
            ("*aab", "aaaab", true), ("a*?", "a", false),
        ])
    func globs(_ pattern: String, _ text: String, _ expected: Bool) throws {
        let outcome = try Fixture.condition("StringLike", .string(pattern), context: ["kms:x": [text]])
        #expect(outcome == (expected ? .matches : .differs))
        if !pattern.isEmpty, expected, pattern != text {
            #expect(try Fixture.condition("StringEquals", .string(pattern), context: ["kms:x": [text]]) == .differs)
        }
    }

    @Test("an ARN's wildcard stays between its colons")
    func arnSegments() throws {
        let value: ConditionContext = ["kms:x": ["arn:aws:sqs:eu-west-1:1:a:b"]]
        #expect(try Fixture.condition("ArnLike", "arn:aws:sqs:*:1:a:*", context: value) == .matches)
        #expect(try Fixture.condition("ArnLike", "arn:aws:*:eu-*:1:b", context: value) == .differs)
        #expect(try Fixture.condition("ArnLike", "*", context: value) == .matches)
        #expect(try Fixture.condition("StringLike", "arn:aws:*:b", context: value) == .matches)
    }

    @Test(
        "malformed values are refused when the policy is read",
        arguments: [
            ("NumericEquals", "ten"), ("NumericEquals", "0x10"), ("DateLessThan", "tomorrow"),
            ("Bool", "maybe"), ("BinaryEquals", "%%"), ("IpAddress", "10.0.0.0/33"), ("IpAddress", "10.0.0"),
            ("IpAddress", "::/129"),
            ("IpAddress", "1::2::3"), ("IpAddress", "010.0.0.0/8"), ("IpAddress", "::ffff:10.0.0.0/8"),
            ("ArnLike", "role/app"),
            ("Null", "1"), ("NumericEquals", "${aws:x}"), ("StringEquals", "${aws:x"), ("StringEquals", "${x}"),
            ("StringEquals", "${aws:x, y}"), ("StringEquals", "${}"), ("StringLike", "${aws:*}"),
        ])
    func badValues(_ name: String, _ value: String) {
        let text = Fixture.document([
            Fixture.statement(condition: .object(JSONObject([(name, ["kms:x": .string(value)])])))
        ])
        let error = Fixture.malformed(text)
        #expect(error?.place.hasPrefix("Statement[0].Condition.\(name).kms:x") == true)
    }
}

@Suite("Policy variables")
struct VariableTests {
    let secret = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:"

    private func resource(
        _ pattern: String, _ name: String, _ context: ConditionContext, version: String? = "2012-10-17",
        element: String = "Resource"
    ) throws -> Fixture.Outcome {
        try Fixture.outcome(resource: secret + name, context: context, version: version) { effect in
            .object(
                JSONObject([("Effect", .string(effect)), ("Action", "kms:*"), (element, .string(secret + pattern))]))
        }
    }

    @Test("a variable takes the request's value")
    func substitutes() throws {
        #expect(try resource("${aws:username}/*", "ada/key", ["aws:UserName": ["ada"]]) == .matches)
        #expect(try resource("${aws:username}/*", "eve/key", ["aws:username": ["ada"]]) == .differs)
        #expect(
            try resource(
                "${aws:PrincipalTag/team}-${aws:username}", "x-ada",
                ["aws:principaltag/TEAM": ["x"], "aws:username": ["ada"]]) == .matches)
    }

    @Test("what a variable stands for is never a wildcard")
    func literal() throws {
        #expect(try resource("${aws:PrincipalTag/app}", "bot", ["aws:PrincipalTag/app": ["*"]]) == .differs)
        #expect(try resource("${aws:PrincipalTag/app}", "*", ["aws:PrincipalTag/app": ["*"]]) == .matches)
        #expect(try resource("${aws:PrincipalTag/app}", "bot", ["aws:PrincipalTag/app": ["b?t"]]) == .differs)
        #expect(
            try resource(
                "${aws:PrincipalTag/app}", "${aws:username}",
                ["aws:PrincipalTag/app": ["${aws:username}"], "aws:username": ["ada"]]) == .matches)
    }

    @Test("a variable without a value matches nothing, so its negation does")
    func missing() throws {
        for context: ConditionContext in [[:], ["aws:username": [""]]] {
            #expect(try resource("${aws:username}*", "", context) == .differs)
            #expect(try resource("${aws:username}*", "ada", context) == .differs)
            #expect(try resource("${aws:username}*", "ada", context, element: "NotResource") == .matches)
            var context = context
            context.add("kms:x", "a")
            #expect(try Fixture.condition("StringEquals", "${aws:username}", context: context) == .differs)
            #expect(try Fixture.condition("StringNotEquals", "${aws:username}", context: context) == .matches)
        }
    }

    @Test("a variable's value is compared whole")
    func whole() throws {
        for (name, expected) in [
            ("ada", Fixture.Outcome.matches), ("ad", .differs), ("adaa", .differs), ("Ada", .differs),
        ] {
            let context: ConditionContext = ["aws:username": [name], "kms:x": ["ada"]]
            #expect(try Fixture.condition("StringEquals", "${aws:username}", context: context) == expected)
        }
    }

    @Test("a default stands in for a missing value, and is literal")
    func fallback() throws {
        #expect(try resource("${aws:username, 'gu*st'}/*", "gu*st/key", [:]) == .matches)
        #expect(try resource("${aws:username,'gu*st'}/*", "guest/key", [:]) == .differs)
        #expect(try resource("${aws:username, 'guest'}/*", "guest/key", ["aws:username": ["ada"]]) == .differs)
    }

    @Test("a variable with several values is undecided")
    func several() throws {
        #expect(try resource("${aws:username}", "ada", ["aws:username": ["ada", "eve"]]) == .undecided)
        #expect(
            try resource("${aws:username}", "ada", ["aws:username": ["ada", "eve"]], element: "NotResource")
                == .undecided)
    }

    @Test("${*}, ${?} and ${$} are the characters themselves")
    func escapes() throws {
        #expect(try resource("a${*}b${?}${$}", "a*b?$", [:]) == .matches)
        #expect(try resource("a${*}b${?}${$}", "axb?$", [:]) == .differs)
    }

    @Test("before 2012-10-17 there are no variables", arguments: [nil, "2008-10-17"])
    func oldVersion(_ version: String?) throws {
        let context: ConditionContext = ["aws:username": ["ada"]]
        #expect(try resource("${aws:username}", "ada", context, version: version) == .differs)
        #expect(try resource("${aws:username}", "${aws:username}", context, version: version) == .matches)
        #expect(try resource("a${*}", "a${xyz}", context, version: version) == .matches)
    }

    @Test("variables work in string, ARN and Bool conditions")
    func conditions() throws {
        let context: ConditionContext = [
            "aws:PrincipalArn": [Fixture.roleARN], "kms:x": [Fixture.roleARN], "aws:PrincipalAccount": ["111122223333"],
            "kms:flag": ["true"], "kms:other": ["TRUE"],
        ]
        #expect(try Fixture.condition("ArnEquals", "${aws:PrincipalArn}", context: context) == .matches)
        #expect(
            try Fixture.condition("ArnLike", "arn:aws:iam::${aws:PrincipalAccount}:role/*", context: context)
                == .matches)
        #expect(try Fixture.condition("StringEqualsIgnoreCase", "${aws:principalarn}", context: context) == .matches)
        #expect(try Fixture.condition("Bool", "${kms:other}", key: "kms:flag", context: context) == .matches)
    }
}
