// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct UntagRoleHandler: OperationHandler {
    typealias Operation = IAM.UntagRole
    let vault: Vault
    let isReadOnly = false

    func locate(_ input: IAM.UntagRoleInput, _ request: Authenticated) throws -> Located<Versioned<RoleRecord>?> {
        try IAMDirectory(vault: vault).locatedRole(input.roleName, "UntagRole", request)
    }

    func perform(
        _ input: IAM.UntagRoleInput, _ authorized: Authorized<Versioned<RoleRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.UntagRoleOutput> {
        guard var role = authorized.target else { throw IAMDirectory.missing("role", input.roleName) }
        role.value.tags = IAMTags.removed(role.value.tags, keys: input.tagKeys)
        let changed = role
        return .change { writer in
            try writer.update(changed)
            return IAM.UntagRoleOutput()
        }
    }

    func trailParameters(_ input: IAM.UntagRoleInput) -> JSONValue? {
        ["roleName": .string(input.roleName)]
    }
}
