// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct UpdateRoleDescriptionHandler: OperationHandler {
    typealias Operation = IAM.UpdateRoleDescription
    let vault: Vault
    let isReadOnly = false

    func locate(
        _ input: IAM.UpdateRoleDescriptionInput, _ request: Authenticated
    ) throws -> Located<Versioned<RoleRecord>?> {
        try IAMDirectory(vault: vault).located(RoleRecord.self, input.roleName, "UpdateRoleDescription", request)
    }

    func perform(
        _ input: IAM.UpdateRoleDescriptionInput, _ authorized: Authorized<Versioned<RoleRecord>?>,
        _ request: Authenticated
    ) throws -> Performed<IAM.UpdateRoleDescriptionOutput> {
        var role = try authorized.entity(input.roleName)
        role.value.description = input.description
        var shape = try role.value.created(vault, in: request.scope)
        shape.description = input.description
        return .update(role, IAM.UpdateRoleDescriptionOutput(role: shape))
    }

    func trailParameters(_ input: IAM.UpdateRoleDescriptionInput) -> JSONValue? {
        .fields(("roleName", input.roleName), ("description", input.description))
    }
}
