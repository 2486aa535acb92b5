// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import AWSClient
import AWSSigning
import CofferAudit
import CofferBase
import CofferPipeline
import CofferTesting
import Testing

@testable import CofferEngine

/// Whatever comes, the engine answers with a reply that its clients can read, and its log stays whole.
@Suite("damaged requests")
struct FuzzTests {
    private static let tokens = [
        "{", "}", "[", "]", "\"", ":", ",", "\\u0000", "null", "-1", "1e400", "99999999999999999999", "true", "\u{0}", "é", "alias/",
        "arn:aws:kms:", "*", "&", "=", "%00", ".member.1",
    ]
    private static let json: [(target: String, service: String, body: String)] = [
        ("TrentService.CreateKey", "kms", #"{"Description":"d","KeyUsage":"ENCRYPT_DECRYPT","Tags":[{"TagKey":"a","TagValue":"b"}]}"#),
        ("TrentService.Encrypt", "kms", #"{"KeyId":"alias/a","Plaintext":"QQ==","EncryptionContext":{"a":"b"}}"#),
        ("TrentService.Decrypt", "kms", #"{"CiphertextBlob":"AQICAHhBQkNERUZH","EncryptionContext":{"a":"b"}}"#),
        ("TrentService.CreateAlias", "kms", #"{"AliasName":"alias/a","TargetKeyId":"1234abcd-12ab-34cd-56ef-1234567890ab"}"#),
        ("TrentService.CreateGrant", "kms", #"{"KeyId":"1234abcd-12ab-34cd-56ef-1234567890ab","GranteePrincipal":"arn:aws:iam::111122223333:root","Operations":["Encrypt"],"Constraints":{"EncryptionContextSubset":{"a":"b"}},"Name":"n"}"#),
        ("TrentService.RetireGrant", "kms", #"{"GrantToken":"QUJDREVGR0g="}"#),
        ("TrentService.ListRetirableGrants", "kms", #"{"RetiringPrincipal":"arn:aws:iam::111122223333:root","Limit":10,"Marker":"QUJD"}"#),
        ("TrentService.ImportKeyMaterial", "kms", #"{"KeyId":"1234abcd-12ab-34cd-56ef-1234567890ab","ImportToken":"QUJD","EncryptedKeyMaterial":"QUJD","ExpirationModel":"KEY_MATERIAL_DOES_NOT_EXPIRE"}"#),
        ("TrentService.ListKeys", "kms", #"{"Limit":10,"Marker":"QUJD"}"#),
        ("secretsmanager.CreateSecret", "secretsmanager", #"{"Name":"a/b","SecretString":"s","ClientRequestToken":"11111111-2222-4333-8444-555555555555"}"#),
        ("secretsmanager.GetSecretValue", "secretsmanager", #"{"SecretId":"a/b","VersionStage":"AWSCURRENT"}"#),
        ("secretsmanager.ListSecrets", "secretsmanager", #"{"MaxResults":5,"Filters":[{"Key":"name","Values":["a"]}],"NextToken":"QUJD"}"#),
        ("CloudTrail_20131101.LookupEvents", "cloudtrail", #"{"LookupAttributes":[{"AttributeKey":"EventName","AttributeValue":"Encrypt"}],"StartTime":1,"MaxResults":5}"#),
    ]
    private static let forms: [(service: String, body: String)] = [
        ("iam", "Action=CreateUser&Version=2010-05-08&UserName=bob&Path=%2Fa%2F&Tags.member.1.Key=k&Tags.member.1.Value=v"),
        ("iam", "Action=PutUserPolicy&Version=2010-05-08&UserName=bob&PolicyName=p&PolicyDocument=%7B%22Version%22%3A%222012-10-17%22%7D"),
        ("sts", "Action=AssumeRole&Version=2011-06-15&RoleArn=arn%3Aaws%3Aiam%3A%3A111122223333%3Arole%2Fa&RoleSessionName=s"),
    ]

    @Test("signed, with bodies that are not as they should be")
    func bodies() async throws {
        let fixture = try EngineFixture()
        let owner = try await fixture.client.call(Coffer.GetOwnerKey.self, .init())
        let credentials = Credentials(accessKeyID: owner.accessKeyId, secret: owner.secretAccessKey)
        var random = SeededRandom(seed: 31)
        for round in Fuzz.rounds(1500) {
            var request: AWSRequest
            let service: String
            if round.isMultiple(of: 4) {
                let form = random.pick(Self.forms)
                service = form.service
                request = AWSRequest(headers: ["Content-Type": "application/x-www-form-urlencoded; charset=utf-8"])
                request.body = Fuzz.damage(Array(form.body.utf8), tokens: Self.tokens, &random)
            } else {
                let call = random.pick(Self.json)
                service = call.service
                request = AWSRequest(headers: ["Content-Type": "application/x-amz-json-1.1", "X-Amz-Target": call.target])
                request.body = Fuzz.damage(Array(call.body.utf8), tokens: Self.tokens, &random)
            }
            request.headers["Host"] = "127.0.0.1"
            try Signer.sign(
                &request, credentials: credentials, region: "eu-central-1", service: service, at: SystemClock().now())
            let reply = await fixture.engine.respond(to: request)
            #expect(reply.status == 200 || (400..<500).contains(reply.status), "\(String(decoding: request.body, as: UTF8.self))")
            if reply.headers["Content-Type"]?.hasPrefix("application/x-amz-json") == true, !reply.body.isEmpty {
                #expect(throws: Never.self) { try JSONValue(parsing: reply.body) }
            }
        }
        #expect(try fixture.engine.vault.verifyLog().report.fault == nil)
    }

    @Test("unsigned, with any path, query and headers")
    func heads() async throws {
        let fixture = try EngineFixture()
        var random = SeededRandom(seed: 32)
        let names = ["Authorization", "X-Amz-Date", "X-Amz-Target", "Content-Type", "Host", "X-Amz-Security-Token"]
        let values = [
            "AWS4-HMAC-SHA256 Credential=AKIA/20261124/us-east-1/kms/aws4_request, SignedHeaders=host;x-amz-date, Signature=0",
            "20261124T120000Z", "TrentService.Decrypt", "application/x-amz-json-1.1", "127.0.0.1:1", "QUJD",
        ]
        for _ in Fuzz.rounds(5000) {
            func text(_ sample: String) -> String {
                String(decoding: Fuzz.damage(Array(sample.utf8), tokens: Self.tokens + [";", "/", " "], &random), as: UTF8.self)
            }
            var request = AWSRequest()
            request.path = text("/")
            request.query = text("Action=ListUsers&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=a%2Fb%2Fc")
            for (name, value) in zip(names, values) where random.chance(80) { request.headers[name] = text(value) }
            let reply = await fixture.engine.respond(to: request)
            #expect((400..<500).contains(reply.status))
        }
        #expect(try fixture.engine.vault.auditHead().size == 0)
    }
}
