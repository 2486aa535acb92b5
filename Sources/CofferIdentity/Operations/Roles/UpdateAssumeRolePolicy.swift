// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct UpdateAssumeRolePolicyHandler: OperationHandler {
    typealias Operation = IAM.UpdateAssumeRolePolicy
    let vault: Vault
    let isReadOnly = false

    func locate(
        _ input: IAM.UpdateAssumeRolePolicyInput, _ request: Authenticated
    ) throws -> Located<Versioned<RoleRecord>?> {
        try IAMDirectory(vault: vault).located(RoleRecord.self, input.roleName, "UpdateAssumeRolePolicy", request)
    }

    func perform(
        _ input: IAM.UpdateAssumeRolePolicyInput, _ authorized: Authorized<Versioned<RoleRecord>?>,
        _ request: Authenticated
    ) throws -> Performed<IAM.UpdateAssumeRolePolicyOutput> {
        var role = try authorized.entity(input.roleName)
        try role.value.checkModifiable()
        try IAMDirectory(vault: vault).validateTrust(input.policyDocument)
        role.value.trustPolicy = try PolicyPrincipals(vault: vault).stored(input.policyDocument)
        return .update(role, IAM.UpdateAssumeRolePolicyOutput())
    }

    func trailParameters(_ input: IAM.UpdateAssumeRolePolicyInput) -> JSONValue? {
        .fields(("roleName", input.roleName), ("policyDocument", input.policyDocument))
    }
}
