// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import AWSClient
import AWSSigning
import CofferBase
import CofferTesting
import Testing

@Suite("What is simulated and what happens")
struct SimulationTests {
    /// A call that a trial makes, and the resource that it is about.
    private enum Trial: String, CaseIterable {
        case listUsers = "iam:ListUsers"
        case getUser = "iam:GetUser"
        case getGroup = "iam:GetGroup"
        case listKeys = "kms:ListKeys"
        case listSecrets = "secretsmanager:ListSecrets"

        var resource: String {
            switch self {
            case .listUsers: "arn:aws:iam::111122223333:user/"
            case .getUser: "arn:aws:iam::111122223333:user/a/eve"
            case .getGroup: "arn:aws:iam::111122223333:group/g"
            case .listKeys, .listSecrets: "*"
            }
        }

        func make(_ client: AWSClient) async throws {
            switch self {
            case .listUsers: _ = try await client.call(IAM.ListUsers.self, .init())
            case .getUser: _ = try await client.call(IAM.GetUser.self, .init(userName: "eve"))
            case .getGroup: _ = try await client.call(IAM.GetGroup.self, .init(groupName: "g"))
            case .listKeys: _ = try await client.call(KMS.ListKeys.self, .init())
            case .listSecrets: _ = try await client.call(SecretsManager.ListSecrets.self, .init())
            }
        }
    }

    private func statement(_ random: inout SeededRandom) -> String {
        let effect = random.chance(80) ? "Allow" : "Deny"
        let action = random.chance(90) ? "Action" : "NotAction"
        let actions = ["iam:*", "iam:List*", "IAM:getuser", "iam:Get*", "kms:*", "kms:ListKeys", "secretsmanager:?istSecrets", "*"]
        let resource = random.chance(90) ? "Resource" : "NotResource"
        let resources = ["*", "*", "arn:aws:iam::111122223333:user/*", "arn:aws:iam::*:user/a/${aws:username}", "arn:aws:iam::*:group/g"]
        let conditions = [
            #""StringEquals":{"aws:username":"eve"}"#, #""StringEquals":{"aws:PrincipalTag/team":"red"}"#,
            #""StringNotEquals":{"aws:PrincipalTag/team":"red"}"#, #""Bool":{"aws:SecureTransport":"true"}"#,
            #""Null":{"aws:MultiFactorAuthAge":"true"}"#, #""ArnLike":{"aws:PrincipalArn":"arn:aws:iam::*:user/a/*"}"#,
            #""StringEqualsIfExists":{"aws:RequestedRegion":"us-east-1"}"#,
        ]
        let condition = random.chance(40) ? #","Condition":{\#(random.pick(conditions))}"# : ""
        return
            #"{"Effect":"\#(effect)","\#(action)":"\#(random.pick(actions))","\#(resource)":"\#(random.pick(resources))"\#(condition)}"#
    }

    private func policy(_ random: inout SeededRandom) -> String {
        document((0..<Int.random(in: 1...3, using: &random)).map { _ in statement(&random) }.joined(separator: ","))
    }

