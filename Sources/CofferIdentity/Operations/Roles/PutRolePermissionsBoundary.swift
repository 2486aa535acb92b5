// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct PutRolePermissionsBoundaryHandler: OperationHandler {
    typealias Operation = IAM.PutRolePermissionsBoundary
    let vault: Vault
    let isReadOnly = false

    func locate(
        _ input: IAM.PutRolePermissionsBoundaryInput, _ request: Authenticated
    ) throws -> Located<PolicyAttachment<RoleRecord>> {
        try IAMDirectory(vault: vault).locatedBoundary(
            RoleRecord.self, input.roleName, input.permissionsBoundary, "PutRolePermissionsBoundary", request)
    }

    func perform(
        _ input: IAM.PutRolePermissionsBoundaryInput, _ authorized: Authorized<PolicyAttachment<RoleRecord>>,
        _ request: Authenticated
    ) throws -> Performed<IAM.PutRolePermissionsBoundaryOutput> {
        .update(try authorized.target.bounding(input.roleName), IAM.PutRolePermissionsBoundaryOutput())
    }

    func trailParameters(_ input: IAM.PutRolePermissionsBoundaryInput) -> JSONValue? {
        .fields(("roleName", input.roleName), ("permissionsBoundary", input.permissionsBoundary))
    }
}
