// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct DetachRolePolicyHandler: OperationHandler {
    typealias Operation = IAM.DetachRolePolicy
    let vault: Vault
    let isReadOnly = false

    func locate(
        _ input: IAM.DetachRolePolicyInput, _ request: Authenticated
    ) throws -> Located<Versioned<RoleRecord>?> {
        try IAMDirectory(vault: vault).located(
            RoleRecord.self, input.roleName, "DetachRolePolicy", request, .policy(input.policyArn))
    }

    func perform(
        _ input: IAM.DetachRolePolicyInput, _ authorized: Authorized<Versioned<RoleRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.DetachRolePolicyOutput> {
        var role = try authorized.entity(input.roleName)
        try role.value.detach(input.policyArn)
        return .update(role, IAM.DetachRolePolicyOutput())
    }

    func trailParameters(_ input: IAM.DetachRolePolicyInput) -> JSONValue? {
        .fields(("roleName", input.roleName), ("policyArn", input.policyArn))
    }
}
