// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

struct ListOpenIDConnectProvidersHandler: OperationHandler {
    typealias Operation = IAM.ListOpenIDConnectProviders
    let vault: Vault
    let isReadOnly = true

    func locate(_ input: IAM.ListOpenIDConnectProvidersInput, _ request: Authenticated) throws -> Located<Void> {
        Located((), checks: [request.check("iam:ListOpenIDConnectProviders", on: "oidc-provider/*")])
    }

    func perform(
        _ input: IAM.ListOpenIDConnectProvidersInput, _ authorized: Authorized<Void>, _ request: Authenticated
    ) throws -> Performed<IAM.ListOpenIDConnectProvidersOutput> {
        let page = try IAMPage.records(
            OIDCProviderRecord.self, marker: nil, limit: OIDCProviderRecord.quota.most, vault, request
        ) { IAM.OpenIDConnectProviderListEntry(arn: $0.arn(in: request.scope).description) }
        return .reply(IAM.ListOpenIDConnectProvidersOutput(openIDConnectProviderList: page.items))
    }

    func trailParameters(_ input: IAM.ListOpenIDConnectProvidersInput) -> JSONValue? { nil }
}
