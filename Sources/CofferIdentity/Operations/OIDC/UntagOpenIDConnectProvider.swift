// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct UntagOpenIDConnectProviderHandler: OperationHandler {
    typealias Operation = IAM.UntagOpenIDConnectProvider
    let vault: Vault
    let isReadOnly = false

    func locate(
        _ input: IAM.UntagOpenIDConnectProviderInput, _ request: Authenticated
    ) throws -> Located<Versioned<OIDCProviderRecord>?> {
        try IAMDirectory(vault: vault).locatedProvider(
            input.openIDConnectProviderArn, "UntagOpenIDConnectProvider", request, .tagKeys(input.tagKeys))
    }

    func perform(
        _ input: IAM.UntagOpenIDConnectProviderInput, _ authorized: Authorized<Versioned<OIDCProviderRecord>?>,
        _ request: Authenticated
    ) throws -> Performed<IAM.UntagOpenIDConnectProviderOutput> {
        var provider = try authorized.entity(input.openIDConnectProviderArn)
        provider.value.tags = IAMTags.removed(provider.value.tags, keys: input.tagKeys)
        return .update(provider, IAM.UntagOpenIDConnectProviderOutput())
    }

    func trailParameters(_ input: IAM.UntagOpenIDConnectProviderInput) -> JSONValue? {
        .fields(("openIDConnectProviderArn", input.openIDConnectProviderArn), ("tagKeys", input.tagKeys))
    }
}
