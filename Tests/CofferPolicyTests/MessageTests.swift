// SPDX-License-Identifier: Apache-2.0
import CofferBase
import CofferPolicy
import Testing

@Suite("AWS's messages")
struct MessageTests {
    private static func document(_ statement: String, version: String = #""Version":"2012-10-17","#) -> String {
        #"{\#(version)"Statement":[{\#(statement)}]}"#
    }

    private static let allow = #""Effect":"Allow","#
    private static let act = #""Action":"kms:Decrypt","#
    private static let syntax = "Syntax errors in policy."
    private static let legacy = "The policy failed legacy parsing"
    private static let vendor = "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc."
    private static let resources = "Policy statement must contain resources."
    private static let actions = "Policy statement must contain actions."

    private static func resource(_ text: String) -> String { document(allow + act + #""Resource":\#(text)"#) }
    private static func action(_ text: String) -> String { document(allow + #""Resource":"*","Action":\#(text)"#) }
    private static func condition(_ text: String) -> String {
        document(allow + act + #""Resource":"*","Condition":\#(text)"#)
    }

    static let mistakes: [(String, String)] = [
        ("no JSON", syntax), ("", syntax), ("\"text\"", syntax), (#"{"Version":"2012-10-17"}"#, syntax),
        (#"{"Version":"2012-10-17","Statement":[]}"#, syntax), (#"{"Version":"2012-10-17","Statement":[3]}"#, syntax),
        (document(allow + act + #""Resource":"*""#, version: #""Version":"2015-01-01","#), syntax),
        (document(allow + act + #""Resource":"*""#, version: #""Id":[],"#), syntax),
        (document(allow + act + #""Resource":"*","Extra":1"#), syntax),
        (document(allow + act + #""Resource":"*""#, version: #""Version":"2012-10-17","Extra":1,"#), syntax),
        (document(act + #""Resource":"*""#), syntax), (document(#""Effect":"Maybe",\#(act)"Resource":"*""#), syntax),
        (document(allow + act + #""NotAction":[],"Resource":"*""#), syntax),
        (document(allow + act + #""Resource":"*","NotResource":[]"#), syntax), (action("{}"), syntax),
        (action("[[]]"), syntax), (resource(#"{"a":"*"}"#), syntax), (resource(#"["x",{}]"#), syntax),
        (condition("[]"), syntax), (condition(#""x""#), syntax), (condition(#"{"a":"b"}"#), syntax),
        (condition(#"{"Bool":[]}"#), syntax), (condition(#"{"Bool":{"a":{}}}"#), syntax),
        (condition(#"{"Booly":{"a":"true"}}"#), syntax), (condition(#"{"ForAnyValue::Bool":{"a":"true"}}"#), syntax),
        (document(allow + act + #""Resource":"*","Sid":{}"#), syntax),

        // The version: asked for once the whole document is well-formed, and before anything else.
        (
            document(allow + act + #""Resource":"*""#, version: ""),
            "Policy document must be version 2012-10-17 or greater."
        ),
        (
            document(allow, version: #""Version":"2008-10-17","#).replacing(",}", with: "}"),
            "Policy document must be version 2012-10-17 or greater."
        ),
        (document(#""Effect":"maybe""#, version: ""), syntax),

        // Legacy parsing comes before all that follows.
        (document(#""Effect":"aLLOW""#), legacy), (document(#""Effect":"deny",\#(act)"Resource":"arn:x:y""#), legacy),
        (resource(#""arn:aws:kms::key""#), legacy), (resource(#""arn:aws::eu:1:key""#), legacy),
        (resource(#"["*","arn:aws::x"]"#), legacy), (condition(#"{"DateLessThan":{"a":"soon"}}"#), legacy),
        (condition(#"{"DateLessThan":{"a":"2026-13"}}"#), legacy),
        (condition(#"{"DateEqualsIfExists":{"a":["2026-12-01","9223372036854775808"]}}"#), legacy),
        (condition(#"{"DateLessThan":{"a":"2026-12-01T2:00:00+1"}}"#), legacy),
        (condition(#"{"DateLessThan":{"a":"2026-12-01T2:00:00.9999999999Z"}}"#), legacy),
        (
            document(allow + #""Resource":"arn:nowhere:kms:::key","Condition":{"DateLessThan":{"a":"soon"}}"#), legacy
        ),

        (
            document(allow + act + #""Resource":"*","Sid":"a b""#),
            "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*"
        ),
        (
            #"{"Version":"2012-10-17","Statement":[{\#(allow)"Sid":"a"},{\#(allow)"Sid":"a"}]}"#,
            "Statement IDs (SID) in a single policy must be unique."
        ),
        (
            document(allow + #""Principal":"*",\#(act)"Resource":"*""#),
            "Policy document should not specify a principal."
        ),

        (document(#""Effect":"Deny""#), actions), (document(#""Effect":"Deny","Resource":"*""#), actions),
        (action("[]"), actions), (document(allow + #""NotAction":[]"#), actions),

        // A resource's form comes before an action's, an action's before the want of a resource.
        (document(allow + #""Resource":"key""#), actions),
        (resource(#""key""#), #"Resource key must be in ARN format or "*"."#),
        (resource(#""""#), #"Resource  must be in ARN format or "*"."#),
        (
            document(allow + #""Action":"Decrypt","Resource":["key"]"#), #"Resource key must be in ARN format or "*"."#
        ),
        (document(allow + #""Action":"Decrypt""#), vendor),
        (resource(#""x:y""#), #"Partition "y" is not valid for resource "arn:y:*:*:*:*"."#),
        (resource(#""x:y:z""#), #"Partition "y" is not valid for resource "arn:y:z:*:*:*"."#),
        (
            resource(#"["arn:y:kms:a:b:c:d","arn:z"]"#),
            #"Partition "y" is not valid for resource "arn:y:kms:a:b:c:d"."#
        ),
        (resource(#""arn:aws""#), "Resource vendor must be fully qualified and cannot contain regexes."),
        (resource(#""arn:aws:k*s:::x""#), "Resource vendor must be fully qualified and cannot contain regexes."),
        (
            resource(#""arn:aws:iam::111122223333:ada""#),
            "IAM resource path must either be \"*\" or start with user/, federated-user/, role/, group/, instance-profile/, mfa/, server-certificate/, policy/, sms-mfa/, saml-provider/, oidc-provider/, report/, access-report/."
        ),
        (
            resource(#""arn:aws:iam:eu-central-1::user/ada""#),
            "IAM resource arn:aws:iam:eu-central-1::user/ada cannot contain region information."
        ),
        (
            resource(#""arn:aws:s3:eu-central-1::bucket""#),
            "Resource arn:aws:s3:eu-central-1::bucket can not contain region information."
        ),

        (action(#""Decrypt""#), vendor), (action(#""""#), vendor),
        (action(#""kms:Decrypt:x""#), "Actions/Condition can contain only one colon."),
        (action(#"["*","k s:Decrypt"]"#), "Vendor k s is not valid"), (action(#"":Decrypt""#), "Vendor  is not valid"),
        (action(#""*:Create*""#), "Action vendors (e.g., aws, ec2, etc.) must not contain wildcards."),
        (action(#""k?s:*""#), "Action vendors (e.g., aws, ec2, etc.) must not contain wildcards."),

        (document(allow + act).replacing(",}", with: "}"), resources), (resource("[]"), resources),
        (resource("[null]"), resources),
    ]

    @Test("a document that IAM refuses gets its words", arguments: mistakes)
    func refused(_ text: String, _ message: String) {
        let error = Fixture.malformed(text, .managed)
        #expect(error?.message == message, "\(text)")
        #expect(error?.description.hasPrefix(message) == true)
    }

    @Test(
        "what IAM takes is taken",
        arguments: [
            action(#""*""#), action(#""*:*""#), action(#""kms: any thing at all""#), action(#""no-such.service1:x""#),
            resource(#""arn:aws:thing""#), resource(#"["arn:aws:kms:*:*:key/*",null]"#),
            resource(#""arn:aws:nowhere:::x""#),
            resource(#""arn:aws:iam::*:*""#), resource(#""arn:aws:iam:::user/${aws:username}""#),
            resource(#""arn:aws:s3:eu-central-1:1:accesspoint/x/object/*""#),
            resource(#""arn:aws:kms:eu-central-1:*""#),
            resource(#""arn:aws:kms:${aws:RequestedRegion}:*:key/*""#), condition("{}"),
            condition(#"{"x":{},"y":{}}"#), condition(#"{"DateLessThan":{}}"#),
            condition(#"{"DateLessThan":{"a":[]}}"#),
            condition(#"{"StringEqualsIfExists":{"a":"b"}}"#), condition(#"{"Bool":{"a:b":["True",false]}}"#),
            condition(#"{"NumericEquals":{"a:b":[1,2.5]}}"#),
            condition(
                #"{"DateLessThan":{"a:b":["01T","-292275054","2026-12-01t2:00:00.593194+23","2026","1700000000"]}}"#),
            #"{"Version":"2012-10-17","Statement":[{"Sid":"",\#(allow)\#(act)"Resource":"*"},{"Sid":"",\#(allow)\#(act)"Resource":"*"}]}"#,
        ])
    func taken(_ text: String) {
        #expect(Fixture.malformed(text, .managed) == nil)
        #expect(Fixture.malformed(text, .identity) == nil)
    }

    @Test("only a managed policy must have the newer version")
    func versions() {
        for version in ["", #""Version":"2008-10-17","#] {
            let text = Self.document(Self.allow + Self.act + #""Resource":"*""#, version: version)
            #expect(Fixture.malformed(text, .managed) != nil)
            for kind in [PolicyDocument.Kind.identity, .boundary, .session] {
                #expect(Fixture.malformed(text, kind) == nil)
            }
        }
    }

    @Test(
        "a trust policy's mistakes have words of their own",
        arguments: [
            ("{", "This policy contains invalid Json"),
            (#"{"Version":"2015-01-01","Statement":[]}"#, "The policy must contain a valid version string"),
            (#"{"Statement":[]}"#, "Could not parse the policy: Statement is empty!"),
            (#"{"Statment":[]}"#, "Unknown field Statment"),
            (document(allow + #""Principle":"*""#), "Unknown field Principle"),
            (document(#""Action":"sts:AssumeRole","Principal":"*""#), "Missing required field Effect"),
            (document(#""Effect":"allow","Action":"sts:AssumeRole","Principal":"*""#), "Invalid effect: allow"),
            (document(allow + #""Principal":"*""#), "Missing required field Action"),
            (document(allow + #""Action":"sts:AssumeRole""#), "Missing required field Principal"),
            (
                document(allow + #""Action":"*","Principal":"*""#),
                "AssumeRole policy may only specify STS AssumeRole actions."
            ),
            (
                document(allow + #""Action":"sts:AssumeRole","NotPrincipal":{"AWS":"111122223333"}"#),
                "Allow with NotPrincipal is not allowed."
            ),
            (
                document(#""Effect":"Deny","Action":"sts:AssumeRole","NotPrincipal":{"AWS":"111122223333"}"#),
                "AssumeRole policy must not contain NotPrincipal field."
            ),
            (
                document(allow + #""Action":"sts:AssumeRole","Principal":"*","Resource":"*""#),
                "Has prohibited field Resource"
            ),
            (
                document(allow + #""Action":"sts:AssumeRole","Principal":"*","NotResource":"*""#),
                "AssumeRole policy must not contain resources."
            ),
            (
                document(allow + #""Action":"sts:AssumeRole","Principal":{"AWS":"ada"}"#),
                #"Invalid principal in policy: "AWS":"ada""#
            ),
            (
                #"{"Statement":[{"Sid":"a",\#(allow)"Action":"sts:AssumeRole","Principal":"*"},{"Sid":"a",\#(allow)"Action":"sts:AssumeRole","Principal":"*"}]}"#,
                "The Statement Ids in the policy are not unique"
            ),
        ])
    func trust(_ text: String, _ message: String) {
        #expect(Fixture.malformed(text, .trust)?.message == message)
    }

    @Test(
        "what no editor should let through is refused in every kind, with its place",
        arguments: [
            ("\u{feff}" + resource(#""*""#), "line 1, column 1"), (resource(#""*""#) + "x", "text after the end"),
            (resource(#""*""#) + "\u{0}", "text after the end"), (resource("\"*\u{0}\""), "control character"),
            (resource(#""\ud800""#), "invalid escape"), (resource(#""\udc00\ud800""#), "invalid escape"),
            (resource(#""*","Resource":"*""#), "a name occurs twice"),
            (resource(#""*","\u0052esource":"*""#), "a name occurs twice"),
            (condition(#"{"Bool":{"a:b":"true"},"Bool":{"a:c":"true"}}"#), "a name occurs twice"),
            (document("", version: "").replacing("Statement", with: "St\u{430}tement"), "unknown element"),
            (document(#""\#u{415}ffect":"Allow""#), "unknown element"),
            (document(#""Effect\u0000":"Allow""#), "unknown element"),
            (document(#""\u200bEffect":"Allow""#), "unknown element"),
            (document(#""effect":"Allow""#), "unknown element"),
            (resource(#""*""#).replacing("2012", with: "\u{ff12}\u{ff10}\u{ff11}\u{ff12}"), "Version"),
            (resource(#""*""#).replacing(#""2012-10-17""#, with: "20121017"), "Version"),
            (resource(#""*""#).replacing("Allow", with: "\u{410}llow"), "Effect"),
            (resource(String(repeating: "[", count: 500)), "nested deeper"),
        ])
    func hostile(_ text: String, _ place: String) {
        for kind in [
            PolicyDocument.Kind.identity, .managed, .boundary, .session, .trust, .keyPolicy,
            .resource(service: "secretsmanager"),
        ] {
            let error = Fixture.malformed(text, kind)
            #expect(error?.place.contains(place) == true, "\(kind): \(error?.description ?? "taken")")
        }
        #expect(Fixture.malformed(Self.resource(#""*""#)) == nil)
    }

    @Test("what is quoted of a document is short and harmless")
    func quotes() {
        let error = Fixture.malformed(Self.action("\"" + String(repeating: "x", count: 5_000) + "\u{1b}\\u0007:x\""))
        #expect(error == nil || (error?.description.utf8.count ?? 0) < 400)
        let long = Fixture.malformed(Self.action("\"" + String(repeating: "x ", count: 2_000) + "\\u0007:x\""))
        #expect(long?.message.hasPrefix("Vendor x x") == true)
        #expect((long?.description.utf8.count ?? 1_000) < 300)
        let bell = Fixture.malformed(Self.action(#""a\u0007b:x""#))
        #expect(bell?.message == "Vendor a?b is not valid")
    }
}
