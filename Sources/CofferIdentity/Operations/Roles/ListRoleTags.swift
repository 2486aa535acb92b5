// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct ListRoleTagsHandler: OperationHandler {
    typealias Operation = IAM.ListRoleTags
    let vault: Vault
    let isReadOnly = true

    func locate(_ input: IAM.ListRoleTagsInput, _ request: Authenticated) throws -> Located<Versioned<RoleRecord>?> {
        try IAMDirectory(vault: vault).locatedRole(input.roleName, "ListRoleTags", request)
    }

    func perform(
        _ input: IAM.ListRoleTagsInput, _ authorized: Authorized<Versioned<RoleRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.ListRoleTagsOutput> {
        guard let role = authorized.target else { throw IAMDirectory.missing("role", input.roleName) }
        let page = try IAMPage.names(role.value.tags.keys.map(\.text), marker: input.marker, limit: input.maxItems)
        let tags = page.names.compactMap { name in role.value.tags[ExactString(name)].map { IAM.Tag(key: name, value: $0) } }
        return .reply(IAM.ListRoleTagsOutput(tags: tags, isTruncated: page.marker != nil, marker: page.marker))
    }

    func trailParameters(_ input: IAM.ListRoleTagsInput) -> JSONValue? {
        ["roleName": .string(input.roleName)]
    }
}
