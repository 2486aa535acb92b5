// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct UntagRoleHandler: OperationHandler {
    typealias Operation = IAM.UntagRole
    let vault: Vault
    let isReadOnly = false

    func locate(_ input: IAM.UntagRoleInput, _ request: Authenticated) throws -> Located<Versioned<RoleRecord>?> {
        try IAMDirectory(vault: vault).located(
            RoleRecord.self, input.roleName, "UntagRole", request, .tagKeys(input.tagKeys))
    }

    func perform(
        _ input: IAM.UntagRoleInput, _ authorized: Authorized<Versioned<RoleRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.UntagRoleOutput> {
        var role = try authorized.entity(input.roleName)
        role.value.tags = IAMTags.removed(role.value.tags, keys: input.tagKeys)
        return .update(role, IAM.UntagRoleOutput())
    }

    func trailParameters(_ input: IAM.UntagRoleInput) -> JSONValue? {
        .fields(("roleName", input.roleName), ("tagKeys", input.tagKeys))
    }
}
