// SPDX-License-Identifier: Apache-2.0
internal import CofferPolicy
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct UpdateAssumeRolePolicyHandler: OperationHandler {
    typealias Operation = IAM.UpdateAssumeRolePolicy
    let vault: Vault
    let isReadOnly = false

    func locate(_ input: IAM.UpdateAssumeRolePolicyInput, _ request: Authenticated) throws -> Located<Versioned<RoleRecord>?> {
        try IAMDirectory(vault: vault).locatedRole(input.roleName, "UpdateAssumeRolePolicy", request)
    }

    func perform(
        _ input: IAM.UpdateAssumeRolePolicyInput, _ authorized: Authorized<Versioned<RoleRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.UpdateAssumeRolePolicyOutput> {
        guard var role = authorized.target else { throw IAMDirectory.missing("role", input.roleName) }
        try IAMDirectory(vault: vault).validate(input.policyDocument, .trust)
        role.value.trustPolicy = input.policyDocument
        let changed = role
        return .change { writer in
            try writer.update(changed)
            return IAM.UpdateAssumeRolePolicyOutput()
        }
    }

    func trailParameters(_ input: IAM.UpdateAssumeRolePolicyInput) -> JSONValue? {
        ["roleName": .string(input.roleName), "policyDocument": .string(input.policyDocument)]
    }
}
