// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import AWSClient
import AWSSigning
import CofferBase
import CofferPolicy
import Testing

@testable import CofferEngine
@testable import CofferPipeline

@Suite("Condition keys of Coffer's own")
struct OwnConditionKeyTests {
    private let fixture: EngineFixture

    init() throws { fixture = try EngineFixture() }

    private func user(_ name: String, _ condition: String, action: String = "kms:ListKeys") async throws -> AWSClient {
        _ = try await fixture.client.call(IAM.CreateUser.self, .init(userName: name))
        let policy =
            #"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"\#(action)","Resource":"*","Condition":\#(condition)}}"#
        _ = try await fixture.client.call(
            IAM.PutUserPolicy.self, .init(userName: name, policyName: "own", policyDocument: policy))
        let key = try await fixture.client.call(IAM.CreateAccessKey.self, .init(userName: name)).accessKey
        return fixture.client.with(
            credentials: StaticCredentialProvider(.init(accessKeyID: key.accessKeyId, secret: key.secretAccessKey)))
    }

    private func may(_ client: AWSClient) async throws -> Bool {
        do {
            _ = try await client.call(KMS.ListKeys.self, .init())
            return true
        } catch let error as AWSError where error.code == "AccessDeniedException" {
            return false
        }
    }

    /// The values of the keys that a policy reads, at a moment.
    private func times(_ keys: [String], at time: String) throws -> [[String]] {
        let conditions = keys.map { #""\#($0)":"x""# }.joined(separator: ",")
        let policy = try PolicyDocument.parse(
            #"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{\#(conditions)}}}}"#,
            kind: .identity)
        let account = try #require(AccountID("111122223333"))
        let own = try #require(OwnConditionKeys(PolicySet(identity: [policy], resourceAccount: account)))
        var context = ConditionContext()
        own.addTimes(to: &context, at: try #require(Timestamp(iso8601: time)))
        return keys.map { context[$0] }
    }

    @Test("the time of day and the day of the week are the zone's, summer time included")
    func zones() throws {
        let keys = ["coffer:TimeOfDay/Europe/Berlin", "coffer:DayOfWeek/Europe/Berlin", "COFFER:timeofday", "coffer:DayOfWeek/America/Los_Angeles"]
        #expect(try times(keys, at: "2026-07-05T22:05:00Z") == [["5"], ["Mon"], ["2205"], ["Sun"]])
        #expect(try times(keys, at: "2026-01-01T07:59:59Z") == [["859"], ["Thu"], ["759"], ["Wed"]])
        #expect(try times(["coffer:TimeOfDay/Asia/Kolkata"], at: "1969-12-31T23:00:00Z") == [["430"]])
        #expect(try times(["coffer:TimeOfDay/eUROPE/bERLIN", "coffer:Other"], at: "2026-01-01T07:59:59Z") == [["859"], []])
        for zone in ["Nowhere", "", "../etc"] {
            #expect(try times(["coffer:TimeOfDay/\(zone)"], at: "2026-01-01T00:00:00Z")[0].count > 1)
        }
    }

    @Test("a window holds, and a zone that isn't there lets nobody in")
    func windows() async throws {
        let always = try await user("always", #"{"NumericLessThanEquals":{"coffer:TimeOfDay/Europe/Berlin":"2359"},"StringEquals":{"coffer:DayOfWeek":["Mon","Tue","Wed","Thu","Fri","Sat","Sun"]}}"#)
        #expect(try await may(always))
        let never = try await user("never", #"{"NumericGreaterThan":{"coffer:TimeOfDay":"2359"}}"#)
        #expect(try await !may(never))
        for condition in [
            #"{"NumericLessThanEquals":{"coffer:TimeOfDay/No/Where":"2359"}}"#, #"{"NumericLessThan":{"coffer:CallsPerMinut":"5"}}"#,
            #"{"Null":{"COFFER:x":"true"}}"#,
        ] {
            await #expect(throws: AWSError.self) { try await user("nowhere", condition) }
            _ = try await fixture.client.call(IAM.DeleteUser.self, .init(userName: "nowhere"))
        }
    }

    @Test("of many calls at once exactly as many are allowed as the rate says, and refused ones don't count")
    func rate() async throws {
        let limited = try await user("limited", #"{"NumericLessThanEquals":{"coffer:CallsPerDay":"5"}}"#)
        let other = try await user("other", #"{"NumericLessThanEquals":{"coffer:CallsPerDay":"5"}}"#)
        let allowed = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<24 { group.addTask { try await may(limited) } }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(allowed == 5)
        for _ in 0..<3 { #expect(try await !may(limited)) }
        for _ in 0..<5 { #expect(try await may(other)) }
        #expect(try await !may(other))
    }

    @Test("a Deny for a zone that can't be known holds")
    func unknownZone() throws {
        let policy = try PolicyDocument.parse(
            #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"},{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"NumericLessThan":{"coffer:TimeOfDay/No/Where":"800"}}}]}"#,
            kind: .identity)
        let account = try #require(AccountID("111122223333"))
        let policies = PolicySet(identity: [policy], resourceAccount: account)
        var context = ConditionContext()
        try #require(OwnConditionKeys(policies)).addTimes(to: &context, at: Timestamp(milliseconds: 0))
        let request = AuthorizationRequest(
            principal: .user(arn: "arn:aws:iam::111122223333:user/a", userID: "AIDAEXAMPLEEXAMPLE01", account: account),
            action: "kms:Decrypt", resource: "*", context: context)
        #expect(!Evaluator.decide(request, policies).isAllowed)
    }

    @Test("a batch counts each of its items, and a failed call counts too")
    func batches() async throws {
        let client = fixture.client
        var names: [String] = []
        for index in 0..<6 {
            names.append("openai/b\(index)")
            _ = try await client.call(
                SecretsManager.CreateSecret.self, .init(name: names[index], secretString: SharedSecret(utf8: "canary-\(index)")))
        }
        let limited = try await user("batch", #"{"NumericLessThanEqualsIfExists":{"coffer:CallsPerDay":"4"}}"#, action: "*")
        let batch = try await limited.call(
            SecretsManager.BatchGetSecretValue.self, .init(secretIdList: Array(repeating: names[0], count: 6)))
        #expect(batch.secretValues?.count == 4)
        // A secret without a value: allowed, and refused for what it is.
        _ = try await client.call(SecretsManager.CreateSecret.self, .init(name: "openai/empty"))
        var codes: [String] = []
        for _ in 0..<6 {
            do {
                _ = try await limited.call(SecretsManager.GetSecretValue.self, .init(secretId: "openai/empty"))
            } catch let error as AWSError { codes.append(error.code) }
        }
        #expect(codes.filter { $0 == "ResourceNotFoundException" }.count == 4)
        #expect(codes.filter { $0 == "AccessDeniedException" }.count == 2)
    }

    @Test("what would be allowed is explained, for the time and the place that are supposed")
    func explained() async throws {
        _ = try await user("ann", #"{"NumericLessThan":{"coffer:TimeOfDay":"2500"},"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}}"#)
        func ask(_ context: [Coffer.ContextEntry]) async throws -> Coffer.ExplainOutput {
            try await fixture.client.call(
                Coffer.Explain.self,
                .init(
                    principalArn: "arn:aws:iam::111122223333:user/ann", action: "kms:ListKeys", resource: "*", context: context))
        }
        let inside = try await ask([.init(key: "aws:SourceIp", values: ["10.1.2.3"])])
        #expect(inside.isAllowed)
        #expect(inside.checks.first?.explanation == "allowed by statement 1 of the identity-based policy own")
        let outside = try await ask([.init(key: "aws:SourceIp", values: ["192.0.2.1"])])
        #expect(!outside.isAllowed)
        let failed = try #require(outside.checks.first?.failedCondition)
        #expect(failed.key == "aws:SourceIp" && failed.wanted == ["10.0.0.0/8"] && failed.found == ["192.0.2.1"])
        let late = try await ask([.init(key: "aws:SourceIp", values: ["10.1.2.3"]), .init(key: "coffer:TimeOfDay", values: ["2600"])])
        #expect(late.checks.first?.failedCondition?.key == "coffer:TimeOfDay")
        await #expect(throws: AWSError.self) {
            try await fixture.client.call(
                Coffer.Explain.self, .init(principalArn: "arn:aws:iam::111122223333:user/nobody", action: "kms:ListKeys"))
        }
    }

    @Test("reading a secret is explained with the decryption that it needs")
    func explainedReading() async throws {
        let client = fixture.client
        _ = try await client.call(
            SecretsManager.CreateSecret.self, .init(name: "openai/bot", secretString: SharedSecret(utf8: "canary-41aa")))
        _ = try await user("ann", "{}", action: "secretsmanager:GetSecretValue")
        let answer = try await client.call(
            Coffer.Explain.self,
            .init(
                principalArn: "arn:aws:iam::111122223333:user/ann", action: "secretsmanager:GetSecretValue",
                resource: "openai/bot"))
        #expect(answer.checks.map(\.action) == ["secretsmanager:GetSecretValue", "kms:Decrypt"])
        #expect(answer.isAllowed)
        let log = try await client.call(Coffer.ReadLog.self, .init()).entries.map(\.record)
        #expect(!log.contains { $0.contains("\"GetSecretValue\",\"awsRegion\"") || $0.contains("canary-41aa") })
    }
}
