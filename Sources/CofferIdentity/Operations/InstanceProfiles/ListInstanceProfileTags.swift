// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct ListInstanceProfileTagsHandler: OperationHandler {
    typealias Operation = IAM.ListInstanceProfileTags
    let vault: Vault
    let isReadOnly = true

    func locate(
        _ input: IAM.ListInstanceProfileTagsInput, _ request: Authenticated
    ) throws -> Located<Versioned<InstanceProfileRecord>?> {
        try IAMDirectory(vault: vault).located(
            InstanceProfileRecord.self, input.instanceProfileName, "ListInstanceProfileTags", request)
    }

    func perform(
        _ input: IAM.ListInstanceProfileTagsInput, _ authorized: Authorized<Versioned<InstanceProfileRecord>?>,
        _ request: Authenticated
    ) throws -> Performed<IAM.ListInstanceProfileTagsOutput> {
        let profile = try authorized.entity(input.instanceProfileName)
        let page = try IAMTags.page(profile.value.tags, marker: input.marker, limit: input.maxItems)
        return .reply(
            IAM.ListInstanceProfileTagsOutput(tags: page.items, isTruncated: page.marker != nil, marker: page.marker))
    }

    func trailParameters(_ input: IAM.ListInstanceProfileTagsInput) -> JSONValue? {
        .fields(
            ("instanceProfileName", input.instanceProfileName), ("marker", input.marker),
            ("maxItems", input.maxItems))
    }
}
