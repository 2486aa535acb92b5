// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import AWSClient
import CofferBase
import CofferEngine
import CofferPipeline
import CofferStore
import Testing

@Suite("Users, groups, roles and policies by their names")
struct IAMEntitiesTests {
    @Test("names don't differ by case alone")
    func caseInsensitive() async throws {
        let iam = try EngineFixture().client
        _ = try await iam.call(IAM.CreateUser.self, .init(userName: "Admin"))
        _ = try await iam.call(IAM.CreateGroup.self, .init(groupName: "Admin"))
        _ = try await iam.call(IAM.CreateRole.self, .init(roleName: "Admin", assumeRolePolicyDocument: trustAll))
        let text = document(allow("*"))
        _ = try await iam.call(IAM.CreatePolicy.self, .init(policyName: "Admin", policyDocument: text, path: "/a/"))
        _ = try await iam.call(IAM.CreateInstanceProfile.self, .init(instanceProfileName: "Admin"))
        let refused = [
            await refusal { try await iam.call(IAM.CreateUser.self, .init(userName: "admin")) },
            await refusal { try await iam.call(IAM.CreateGroup.self, .init(groupName: "ADMIN")) },
            await refusal {
                try await iam.call(IAM.CreateRole.self, .init(roleName: "admin", assumeRolePolicyDocument: trustAll))
            },
            await refusal {
                try await iam.call(IAM.CreatePolicy.self, .init(policyName: "admin", policyDocument: text))
            },
            await refusal { try await iam.call(IAM.CreateInstanceProfile.self, .init(instanceProfileName: "admin")) },
        ]
        #expect(refused.map { $0?.code } == Array(repeating: "EntityAlreadyExists", count: 5))
        #expect(
            refused.map { $0?.message } == [
                "User with name admin already exists.", "Group with name ADMIN already exists.",
                "Role with name admin already exists.",
                "A policy called admin already exists. Duplicate names are not allowed.",
                "Instance Profile admin already exists.",
            ])
    }

    @Test("names of older vaults, which have no index of them, don't differ by case alone either")
    func olderVault() async throws {
        let fixture = try EngineFixture()
        let home = Scope(account: try #require(AccountID("111122223333")), region: .global(.aws))
        try fixture.engine.vault.store.write { writer in
            let record = UserRecord(name: "Admin", path: "/", userID: "AIDAEXAMPLE", createdAt: 0, tags: [:])
            try writer.insert(record, in: home)
            let stored = try #require(try writer.record(UserRecord.key("Admin", in: home)))
            try writer.put(stored.key, document: stored.document, indexes: [], expecting: stored.revision)
        }
        let iam = fixture.client
        let refused = await refusal { try await iam.call(IAM.CreateUser.self, .init(userName: "ADMIN")) }
        #expect(refused?.code == "EntityAlreadyExists")
        _ = try await iam.call(IAM.CreateUser.self, .init(userName: "other"))
        #expect(try await iam.call(IAM.GetAccountSummary.self, .init()).summaryMap?["Users"] == 2)
    }

    @Test("a renamed user keeps its ID, its keys, its groups and its policies")
    func renameUser() async throws {
        let fixture = try EngineFixture()
        let iam = fixture.client
        let bob = try await fixture.user("bob")
        _ = try await iam.call(IAM.CreateGroup.self, .init(groupName: "g"))
        _ = try await iam.call(IAM.AddUserToGroup.self, .init(groupName: "g", userName: "bob"))
        let arn = try await fixture.policy("list", allow("iam:ListUsers"))
        _ = try await iam.call(IAM.AttachUserPolicy.self, .init(userName: "bob", policyArn: arn))
        let before = try await iam.call(IAM.GetUser.self, .init(userName: "bob")).user
        _ = try await iam.call(IAM.UpdateUser.self, .init(userName: "bob", newPath: "/a/", newUserName: "Rob"))
        let after = try await bob.call(STS.GetCallerIdentity.self, .init())
        #expect(after.arn == "arn:aws:iam::111122223333:user/a/Rob")
        #expect(after.userId == before.userId)
        #expect(await mayListUsers(bob))
        let members = try await iam.call(IAM.GetGroup.self, .init(groupName: "g")).users
        #expect(members.map(\.userName) == ["Rob"])
        let holders = try await iam.call(IAM.ListEntitiesForPolicy.self, .init(policyArn: arn)).policyUsers
        #expect(holders?.map(\.userName) == ["Rob"])
        #expect(await refusal { try await iam.call(IAM.GetUser.self, .init(userName: "bob")) }?.code == "NoSuchEntity")
        // The same name in another case is free for its owner, and the old name for anybody.
        _ = try await iam.call(IAM.UpdateUser.self, .init(userName: "Rob", newUserName: "rob"))
        _ = try await iam.call(IAM.CreateUser.self, .init(userName: "bob"))
        let taken = await refusal {
            try await iam.call(IAM.UpdateUser.self, .init(userName: "bob", newUserName: "ROB"))
        }
        #expect(taken?.message == "User with name ROB already exists.")
        #expect(try await iam.call(IAM.ListAccessKeys.self, .init(userName: "rob")).accessKeyMetadata.count == 1)
        #expect(try await iam.call(IAM.ListAccessKeys.self, .init(userName: "bob")).accessKeyMetadata.isEmpty)
    }

    @Test("a renamed group keeps its ID, its users and what they may do by it")
    func renameGroup() async throws {
        let fixture = try EngineFixture()
        let iam = fixture.client
        let eve = try await fixture.user("eve")
        let made = try await iam.call(IAM.CreateGroup.self, .init(groupName: "g")).group
        _ = try await iam.call(
            IAM.PutGroupPolicy.self,
            .init(groupName: "g", policyName: "p", policyDocument: document(allow("iam:ListUsers"))))
        _ = try await iam.call(IAM.AddUserToGroup.self, .init(groupName: "g", userName: "eve"))
        _ = try await iam.call(IAM.UpdateGroup.self, .init(groupName: "g", newGroupName: "h"))
        #expect(await mayListUsers(eve))
        let shown = try await iam.call(IAM.GetGroup.self, .init(groupName: "h"))
        #expect(shown.group.groupId == made.groupId)
        #expect(shown.users.map(\.userName) == ["eve"])
        let groups = try await iam.call(IAM.ListGroupsForUser.self, .init(userName: "eve")).groups
        #expect(groups.map(\.groupName) == ["h"])
    }

    @Test("nothing is deleted that something hangs on, and AWS's words say what")
    func conflicts() async throws {
        let fixture = try EngineFixture()
        let iam = fixture.client
        let policy = try await fixture.policy("p", allow("*"))
        let text = document(allow("*"))
        func message<T>(_ call: () async throws -> T) async -> String? { await refusal(call)?.message }
        func deleteUser() async -> String? { await message { try await iam.call(IAM.DeleteUser.self, .init(userName: "u")) } }
        _ = try await fixture.user("u")
        _ = try await iam.call(IAM.CreateGroup.self, .init(groupName: "g"))
        _ = try await iam.call(IAM.AddUserToGroup.self, .init(groupName: "g", userName: "u"))
        _ = try await iam.call(IAM.AttachUserPolicy.self, .init(userName: "u", policyArn: policy))
        _ = try await iam.call(IAM.PutUserPolicy.self, .init(userName: "u", policyName: "i", policyDocument: text))
        #expect(await deleteUser() == "Cannot delete entity, must delete access keys first.")
        let key = try await iam.call(IAM.ListAccessKeys.self, .init(userName: "u")).accessKeyMetadata.first?.accessKeyId
        _ = try await iam.call(IAM.DeleteAccessKey.self, .init(accessKeyId: key ?? "", userName: "u"))
        #expect(await deleteUser() == "Cannot delete entity, must remove users from group first.")
        #expect(
            await message { try await iam.call(IAM.DeleteGroup.self, .init(groupName: "g")) }
                == "Cannot delete entity, must remove users from group first.")
        _ = try await iam.call(IAM.RemoveUserFromGroup.self, .init(groupName: "g", userName: "u"))
        #expect(await deleteUser() == "Cannot delete entity, must detach all policies first.")
        #expect(
            await message { try await iam.call(IAM.DeletePolicy.self, .init(policyArn: policy)) }
                == "Cannot delete a policy attached to entities.")
        _ = try await iam.call(IAM.DetachUserPolicy.self, .init(userName: "u", policyArn: policy))
        #expect(await deleteUser() == "Cannot delete entity, must delete policies first.")
        _ = try await iam.call(IAM.DeleteUserPolicy.self, .init(userName: "u", policyName: "i"))
        #expect(await deleteUser() == nil)

        _ = try await iam.call(IAM.CreateRole.self, .init(roleName: "r", assumeRolePolicyDocument: trustAll))
        _ = try await iam.call(IAM.CreateInstanceProfile.self, .init(instanceProfileName: "m"))
        _ = try await iam.call(IAM.AddRoleToInstanceProfile.self, .init(instanceProfileName: "m", roleName: "r"))
        let held = "Cannot delete entity, must remove roles from instance profile first."
        #expect(await message { try await iam.call(IAM.DeleteRole.self, .init(roleName: "r")) } == held)
        #expect(
            await message { try await iam.call(IAM.DeleteInstanceProfile.self, .init(instanceProfileName: "m")) }
                == held)
        _ = try await iam.call(
            IAM.RemoveRoleFromInstanceProfile.self, .init(instanceProfileName: "m", roleName: "r"))
        _ = try await iam.call(
            IAM.PutRolePermissionsBoundary.self, .init(roleName: "r", permissionsBoundary: policy))
        #expect(
            await message { try await iam.call(IAM.DeletePolicy.self, .init(policyArn: policy)) }
                == "Cannot delete a policy attached to entities.")
        #expect(await message { try await iam.call(IAM.DeleteRole.self, .init(roleName: "r")) } == nil)
        _ = try await iam.call(IAM.CreatePolicyVersion.self, .init(policyArn: policy, policyDocument: text))
        #expect(
            await message { try await iam.call(IAM.DeletePolicy.self, .init(policyArn: policy)) }?
                .hasPrefix("This policy has more than one version.") == true)
        _ = try await iam.call(IAM.DeletePolicyVersion.self, .init(policyArn: policy, versionId: "v2"))
        _ = try await iam.call(IAM.DeletePolicy.self, .init(policyArn: policy))
    }

    @Test("quotas are AWS's, and what was deleted makes room")
    func quotas() async throws {
        let fixture = try EngineFixture()
        let iam = fixture.client
        _ = try await iam.call(IAM.CreateUser.self, .init(userName: "u"))
        for number in 1...300 { _ = try await iam.call(IAM.CreateGroup.self, .init(groupName: "g\(number)")) }
        let group = await refusal { try await iam.call(IAM.CreateGroup.self, .init(groupName: "more")) }
        #expect(group?.description == "LimitExceeded: Cannot exceed quota for GroupsPerAccount: 300")
        _ = try await iam.call(IAM.DeleteGroup.self, .init(groupName: "g300"))
        _ = try await iam.call(IAM.CreateGroup.self, .init(groupName: "more"))
        for number in 1...10 {
            _ = try await iam.call(IAM.AddUserToGroup.self, .init(groupName: "g\(number)", userName: "u"))
            let arn = try await fixture.policy("p\(number)", allow("*"))
            _ = try await iam.call(IAM.AttachUserPolicy.self, .init(userName: "u", policyArn: arn))
        }
        let member = await refusal {
            try await iam.call(IAM.AddUserToGroup.self, .init(groupName: "g11", userName: "u"))
        }
        #expect(member?.message == "Cannot exceed quota for GroupsPerUser: 10")
        let admin = "arn:aws:iam::aws:policy/AdministratorAccess"
        let attached = await refusal {
            try await iam.call(IAM.AttachUserPolicy.self, .init(userName: "u", policyArn: admin))
        }
        #expect(attached?.message == "Cannot exceed quota for PoliciesPerUser: 10")
        #expect(attached?.status == 409)
        let arn = "arn:aws:iam::111122223333:policy/p1"
        for _ in 2...5 {
            _ = try await iam.call(
                IAM.CreatePolicyVersion.self, .init(policyArn: arn, policyDocument: document(allow("*"))))
        }
        let version = await refusal {
            try await iam.call(
                IAM.CreatePolicyVersion.self, .init(policyArn: arn, policyDocument: document(allow("*"))))
        }
        #expect(version?.message?.hasPrefix("A managed policy can have up to 5 versions.") == true)
        _ = try await iam.call(IAM.DeletePolicyVersion.self, .init(policyArn: arn, versionId: "v5"))
        let sixth = try await iam.call(
            IAM.CreatePolicyVersion.self, .init(policyArn: arn, policyDocument: document(allow("*"))))
        #expect(sixth.policyVersion?.versionId == "v6")
        let listed = try await iam.call(IAM.ListPolicyVersions.self, .init(policyArn: arn)).versions
        #expect(listed?.map(\.versionId) == ["v6", "v4", "v3", "v2", "v1"])
    }

    @Test("policies are measured without their white space, inline ones together")
    func sizes() async throws {
        let iam = try EngineFixture().client
        func sized(_ size: Int) -> String {
            let empty = document(#"{"Sid":"","Effect":"Allow","Action":"s3:x","Resource":"*"}"#)
            return document(
                "  \n {\"Sid\":\"\(String(repeating: "a", count: size - empty.utf8.count))\",\"Effect\":\"Allow\",\"Action\":\"s3:x\",\"Resource\":\"*\"}")
        }
        _ = try await iam.call(IAM.CreateUser.self, .init(userName: "u"))
        _ = try await iam.call(IAM.PutUserPolicy.self, .init(userName: "u", policyName: "a", policyDocument: sized(1024)))
        _ = try await iam.call(IAM.PutUserPolicy.self, .init(userName: "u", policyName: "b", policyDocument: sized(1024)))
        let inline = await refusal {
            try await iam.call(IAM.PutUserPolicy.self, .init(userName: "u", policyName: "b", policyDocument: sized(1025)))
        }
        #expect(inline?.description == "LimitExceeded: Maximum policy size of 2048 bytes exceeded for user u")
        _ = try await iam.call(IAM.CreatePolicy.self, .init(policyName: "p", policyDocument: sized(6144)))
        let managed = await refusal {
            try await iam.call(IAM.CreatePolicy.self, .init(policyName: "q", policyDocument: sized(6145)))
        }
        #expect(managed?.message == "Cannot exceed quota for PolicySize: 6144")
        let old = await refusal {
            try await iam.call(
                IAM.CreatePolicy.self,
                .init(policyName: "q", policyDocument: #"{"Statement":[\#(allow("*"))]}"#))
        }
        #expect(old?.message == "Policy document must be version 2012-10-17 or greater.")
    }

    @Test("a trust policy names those alone who are there")
    func trust() async throws {
        let iam = try EngineFixture().client
        func trust(_ principal: String) -> String {
            document(#"{"Effect":"Allow","Principal":{"AWS":"\#(principal)"},"Action":"sts:AssumeRole"}"#)
        }
        let bob = "arn:aws:iam::111122223333:user/bob"
        let refused = await refusal {
            try await iam.call(IAM.CreateRole.self, .init(roleName: "r", assumeRolePolicyDocument: trust(bob)))
        }
        #expect(refused?.description == #"MalformedPolicyDocument: Invalid principal in policy: "AWS":"\#(bob)""#)
        _ = try await iam.call(IAM.CreateUser.self, .init(userName: "bob"))
        _ = try await iam.call(IAM.CreateRole.self, .init(roleName: "r", assumeRolePolicyDocument: trust(bob)))
        let stranger = trust("arn:aws:iam::999999999999:user/x")
        _ = try await iam.call(
            IAM.UpdateAssumeRolePolicy.self, .init(roleName: "r", policyDocument: stranger))
    }

    @Test("a policy is attached by its ARN to the letter: the Kelvin sign is no K")
    func exactARN() async throws {
        let fixture = try EngineFixture()
        let iam = fixture.client
        let eve = try await fixture.user("eve")
        let arn = try await fixture.policy("p", allow("iam:ListUsers"), path: "/K/")
        let twin = "arn:aws:iam::111122223333:policy/\u{212a}/p"
        let refused = await refusal {
            try await iam.call(IAM.AttachUserPolicy.self, .init(userName: "eve", policyArn: twin))
        }
        #expect(refused?.code == "NoSuchEntity")
        _ = try await iam.call(IAM.AttachUserPolicy.self, .init(userName: "eve", policyArn: arn))
        let kept = await refusal {
            try await iam.call(IAM.DetachUserPolicy.self, .init(userName: "eve", policyArn: twin))
        }
        #expect(kept?.code == "NoSuchEntity")
        #expect(await mayListUsers(eve))
    }

    @Test("a service-linked role is its service's alone")
    func serviceLinked() async throws {
        let iam = try EngineFixture().client
        let made = try await iam.call(
            IAM.CreateServiceLinkedRole.self, .init(awsServiceName: "mrk.kms.amazonaws.com"))
        let name = "AWSServiceRoleForKeyManagementServiceMultiRegionKeys"
        #expect(made.role?.arn == "arn:aws:iam::111122223333:role/aws-service-role/mrk.kms.amazonaws.com/\(name)")
        let again = await refusal {
            try await iam.call(IAM.CreateServiceLinkedRole.self, .init(awsServiceName: "mrk.kms.amazonaws.com"))
        }
        #expect(again?.code == "InvalidInput")
        let deleted = await refusal { try await iam.call(IAM.DeleteRole.self, .init(roleName: name)) }
        #expect(deleted?.code == "UnmodifiableEntity")
        let put = await refusal {
            try await iam.call(
                IAM.PutRolePolicy.self,
                .init(roleName: name, policyName: "p", policyDocument: document(allow("*"))))
        }
        #expect(put?.code == "UnmodifiableEntity")
        let task = try await iam.call(IAM.DeleteServiceLinkedRole.self, .init(roleName: name)).deletionTaskId
        let status = try await iam.call(
            IAM.GetServiceLinkedRoleDeletionStatus.self, .init(deletionTaskId: task))
        #expect(status.status == "SUCCEEDED")
        #expect(await refusal { try await iam.call(IAM.GetRole.self, .init(roleName: name)) }?.code == "NoSuchEntity")
    }
}
