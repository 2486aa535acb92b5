// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct GetRoleHandler: OperationHandler {
    typealias Operation = IAM.GetRole
    let vault: Vault
    let isReadOnly = true

    func locate(_ input: IAM.GetRoleInput, _ request: Authenticated) throws -> Located<Versioned<RoleRecord>?> {
        try IAMDirectory(vault: vault).located(RoleRecord.self, input.roleName, "GetRole", request)
    }

    func perform(
        _ input: IAM.GetRoleInput, _ authorized: Authorized<Versioned<RoleRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.GetRoleOutput> {
        let role = try authorized.entity(input.roleName).value
        let lastUse = try LastUse.role(role.roleID, vault)
        return .reply(IAM.GetRoleOutput(role: try role.shape(vault, in: request.scope, lastUse: lastUse)))
    }

    func trailParameters(_ input: IAM.GetRoleInput) -> JSONValue? { .fields(("roleName", input.roleName)) }
}
