// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct ListRolePoliciesHandler: OperationHandler {
    typealias Operation = IAM.ListRolePolicies
    let vault: Vault
    let isReadOnly = true

    func locate(
        _ input: IAM.ListRolePoliciesInput, _ request: Authenticated
    ) throws -> Located<Versioned<RoleRecord>?> {
        try IAMDirectory(vault: vault).located(RoleRecord.self, input.roleName, "ListRolePolicies", request)
    }

    func perform(
        _ input: IAM.ListRolePoliciesInput, _ authorized: Authorized<Versioned<RoleRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.ListRolePoliciesOutput> {
        let role = try authorized.entity(input.roleName)
        let page = try IAMPage.names(role.value.policies.keys, marker: input.marker, limit: input.maxItems)
        return .reply(
            IAM.ListRolePoliciesOutput(policyNames: page.items, isTruncated: page.marker != nil, marker: page.marker))
    }

    func trailParameters(_ input: IAM.ListRolePoliciesInput) -> JSONValue? {
        .fields(("roleName", input.roleName), ("marker", input.marker), ("maxItems", input.maxItems))
    }
}
