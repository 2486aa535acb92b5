// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct ListAttachedGroupPoliciesHandler: OperationHandler {
    typealias Operation = IAM.ListAttachedGroupPolicies
    let vault: Vault
    let isReadOnly = true

    func locate(
        _ input: IAM.ListAttachedGroupPoliciesInput, _ request: Authenticated
    ) throws -> Located<Versioned<GroupRecord>?> {
        try IAMDirectory(vault: vault).located(GroupRecord.self, input.groupName, "ListAttachedGroupPolicies", request)
    }

    func perform(
        _ input: IAM.ListAttachedGroupPoliciesInput, _ authorized: Authorized<Versioned<GroupRecord>?>,
        _ request: Authenticated
    ) throws -> Performed<IAM.ListAttachedGroupPoliciesOutput> {
        let group = try authorized.entity(input.groupName)
        let page = try group.value.attachedPage(input.pathPrefix, marker: input.marker, limit: input.maxItems)
        return .reply(
            IAM.ListAttachedGroupPoliciesOutput(
                attachedPolicies: page.items, isTruncated: page.marker != nil, marker: page.marker))
    }

    func trailParameters(_ input: IAM.ListAttachedGroupPoliciesInput) -> JSONValue? {
        .fields(
            ("groupName", input.groupName), ("pathPrefix", input.pathPrefix), ("marker", input.marker),
            ("maxItems", input.maxItems))
    }
}
