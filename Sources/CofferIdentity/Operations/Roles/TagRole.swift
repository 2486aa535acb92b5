// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct TagRoleHandler: OperationHandler {
    typealias Operation = IAM.TagRole
    let vault: Vault
    let isReadOnly = false

    func locate(_ input: IAM.TagRoleInput, _ request: Authenticated) throws -> Located<Versioned<RoleRecord>?> {
        try IAMDirectory(vault: vault).located(RoleRecord.self, input.roleName, "TagRole", request, .tags(input.tags))
    }

    func perform(
        _ input: IAM.TagRoleInput, _ authorized: Authorized<Versioned<RoleRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.TagRoleOutput> {
        var role = try authorized.entity(input.roleName)
        role.value.tags = try IAMTags.merged(role.value.tags, with: input.tags)
        return .update(role, IAM.TagRoleOutput())
    }

    func trailParameters(_ input: IAM.TagRoleInput) -> JSONValue? {
        .fields(("roleName", input.roleName), ("tags", input.tags))
    }
}
