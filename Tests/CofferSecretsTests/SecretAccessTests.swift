// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import CofferBase
import CofferPipeline
import CofferStore
import Testing

@testable import CofferSecrets

@Suite("who may read secrets")
struct SecretAccessTests {
    let vault: SecretsVault

    init() throws { vault = try SecretsVault() }

    private func policy(_ principal: String, _ actions: String) -> String {
        """
        {"Version":"2012-10-17","Statement":[
          {"Effect":"Allow","Principal":\(principal),"Action":\(actions),"Resource":"*"}]}
        """
    }

    private func putPolicy(_ text: String, on id: String, block: Bool? = nil) async throws {
        try await vault.call(
            SM.PutResourcePolicy.self, .init(secretId: id, resourcePolicy: text, blockPublicPolicy: block))
    }

    @Test("a secret under a key of one's own is not read without kms:Decrypt")
    func withoutDecrypt() async throws {
        let key = try await vault.createKey()
        try await vault.create("s", "hidden", key: key)
        let reader = try vault.user("reader", allow("secretsmanager:GetSecretValue"))
        let refusal = try await vault.refusal(SM.GetSecretValue.self, .init(secretId: "s"), as: reader)
        #expect(refusal.code == "AccessDeniedException")
        let both = try vault.user("both", allow("secretsmanager:GetSecretValue", "kms:Decrypt"))
        #expect(try await vault.value("s", as: both) == "hidden")
        let writer = try vault.user("writer", allow("secretsmanager:*", "kms:Decrypt"))
        let create = try await vault.refusal(
            SM.CreateSecret.self,
            .init(
                name: "t", clientRequestToken: UniqueID.uuid(), kmsKeyId: key, secretString: SharedSecret(utf8: "x")),
            as: writer)
        #expect(create.code == "AccessDeniedException")
    }

    @Test("the default key needs no rights of its own in its account")
    func defaultKey() async throws {
        try await vault.create("s", "open")
        let reader = try vault.user("reader", allow("secretsmanager:GetSecretValue"))
        #expect(try await vault.value("s", as: reader) == "open")
    }

    @Test("rights end at the named secret, be another there or not")
    func narrow() async throws {
        let arn = try #require(try await vault.create("mine").arn)
        try await vault.create("other")
        let reader = try vault.user("reader", allow("secretsmanager:GetSecretValue", on: arn))
        #expect(try await vault.value("mine", as: reader) == "first")
        for name in ["other", "missing"] {
            let refusal = try await vault.refusal(SM.GetSecretValue.self, .init(secretId: name), as: reader)
            #expect(refusal.code == "AccessDeniedException")
        }
    }

    @Test("another account reads by the secret's policy and its own, never under the default key")
    func foreign() async throws {
        let other = try #require(AccountID("444455556666"))
        let stranger = try vault.owner(of: other)
        let arn = try #require(try await vault.create("s", "shared").arn)
        #expect(
            try await vault.refusal(SM.DescribeSecret.self, .init(secretId: arn), as: stranger).code
                == "AccessDeniedException")
        try await putPolicy(policy(#"{"AWS":"arn:aws:iam::\#(other):root"}"#, #""secretsmanager:*""#), on: "s")
        #expect(try await vault.call(SM.DescribeSecret.self, .init(secretId: arn), as: stranger).arn == arn)
        let refused = AWSError(
            "InvalidRequestException",
            "You can't access a secret from a different AWS account if you encrypt the secret with the default KMS "
                + "service key.")
        #expect(try await vault.refusal(SM.GetSecretValue.self, .init(secretId: arn), as: stranger) == refused)
        #expect(
            try await vault.refusal(
                SM.PutSecretValue.self,
                .init(secretId: arn, clientRequestToken: UniqueID.uuid(), secretString: SharedSecret(utf8: "x")),
                as: stranger) == refused)
    }

