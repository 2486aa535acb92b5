// SPDX-License-Identifier: Apache-2.0
import CofferBase
import CofferPolicy
import CofferTesting

/// Random small policies and questions from a vocabulary so small that they often concern each other.
struct PolicyGenerator {
    var random: SeededRandom

    init(seed: UInt64) { random = SeededRandom(seed: seed) }

    static let resources = [
        Fixture.key, "arn:aws:kms:eu-central-1:111122223333:alias/ada", "arn:aws:kms:eu-central-1:111122223333:key/*",
        "*",
    ]

    struct Caller {
        let principal: Principal
        let names: [(name: String, closeness: Int)]
    }

    static let callers: [Caller] = {
        let digits = "111122223333"
        let root = "arn:aws:iam::111122223333:root"
        return [
            Caller(principal: Fixture.root, names: [(digits, 3), (root, 3)]),
            Caller(
                principal: Fixture.user,
                names: [(digits, 1), (root, 1), (Fixture.userARN, 3), ("AIDAEXAMPLEEXAMPLE01", 3)]),
            Caller(
                principal: Fixture.session,
                names: [
                    (digits, 1), (root, 1), (Fixture.roleARN, 2), ("AROAEXAMPLEEXAMPLE01", 2), (Fixture.sessionARN, 3),
                ]),
            Caller(
                principal: Fixture.stranger,
                names: [
                    ("444455556666", 1), ("arn:aws:iam::444455556666:root", 1), (Fixture.stranger.arn, 3),
                    ("AIDAEXAMPLEEXAMPLE02", 3),
                ]),
            Caller(
                principal: .federatedUser(
                    sessionARN: "arn:aws:sts::111122223333:federated-user/fay", userARN: Fixture.userARN,
                    userID: "AIDAEXAMPLEEXAMPLE01", account: Fixture.account),
                names: [
                    (digits, 1), (root, 1), (Fixture.userARN, 2), ("AIDAEXAMPLEEXAMPLE01", 2),
                    ("arn:aws:sts::111122223333:federated-user/fay", 3),
                ]),
            Caller(principal: .service("x.amazonaws.com"), names: []),
            Caller(principal: .federated(provider: "accounts.google.com"), names: []),
        ]
    }()

    mutating func some(_ from: [String]) -> JSONValue {
        if random.chance(60) { return .string(random.pick(from)) }
        return .array((0..<Int.random(in: 1...3, using: &random)).map { _ in .string(random.pick(from)) })
    }

    mutating func document(_ kind: PolicyDocument.Kind) -> JSONValue {
        let statements = (0..<Int.random(in: 1...4, using: &random)).map { _ in statement(kind) }
        var members: [(name: String, value: JSONValue)] = [("Statement", .array(statements))]
        if random.chance(85) { members.append(("Version", random.chance(90) ? "2012-10-17" : "2008-10-17")) }
        return .object(JSONObject(members))
    }

    mutating func statement(_ kind: PolicyDocument.Kind, effect: String? = nil) -> JSONValue {
        let effect = effect ?? (random.chance(85) ? "Allow" : "Deny")
        var members: [(name: String, value: JSONValue)] = [("Effect", .string(effect))]
        if kind == .trust {
            members.append(("Action", some(["sts:AssumeRole", "STS:assume*", "sts:TagSession", "sts:*"])))
        } else {
            members.append(
                (
                    random.chance(85) ? "Action" : "NotAction",
                    some([
                        "kms:Decrypt", "KMS:DECRYPT", "kms:De*", "kms:*crypt", "kms:Encrypt", "kms:?ncrypt", "*",
                        "s3:*", "sts:*",
                    ])
                ))
            if kind != .keyPolicy || random.chance(90) {
                members.append(
                    (
                        random.chance(85) ? "Resource" : "NotResource",
                        some(
                            Self.resources + [
                                "arn:aws:kms:*:alias/${aws:username}", "arn:aws:kms:*/${aws:PrincipalTag/t, '1*'}*",
                                "arn:aws:iam::*:user/*", "arn:aws:kms:*:alias/a?a${*}",
                            ])
                    ))
            }
        }
        if kind.namesPrincipals { members.append(principal(isTrust: kind == .trust, isDeny: effect == "Deny")) }
        if random.chance(40) { members.append(("Condition", condition())) }
        return .object(JSONObject(members))
    }

