// SPDX-License-Identifier: Apache-2.0
internal import CofferPolicy
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct PutRolePolicyHandler: OperationHandler {
    typealias Operation = IAM.PutRolePolicy
    let vault: Vault
    let isReadOnly = false

    func locate(_ input: IAM.PutRolePolicyInput, _ request: Authenticated) throws -> Located<Versioned<RoleRecord>?> {
        try IAMDirectory(vault: vault).locatedRole(input.roleName, "PutRolePolicy", request)
    }

    func perform(
        _ input: IAM.PutRolePolicyInput, _ authorized: Authorized<Versioned<RoleRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.PutRolePolicyOutput> {
        guard var role = authorized.target else { throw IAMDirectory.missing("role", input.roleName) }
        try IAMDirectory(vault: vault).validate(input.policyDocument, .identity)
        role.value.policies[input.policyName] = input.policyDocument
        try IAMDirectory.checkSize(role.value.policies, limit: 10240, "role", input.roleName)
        let changed = role
        return .change { writer in
            try writer.update(changed)
            return IAM.PutRolePolicyOutput()
        }
    }

    func trailParameters(_ input: IAM.PutRolePolicyInput) -> JSONValue? {
        ["roleName": .string(input.roleName), "policyName": .string(input.policyName), "policyDocument": .string(input.policyDocument)]
    }
}
