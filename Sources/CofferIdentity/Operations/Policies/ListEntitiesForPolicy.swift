// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

struct ListEntitiesForPolicyHandler: OperationHandler {
    typealias Operation = IAM.ListEntitiesForPolicy
    let vault: Vault
    let isReadOnly = true
    func workload(_ input: IAM.ListEntitiesForPolicyInput) -> Workload { .scanning }

    func locate(_ input: IAM.ListEntitiesForPolicyInput, _ request: Authenticated) throws -> Located<ManagedPolicy?> {
        try IAMDirectory(vault: vault).locatedPolicy(input.policyArn, "ListEntitiesForPolicy", request)
    }

    func perform(
        _ input: IAM.ListEntitiesForPolicyInput, _ authorized: Authorized<ManagedPolicy?>, _ request: Authenticated
    ) throws -> Performed<IAM.ListEntitiesForPolicyOutput> {
        guard authorized.target != nil else { throw AWSError.unattachable }
        var sections: [IAMPage.Section<Entity>] = []
        if wants("Group", input) {
            sections += self.sections(GroupRecord.self, input, request) {
                .group(IAM.PolicyGroup(groupName: $0.name, groupId: $0.groupID))
            }
        }
        if wants("User", input) {
            sections += self.sections(UserRecord.self, input, request) {
                .user(IAM.PolicyUser(userName: $0.name, userId: $0.userID))
            }
        }
        if wants("Role", input) {
            sections += self.sections(RoleRecord.self, input, request) {
                .role(IAM.PolicyRole(roleName: $0.name, roleId: $0.roleID))
            }
        }
        let page = try IAMPage.sections(sections, marker: input.marker, limit: input.maxItems)
        return .reply(
            IAM.ListEntitiesForPolicyOutput(
                policyGroups: page.items.compactMap { if case .group(let group) = $0 { group } else { nil } },
                policyUsers: page.items.compactMap { if case .user(let user) = $0 { user } else { nil } },
                policyRoles: page.items.compactMap { if case .role(let role) = $0 { role } else { nil } },
                isTruncated: page.marker != nil, marker: page.marker))
    }

    private enum Entity {
        case group(IAM.PolicyGroup)
        case user(IAM.PolicyUser)
        case role(IAM.PolicyRole)
    }

    private func wants(_ kind: String, _ input: IAM.ListEntitiesForPolicyInput) -> Bool {
        input.entityFilter == nil || input.entityFilter == kind
    }

    /// Whom the policy is attached to, and then whose boundary alone it is.
    private func sections<Holder: IAMIdentity>(
        _ type: Holder.Type, _ input: IAM.ListEntitiesForPolicyInput, _ request: Authenticated,
        _ entity: @escaping (Holder) -> Entity
    ) -> [IAMPage.Section<Entity>] {
        let usage = PolicyUsage(input.policyArn, in: request.scope)
        let prefix = input.pathPrefix ?? "/"
        let filter = input.policyUsageFilter
        func section(_ index: String, _ isListed: @escaping (Holder) -> Bool) -> IAMPage.Section<Entity> {
            .records(Holder.self, vault, request, index: usage.entry(index)) {
                $0.path.hasPrefix(prefix) && isListed($0) ? entity($0) : nil
            }
        }
        var sections: [IAMPage.Section<Entity>] = []
        if filter != "PermissionsBoundary" { sections.append(section(Holder.policyIndex) { _ in true }) }
        if filter != "PermissionsPolicy" {
            sections.append(
                section(Holder.boundaryIndex) { filter != nil || !$0.isAttached(input.policyArn) })
        }
        return sections
    }

    func trailParameters(_ input: IAM.ListEntitiesForPolicyInput) -> JSONValue? {
        .fields(
            ("policyArn", input.policyArn), ("entityFilter", input.entityFilter), ("pathPrefix", input.pathPrefix),
            ("policyUsageFilter", input.policyUsageFilter), ("marker", input.marker), ("maxItems", input.maxItems))
    }
}