    @Test("the simulator says of random policies on a user, a group and a boundary what calls then come to")
    func agreement() async throws {
        let fixture = try EngineFixture()
        let iam = fixture.client
        _ = try await iam.call(
            IAM.CreateUser.self, .init(userName: "eve", path: "/a/", tags: [.init(key: "team", value: "red")]))
        let made = try await iam.call(IAM.CreateAccessKey.self, .init(userName: "eve")).accessKey
        let eve = iam.with(
            credentials: StaticCredentialProvider(.init(accessKeyID: made.accessKeyId, secret: made.secretAccessKey)))
        let arn = "arn:aws:iam::111122223333:user/a/eve"
        _ = try await iam.call(IAM.CreateGroup.self, .init(groupName: "g"))
        _ = try await iam.call(IAM.AddUserToGroup.self, .init(groupName: "g", userName: "eve"))
        var random = SeededRandom(seed: 7)
        var seen: [String: Int] = [:]
        for round in 0..<60 {
            _ = try await iam.call(
                IAM.PutUserPolicy.self, .init(userName: "eve", policyName: "p", policyDocument: policy(&random)))
            _ = try await iam.call(
                IAM.PutGroupPolicy.self, .init(groupName: "g", policyName: "p", policyDocument: policy(&random)))
            if random.chance(30) {
                let made = try await iam.call(
                    IAM.CreatePolicy.self, .init(policyName: "b\(round)", policyDocument: policy(&random))).policy
                _ = try await iam.call(
                    IAM.PutUserPermissionsBoundary.self,
                    .init(userName: "eve", permissionsBoundary: try #require(made?.arn)))
            } else if random.chance(50) {
                _ = await refusal { try await iam.call(IAM.DeleteUserPermissionsBoundary.self, .init(userName: "eve")) }
            }
            for trial in Trial.allCases {
                let region = trial == .listKeys || trial == .listSecrets ? "eu-central-1" : "us-east-1"
                let result = try await iam.call(
                    IAM.SimulatePrincipalPolicy.self,
                    .init(
                        policySourceArn: arn, actionNames: [trial.rawValue], resourceArns: [trial.resource],
                        contextEntries: [
                            .init(contextKeyName: "aws:SecureTransport", contextKeyValues: ["true"], contextKeyType: "boolean"),
                            .init(contextKeyName: "aws:RequestedRegion", contextKeyValues: [region], contextKeyType: "string"),
                        ])
                ).evaluationResults?.first
                let simulated = try #require(result?.evalDecision)
                seen[simulated, default: 0] += 1
                let error = await refusal { try await trial.make(eve) }
                #expect(error == nil || error?.message?.contains("not authorized to perform: \(trial.rawValue)") == true)
                #expect((error == nil) == (simulated == "allowed"), "round \(round), \(trial)")
                #expect(
                    (error?.message?.contains("explicit deny") == true) == (simulated == "explicitDeny"),
                    "round \(round), \(trial)")
            }
        }
        for decision in ["allowed", "explicitDeny", "implicitDeny"] { #expect(seen[decision, default: 0] > 20, "\(seen)") }
    }

    private func simulate(
        _ client: AWSClient, _ policies: [String], _ actions: [String], resources: [String]? = nil,
        boundary: [String]? = nil, resourcePolicy: String? = nil, owner: String? = nil, caller: String? = nil,
        context: [IAM.ContextEntry]? = nil, limit: Int? = nil, marker: String? = nil
    ) async throws -> IAM.SimulateCustomPolicyOutput {
        try await client.call(
            IAM.SimulateCustomPolicy.self,
            .init(
                policyInputList: policies, actionNames: actions, permissionsBoundaryPolicyInputList: boundary,
                resourceArns: resources, resourcePolicy: resourcePolicy, resourceOwner: owner, callerArn: caller,
                contextEntries: context, maxItems: limit, marker: marker))
    }

    @Test("pages of a simulation hold every action on every resource once, in order")
    func pages() async throws {
        let client = try EngineFixture().client
        let actions = (0..<7).map { "s3:Get\($0)" }
        let resources = (0..<3).map { "arn:aws:s3:::b\($0)" }
        var found: [String] = []
        var marker: String?
        repeat {
            let page = try await simulate(
                client, [document(allow("s3:*"))], actions, resources: resources, limit: 4, marker: marker)
            found += try #require(page.evaluationResults).map { "\($0.evalActionName) \($0.evalResourceName ?? "")" }
            #expect(page.isTruncated == (page.marker != nil))
            marker = page.marker
        } while marker != nil
        #expect(found == actions.flatMap { action in resources.map { "\(action) \($0)" } })
        for wrong in ["MCAtNQ==", "MCA5MjIzMzcyMDM2ODU0Nzc1ODA3", "MCB4"] {
            #expect(
                try await simulate(client, [document(allow("s3:*"))], actions, marker: wrong).evaluationResults?.isEmpty == true)
        }
        #expect(
            await refusal { try await simulate(client, [document(allow("s3:*"))], actions, marker: "?") }?.code
                == "ValidationError")
    }

