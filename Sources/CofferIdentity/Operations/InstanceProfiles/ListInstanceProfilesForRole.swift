// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline
internal import CofferStore

struct ListInstanceProfilesForRoleHandler: OperationHandler {
    typealias Operation = IAM.ListInstanceProfilesForRole
    let vault: Vault
    let isReadOnly = true

    func locate(
        _ input: IAM.ListInstanceProfilesForRoleInput, _ request: Authenticated
    ) throws -> Located<Versioned<RoleRecord>?> {
        try IAMDirectory(vault: vault).located(RoleRecord.self, input.roleName, "ListInstanceProfilesForRole", request)
    }

    func perform(
        _ input: IAM.ListInstanceProfilesForRoleInput, _ authorized: Authorized<Versioned<RoleRecord>?>,
        _ request: Authenticated
    ) throws -> Performed<IAM.ListInstanceProfilesForRoleOutput> {
        let role = try authorized.entity(input.roleName)
        let page = try IAMPage.records(
            InstanceProfileRecord.self, marker: input.marker, limit: input.maxItems, vault, request,
            index: IndexEntry(name: InstanceProfileRecord.roleIndex, value: role.value.name)
        ) { try $0.summary(vault, in: request.scope) }
        return .reply(
            IAM.ListInstanceProfilesForRoleOutput(
                instanceProfiles: page.items, isTruncated: page.marker != nil, marker: page.marker))
    }

    func trailParameters(_ input: IAM.ListInstanceProfilesForRoleInput) -> JSONValue? {
        .fields(("roleName", input.roleName), ("marker", input.marker), ("maxItems", input.maxItems))
    }
}
