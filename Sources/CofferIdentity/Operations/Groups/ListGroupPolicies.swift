// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct ListGroupPoliciesHandler: OperationHandler {
    typealias Operation = IAM.ListGroupPolicies
    let vault: Vault
    let isReadOnly = true

    func locate(
        _ input: IAM.ListGroupPoliciesInput, _ request: Authenticated
    ) throws -> Located<Versioned<GroupRecord>?> {
        try IAMDirectory(vault: vault).located(GroupRecord.self, input.groupName, "ListGroupPolicies", request)
    }

    func perform(
        _ input: IAM.ListGroupPoliciesInput, _ authorized: Authorized<Versioned<GroupRecord>?>, _ request: Authenticated
    ) throws -> Performed<IAM.ListGroupPoliciesOutput> {
        let group = try authorized.entity(input.groupName)
        let page = try IAMPage.names(group.value.policies.keys, marker: input.marker, limit: input.maxItems)
        return .reply(
            IAM.ListGroupPoliciesOutput(policyNames: page.items, isTruncated: page.marker != nil, marker: page.marker))
    }

    func trailParameters(_ input: IAM.ListGroupPoliciesInput) -> JSONValue? {
        .fields(("groupName", input.groupName), ("marker", input.marker), ("maxItems", input.maxItems))
    }
}
