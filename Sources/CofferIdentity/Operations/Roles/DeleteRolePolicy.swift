// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct DeleteRolePolicyHandler: OperationHandler {
    typealias Operation = IAM.DeleteRolePolicy
    let vault: Vault
    let isReadOnly = false

    func locate(_ input: IAM.DeleteRolePolicyInput, _ request: Authenticated) throws -> Located<Versioned<RoleRecord>?> {
        try IAMDirectory(vault: vault).locatedRole(input.roleName, "DeleteRolePolicy", request)
    }

    func perform(
        _ input: IAM.DeleteRolePolicyInput, _ authorized: Authorized<Versioned<RoleRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.DeleteRolePolicyOutput> {
        guard var role = authorized.target else { throw IAMDirectory.missing("role", input.roleName) }
        guard role.value.policies.removeValue(forKey: input.policyName) != nil else {
            throw IAMDirectory.missingPolicy("role", input.policyName)
        }
        let changed = role
        return .change { writer in
            try writer.update(changed)
            return IAM.DeleteRolePolicyOutput()
        }
    }

    func trailParameters(_ input: IAM.DeleteRolePolicyInput) -> JSONValue? {
        ["roleName": .string(input.roleName), "policyName": .string(input.policyName)]
    }
}
