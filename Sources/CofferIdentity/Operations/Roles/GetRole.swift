// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct GetRoleHandler: OperationHandler {
    typealias Operation = IAM.GetRole
    let vault: Vault
    let isReadOnly = true

    func locate(_ input: IAM.GetRoleInput, _ request: Authenticated) throws -> Located<Versioned<RoleRecord>?> {
        try IAMDirectory(vault: vault).locatedRole(input.roleName, "GetRole", request)
    }

    func perform(
        _ input: IAM.GetRoleInput, _ authorized: Authorized<Versioned<RoleRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.GetRoleOutput> {
        guard let role = authorized.target else { throw IAMDirectory.missing("role", input.roleName) }
        return .reply(IAM.GetRoleOutput(role: role.value.shape(in: request.scope)))
    }

    func trailParameters(_ input: IAM.GetRoleInput) -> JSONValue? { ["roleName": .string(input.roleName)] }
}
