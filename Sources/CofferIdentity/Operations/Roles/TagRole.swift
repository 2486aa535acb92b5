// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct TagRoleHandler: OperationHandler {
    typealias Operation = IAM.TagRole
    let vault: Vault
    let isReadOnly = false

    func locate(_ input: IAM.TagRoleInput, _ request: Authenticated) throws -> Located<Versioned<RoleRecord>?> {
        try IAMDirectory(vault: vault).locatedRole(input.roleName, "TagRole", request)
    }

    func perform(
        _ input: IAM.TagRoleInput, _ authorized: Authorized<Versioned<RoleRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.TagRoleOutput> {
        guard var role = authorized.target else { throw IAMDirectory.missing("role", input.roleName) }
        role.value.tags = try IAMTags.merged(role.value.tags, with: input.tags)
        let changed = role
        return .change { writer in
            try writer.update(changed)
            return IAM.TagRoleOutput()
        }
    }

    func trailParameters(_ input: IAM.TagRoleInput) -> JSONValue? {
        ["roleName": .string(input.roleName)]
    }
}
