// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct GetRolePolicyHandler: OperationHandler {
    typealias Operation = IAM.GetRolePolicy
    let vault: Vault
    let isReadOnly = true

    func locate(_ input: IAM.GetRolePolicyInput, _ request: Authenticated) throws -> Located<Versioned<RoleRecord>?> {
        try IAMDirectory(vault: vault).locatedRole(input.roleName, "GetRolePolicy", request)
    }

    func perform(
        _ input: IAM.GetRolePolicyInput, _ authorized: Authorized<Versioned<RoleRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.GetRolePolicyOutput> {
        guard let role = authorized.target else { throw IAMDirectory.missing("role", input.roleName) }
        guard let text = role.value.policies[input.policyName] else {
            throw IAMDirectory.missingPolicy("role", input.policyName)
        }
        return .reply(
            IAM.GetRolePolicyOutput(
                roleName: input.roleName, policyName: input.policyName, policyDocument: PolicyText.encoded(text)))
    }

    func trailParameters(_ input: IAM.GetRolePolicyInput) -> JSONValue? {
        ["roleName": .string(input.roleName), "policyName": .string(input.policyName)]
    }
}
