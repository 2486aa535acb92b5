// SPDX-License-Identifier: Apache-2.0
internal import AWSAPI
internal import CofferBase
internal import CofferPipeline

/// No token of SAML is taken here. There are none.
struct ListSAMLProvidersHandler: OperationHandler {
    typealias Operation = IAM.ListSAMLProviders
    let vault: Vault
    let isReadOnly = true

    func locate(_ input: IAM.ListSAMLProvidersInput, _ request: Authenticated) throws -> Located<Void> {
        Located((), checks: [request.check("iam:ListSAMLProviders", on: "saml-provider/*")])
    }

    func perform(
        _ input: IAM.ListSAMLProvidersInput, _ authorized: Authorized<Void>, _ request: Authenticated
    ) throws -> Performed<IAM.ListSAMLProvidersOutput> {
        .reply(IAM.ListSAMLProvidersOutput(samlProviderList: []))
    }

    func trailParameters(_ input: IAM.ListSAMLProvidersInput) -> JSONValue? { nil }
}
