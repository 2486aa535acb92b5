// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import AWSClient
import CofferBase
import Testing

@Suite("What policies of groups, managed policies and boundaries are worth")
struct IAMRightsTests {
    @Test("a group's policies count for its users, and stop counting with the next call after they leave")
    func groups() async throws {
        let fixture = try EngineFixture()
        let iam = fixture.client
        let eve = try await fixture.user("eve")
        _ = try await iam.call(IAM.CreateGroup.self, .init(groupName: "readers"))
        _ = try await iam.call(
            IAM.PutGroupPolicy.self,
            .init(groupName: "readers", policyName: "p", policyDocument: document(allow("iam:ListUsers"))))
        #expect(await !mayListUsers(eve))
        _ = try await iam.call(IAM.AddUserToGroup.self, .init(groupName: "readers", userName: "eve"))
        #expect(await mayListUsers(eve))
        _ = try await iam.call(IAM.DeleteGroupPolicy.self, .init(groupName: "readers", policyName: "p"))
        #expect(await !mayListUsers(eve))
        let arn = try await fixture.policy("list", allow("iam:ListUsers"))
        _ = try await iam.call(IAM.AttachGroupPolicy.self, .init(groupName: "readers", policyArn: arn))
        #expect(await mayListUsers(eve))
        _ = try await iam.call(IAM.RemoveUserFromGroup.self, .init(groupName: "readers", userName: "eve"))
        #expect(await !mayListUsers(eve))
    }

    @Test("a managed policy counts as long as it is attached, in the version that is the default")
    func attachment() async throws {
        let fixture = try EngineFixture()
        let iam = fixture.client
        let eve = try await fixture.user("eve")
        let arn = try await fixture.policy("list", allow("iam:ListUsers"))
        _ = try await iam.call(IAM.AttachUserPolicy.self, .init(userName: "eve", policyArn: arn))
        #expect(await mayListUsers(eve))
        _ = try await iam.call(
            IAM.CreatePolicyVersion.self, .init(policyArn: arn, policyDocument: document(allow("iam:ListRoles"))))
        #expect(await mayListUsers(eve))
        _ = try await iam.call(IAM.SetDefaultPolicyVersion.self, .init(policyArn: arn, versionId: "v2"))
        #expect(await !mayListUsers(eve))
        _ = try await iam.call(IAM.SetDefaultPolicyVersion.self, .init(policyArn: arn, versionId: "v1"))
        #expect(await mayListUsers(eve))
        _ = try await iam.call(IAM.DetachUserPolicy.self, .init(userName: "eve", policyArn: arn))
        #expect(await !mayListUsers(eve))
    }

    @Test("AWS's own policies can be attached, and nobody can change them")
    func awsManaged() async throws {
        let fixture = try EngineFixture()
        let arn = "arn:aws:iam::aws:policy/AdministratorAccess"
        let admin = try await fixture.user("admin")
        _ = try await fixture.client.call(IAM.AttachUserPolicy.self, .init(userName: "admin", policyArn: arn))
        #expect(await mayListUsers(admin))
        let shown = try await admin.call(IAM.GetPolicy.self, .init(policyArn: arn)).policy
        #expect(shown?.attachmentCount == 1)
        let version = try await admin.call(IAM.GetPolicyVersion.self, .init(policyArn: arn, versionId: "v1"))
        #expect(version.policyVersion?.document?.contains("%22Action%22%3A%20%22%2A%22") == true)
        let refused = await refusal {
            try await admin.call(
                IAM.CreatePolicyVersion.self, .init(policyArn: arn, policyDocument: document(allow("*"))))
        }
        #expect(refused?.code == "AccessDenied")
    }

    @Test("a boundary narrows what a user may do, and goes with its removal")
    func boundary() async throws {
        let fixture = try EngineFixture()
        let bound = try await fixture.policy("bound", allow("iam:ListRoles"))
        let eve = try await fixture.user("eve", boundary: bound)
        _ = try await fixture.client.call(
            IAM.PutUserPolicy.self,
            .init(userName: "eve", policyName: "p", policyDocument: document(allow("iam:*"))))
        #expect(await !mayListUsers(eve))
        #expect(await refusal { try await eve.call(IAM.ListRoles.self, .init()) } == nil)
        let shown = try await fixture.client.call(IAM.GetUser.self, .init(userName: "eve")).user
        #expect(shown.permissionsBoundary?.permissionsBoundaryArn == bound)
        _ = try await fixture.client.call(IAM.DeleteUserPermissionsBoundary.self, .init(userName: "eve"))
        #expect(await mayListUsers(eve))
    }

