// SPDX-License-Identifier: Apache-2.0
import CofferBase
import CofferPolicy
import CofferTesting
import Testing

@Suite("Reading policies")
struct ParsingTests {
    static let good = #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"kms:*","Resource":"*"}]}"#

    @Test("what the grammar allows is read")
    func accepts() throws {
        let document = try PolicyDocument.parse(
            #"""
            {"Id": "x", "Statement": {"Sid": "", "Effect": "Deny", "NotAction": ["s3:Get*", "*:*"], "NotResource": [],
             "Condition": {}}}
            """#.replacing("[],", with: "\"arn:aws:kms:*\","), kind: .identity)
        #expect(document.version == .v2008)
        #expect(document.id == "x")
        #expect(document.statementCount == 1)
        let trust =
            #"{"Statement":[{"Effect":"Allow","Principal":{"AWS":["111122223333","arn:aws:iam::111122223333:role/a/b"],"Service":"x.amazonaws.com","Federated":"accounts.google.com"},"Action":["sts:AssumeRole","sts:TagSession"]}]}"#
        #expect(
            try PolicyDocument.parse(trust, kind: .trust).namedPrincipals == [
                "111122223333", "arn:aws:iam::111122223333:role/a/b",
            ])
        // AWS's own default key policy: spaces in the Sid, the account as principal.
        let key =
            #"{"Version":"2012-10-17","Id":"key-default-1","Statement":[{"Sid":"Enable IAM User Permissions","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"kms:*","Resource":"*"}]}"#
        _ = try PolicyDocument.parse(key, kind: .keyPolicy)
    }

    @Test(
        "anything else is refused, with the place",
        arguments: [
            ("", ""), ("[]", ""), ("{}", ""), (#"{"Statement":[]}"#, ""),
            (#"{"Statement":[{"Effect":"Allow","Action":"kms:*","Resource":"*"}],"Conditions":{}}"#, "Conditions"),
            (#"{"Version":"2012-10-18","Statement":[]}"#, "Version"),
            (#"{"Version":"2012-10-17","Version":"2012-10-17","Statement":[]}"#, "column"),
            (#"{"Statement":[{"Effect":"Allow","Effect":"Deny","Action":"kms:*","Resource":"*"}]}"#, "column"),
            (#"{"Statement":["x"]}"#, "Statement[0]"),
            (#"{"Statement":[{"Action":"kms:*","Resource":"*"}]}"#, "Statement[0].Effect"),
            (#"{"Statement":[{"Effect":"allow","Action":"kms:*","Resource":"*"}]}"#, "Statement[0].Effect"),
            (#"{"Statement":[{"Effect":"Allow","Resource":"*"}]}"#, "Statement[0].Action"),
            (#"{"Statement":[{"Effect":"Allow","Action":[],"Resource":"*"}]}"#, "Statement[0].Action"),
            (#"{"Statement":[{"Effect":"Allow","Action":[["kms:*"]],"Resource":"*"}]}"#, "Statement[0].Action"),
            (#"{"Statement":[{"Effect":"Allow","Action":"Decrypt","Resource":"*"}]}"#, "Statement[0].Action"),
            (#"{"Statement":[{"Effect":"Allow","Action":"k*s:Decrypt","Resource":"*"}]}"#, "Statement[0].Action"),
            (#"{"Statement":[{"Effect":"Allow","Action":"kms:a:b","Resource":"*"}]}"#, "Statement[0].Action"),
            (#"{"Statement":[{"Effect":"Allow","Action":"kms:","Resource":"*"}]}"#, "Statement[0].Action"),
            (#"{"Statement":[{"Effect":"Allow","Action":"kms:${aws:x}","Resource":"*"}]}"#, "Statement[0].Action"),
            (
                #"{"Statement":[{"Effect":"Allow","Action":"kms:*","NotAction":"kms:*","Resource":"*"}]}"#,
                "Action and NotAction"
            ),
            (
                #"{"Statement":[{"Effect":"Allow","Action":"kms:*","Resource":"*","NotResource":"*"}]}"#,
                "Resource and NotResource"
            ),
            (#"{"Statement":[{"Effect":"Allow","Action":"kms:*"}]}"#, "Statement[0].Resource"),
            (#"{"Statement":[{"Effect":"Allow","Action":"kms:*","Resource":[]}]}"#, "Statement[0].Resource"),
            (#"{"Statement":[{"Effect":"Allow","Action":"kms:*","Resource":"key/1"}]}"#, "Statement[0].Resource"),
            (
                #"{"Statement":[{"Effect":"Allow","Action":"kms:*","Resource":"arn:azure:kms:::key/1"}]}"#,
                "Statement[0].Resource"
            ),
            (
                #"{"Statement":[{"Effect":"Allow","Action":"kms:*","Resource":"*","Principal":"*"}]}"#,
                "Statement[0].Principal"
            ),
            (#"{"Statement":[{"Effect":"Allow","Action":"kms:*","Resource":"*","Sid":"a b"}]}"#, "Statement[0].Sid"),
            (#"{"Statement":[{"Effect":"Allow","Action":"kms:*","Resource":"*","Sid":1}]}"#, "Statement[0].Sid"),
            (
                #"{"Statement":[{"Effect":"Allow","Action":"kms:*","Resource":"*","Sid":"a"},{"Effect":"Allow","Action":"kms:*","Resource":"*","Sid":"a"}]}"#,
                "Statement[1].Sid"
            ),
            (
                #"{"Statement":[{"Effect":"Allow","Action":"kms:*","Resource":"*","Condition":[]}]}"#,
                "Statement[0].Condition"
            ),
            (
                #"{"Statement":[{"Effect":"Allow","Action":"kms:*","Resource":"*","Condition":{"stringequals":{"a:x":"y"}}}]}"#,
                "Condition.stringequals"
            ),
            (
                #"{"Statement":[{"Effect":"Allow","Action":"kms:*","Resource":"*","Condition":{"NullIfExists":{"a:x":true}}}]}"#,
                "Condition.NullIfExists"
            ),
            (
                #"{"Statement":[{"Effect":"Allow","Action":"kms:*","Resource":"*","Condition":{"ForAll:StringLike":{"a:x":"y"}}}]}"#,
                "ForAll:StringLike"
            ),
            (
                #"{"Statement":[{"Effect":"Allow","Action":"kms:*","Resource":"*","Condition":{"StringLike":{"a:x":[{}]}}}]}"#,
                "StringLike.a:x"
            ),
            (
                #"{"Statement":[{"Effect":"Allow","Action":"kms:*","Resource":"*","Condition":{"StringLike":{"a:x":null}}}]}"#,
                "StringLike.a:x"
            ),
        ])
    func refuses(_ text: String, _ place: String) {
        let error = Fixture.malformed(text)
        #expect(error != nil)
        #expect(error?.reason == .malformed)
        #expect(error?.place.contains(place) == true || place.isEmpty, "\(error?.place ?? "")")
    }

    @Test(
        "a principal must be whole and of a known form",
        arguments: [
            #""arn:aws:iam::111122223333:user/ada""#, #"{}"#, #"{"AWS":[]}"#,
            #"{"AWS":"arn:aws:iam::111122223333:user/*"}"#,
            #"{"AWS":"arn:aws:iam::*:root"}"#, #"{"AWS":"arn:aws:iam::111122223333:group/x"}"#, #"{"AWS":"ada"}"#,
            #"{"AWS":"arn:aws:iam::111122223333:role/"}"#, #"{"Service":"*"}"#, #"{"Federated":"*"}"#,
            #"{"CanonicalUser":"x"}"#,
            #"{"AWS":"arn:aws:sts::111122223333:assumed-role/app"}"#, #"{"AWS":"11112222333"}"#, #"{"AWS":""}"#,
            #"{"AWS":"arn:aws:iam::111122223333:user/${aws:username} "}"#,
        ])
    func principals(_ principal: String) {
        let text = #"{"Statement":[{"Effect":"Allow","Action":"kms:*","Resource":"*","Principal":\#(principal)}]}"#
        #expect(Fixture.malformed(text, .keyPolicy)?.place.hasPrefix("Statement[0].Principal") == true)
    }

    @Test("each kind has its own elements")
    func kinds() throws {
        let bare = #"{"Statement":[{"Effect":"Allow","Action":"kms:*","Resource":"*"}]}"#
        let withPrincipal = #"{"Statement":[{"Effect":"Allow","Principal":"*","Action":"kms:*","Resource":"*"}]}"#
        let withoutResource = #"{"Statement":[{"Effect":"Allow","Principal":"*","Action":"kms:*"}]}"#
        for kind in [PolicyDocument.Kind.session, .boundary, .identity] {
            #expect(Fixture.malformed(bare, kind) == nil)
            #expect(
                Fixture.malformed(withPrincipal, kind)?.message == "Policy document should not specify a principal.")
        }
        #expect(Fixture.malformed(bare, .keyPolicy)?.place == "Statement[0].Principal")
        #expect(Fixture.malformed(withoutResource, .keyPolicy) == nil)
        #expect(
            Fixture.malformed(withoutResource, .resource(service: "secretsmanager"))?.message
                == "Policy statement must contain resources.")
        let trust = #"{"Statement":[{"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole","Resource":"*"}]}"#
        #expect(Fixture.malformed(trust, .trust)?.message == "Has prohibited field Resource")
        #expect(
            Fixture.malformed(withoutResource, .trust)?.message
                == "AssumeRole policy may only specify STS AssumeRole actions.")
        let spare =
            #"{"Statement":[{"Effect":"Allow","NotPrincipal":{"AWS":"111122223333"},"Action":"kms:*","Resource":"*"}]}"#
        #expect(Fixture.malformed(spare, .keyPolicy)?.message == "NotPrincipal is not supported with Allow.")
        #expect(Fixture.malformed(spare.replacing("Allow", with: "Deny"), .keyPolicy) == nil)
    }

    @Test("ForAllValues on the encryption context is refused in a key policy")
    func forAllEncryptionContext() {
        func text(_ name: String, _ key: String) -> String {
            #"{"Statement":[{"Effect":"Allow","Principal":"*","Action":"kms:*","Resource":"*","Condition":{"\#(name)":{"\#(key)":"a"}}}]}"#
        }
        #expect(Fixture.malformed(text("ForAllValues:StringEquals", "KMS:encryptioncontext:App"), .keyPolicy) != nil)
        #expect(
            Fixture.malformed(text("ForAllValues:StringLikeIfExists", "kms:EncryptionContext:a"), .keyPolicy) != nil)
        #expect(Fixture.malformed(text("ForAllValues:StringEquals", "kms:EncryptionContextKeys"), .keyPolicy) == nil)
        #expect(Fixture.malformed(text("StringEquals", "kms:EncryptionContext:a"), .keyPolicy) == nil)
    }

    @Test("size counts as the quota does")
    func limits() throws {
        let long = Self.good + String(repeating: " ", count: 20_000)
        _ = try PolicyDocument.parse(long, kind: .identity)
        #expect(Fixture.malformed(long + String(repeating: " ", count: 120_000))?.reason == .tooLarge(limit: 10_240))
        #expect(Fixture.malformed(long, .session)?.reason == .tooLarge(limit: 2048))
        _ = try PolicyDocument.parse(long, kind: .session, limits: .keyPolicy)
        let deep = String(repeating: #"{"Statement":"#, count: 200)
        #expect(Fixture.malformed(deep)?.reason == .malformed)
    }

    @Test("an unknown element anywhere is refused")
    func unknownElements() {
        for name in ["Statements", "version", "principal", "Resources", "Sid ", "Condition\u{301}"] {
            #expect(Fixture.malformed(#"{"\#(name)":"x",\#(Self.good.dropFirst())"#) != nil)
            #expect(Fixture.malformed(Self.good.replacing(#"{"Effect""#, with: #"{"\#(name)":"x","Effect""#)) != nil)
        }
    }
}
