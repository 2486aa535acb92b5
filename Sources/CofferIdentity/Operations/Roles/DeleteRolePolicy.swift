// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct DeleteRolePolicyHandler: OperationHandler {
    typealias Operation = IAM.DeleteRolePolicy
    let vault: Vault
    let isReadOnly = false

    func locate(
        _ input: IAM.DeleteRolePolicyInput, _ request: Authenticated
    ) throws -> Located<Versioned<RoleRecord>?> {
        try IAMDirectory(vault: vault).located(RoleRecord.self, input.roleName, "DeleteRolePolicy", request)
    }

    func perform(
        _ input: IAM.DeleteRolePolicyInput, _ authorized: Authorized<Versioned<RoleRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.DeleteRolePolicyOutput> {
        var role = try authorized.entity(input.roleName)
        try role.value.removePolicy(input.policyName)
        return .update(role, IAM.DeleteRolePolicyOutput())
    }

    func trailParameters(_ input: IAM.DeleteRolePolicyInput) -> JSONValue? {
        .fields(("roleName", input.roleName), ("policyName", input.policyName))
    }
}
