// SPDX-License-Identifier: Apache-2.0
import AWSAPI
import AWSClient
import CofferBase
import CofferEngine
import CofferPipeline
import CofferStore
import Testing

@Suite("An account as a whole")
struct IAMAccountTests {
    /// Two users, groups, roles and policies that hang together.
    private func filled() async throws -> EngineFixture {
        let fixture = try EngineFixture()
        let iam = fixture.client
        let policy = try await fixture.policy("shared", allow("s3:*"), path: "/team/")
        for number in 1...2 {
            _ = try await iam.call(IAM.CreateUser.self, .init(userName: "u\(number)", permissionsBoundary: policy))
            _ = try await iam.call(IAM.CreateGroup.self, .init(groupName: "g\(number)"))
            _ = try await iam.call(IAM.AddUserToGroup.self, .init(groupName: "g\(number)", userName: "u\(number)"))
            _ = try await iam.call(
                IAM.CreateRole.self, .init(roleName: "r\(number)", assumeRolePolicyDocument: trustAll))
            _ = try await iam.call(IAM.AttachUserPolicy.self, .init(userName: "u\(number)", policyArn: policy))
            _ = try await iam.call(IAM.AttachGroupPolicy.self, .init(groupName: "g\(number)", policyArn: policy))
            _ = try await iam.call(IAM.AttachRolePolicy.self, .init(roleName: "r\(number)", policyArn: policy))
        }
        _ = try await iam.call(
            IAM.PutRolePolicy.self, .init(roleName: "r1", policyName: "i", policyDocument: document(allow("*"))))
        _ = try await iam.call(
            IAM.AttachRolePolicy.self,
            .init(roleName: "r1", policyArn: "arn:aws:iam::aws:policy/AdministratorAccess"))
        _ = try await iam.call(IAM.CreateInstanceProfile.self, .init(instanceProfileName: "m"))
        _ = try await iam.call(IAM.AddRoleToInstanceProfile.self, .init(instanceProfileName: "m", roleName: "r1"))
        return fixture
    }

    @Test("all that decides who may do what comes in pages under one marker")
    func details() async throws {
        let iam = try await filled().client
        let whole = try await iam.call(IAM.GetAccountAuthorizationDetails.self, .init())
        #expect(whole.userDetailList?.map(\.userName) == ["u1", "u2"])
        #expect(whole.userDetailList?.first?.groupList == ["g1"])
        #expect(whole.userDetailList?.first?.userPolicyList == nil)
        #expect(whole.groupDetailList?.map(\.groupName) == ["g1", "g2"])
        #expect(whole.roleDetailList?.map(\.roleName) == ["r1", "r2"])
        #expect(whole.roleDetailList?.first?.instanceProfileList?.first?.roles.first?.roleName == "r1")
        #expect(whole.roleDetailList?.first?.rolePolicyList?.first?.policyDocument?.hasPrefix("%7B%22Version") == true)
        #expect(whole.policies?.map(\.policyName) == ["shared", "AdministratorAccess"])
        #expect(whole.policies?.first?.attachmentCount == 6)
        #expect(whole.policies?.first?.permissionsBoundaryUsageCount == 2)
        var names: [String?] = []
        var marker: String?
        repeat {
            let page = try await iam.call(
                IAM.GetAccountAuthorizationDetails.self, .init(maxItems: 1, marker: marker))
            names += page.userDetailList?.map(\.userName) ?? []
            names += page.groupDetailList?.map(\.groupName) ?? []
            names += page.roleDetailList?.map(\.roleName) ?? []
            names += page.policies?.map(\.policyName) ?? []
            marker = page.marker
            #expect(page.isTruncated == (marker != nil))
        } while marker != nil
        #expect(names == ["u1", "u2", "g1", "g2", "r1", "r2", "shared", "AdministratorAccess"])
        _ = try await iam.call(
            IAM.DetachRolePolicy.self, .init(roleName: "r1", policyArn: "arn:aws:iam::aws:policy/AdministratorAccess"))
        let unused = try await iam.call(
            IAM.GetAccountAuthorizationDetails.self, .init(filter: ["AWSManagedPolicy"]))
        #expect(unused.policies?.isEmpty == true)
        let some = try await iam.call(IAM.GetAccountAuthorizationDetails.self, .init(filter: ["Group"]))
        #expect(some.userDetailList?.isEmpty == true)
        #expect(some.groupDetailList?.count == 2)
    }

    @Test("whom a policy hangs on is listed by kind, use and path, in pages")
    func entities() async throws {
        let iam = try await filled().client
        let arn = "arn:aws:iam::111122223333:policy/team/shared"
        func entities(
            _ kind: String? = nil, _ usage: String? = nil, _ prefix: String? = nil
        ) async throws -> [String] {
            var names: [String?] = []
            var marker: String?
            repeat {
                let page = try await iam.call(
                    IAM.ListEntitiesForPolicy.self,
                    .init(
                        policyArn: arn, entityFilter: kind, pathPrefix: prefix, policyUsageFilter: usage, marker: marker,
                        maxItems: 1))
                names += page.policyGroups?.map(\.groupName) ?? []
                names += page.policyUsers?.map(\.userName) ?? []
                names += page.policyRoles?.map(\.roleName) ?? []
                marker = page.marker
            } while marker != nil
            return names.compactMap { $0 }
        }
        #expect(try await entities() == ["g1", "g2", "u1", "u2", "r1", "r2"])
        #expect(try await entities("User") == ["u1", "u2"])
        #expect(try await entities(nil, "PermissionsBoundary") == ["u1", "u2"])
        #expect(try await entities("AWSManagedPolicy") == [])
        #expect(try await entities(nil, nil, "/elsewhere/") == [])
    }

