// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

/// What is left out keeps its value.
struct UpdateRoleHandler: OperationHandler {
    typealias Operation = IAM.UpdateRole
    let vault: Vault
    let isReadOnly = false

    func locate(_ input: IAM.UpdateRoleInput, _ request: Authenticated) throws -> Located<Versioned<RoleRecord>?> {
        try IAMDirectory(vault: vault).located(RoleRecord.self, input.roleName, "UpdateRole", request)
    }

    func perform(
        _ input: IAM.UpdateRoleInput, _ authorized: Authorized<Versioned<RoleRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.UpdateRoleOutput> {
        var role = try authorized.entity(input.roleName)
        if let duration = input.maxSessionDuration {
            try role.value.checkModifiable()
            role.value.maxSessionDuration = duration
        }
        if let description = input.description { role.value.description = description }
        return .update(role, IAM.UpdateRoleOutput())
    }

    func trailParameters(_ input: IAM.UpdateRoleInput) -> JSONValue? {
        .fields(
            ("roleName", input.roleName), ("description", input.description),
            ("maxSessionDuration", input.maxSessionDuration))
    }
}
