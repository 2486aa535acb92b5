// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct TagOpenIDConnectProviderHandler: OperationHandler {
    typealias Operation = IAM.TagOpenIDConnectProvider
    let vault: Vault
    let isReadOnly = false

    func locate(
        _ input: IAM.TagOpenIDConnectProviderInput, _ request: Authenticated
    ) throws -> Located<Versioned<OIDCProviderRecord>?> {
        try IAMDirectory(vault: vault).locatedProvider(
            input.openIDConnectProviderArn, "TagOpenIDConnectProvider", request, .tags(input.tags))
    }

    func perform(
        _ input: IAM.TagOpenIDConnectProviderInput, _ authorized: Authorized<Versioned<OIDCProviderRecord>?>,
        _ request: Authenticated
    ) throws -> Performed<IAM.TagOpenIDConnectProviderOutput> {
        var provider = try authorized.entity(input.openIDConnectProviderArn)
        provider.value.tags = try IAMTags.merged(provider.value.tags, with: input.tags)
        return .update(provider, IAM.TagOpenIDConnectProviderOutput())
    }

    func trailParameters(_ input: IAM.TagOpenIDConnectProviderInput) -> JSONValue? {
        .fields(("openIDConnectProviderArn", input.openIDConnectProviderArn), ("tags", input.tags))
    }
}
