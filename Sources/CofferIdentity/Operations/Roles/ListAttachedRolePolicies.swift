// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct ListAttachedRolePoliciesHandler: OperationHandler {
    typealias Operation = IAM.ListAttachedRolePolicies
    let vault: Vault
    let isReadOnly = true

    func locate(
        _ input: IAM.ListAttachedRolePoliciesInput, _ request: Authenticated
    ) throws -> Located<Versioned<RoleRecord>?> {
        try IAMDirectory(vault: vault).located(RoleRecord.self, input.roleName, "ListAttachedRolePolicies", request)
    }

    func perform(
        _ input: IAM.ListAttachedRolePoliciesInput, _ authorized: Authorized<Versioned<RoleRecord>?>,
        _ request: Authenticated
    ) throws -> Performed<IAM.ListAttachedRolePoliciesOutput> {
        let role = try authorized.entity(input.roleName)
        let page = try role.value.attachedPage(input.pathPrefix, marker: input.marker, limit: input.maxItems)
        return .reply(
            IAM.ListAttachedRolePoliciesOutput(
                attachedPolicies: page.items, isTruncated: page.marker != nil, marker: page.marker))
    }

    func trailParameters(_ input: IAM.ListAttachedRolePoliciesInput) -> JSONValue? {
        .fields(
            ("roleName", input.roleName), ("pathPrefix", input.pathPrefix), ("marker", input.marker),
            ("maxItems", input.maxItems))
    }
}
