// SPDX-License-Identifier: Apache-2.0
import CofferBase
import CofferPolicy
import Testing

/// What the request has under the key, and what each way of writing an operator makes of it.
///
/// Source: IAM User Guide, "Condition operators", "Multivalued context keys" and "…IfExists condition operators". What
/// AWS leaves open is our reading: several values without a quantifier must agree, and what can't be read is undecided.
enum OperatorTable {
    static let forms: [(prefix: String, suffix: String)] = [
        ("", ""), ("", "IfExists"), ("ForAllValues:", ""), ("ForAnyValue:", ""), ("ForAllValues:", "IfExists"),
        ("ForAnyValue:", "IfExists"),
    ]

    /// One letter a form: y(es), n(o), u(ndecided).
    static let positive = [
        "missing": "nyynyy", "fulfils": "yyyyyy", "fails": "nnnnnn", "all fulfil": "yyyyyy", "some fulfil": "uunyny",
        "none fulfils": "nnnnnn",
    ]
    static let negated = [
        "missing": "yyynyy", "fulfils": "yyyyyy", "fails": "nnnnnn", "all fulfil": "yyyyyy", "some fulfil": "uunyny",
        "none fulfils": "nnnnnn",
    ]
    /// An empty value: a text unlike others, and no number, date, boolean, address or ARN. Under a quantifier AWS takes
    /// it for a missing key; where that makes a difference, it is undecided.
    static let empty = [
        "StringEquals": "nnunun", "StringNotEquals": "yyyuyu", "StringEqualsIgnoreCase": "nnunun",
        "StringNotEqualsIgnoreCase": "yyyuyu", "StringLike": "nnunun", "StringNotLike": "yyyuyu",
        "BinaryEquals": "nnunun",
    ]

    static func outcome(_ letter: Character) -> Fixture.Outcome {
        letter == "y" ? .matches : letter == "n" ? .differs : .undecided
    }
}

