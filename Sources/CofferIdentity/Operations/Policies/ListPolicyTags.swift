// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct ListPolicyTagsHandler: OperationHandler {
    typealias Operation = IAM.ListPolicyTags
    let vault: Vault
    let isReadOnly = true

    func locate(_ input: IAM.ListPolicyTagsInput, _ request: Authenticated) throws -> Located<ManagedPolicy?> {
        try IAMDirectory(vault: vault).locatedPolicy(input.policyArn, "ListPolicyTags", request)
    }

    func perform(
        _ input: IAM.ListPolicyTagsInput, _ authorized: Authorized<ManagedPolicy?>, _ request: Authenticated
    ) throws -> Performed<IAM.ListPolicyTagsOutput> {
        let policy = try authorized.policy()
        let page = try IAMTags.page(policy.tags, marker: input.marker, limit: input.maxItems)
        return .reply(IAM.ListPolicyTagsOutput(tags: page.items, isTruncated: page.marker != nil, marker: page.marker))
    }

    func trailParameters(_ input: IAM.ListPolicyTagsInput) -> JSONValue? {
        .fields(("policyArn", input.policyArn), ("marker", input.marker), ("maxItems", input.maxItems))
    }
}