    @Test("policies are listed by scope, use and path")
    func policies() async throws {
        let fixture = try await filled()
        _ = try await fixture.policy("idle", allow("s3:*"))
        func names(_ input: IAM.ListPoliciesInput) async throws -> [String?] {
            try await fixture.client.call(IAM.ListPolicies.self, input).policies?.map(\.policyName) ?? []
        }
        #expect(try await names(.init(scope: "Local")) == ["idle", "shared"])
        #expect(try await names(.init(scope: "Local", onlyAttached: true)) == ["shared"])
        #expect(try await names(.init(scope: "AWS", onlyAttached: true)) == ["AdministratorAccess"])
        #expect(try await names(.init(scope: "Local", pathPrefix: "/team/")) == ["shared"])
        #expect(try await names(.init(scope: "All", policyUsageFilter: "PermissionsBoundary")) == ["shared"])
    }

    @Test(
        "a marker that nobody was given is refused or leads nowhere",
        arguments: ["?", "-1 x", "9 x", "0 ", "1 9223372036854775807", "1 -5", "x", "99999999999999999999 a"])
    func markers(place: String) async throws {
        let iam = try await filled().client
        let marker = Base64.encode(Array(place.utf8))
        for call in [
            await refusal { try await iam.call(IAM.ListPolicies.self, .init(marker: marker)) },
            await refusal { try await iam.call(IAM.GetAccountAuthorizationDetails.self, .init(marker: marker)) },
            await refusal { try await iam.call(IAM.ListUsers.self, .init(marker: marker)) },
        ] {
            #expect(call == nil || call?.description == "ValidationError: Invalid Marker.")
        }
    }

    @Test("the summary counts what there is")
    func summary() async throws {
        let summary = try await filled().client.call(IAM.GetAccountSummary.self, .init()).summaryMap
        #expect(summary?.count == 34)
        for (key, value) in [
            "Users": 2, "Groups": 2, "Roles": 2, "Policies": 1, "InstanceProfiles": 1, "PolicyVersionsInUse": 1,
            "AccountAccessKeysPresent": 1, "UsersQuota": 5000, "VersionsPerPolicyQuota": 5,
        ] {
            #expect(summary?[key] == value, "\(key)")
        }
    }

    @Test("a report of credentials says what is known of each key")
    func report() async throws {
        let fixture = try EngineFixture()
        let iam = fixture.client
        let none = await refusal { try await iam.call(IAM.GetCredentialReport.self, .init()) }
        #expect(none?.code == "ReportNotPresent")
        #expect(none?.status == 410)
        _ = try await fixture.user("bob")
        let key = try #require(
            try await iam.call(IAM.ListAccessKeys.self, .init(userName: "bob")).accessKeyMetadata.first?.accessKeyId)
        try fixture.engine.vault.store.write {
            try $0.set("last-used/access-key/\(key)", Array("kms eu-central-1 1700000000123".utf8))
        }
        _ = try await iam.call(IAM.CreateUser.self, .init(userName: "a,b"))
        #expect(try await iam.call(IAM.GenerateCredentialReport.self, .init()).state == "STARTED")
        #expect(try await iam.call(IAM.GenerateCredentialReport.self, .init()).state == "COMPLETE")
        let content = try await iam.call(IAM.GetCredentialReport.self, .init()).content
        let lines = String(decoding: try #require(content), as: UTF8.self).split(separator: "\n")
        #expect(lines.count == 4)
        #expect(lines[2].hasPrefix("\"a,b\",\"arn:aws:iam::111122223333:user/a,b\",20"))
        #expect([0, 1, 3].map { lines[$0].split(separator: ",").count } == [22, 22, 22])
        #expect(lines[1].hasPrefix("<root_account>,arn:aws:iam::111122223333:root,"))
        #expect(lines[3].contains(",2023-11-14T22:13:20+00:00,eu-central-1,kms,false,N/A"))
        let used = try await iam.call(IAM.GetAccessKeyLastUsed.self, .init(accessKeyId: key))
        #expect(used.accessKeyLastUsed?.serviceName == "kms")
        #expect(used.userName == "bob")
    }

    @Test("an alias is one account's, password rules are kept whole")
    func settings() async throws {
        let iam = try EngineFixture().client
        _ = try await iam.call(IAM.CreateAccountAlias.self, .init(accountAlias: "first"))
        _ = try await iam.call(IAM.CreateAccountAlias.self, .init(accountAlias: "second"))
        #expect(try await iam.call(IAM.ListAccountAliases.self, .init()).accountAliases == ["second"])
        let gone = await refusal { try await iam.call(IAM.DeleteAccountAlias.self, .init(accountAlias: "first")) }
        #expect(gone?.message == "The account alias first cannot be found.")
        _ = try await iam.call(
            IAM.UpdateAccountPasswordPolicy.self, .init(minimumPasswordLength: 20, maxPasswordAge: 60))
        _ = try await iam.call(IAM.UpdateAccountPasswordPolicy.self, .init(requireSymbols: true))
        let rules = try await iam.call(IAM.GetAccountPasswordPolicy.self, .init()).passwordPolicy
        #expect(rules.minimumPasswordLength == 6)
        #expect(rules.expirePasswords == false)
        #expect(rules.maxPasswordAge == nil)
        _ = try await iam.call(IAM.DeleteAccountPasswordPolicy.self, .init())
        let none = await refusal { try await iam.call(IAM.GetAccountPasswordPolicy.self, .init()) }
        #expect(none?.message == "The Password Policy with domain name 111122223333 cannot be found.")
    }
}
