// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

/// Everything that decides who may do what in an account, as GetAccountAuthorizationDetails shows it.
struct AuthorizationDetails {
    let vault: Vault
    let request: Authenticated

    enum Item {
        case user(IAM.UserDetail)
        case group(IAM.GroupDetail)
        case role(IAM.RoleDetail)
        case policy(IAM.ManagedPolicyDetail)
    }

    /// - Parameter filter: the kinds that are wanted; all where it is empty.
    func sections(_ filter: [String]) -> [IAMPage.Section<Item>] {
        let all: [(kind: String, section: IAMPage.Section<Item>)] = [
            ("User", .records(UserRecord.self, vault, request) { .user(detail($0)) }),
            ("Group", .records(GroupRecord.self, vault, request) { .group(detail($0)) }),
            ("Role", .records(RoleRecord.self, vault, request) { .role(try detail($0)) }),
            ("LocalManagedPolicy", .versioned(ManagedPolicyRecord.self, vault, request) { try detail(.own($0)) }),
            ("AWSManagedPolicy", .fixed(AWSManagedPolicy.all) { try detail(.aws($0)) }),
        ]
        return all.filter { filter.isEmpty || filter.contains($0.kind) }.map(\.section)
    }

    private func detail(_ user: UserRecord) -> IAM.UserDetail {
        IAM.UserDetail(
            path: user.path, userName: user.name, userId: user.userID, arn: user.arn(in: request.scope).description,
            createDate: Timestamp(milliseconds: user.createdAt),
            userPolicyList: user.policies.isEmpty ? nil : user.policyDetails, groupList: user.groups,
            attachedManagedPolicies: user.attachedList, permissionsBoundary: user.boundaryShape,
            tags: IAMTags.list(user.tags))
    }

    private func detail(_ group: GroupRecord) -> IAM.GroupDetail {
        IAM.GroupDetail(
            path: group.path, groupName: group.name, groupId: group.groupID,
            arn: group.arn(in: request.scope).description, createDate: Timestamp(milliseconds: group.createdAt),
            groupPolicyList: group.policyDetails, attachedManagedPolicies: group.attachedList)
    }

    private func detail(_ role: RoleRecord) throws -> IAM.RoleDetail {
        let index = IndexEntry(name: InstanceProfileRecord.roleIndex, value: role.name)
        let profiles = try vault.store.read {
            try $0.list(
                InstanceProfileRecord.self, in: request.scope.global, where: index, after: nil,
                limit: InstanceProfileRecord.quota.most)
        }
        return IAM.RoleDetail(
            path: role.path, roleName: role.name, roleId: role.roleID, arn: role.arn(in: request.scope).description,
            createDate: Timestamp(milliseconds: role.createdAt),
            assumeRolePolicyDocument: PolicyText.encoded(try PolicyPrincipals(vault: vault).shown(role.trustPolicy)),
            instanceProfileList: try profiles.map { try $0.value.summary(vault, in: request.scope) },
            rolePolicyList: role.policyDetails, attachedManagedPolicies: role.attachedList,
            permissionsBoundary: role.boundaryShape, tags: IAMTags.list(role.tags),
            roleLastUsed: try LastUse.role(role.roleID, vault).roleShape)
    }

    /// AWS's own policies are listed where they are in use.
    private func detail(_ policy: ManagedPolicy) throws -> Item? {
        let usage = PolicyUsage(policy.arn(in: request.scope), in: request.scope)
        let counts = try vault.store.read { try usage.counts($0) }
        if case .aws = policy, counts.attachments + counts.boundaries == 0 { return nil }
        let shape = policy.shape(counts, in: request.scope)
        return .policy(
            IAM.ManagedPolicyDetail(
                policyName: shape.policyName, policyId: shape.policyId, arn: shape.arn, path: shape.path,
                defaultVersionId: shape.defaultVersionId, attachmentCount: shape.attachmentCount,
                permissionsBoundaryUsageCount: shape.permissionsBoundaryUsageCount, isAttachable: shape.isAttachable,
                description: policy.description, createDate: shape.createDate, updateDate: shape.updateDate,
                policyVersionList: policy.versions.reversed().map {
                    $0.shape(default: policy.defaultVersion, withDocument: true)
                }))
    }
}