    @Test("a page ends before it is much work, and the pages together hold all")
    func bounded() async throws {
        let client = try EngineFixture().client
        let pattern = String(repeating: "*a", count: 60) + "b"
        let hard = #"{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::\#(pattern)"}"#
        let actions = (0..<500).map { "s3:Get\($0)" }
        let resource = "arn:aws:s3:::" + String(repeating: "a", count: 1500)
        let policies = [String](repeating: document([String](repeating: hard, count: 20).joined(separator: ",")), count: 5)
        let first = try await simulate(client, policies, actions, resources: [resource], limit: 500)
        let count = first.evaluationResults?.count ?? 0
        #expect(first.isTruncated == true && count > 0 && count < 400, "\(count)")
        let second = try await simulate(client, policies, actions, resources: [resource], limit: 500, marker: first.marker)
        #expect(second.evaluationResults?.first?.evalActionName == "s3:Get\(count)")
    }

    @Test("what is no policy, action, resource, caller or value is said")
    func refused() async throws {
        let client = try EngineFixture().client
        let good = [document(allow("s3:*"))]
        func code(_ call: @autoclosure () async throws -> IAM.SimulateCustomPolicyOutput) async -> String? {
            await refusal { try await call() }?.code
        }
        #expect(await code(try await simulate(client, ["{}"], ["s3:Get"])) == "InvalidInput")
        for action in ["s3", "s3:*", "s3:", ":Get", "s3:Get:x"] {
            #expect(await code(try await simulate(client, good, [action])) == (action.utf8.count < 3 ? "ValidationError" : "InvalidInput"))
        }
        #expect(await code(try await simulate(client, good, ["s3:Get"], resources: ["bucket"])) == "InvalidInput")
        #expect(await code(try await simulate(client, good, ["s3:Get"], boundary: good + good)) == "InvalidInput")
        #expect(await code(try await simulate(client, [String](repeating: good[0], count: 101), ["s3:Get"])) == "InvalidInput")
        #expect(await code(try await simulate(client, good, ["s3:Get"], owner: "nobody")) == "InvalidInput")
        for caller in ["ann", "arn:aws:iam::111122223333:role/r", "arn:aws:sts::111122223333:assumed-role/r/s", "arn:aws:iam::111122223333:user/"] {
            #expect(await code(try await simulate(client, good, ["s3:Get"], caller: caller)) == "InvalidInput")
        }
        let open = document(#"{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"*"}"#)
        #expect(await code(try await simulate(client, good, ["s3:Get"], resourcePolicy: open)) == "InvalidInput")
        for (type, value) in [
            ("numeric", "ten"), ("numericList", "0x1"), ("boolean", "yes"), ("ip", "10.0.0.256"), ("ipList", "10.0.0.0/33"),
            ("binary", "~"), ("date", "yesterday"), ("dateList", "2026-13-01"),
        ] {
            let entry = IAM.ContextEntry(contextKeyName: "aws:x", contextKeyValues: [value], contextKeyType: type)
            #expect(await code(try await simulate(client, good, ["s3:Get"], context: [entry])) == "InvalidInput")
        }
        for (type, value) in [
            ("string", "ten"), ("numeric", "-1.5e3"), ("boolean", "True"), ("ip", "10.0.0.0/8"), ("ip", "::1"),
            ("binary", "QQ=="), ("date", "2026-11-01T00:00:00Z"), ("date", "1793000000"),
        ] {
            let entry = IAM.ContextEntry(contextKeyName: "aws:x", contextKeyValues: [value], contextKeyType: type)
            #expect(await code(try await simulate(client, good, ["s3:Get"], context: [entry])) == nil)
        }
    }

    @Test("a resource policy of another account needs the caller's own to allow as well, and both are told of")
    func acrossAccounts() async throws {
        let client = try EngineFixture().client
        let ann = "arn:aws:iam::111122223333:user/ann"
        let bucket = document(#"{"Effect":"Allow","Principal":{"AWS":"\#(ann)"},"Action":"s3:GetObject","Resource":"*"}"#)
        func decision(_ own: String, owner: String?) async throws -> IAM.EvaluationResult {
            let found = try await simulate(
                client, [document(allow(own))], ["s3:GetObject"], resources: ["arn:aws:s3:::b/x"], resourcePolicy: bucket,
                owner: owner, caller: ann)
            return try #require(found.evaluationResults?.first)
        }
        let same = try await decision("kms:*", owner: nil)
        #expect(same.evalDecision == "allowed" && same.evalDecisionDetails == [:])
        #expect(same.matchedStatements?.map(\.sourcePolicyId) == ["ResourcePolicy"])
        let other = "arn:aws:iam::444455556666:root"
        let foreign = try await decision("kms:*", owner: other)
        #expect(foreign.evalDecision == "implicitDeny" && foreign.matchedStatements?.isEmpty == true)
        #expect(foreign.evalDecisionDetails == ["IAM Policy": "implicitDeny", "Resource Policy": "allowed"])
        let both = try await decision("s3:*", owner: "444455556666")
        #expect(both.evalDecision == "allowed")
        #expect(both.matchedStatements?.map(\.sourcePolicyType) == ["IAM Policy", "Resource Policy"])
    }

    @Test("policies are left out of a simulation by kind, by ARN and by name")
    func exclusions() async throws {
        let fixture = try EngineFixture()
        _ = try await fixture.user("eve")
        let own = try await fixture.policy("mine-1", allow("s3:Own"))
        let bound = try await fixture.policy("bound", allow("s3:*"))
        let iam = fixture.client
        _ = try await iam.call(IAM.AttachUserPolicy.self, .init(userName: "eve", policyArn: own))
        _ = try await iam.call(IAM.PutUserPermissionsBoundary.self, .init(userName: "eve", permissionsBoundary: bound))
        for name in ["one", "two"] {
            _ = try await iam.call(
                IAM.PutUserPolicy.self, .init(userName: "eve", policyName: name, policyDocument: document(allow("s3:\(name)"))))
        }
        _ = try await iam.call(
            IAM.PutUserPolicy.self, .init(userName: "eve", policyName: "out", policyDocument: document(allow("kms:out"))))
        func allowed(_ excluded: IAM.PolicyIdentifier...) async throws -> [String] {
            try await iam.call(
                IAM.SimulatePrincipalPolicy.self,
                .init(
                    policySourceArn: "arn:aws:iam::111122223333:user/eve",
                    actionNames: ["s3:Own", "s3:one", "s3:two", "kms:out"], policyExclusionList: excluded)
            ).evaluationResults?.filter { $0.evalDecision == "allowed" }.map(\.evalActionName) ?? []
        }
        #expect(try await allowed() == ["s3:Own", "s3:one", "s3:two"])
        #expect(try await allowed(.init(policyType: "inline")) == ["s3:Own"])
        #expect(try await allowed(.init(policyType: "user-managed")) == ["s3:one", "s3:two"])
        #expect(try await allowed(.init(policyType: "aws-managed")) == ["s3:Own", "s3:one", "s3:two"])
        #expect(try await allowed(.init(policyArn: "arn:aws:iam::*:policy/mine-?")) == ["s3:one", "s3:two"])
        #expect(try await allowed(.init(policyArn: "arn:aws:iam::*:policy/mine")) == ["s3:Own", "s3:one", "s3:two"])
        #expect(
            try await allowed(.init(policyType: "permission-boundary")) == ["s3:Own", "s3:one", "s3:two", "kms:out"])
        let inline = IAM.InlinePolicyIdentifierType(policyName: "one", attachmentType: "user", attachmentName: "eve")
        #expect(try await allowed(.init(inlinePolicyIdentifier: inline)) == ["s3:Own", "s3:two"])
    }

    @Test("a simulation needs a permission on the user that is asked about")
    func permissions() async throws {
        let fixture = try EngineFixture()
        let eve = try await fixture.user("eve")
        _ = try await fixture.user("bob")
        _ = try await fixture.client.call(
            IAM.PutUserPolicy.self,
            .init(
                userName: "eve", policyName: "p",
                policyDocument: document(
                    #"{"Effect":"Allow","Action":["iam:SimulatePrincipalPolicy","iam:GetContextKeysForPrincipalPolicy"],"Resource":"arn:aws:iam::111122223333:user/eve"}"#)))
        func ask(_ name: String) async -> String? {
            await refusal {
                try await eve.call(
                    IAM.SimulatePrincipalPolicy.self,
                    .init(policySourceArn: "arn:aws:iam::111122223333:user/\(name)", actionNames: ["s3:Get"]))
            }?.code
        }
        #expect(await ask("eve") == nil)
        #expect(await ask("bob") == "AccessDenied")
        #expect(await ask("none") == "AccessDenied")
        #expect(await ask("x/eve") == "AccessDenied")
        #expect(await refusal { try await simulate(eve, [document(allow("*"))], ["s3:Get"]) }?.code == "AccessDenied")
    }
}
