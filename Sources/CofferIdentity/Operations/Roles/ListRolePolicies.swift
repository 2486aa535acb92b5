// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct ListRolePoliciesHandler: OperationHandler {
    typealias Operation = IAM.ListRolePolicies
    let vault: Vault
    let isReadOnly = true

    func locate(_ input: IAM.ListRolePoliciesInput, _ request: Authenticated) throws -> Located<Versioned<RoleRecord>?> {
        try IAMDirectory(vault: vault).locatedRole(input.roleName, "ListRolePolicies", request)
    }

    func perform(
        _ input: IAM.ListRolePoliciesInput, _ authorized: Authorized<Versioned<RoleRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.ListRolePoliciesOutput> {
        guard let role = authorized.target else { throw IAMDirectory.missing("role", input.roleName) }
        let page = try IAMPage.names(Array(role.value.policies.keys), marker: input.marker, limit: input.maxItems)
        return .reply(IAM.ListRolePoliciesOutput(policyNames: page.names, isTruncated: page.marker != nil, marker: page.marker))
    }

    func trailParameters(_ input: IAM.ListRolePoliciesInput) -> JSONValue? {
        ["roleName": .string(input.roleName)]
    }
}