@Suite("Every operator")
struct OperatorTests {
    @Test("decides each shape of a key as documented, in each form", arguments: ConditionCase.all)
    func shapes(_ c: ConditionCase) throws {
        let shapes: [String: [String]] = [
            "missing": [], "fulfils": [c.good], "fails": [c.bad], "all fulfil": [c.good, c.good],
            "some fulfil": [c.bad, c.good], "none fulfils": [c.bad, c.bad],
        ]
        let table = c.isNegated ? OperatorTable.negated : OperatorTable.positive
        for (shape, values) in shapes {
            let expected = try #require(table[shape])
            for (form, letter) in zip(OperatorTable.forms, expected) {
                let name = form.prefix + c.name + form.suffix
                #expect(
                    try Fixture.condition(name, c.values, context: ["kms:x": values]) == OperatorTable.outcome(letter),
                    "\(name), \(shape)")
            }
        }
        for (form, letter) in zip(OperatorTable.forms, OperatorTable.empty[c.name] ?? "uuuuuu") {
            let name = form.prefix + c.name + form.suffix
            let expected = OperatorTable.outcome(letter)
            #expect(try Fixture.condition(name, c.values, context: ["kms:x": [""]]) == expected, "\(name), empty")
            #expect(try Fixture.condition(name, c.values, context: ["kms:x": ["", ""]]) == expected, "\(name), empty")
        }
    }

    @Test("there are 27, and a table row for each")
    func complete() {
        #expect(Set(ConditionCase.all.map(\.name)).count == 26)
    }

    @Test(
        "Null asks for the key alone, whatever its values, and takes no quantifier and no IfExists",
        arguments: [
            ("true", "ynnn"), ("false", "nyyy"), ("TRUE", "ynnn"), (["true", "false"], "yyyy"), (true, "ynnn"),
            ([false], "nyyy"),
        ] as [(JSONValue, String)])
    func null(_ wanted: JSONValue, _ expected: String) throws {
        for (values, letter) in zip([[], ["a"], ["a", "b"], [""]], expected) {
            #expect(
                try Fixture.condition("Null", wanted, context: ["kms:x": values]) == OperatorTable.outcome(letter))
        }
        for name in ["NullIfExists", "ForAllValues:Null", "ForAnyValue:Null"] {
            #expect(throws: PolicyError.self) { try Fixture.condition(name, wanted, context: [:]) }
        }
    }

    @Test(
        "values are read strictly, in every form that AWS writes",
        arguments: [
            ("NumericEquals", "10", ["1e1": "y", "10.0": "y", "+10": "y", "010": "y", "1E+1": "y", "-10": "n"]),
            ("NumericEquals", "0.1", ["0.10": "y", "1e-1": "y", "0.1000000001": "n"]),
            (
                "NumericEquals", "0",
                ["-0": "y", "1e-400": "y", "1e400": "u", " 0": "u", "0 ": "u", "0x0": "u", "1_0": "u"]
            ),
            ("NumericGreaterThan", "-1.5", ["-1.4": "y", "-1.5": "n", "\u{663}": "u", "nan": "u", "infinity": "u"]),
            ("NumericLessThan", "+3", ["2.999": "y", "3": "n", "": "u"]),
            ("Bool", "true", ["true": "y", "True": "y", "false": "n", "1": "u", "0": "u", "yes": "u", " true": "u"]),
            ("Bool", "FALSE", ["false": "y", "true": "n", "no": "u", "null": "u"]),
            (
                "DateEquals", "2026-11-23T21:43:15Z",
                [
                    "1795470195": "y", "2026-11-23T21:43:15+00:00": "y", "2026-11-23T22:43:15+0100": "y",
                    "2026-11-23T16:43:15-05:00": "y", "2026-11-23T21:43:15.000Z": "y", "2026-11-23T21:43Z": "n",
                    "20261123T214315Z": "u", "1795470195.5": "u", "2026-02-30": "u", "2026-11-23T24:43:15Z": "u",
                ]
            ),
            ("DateLessThan", "2026-12", ["2026-11-30T23:59:59Z": "y", "2026-12-01": "n", "0": "y", "-1": "y"]),
            // IAM takes these for dates; we don't, so that no time is before or after them.
            ("DateLessThan", "01T", ["2026-12-01": "u", "0": "u"]),
            ("DateGreaterThan", "9223372036854775807", ["2026-12-01": "u"]),
            (
                "IpAddress", "10.1.2.3/8",
                [
                    "10.0.0.0": "y", "10.255.255.255": "y", "9.255.255.255": "n", "11.0.0.0": "n",
                    "::ffff:10.9.9.9": "y", "::ffff:0a09:0909": "y", "::10.9.9.9": "n", "10.1.2.3/8": "u", "10.1": "u",
                    "0x0a000001": "u", "10.0.0.1 ": "u", "10.0.0.256": "u",
                ]
            ),
            ("IpAddress", "203.0.113.7", ["203.0.113.7": "y", "203.0.113.6": "n"]),
            ("IpAddress", "0.0.0.0/0", ["255.255.255.255": "y", "::1": "n", "::ffff:1.1.1.1": "y"]),
            ("IpAddress", "::/0", ["::1": "y", "10.0.0.1": "n", "::ffff:10.0.0.1": "n", "fe80::1%eth0": "u"]),
            (
                "IpAddress", "2001:DB8::/33",
                [
                    "2001:db8:7fff:ffff:ffff:ffff:ffff:ffff": "y", "2001:db8:8000::": "n", "2001:0db8::1": "y",
                    ":::": "u",
                ]
            ),
            ("NotIpAddress", "10.0.0.0/8", ["::ffff:10.0.0.1": "n", "::1": "y", "x": "u"]),
            ("BinaryEquals", "QQ==", ["QQ==": "y", "QUE=": "n", "Q!==": "u"]),
            (
                "ArnEquals", "arn:aws:iam::*:role/a?p*",
                [
                    "arn:aws:iam::1:role/app": "y", "arn:aws:iam::1:role/a-p/x": "y", "arn:aws:iam:eu:1:role/app": "n",
                    "ARN:aws:iam::1:role/app": "u", "arn:aws:iam::1:role/App": "n", "arn:aws:iam": "u",
                ]
            ),
            ("ArnNotLike", "arn:aws:s3:::b", ["arn:aws:s3:::b": "n", "arn:aws:s3:::c": "y", "b": "u"]),
            // Wildcards are AWS's in StringLike and ARNs alone.
            ("StringEquals", "a*", ["a*": "y", "ab": "n"]),
            ("StringEqualsIgnoreCase", "A?", ["a?": "y", "ab": "n"]),
            ("StringNotEquals", "*", ["x": "y", "*": "n"]),
            ("StringLike", "a*", ["ab": "y", "Ab": "n"]),
            ("StringLike", "a${*}", ["a*": "y", "ab": "n"]),
            ("StringEquals", "a${?}", ["a?": "y", "a${?}": "n"]),
            ("StringEquals", "${aws:none, 'a*'}", ["a*": "y", "ab": "n"]),
        ] as [(String, String, [String: String])])
    func values(_ name: String, _ wanted: String, _ expected: [String: String]) throws {
        for (value, letter) in expected {
            #expect(
                try Fixture.condition(name, .string(wanted), context: ["kms:x": [value]])
                    == OperatorTable.outcome(letter.first ?? "u"), "\(name) \(wanted): \(value)")
        }
    }
}