    private mutating func principal(isTrust: Bool, isDeny: Bool) -> (name: String, value: JSONValue) {
        let names = Self.callers.flatMap { $0.names.map(\.name) }
        if isDeny, !isTrust, random.chance(25) {
            let many = (0..<6).map { _ in JSONValue.string(random.pick(names)) }
            return ("NotPrincipal", random.chance(10) ? "*" : ["AWS": .array(many)])
        }
        if random.chance(10) { return ("Principal", "*") }
        var types: [(name: String, value: JSONValue)] = [("AWS", some(names + ["*"]))]
        if random.chance(30) { types.append(("Service", some(["x.amazonaws.com", "y.amazonaws.com"]))) }
        if random.chance(30) { types.append(("Federated", some(["accounts.google.com", "x.example"]))) }
        return ("Principal", .object(JSONObject(types)))
    }

    private mutating func condition() -> JSONValue {
        var operators: [(name: String, value: JSONValue)] = []
        for _ in 0..<Int.random(in: 1...2, using: &random) {
            let prefix = random.chance(70) ? "" : random.pick(["ForAnyValue:", "ForAllValues:"])
            let suffix = random.chance(75) ? "" : "IfExists"
            let key = random.pick(["kms:a", "KMS:A", "kms:n", "kms:arn", "aws:SourceIp", "kms:flag", "kms:none"])
            let base: String
            let values: [String]
            switch Int.random(in: 0..<6, using: &random) {
            case 0:
                base = random.pick([
                    "StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase",
                ])
                values = [
                    "ada", "Ada", "\u{e9}", "${aws:username}", "${aws:PrincipalTag/t}", "", "10", "${kms:a, 'ada'}",
                ]
            case 1:
                base = random.pick(["StringLike", "StringNotLike"])
                values = ["a*", "?d?", "*", "${aws:username}*", "${?}da", "arn:*", "1*"]
            case 2:
                base = random.pick(["ArnLike", "ArnEquals", "ArnNotLike", "ArnNotEquals"])
                values = [
                    "arn:aws:iam::*:role/*", "arn:aws:*:*:*:user/${aws:PrincipalTag/t}", "arn:aws:iam::1:role/ada",
                ]
            case 3:
                base = random.pick([
                    "NumericEquals", "NumericNotEquals", "NumericLessThan", "NumericLessThanEquals",
                    "NumericGreaterThan",
                    "NumericGreaterThanEquals",
                ])
                values = ["10", "9.5", "-1", "1e1"]
            case 4:
                base = random.pick(["IpAddress", "NotIpAddress"])
                values = ["10.0.0.0/8", "10.1.2.3/32", "0.0.0.0/0", "192.168.0.0/16"]
            default:
                base = random.pick(["Bool", "Null"])
                values = ["true", "false"]
            }
            let name = base == "Null" ? base : prefix + base + suffix
            if !operators.contains(where: { $0.name == name }) {
                operators.append((name, .object(JSONObject([(key, some(values))]))))
            }
        }
        return .object(JSONObject(operators))
    }

    mutating func context() -> [String: [String]] {
        var context: [String: [String]] = [:]
        let vocabulary: [(String, [String])] = [
            ("kms:a", ["ada", "Ada", "ADA", "e\u{301}", "\u{e9}", "*da", "", "10"]), ("Kms:A", ["ada"]),
            ("kms:n", ["10", "9", "10.0", "x", "-1"]),
            ("kms:arn", ["arn:aws:iam::1:role/ada", "arn:aws:iam::1:user/t:u", "arn", "arn:aws:s3:::b"]),
            ("aws:sourceip", ["10.1.2.3", "192.168.1.1", "8.8.8.8", "host"]), ("kms:flag", ["true", "FALSE", "1"]),
            ("aws:username", ["ada", "*", ""]), ("aws:PrincipalTag/T", ["ada", "t:u", "?da"]),
        ]
        for (key, values) in vocabulary where random.chance(key == "Kms:A" ? 5 : 60) {
            context[key] = (0..<(random.chance(75) ? 1 : Int.random(in: 0...3, using: &random))).map { _ in
                random.pick(values)
            }
        }
        return context
    }
}
