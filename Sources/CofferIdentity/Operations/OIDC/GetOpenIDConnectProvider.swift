// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct GetOpenIDConnectProviderHandler: OperationHandler {
    typealias Operation = IAM.GetOpenIDConnectProvider
    let vault: Vault
    let isReadOnly = true

    func locate(
        _ input: IAM.GetOpenIDConnectProviderInput, _ request: Authenticated
    ) throws -> Located<Versioned<OIDCProviderRecord>?> {
        try IAMDirectory(vault: vault).locatedProvider(
            input.openIDConnectProviderArn, "GetOpenIDConnectProvider", request)
    }

    func perform(
        _ input: IAM.GetOpenIDConnectProviderInput, _ authorized: Authorized<Versioned<OIDCProviderRecord>?>,
        _ request: Authenticated
    ) throws -> Performed<IAM.GetOpenIDConnectProviderOutput> {
        let provider = try authorized.entity(input.openIDConnectProviderArn).value
        return .reply(
            IAM.GetOpenIDConnectProviderOutput(
                url: provider.host, clientIDList: provider.clientIDs, thumbprintList: provider.thumbprints,
                createDate: Timestamp(milliseconds: provider.createdAt), tags: IAMTags.list(provider.tags)))
    }

    func trailParameters(_ input: IAM.GetOpenIDConnectProviderInput) -> JSONValue? {
        .fields(("openIDConnectProviderArn", input.openIDConnectProviderArn))
    }
}
