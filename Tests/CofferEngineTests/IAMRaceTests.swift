// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import AWSClient
import CofferBase
import Testing

/// Invariant 6: what a change rests on is checked again in the transaction that makes it.
@Suite("Changes of identities at the same time")
struct IAMRaceTests {
    /// How many of the calls went through.
    private func successes(_ calls: [@Sendable () async throws -> Void]) async -> Int {
        await withTaskGroup(of: Bool.self) { group in
            for call in calls { group.addTask { await refusal(call) == nil } }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
    }

    @Test("of many who attach policies at once, as many succeed as there may be")
    func quota() async throws {
        let fixture = try EngineFixture()
        let iam = fixture.client
        _ = try await iam.call(IAM.CreateUser.self, .init(userName: "u"))
        var calls: [@Sendable () async throws -> Void] = []
        for number in 1...20 {
            let arn = try await fixture.policy("p\(number)", allow("s3:*"))
            calls.append { _ = try await iam.call(IAM.AttachUserPolicy.self, .init(userName: "u", policyArn: arn)) }
        }
        #expect(await successes(calls) == 10)
        let attached = try await iam.call(IAM.ListAttachedUserPolicies.self, .init(userName: "u")).attachedPolicies
        #expect(attached?.count == 10)
    }

    @Test("nobody is in a group that was deleted, and nothing is attached that was")
    func dangling() async throws {
        let fixture = try EngineFixture()
        let iam = fixture.client
        let users = (1...8).map { "u\($0)" }
        for user in users { _ = try await iam.call(IAM.CreateUser.self, .init(userName: user)) }
        for _ in 0..<12 {
            let arn = try await fixture.policy("p", allow("s3:*"))
            _ = try await iam.call(IAM.CreateGroup.self, .init(groupName: "g"))
            let join: [@Sendable () async throws -> Void] = users.map { user in
                { _ = try await iam.call(IAM.AddUserToGroup.self, .init(groupName: "g", userName: user)) }
            }
            let attach: [@Sendable () async throws -> Void] = users.map { user in
                { _ = try await iam.call(IAM.AttachUserPolicy.self, .init(userName: user, policyArn: arn)) }
            }
            _ = await successes(
                [{ _ = try await iam.call(IAM.DeletePolicy.self, .init(policyArn: arn)) }] + attach
                    + [{ _ = try await iam.call(IAM.DeleteGroup.self, .init(groupName: "g")) }] + join)
            let isGone = await refusal { try await iam.call(IAM.GetPolicy.self, .init(policyArn: arn)) } != nil
            let isDissolved = await refusal { try await iam.call(IAM.GetGroup.self, .init(groupName: "g")) } != nil
            let details = try await iam.call(IAM.GetAccountAuthorizationDetails.self, .init(filter: ["User"]))
            for user in details.userDetailList ?? [] {
                #expect(!isGone || user.attachedManagedPolicies?.isEmpty == true)
                #expect(!isDissolved || user.groupList?.isEmpty == true)
            }
            for user in users {
                _ = await refusal {
                    try await iam.call(IAM.RemoveUserFromGroup.self, .init(groupName: "g", userName: user))
                }
                _ = await refusal {
                    try await iam.call(IAM.DetachUserPolicy.self, .init(userName: user, policyArn: arn))
                }
            }
            _ = await refusal { try await iam.call(IAM.DeleteGroup.self, .init(groupName: "g")) }
            _ = await refusal { try await iam.call(IAM.DeletePolicy.self, .init(policyArn: arn)) }
        }
    }

    @Test("a group that is renamed while users join it loses none of them")
    func joining() async throws {
        let fixture = try EngineFixture()
        let iam = fixture.client
        _ = try await iam.call(IAM.CreateGroup.self, .init(groupName: "a"))
        var calls: [@Sendable () async throws -> Void] = [
            { _ = try await iam.call(IAM.UpdateGroup.self, .init(groupName: "a", newGroupName: "b")) }
        ]
        for number in 1...20 {
            _ = try await iam.call(IAM.CreateUser.self, .init(userName: "u\(number)"))
            calls.append {
                _ = try await iam.call(IAM.AddUserToGroup.self, .init(groupName: "a", userName: "u\(number)"))
            }
        }
        let joined = await successes(calls.shuffled()) - 1
        let members = try await iam.call(IAM.GetGroup.self, .init(groupName: "b")).users
        #expect(members.count == joined)
    }

    @Test("a name is given once, however many ask for it in whatever case")
    func names() async throws {
        let iam = try EngineFixture().client
        let calls: [@Sendable () async throws -> Void] = ["name", "Name", "NAME", "nAme", "naMe", "namE"].map { name in
            { _ = try await iam.call(IAM.CreateUser.self, .init(userName: name)) }
        }
        #expect(await successes(calls) == 1)
        #expect(try await iam.call(IAM.ListUsers.self, .init()).users.count == 1)
    }
}
