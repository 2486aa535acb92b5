// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

struct GetAccountSummaryHandler: OperationHandler {
    typealias Operation = IAM.GetAccountSummary
    let vault: Vault
    let isReadOnly = true
    func workload(_ input: IAM.GetAccountSummaryInput) -> Workload { .scanning }

    func locate(_ input: IAM.GetAccountSummaryInput, _ request: Authenticated) throws -> Located<Void> {
        Located((), checks: [request.check("iam:GetAccountSummary", "*")])
    }

    func perform(
        _ input: IAM.GetAccountSummaryInput, _ authorized: Authorized<Void>, _ request: Authenticated
    ) throws -> Performed<IAM.GetAccountSummaryOutput> {
        let scope = request.scope.global
        let owner = AccessKeyRecord.root
        return .reply(
            try vault.store.read { reader in
                var summary = Self.quotas
                summary["Users"] = try reader.count(in: scope, kind: UserRecord.kind)
                summary["Groups"] = try reader.count(in: scope, kind: GroupRecord.kind)
                summary["Roles"] = try reader.count(in: scope, kind: RoleRecord.kind)
                summary["InstanceProfiles"] = try reader.count(in: scope, kind: InstanceProfileRecord.kind)
                summary["Providers"] = try reader.count(in: scope, kind: OIDCProviderRecord.kind)
                let policies = try reader.list(
                    ManagedPolicyRecord.self, in: scope, after: nil, limit: ManagedPolicyRecord.quota.most)
                summary["Policies"] = policies.count
                summary["PolicyVersionsInUse"] = policies.reduce(0) { $0 + $1.value.versions.count }
                let keys = try reader.list(AccessKeyRecord.self, in: scope, where: owner, after: nil, limit: 100)
                summary["AccountAccessKeysPresent"] = keys.contains { $0.value.isActive } ? 1 : 0
                return IAM.GetAccountSummaryOutput(summaryMap: summary)
            })
    }

    /// What AWS allows, and what there can't be any of here.
    private static let quotas = [
        "AccessKeysPerUserQuota": IAMQuota.accessKeys.most, "AccountMFAEnabled": 0, "AccountPasswordPresent": 0,
        "AccountSigningCertificatesPresent": 0, "AssumeRolePolicySizeQuota": IAMQuota.trustPolicySize.most,
        "AttachedPoliciesPerGroupQuota": GroupRecord.attachedPolicies.most,
        "AttachedPoliciesPerRoleQuota": RoleRecord.attachedPolicies.most,
        "AttachedPoliciesPerUserQuota": UserRecord.attachedPolicies.most, "GlobalEndpointTokenVersion": 1,
        "GroupPolicySizeQuota": GroupRecord.inlineSize, "GroupsPerUserQuota": IAMQuota.groupsPerUser.most,
        "GroupsQuota": GroupRecord.quota.most, "InstanceProfilesQuota": InstanceProfileRecord.quota.most,
        "MFADevices": 0, "MFADevicesInUse": 0, "PoliciesQuota": ManagedPolicyRecord.quota.most,
        "PolicySizeQuota": IAMQuota.policySize.most, "PolicyVersionsInUseQuota": 10_000,
        "RolePolicySizeQuota": RoleRecord.inlineSize, "RolesQuota": RoleRecord.quota.most, "ServerCertificates": 0,
        "ServerCertificatesQuota": 20, "SigningCertificatesPerUserQuota": 2,
        "UserPolicySizeQuota": UserRecord.inlineSize, "UsersQuota": UserRecord.quota.most,
        "VersionsPerPolicyQuota": IAMQuota.policyVersions,
    ]

    func trailParameters(_ input: IAM.GetAccountSummaryInput) -> JSONValue? { nil }
}