    @Test("an ARN of another region names nothing here, and half an ARN names the secret")
    func references() async throws {
        let arn = try #require(try await vault.create("app/key", "v").arn)
        #expect(try await vault.value(arn) == "v")
        #expect(try await vault.value(String(arn.dropLast(7))) == "v")
        let missing = AWSError("ResourceNotFoundException", "Secrets Manager can't find the specified secret.")
        let elsewhere = arn.replacing("eu-central-1", with: "us-east-1")
        #expect(try await vault.refusal(SM.GetSecretValue.self, .init(secretId: elsewhere)) == missing)
        #expect(
            try await vault.refusal(SM.GetSecretValue.self, .init(secretId: "app/key"), region: "us-east-1") == missing)
        #expect(try await vault.refusal(SM.GetSecretValue.self, .init(secretId: "App/key")) == missing)
        #expect(
            try await vault.refusal(SM.GetSecretValue.self, .init(secretId: String(arn.dropLast(6)) + "aaaaaa"))
                == missing)
        for name in ["Inv Name", " Inv *?!]Name\\-", "a:b"] {
            #expect(
                try await vault.refusal(SM.DescribeSecret.self, .init(secretId: name))
                    == AWSError(
                        "ValidationException",
                        "Invalid name. Must be a valid name containing alphanumeric characters, or any of the following"
                            + ": -/_+=.@!"))
        }
    }

    @Test("a public policy is refused where it is to be blocked")
    func publicPolicy() async throws {
        try await vault.create("s")
        let open = policy("\"*\"", #""secretsmanager:GetSecretValue""#)
        await #expect(throws: AWSError.self) { try await putPolicy(open, on: "s", block: true) }
        try await putPolicy(open, on: "s")
        #expect(try await vault.call(SM.GetResourcePolicy.self, .init(secretId: "s")).resourcePolicy == open)
        let validated = try await vault.call(SM.ValidateResourcePolicy.self, .init(resourcePolicy: open))
        #expect(validated.policyValidationPassed == false && validated.validationErrors?.count == 1)
        try await vault.call(SM.DeleteResourcePolicy.self, .init(secretId: "s"))
        #expect(try await vault.call(SM.GetResourcePolicy.self, .init(secretId: "s")).resourcePolicy == nil)
        await #expect(throws: AWSError.self) { try await putPolicy("{", on: "s") }
    }

    @Test("only a condition with fixed values narrows what everybody may do")
    func narrowing() throws {
        func isBroad(_ principal: String, _ condition: String? = nil) throws -> Bool {
            let tail = condition.map { ",\"Condition\":\($0)" } ?? ""
            let statement = #"{"Effect":"Allow","Action":"*","Resource":"*","Principal":\#(principal)\#(tail)}"#
            return PublicAccess.isBroad(try JSONValue(parsing: #"{"Statement":\#(statement)}"#))
        }
        #expect(try isBroad("\"*\""))
        #expect(try isBroad(#"{"AWS":["111122223333","*"]}"#))
        #expect(try !isBroad(#"{"AWS":"111122223333"}"#))
        #expect(try !isBroad("\"*\"", #"{"StringEquals":{"aws:PrincipalOrgID":"o-1"}}"#))
        #expect(try !isBroad("\"*\"", #"{"ArnLike":{"aws:PrincipalArn":"arn:aws:iam::111122223333:role/*"}}"#))
        #expect(try isBroad("\"*\"", #"{"ArnLike":{"aws:PrincipalArn":"arn:aws:iam::*:role/app"}}"#))
        #expect(try isBroad("\"*\"", #"{"StringNotEquals":{"aws:PrincipalOrgID":"o-1"}}"#))
        #expect(try isBroad("\"*\"", #"{"StringEqualsIfExists":{"aws:PrincipalOrgID":"o-1"}}"#))
        #expect(try isBroad("\"*\"", #"{"IpAddress":{"aws:SourceIp":"0.0.0.0/0"}}"#))
        #expect(try isBroad("\"*\"", #"{"StringEquals":{"secretsmanager:VersionStage":"AWSCURRENT"}}"#))
    }

    @Test("a batch tells what went wrong beside the values of the others")
    func batch() async throws {
        let key = try await vault.createKey()
        let readable = try #require(try await vault.create("readable", "one").arn)
        try await vault.create("forbidden", "two")
        try await vault.create("sealed", "three", key: key)
        try await vault.create("empty", nil)
        let reader = try vault.user(
            "reader",
            """
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Resource":"*",
               "Action":["secretsmanager:BatchGetSecretValue","secretsmanager:GetSecretValue"]},
              {"Effect":"Deny","Action":"secretsmanager:GetSecretValue",
               "Resource":"arn:aws:secretsmanager:*:*:secret:forbidden-??????"}]}
            """)
        let output = try await vault.call(
            SM.BatchGetSecretValue.self,
            .init(secretIdList: [readable, "forbidden", "sealed", "empty", "missing", "no name"]), as: reader)
        #expect(output.secretValues?.map(\.name) == ["readable"])
        #expect(output.secretValues?.first?.secretString?.withText { $0 } == "one")
        #expect(output.errors?.map(\.secretId) == ["forbidden", "sealed", "empty", "missing", "no name"])
        #expect(
            output.errors?.map(\.errorCode) == [
                "AccessDeniedException", "AccessDeniedException", "ResourceNotFoundException",
                "ResourceNotFoundException", "ValidationException",
            ])
        let events = try vault.events().filter { $0["eventName"]?.string == "GetSecretValue" }
        #expect(events.count == 1)
        let nobody = try vault.user("nobody", allow("secretsmanager:GetSecretValue"))
        #expect(
            try await vault.refusal(SM.BatchGetSecretValue.self, .init(secretIdList: ["readable"]), as: nobody).code
                == "AccessDeniedException")
    }

    @Test("a batch by filters comes in pages")
    func batchPages() async throws {
        for number in 0..<5 { try await vault.create("s\(number)", "\(number)") }
        var values: [String] = []
        var token: String?
        repeat {
            let page = try await vault.call(
                SM.BatchGetSecretValue.self,
                .init(filters: [SM.Filter(key: "name", values: ["s"])], maxResults: 2, nextToken: token))
            values += page.secretValues?.compactMap { $0.secretString?.withText { $0 } } ?? []
            token = page.nextToken
        } while token != nil
        #expect(values == ["0", "1", "2", "3", "4"])
        for input in [SM.BatchGetSecretValueInput(), .init(secretIdList: ["a"], maxResults: 2)] {
            #expect(try await vault.refusal(SM.BatchGetSecretValue.self, input).code == "InvalidParameterException")
        }
    }
}
