// SPDX-License-Identifier: Apache-2.0
import CofferBase
import CofferPolicy
import Testing

@Suite("Traces and reasons")
struct TraceTests {
    private func trace(
        _ policies: PolicySet, context: ConditionContext = [:], _ rules: Evaluator.Rules = .standard
    ) -> Evaluator.Trace {
        Evaluator.trace(
            AuthorizationRequest(
                principal: Fixture.user, action: "kms:Decrypt", resource: Fixture.key, context: context), policies,
            rules: rules)
    }

    @Test("a trace names every statement that matches, type by type, and what each type says")
    func matches() throws {
        let yes = Fixture.statement(sid: "Yes")
        let no = Fixture.statement("Deny", sid: "No")
        let elsewhere = Fixture.statement(action: "s3:*")
        var policies = PolicySet(
            identity: [try Fixture.identity(elsewhere, yes, no), try Fixture.identity(yes)],
            boundary: try Fixture.identity(elsewhere), session: [try Fixture.identity(yes)],
            resource: try Fixture.keyPolicy(Fixture.statement(principal: ["AWS": "111122223333"], sid: "Account")),
            resourceAccount: Fixture.account)
        policies.serviceControl = [try Fixture.identity(yes), try Fixture.identity(elsewhere)]
        let trace = trace(policies, .kmsKey)
        #expect(
            trace.matches.map {
                "\($0.statement.policy.rawValue) \($0.statement.index) \($0.statement.sid ?? "") \($0.isDeny)"
            }
                == [
                    "identity-based policy 1 Yes false", "identity-based policy 2 No true",
                    "identity-based policy 0 Yes false", "resource-based policy 0 Account false",
                    "session policy 0 Yes false", "service control policy 0 Yes false",
                ])
        #expect(
            trace.verdicts == [
                .identityBased: .deny, .resourceBased: .allow, .permissionsBoundary: .nothing, .session: .allow,
                .serviceControl: .nothing,
            ])
        guard case .deny(.explicit(let by)) = trace.decision else {
            Issue.record("\(trace.decision)")
            return
        }
        #expect(by == trace.matches[1].statement)
        #expect(trace.decision.explanation == "denied by statement \"No\" of the identity-based policy identity")
    }

    @Test("a trust policy is traced as one")
    func trust() throws {
        let trust = try Fixture.trust(
            Fixture.statement(action: "sts:AssumeRole", resource: nil, principal: ["AWS": .string(Fixture.userARN)]))
        let trace = Evaluator.trace(
            AuthorizationRequest(principal: Fixture.user, action: "sts:AssumeRole", resource: Fixture.roleARN),
            PolicySet(resource: trust, resourceAccount: Fixture.account), rules: .trustPolicy)
        #expect(trace.decision.isAllowed)
        #expect(trace.verdicts == [.roleTrust: .allow])
        #expect(trace.matches.map(\.statement.policy) == [.roleTrust])
    }

    @Test("keys that the request lacks are those of statements which would match otherwise")
    func missing() throws {
        let policy = try Fixture.identity(
            Fixture.statement(condition: [
                "StringEquals": ["kms:b": "${aws:username}", "kms:A": "${aws:x, 'y'}"], "Null": ["KMS:B": true],
            ]),
            Fixture.statement(action: "s3:*", condition: ["StringEquals": ["s3:no": "x"]]),
            Fixture.statement(
                resource: "arn:aws:kms:*:*:alias/${kms:alias}", condition: ["Bool": ["kms:flag": true]]),
            Fixture.statement(resource: "arn:aws:kms:*:*:alias/x", condition: ["Bool": ["kms:other": true]]),
            Fixture.statement("Deny", condition: ["StringLike": ["aws:there": "x"]]))
        let trace = trace(
            PolicySet(identity: [policy], resourceAccount: Fixture.account), context: ["AWS:There": ["y"]])
        #expect(trace.missingContextKeys == ["aws:username", "kms:A", "kms:alias", "kms:b", "kms:flag"])
    }

    @Test(
        "a denial tells in one sentence what the condition wants and what the request has",
        arguments: [
            ("StringEquals", ["bot"], ["web"], #"StringEquals kms:x wants "bot" and the request has "web""#),
            ("StringEquals", ["bot"], [], #"StringEquals kms:x wants "bot" and the request has none"#),
            (
                "StringLike", ["a*", "b"], ["c", "d"],
                #"StringLike kms:x wants "a*" or "b" and the request has "c" and "d""#
            ),
            (
                "StringNotEquals", ["web"], ["web"],
                #"StringNotEquals kms:x wants anything but "web" and the request has "web""#
            ),
            ("Bool", ["true"], ["a\u{7}\u{1b}[31m"], #"Bool kms:x wants "true" and the request has "a??[31m""#),
            (
                "StringEquals", ["1", "2", "3", "4", "5", "6", "7"], ["a", "b", "c"],
                #"StringEquals kms:x wants "1", "2", "3", "4", "5" or 2 more and the request has "a", "b" and "c""#
            ),
        ] as [(String, [String], [String], String)])
    func reasons(_ name: String, _ wanted: [String], _ found: [String], _ sentence: String) throws {
        let policy = try Fixture.identity(
            Fixture.statement(
                condition: .object(JSONObject([(name, ["kms:x": .array(wanted.map { .string($0) })])])), sid: "S"))
        let decision = Fixture.decide(
            context: ["kms:x": found], PolicySet(identity: [policy], resourceAccount: Fixture.account))
        #expect(
            decision.explanation
                == "no identity-based policy allows it; statement \"S\" of the identity-based policy identity would, but its condition "
                + sentence)
        guard case .deny(.implicit(_, let near?)) = decision else {
            Issue.record("\(decision)")
            return
        }
        #expect(near.wanted == wanted && near.found == found)
    }

    @Test("what is overlong is cut in a reason")
    func cut() throws {
        let long = String(repeating: "x", count: 5_000)
        let policy = try Fixture.identity(
            Fixture.statement(condition: ["StringEquals": ["kms:x": .string(long + "y")]]))
        let decision = Fixture.decide(
            context: ["kms:x": [long]], PolicySet(identity: [policy], resourceAccount: Fixture.account))
        #expect(decision.explanation.utf8.count < 500)
    }
}

@Suite("What a document tells of itself")
struct DocumentTests {
    @Test("context keys are those of conditions and variables, each once, in order, as written")
    func contextKeys() throws {
        let text =
            #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Condition":{"StringLike":{"s3:Prefix":["${aws:UserName}/*","${*}${?}${$}"]},"Null":{"kms:x":true}},"Resource":"arn:aws:s3:::${aws:PrincipalTag/a, 'none'}"},{"Effect":"Deny","Action":"s3:*","NotResource":"arn:aws:s3:::${AWS:username}","Condition":{"ArnLike":{"S3:prefix":"arn:aws:iam::${aws:PrincipalAccount}:role/*"},"StringEquals":{"aws:z":"${kms:x}"}}}]}"#
        #expect(
            try PolicyDocument.parse(text, kind: .identity).contextKeys == [
                "s3:Prefix", "aws:UserName", "kms:x", "aws:PrincipalTag/a", "aws:PrincipalAccount", "aws:z",
            ])
        // Before 2012-10-17 there are no variables.
        #expect(
            try PolicyDocument.parse(text.replacing("2012-10-17", with: "2008-10-17"), kind: .identity).contextKeys
                == ["s3:Prefix", "kms:x", "aws:z"])
    }

    @Test("principals are named each once, in order, and exactly")
    func namedPrincipals() throws {
        let (plain, composed) = ("arn:aws:iam::111122223333:role/e\u{301}", "arn:aws:iam::111122223333:role/\u{e9}")
        let policy = try Fixture.keyPolicy(
            Fixture.statement(principal: ["AWS": ["111122223333", .string(plain), "*"]]),
            Fixture.statement(principal: ["AWS": [.string(composed), .string(plain), "111122223333"]]))
        #expect(
            policy.namedPrincipals.map { Array($0.utf8) } == ["111122223333", plain, composed].map { Array($0.utf8) })
    }

    @Test("statements stand where AWS's examples say")
    func positions() {
        func places(_ text: String) -> [String] {
            StatementPosition.all(in: text).map {
                "\($0.start.line):\($0.start.column)-\($0.end.line):\($0.end.column)"
            }
        }
        // AWS CLI Reference, simulate-custom-policy.
        let cli =
            #"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"dynamodb:*","Resource":"*","Condition":{"DateGreaterThan":{"aws:CurrentTime":"2018-08-16T12:00:00Z"}}}}"#
        #expect(places(cli) == ["1:38-1:167"])
        // IAM API Reference, SimulatePrincipalPolicy.
        let api = """
            {
              "Version":"2012-10-17",
              "Statement":{
                "Effect":"Allow",
                "Action":"s3:PutObject",
                "Resource":"arn:aws:s3:::my-test-bucket"
              }
            }
            """
        #expect(places(api) == ["3:16-7:4"])
        #expect(places(api.replacing("\n", with: "\r\n")) == ["3:16-7:4"])
        #expect(places(api.replacing("\n", with: "\r")) == ["3:16-7:4"])
        // AmazonS3ReadOnlyAccess, as the same page has it.
        let managed = """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Effect": "Allow",
                  "Action": [
                    "s3:Get*",
                    "s3:List*"
                  ],
                  "Resource": "*"
                }
              ]
            }
            """
        #expect(places(managed) == ["3:17-11:6"])
        #expect(places(#"{"Statement":[{"a":1} , {"b":[{}]}],"Id":"x"}"#) == ["1:15-1:22", "1:22-1:35"])
        #expect(places(#"{"Id":"Statement","\u0053tatement":{"Sid":"é{\"]"}}"#) == ["1:37-1:51"])
        #expect(places("") == [] && places("[") == [] && places(#"{"Statement":"#) == [])
    }
}
