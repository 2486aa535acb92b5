// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct PutRolePolicyHandler: OperationHandler {
    typealias Operation = IAM.PutRolePolicy
    let vault: Vault
    let isReadOnly = false

    func locate(_ input: IAM.PutRolePolicyInput, _ request: Authenticated) throws -> Located<Versioned<RoleRecord>?> {
        try IAMDirectory(vault: vault).located(RoleRecord.self, input.roleName, "PutRolePolicy", request)
    }

    func perform(
        _ input: IAM.PutRolePolicyInput, _ authorized: Authorized<Versioned<RoleRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.PutRolePolicyOutput> {
        var role = try authorized.entity(input.roleName)
        try role.value.put(input.policyDocument, named: input.policyName, vault)
        return .update(role, IAM.PutRolePolicyOutput())
    }

    func trailParameters(_ input: IAM.PutRolePolicyInput) -> JSONValue? {
        .fields(
            ("roleName", input.roleName), ("policyName", input.policyName), ("policyDocument", input.policyDocument))
    }
}