    @Test("whoever may make users with one boundary alone makes none without it, and takes it from nobody")
    func delegation() async throws {
        let fixture = try EngineFixture()
        let bound = try await fixture.policy("bound", allow("iam:ListRoles"))
        let other = try await fixture.policy("other", allow("*"))
        let deputy = try await fixture.user("deputy")
        _ = try await fixture.client.call(
            IAM.PutUserPolicy.self,
            .init(
                userName: "deputy", policyName: "p",
                policyDocument: document(
                    """
                    {"Effect":"Allow","Action":["iam:CreateUser","iam:PutUserPermissionsBoundary","iam:PutUserPolicy"],
                     "Resource":"*","Condition":{"StringEquals":{"iam:PermissionsBoundary":"\(bound)"}}}
                    """)))
        #expect(await refusal { try await deputy.call(IAM.CreateUser.self, .init(userName: "a")) }?.code == "AccessDenied")
        _ = try await deputy.call(IAM.CreateUser.self, .init(userName: "a", permissionsBoundary: bound))
        let moved = await refusal {
            try await deputy.call(
                IAM.PutUserPermissionsBoundary.self, .init(userName: "a", permissionsBoundary: other))
        }
        #expect(moved?.code == "AccessDenied")
        let text = document(allow("*"))
        _ = try await deputy.call(
            IAM.PutUserPolicy.self, .init(userName: "a", policyName: "p", policyDocument: text))
        let unbound = await refusal {
            try await deputy.call(
                IAM.PutUserPolicy.self, .init(userName: "deputy", policyName: "p", policyDocument: text))
        }
        #expect(unbound?.code == "AccessDenied")
    }

    @Test("which policies somebody may attach can be told by iam:PolicyARN, and tags by aws:RequestTag")
    func conditions() async throws {
        let fixture = try EngineFixture()
        let harmless = try await fixture.policy("harmless", allow("iam:ListRoles"))
        let deputy = try await fixture.user("deputy")
        _ = try await fixture.client.call(
            IAM.PutUserPolicy.self,
            .init(
                userName: "deputy", policyName: "p",
                policyDocument: document(
                    """
                    {"Effect":"Allow","Action":"iam:AttachUserPolicy","Resource":"*",
                     "Condition":{"ArnEquals":{"iam:PolicyARN":"\(harmless)"}}},
                    {"Effect":"Allow","Action":"iam:CreateUser","Resource":"*"},
                    {"Effect":"Allow","Action":"iam:TagUser","Resource":"*",
                     "Condition":{"StringEquals":{"aws:RequestTag/team":"x"}}}
                    """)))
        _ = try await deputy.call(IAM.AttachUserPolicy.self, .init(userName: "deputy", policyArn: harmless))
        let refused = await refusal {
            try await deputy.call(
                IAM.AttachUserPolicy.self,
                .init(userName: "deputy", policyArn: "arn:aws:iam::aws:policy/AdministratorAccess"))
        }
        #expect(refused?.code == "AccessDenied")
        _ = try await deputy.call(
            IAM.CreateUser.self, .init(userName: "a", tags: [.init(key: "team", value: "x")]))
        let tagged = await refusal {
            try await deputy.call(IAM.CreateUser.self, .init(userName: "b", tags: [.init(key: "team", value: "y")]))
        }
        #expect(tagged?.code == "AccessDenied")
    }

    @Test("a role is handed to machines by those alone who may pass it")
    func passing() async throws {
        let fixture = try EngineFixture()
        let deputy = try await fixture.user("deputy")
        _ = try await fixture.client.call(
            IAM.CreateRole.self, .init(roleName: "r", assumeRolePolicyDocument: trustAll))
        _ = try await fixture.client.call(
            IAM.PutUserPolicy.self,
            .init(
                userName: "deputy", policyName: "p",
                policyDocument: document(#"{"Effect":"Allow","Action":"iam:*InstanceProfile","Resource":"*"}"#)))
        _ = try await deputy.call(IAM.CreateInstanceProfile.self, .init(instanceProfileName: "m"))
        let refused = await refusal {
            try await deputy.call(
                IAM.AddRoleToInstanceProfile.self, .init(instanceProfileName: "m", roleName: "r"))
        }
        #expect(refused?.message?.contains("iam:PassRole") == true)
    }
}
