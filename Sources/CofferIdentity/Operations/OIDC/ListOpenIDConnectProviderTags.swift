// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct ListOpenIDConnectProviderTagsHandler: OperationHandler {
    typealias Operation = IAM.ListOpenIDConnectProviderTags
    let vault: Vault
    let isReadOnly = true

    func locate(
        _ input: IAM.ListOpenIDConnectProviderTagsInput, _ request: Authenticated
    ) throws -> Located<Versioned<OIDCProviderRecord>?> {
        try IAMDirectory(vault: vault).locatedProvider(
            input.openIDConnectProviderArn, "ListOpenIDConnectProviderTags", request)
    }

    func perform(
        _ input: IAM.ListOpenIDConnectProviderTagsInput, _ authorized: Authorized<Versioned<OIDCProviderRecord>?>,
        _ request: Authenticated
    ) throws -> Performed<IAM.ListOpenIDConnectProviderTagsOutput> {
        let provider = try authorized.entity(input.openIDConnectProviderArn)
        let page = try IAMTags.page(provider.value.tags, marker: input.marker, limit: input.maxItems)
        return .reply(
            IAM.ListOpenIDConnectProviderTagsOutput(
                tags: page.items, isTruncated: page.marker != nil, marker: page.marker))
    }

    func trailParameters(_ input: IAM.ListOpenIDConnectProviderTagsInput) -> JSONValue? {
        .fields(
            ("openIDConnectProviderArn", input.openIDConnectProviderArn), ("marker", input.marker),
            ("maxItems", input.maxItems))
    }
}
