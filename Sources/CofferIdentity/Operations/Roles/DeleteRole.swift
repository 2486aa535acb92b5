// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct DeleteRoleHandler: OperationHandler {
    typealias Operation = IAM.DeleteRole
    let vault: Vault
    let isReadOnly = false

    func locate(_ input: IAM.DeleteRoleInput, _ request: Authenticated) throws -> Located<Versioned<RoleRecord>?> {
        try IAMDirectory(vault: vault).locatedRole(input.roleName, "DeleteRole", request)
    }

    func perform(
        _ input: IAM.DeleteRoleInput, _ authorized: Authorized<Versioned<RoleRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.DeleteRoleOutput> {
        guard let role = authorized.target else { throw IAMDirectory.missing("role", input.roleName) }
        guard role.value.policies.isEmpty else {
            throw AWSError("DeleteConflict", "Cannot delete entity, must delete policies first.", status: 409)
        }
        return .change { writer in
            try writer.remove(role)
            return IAM.DeleteRoleOutput()
        }
    }

    func trailParameters(_ input: IAM.DeleteRoleInput) -> JSONValue? { ["roleName": .string(input.roleName)] }
}
