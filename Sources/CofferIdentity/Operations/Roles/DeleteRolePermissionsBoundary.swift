// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct DeleteRolePermissionsBoundaryHandler: OperationHandler {
    typealias Operation = IAM.DeleteRolePermissionsBoundary
    let vault: Vault
    let isReadOnly = false

    func locate(
        _ input: IAM.DeleteRolePermissionsBoundaryInput, _ request: Authenticated
    ) throws -> Located<Versioned<RoleRecord>?> {
        try IAMDirectory(vault: vault).located(
            RoleRecord.self, input.roleName, "DeleteRolePermissionsBoundary", request)
    }

    func perform(
        _ input: IAM.DeleteRolePermissionsBoundaryInput, _ authorized: Authorized<Versioned<RoleRecord>?>,
        _ request: Authenticated
    ) throws -> Performed<IAM.DeleteRolePermissionsBoundaryOutput> {
        var role = try authorized.entity(input.roleName)
        try role.value.checkModifiable()
        role.value.boundary = nil
        return .update(role, IAM.DeleteRolePermissionsBoundaryOutput())
    }

    func trailParameters(_ input: IAM.DeleteRolePermissionsBoundaryInput) -> JSONValue? {
        .fields(("roleName", input.roleName))
    }
}
