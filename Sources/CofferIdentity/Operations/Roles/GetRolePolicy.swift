// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct GetRolePolicyHandler: OperationHandler {
    typealias Operation = IAM.GetRolePolicy
    let vault: Vault
    let isReadOnly = true

    func locate(_ input: IAM.GetRolePolicyInput, _ request: Authenticated) throws -> Located<Versioned<RoleRecord>?> {
        try IAMDirectory(vault: vault).located(RoleRecord.self, input.roleName, "GetRolePolicy", request)
    }

    func perform(
        _ input: IAM.GetRolePolicyInput, _ authorized: Authorized<Versioned<RoleRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.GetRolePolicyOutput> {
        let role = try authorized.entity(input.roleName)
        let document = try role.value.encodedPolicy(input.policyName)
        return .reply(
            IAM.GetRolePolicyOutput(roleName: input.roleName, policyName: input.policyName, policyDocument: document))
    }

    func trailParameters(_ input: IAM.GetRolePolicyInput) -> JSONValue? {
        .fields(("roleName", input.roleName), ("policyName", input.policyName))
    }
}
