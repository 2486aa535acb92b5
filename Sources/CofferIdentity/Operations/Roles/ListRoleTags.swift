// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct ListRoleTagsHandler: OperationHandler {
    typealias Operation = IAM.ListRoleTags
    let vault: Vault
    let isReadOnly = true

    func locate(_ input: IAM.ListRoleTagsInput, _ request: Authenticated) throws -> Located<Versioned<RoleRecord>?> {
        try IAMDirectory(vault: vault).located(RoleRecord.self, input.roleName, "ListRoleTags", request)
    }

    func perform(
        _ input: IAM.ListRoleTagsInput, _ authorized: Authorized<Versioned<RoleRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.ListRoleTagsOutput> {
        let role = try authorized.entity(input.roleName)
        let page = try IAMTags.page(role.value.tags, marker: input.marker, limit: input.maxItems)
        return .reply(IAM.ListRoleTagsOutput(tags: page.items, isTruncated: page.marker != nil, marker: page.marker))
    }

    func trailParameters(_ input: IAM.ListRoleTagsInput) -> JSONValue? {
        .fields(("roleName", input.roleName), ("marker", input.marker), ("maxItems", input.maxItems))
    }
}
